// SPDX-License-Identifier: Apache-2.0
#include "analyze/suggest/issues.h"

#include <algorithm>
#include <set>

#include "analyze/suggest/cues.h"
#include "analyze/suggest/families.h"
#include "base/utf8.h"
#include "text/characters.h"

namespace entente::analyze {
namespace {

constexpr std::size_t most_issues = 25, most_cues = 8, most_examples = 3, most_wordings = 6;
constexpr std::size_t nearby = 12;  // words

std::string id_of(const std::string& label) {
  std::string id;
  for (char c : label) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'),
               digit = c >= '0' && c <= '9';
    if (letter || digit)
      id += static_cast<char>(letter ? c | 0x20 : c);
    else if (!id.empty() && id.back() != '_')
      id += '_';
  }
  while (!id.empty() && id.back() == '_') id.pop_back();
  return id.empty() ? "issue" : id;
}

std::string free_id(const std::string& wanted, std::set<std::string>& taken) {
  std::string id = wanted;
  for (int n = 2; !taken.insert(id).second; ++n) id = wanted + "_" + std::to_string(n);
  return id;
}

std::string capitalised(std::u32string words) {
  if (!words.empty() && words.front() < 0x80 && text::is_lower(words.front()))
    words.front() -= U'a' - U'A';
  return to_utf8(words);
}

// The form in which a term is written most often; but for names, without a sentence's capital.
std::u32string usual_form(const Term& term, const std::vector<Saying>& sayings) {
  std::map<std::u32string, std::size_t> times;
  for (const Place& place : term.places)
    ++times[surface_of(sayings[place.saying], place, term.name)];
  return std::max_element(times.begin(), times.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// A phrase that stands in half of a family's sayings names it better than its head alone.
const Term& naming(const Family& family) {
  for (const Term* term : family.terms)
    if (term->words.size() > 1 && 2 * term->sayings() >= family.sayings.size()) return *term;
  return *family.terms.front();
}

std::vector<TermCue> cues_of(const Family& family, const std::vector<Saying>& sayings) {
  std::vector<TermCue> cues;
  for (const Term* term : family.terms) {
    if (cues.size() == most_cues) break;
    cues.push_back(cue_of(*term, sayings));
    cues.back().weak = family.wide && term->words.size() == 1;
  }
  return cues;
}

Sample sample_of(const Saying& saying, std::size_t stretch, Span words) {
  const Stretch& one = saying.stretches[stretch];
  return {saying.statement->id,
          {saying.statement->document, {one.begin + words.begin, one.begin + words.end}},
          slice_utf8(one.text, words)};
}

// What is said around a cue and may stand for an option.
class OptionWords {
 public:
  OptionWords(const std::vector<Saying>& sayings, const Vocabulary& vocabulary)
      : sayings_(sayings), vocabulary_(vocabulary) {}

  void take(const Place& place) {
    const Stretch& stretch = sayings_[place.saying].stretches[place.stretch];
    note_extent(stretch, place);
    const std::size_t sentence = stretch.heard[place.first].sentence;
    const std::size_t stop = std::min(place.last + nearby, stretch.heard.size());
    for (std::size_t i = place.first - std::min(place.first, nearby); i < stop;) {
      const std::size_t end = amount_end(stretch, i);
      if (end > i && stretch.heard[i].sentence == sentence) note(place, i, end);
      i = std::max(end, i + 1);
    }
  }

  std::vector<Sample> most_said() const {
    std::vector<const Wording*> order;
    for (const auto& [key, one] : found_) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(), [](const Wording* a, const Wording* b) {
      return a->sayings.size() > b->sayings.size();
    });
    if (order.size() > most_wordings) order.resize(most_wordings);
    std::vector<Sample> out;
    for (const Wording* one : order) out.push_back(one->sample);
    return out;
  }

 private:
  struct Wording {
    Sample sample;
    std::set<std::size_t> sayings;
  };

  bool is(const Heard& heard, WordPart part) const { return vocabulary_.is(heard.word, part); }
  bool is_amount(const Heard& heard) const { return heard.number || is(heard, WordPart::number); }

  // "no monitors", "a full withdrawal": from the word before the cue to the cue's end.
  void note_extent(const Stretch& stretch, const Place& place) {
    std::size_t first = place.first;
    while (first > 0 && !stretch.heard[first].apart &&
           (stretch.kinds[first - 1] == WordKind::adjective ||
            is(stretch.heard[first - 1], WordPart::extent)))
      --first;
    while (first < place.first && !is(stretch.heard[first], WordPart::extent)) ++first;
    if (first < place.first) note(place, first, place.last);
  }

  // "more than 20,000 soldiers", "four years"
  std::size_t amount_end(const Stretch& stretch, std::size_t i) const {
    const auto joins = [&](std::size_t k) {
      return k < stretch.heard.size() && !stretch.heard[k].apart;
    };
    std::size_t end = i + is(stretch.heard[i], WordPart::bound);
    if (is(stretch.heard[i], WordPart::half_bound)) {
      if (!joins(i + 1) || !is(stretch.heard[i + 1], WordPart::bound_end)) return i;
      end = i + 2;
    }
    if (end != i && !joins(end)) return i;
    if (end >= stretch.heard.size() || !is_amount(stretch.heard[end])) return i;
    while (end < stretch.heard.size() && is_amount(stretch.heard[end]) && (end == i || joins(end)))
      ++end;
    constexpr std::size_t most_behind = 2;
    const std::size_t stop = end + most_behind;
    while (end < stop && joins(end) && !is(stretch.heard[end], WordPart::function) &&
           (is(stretch.heard[end], WordPart::unit) || stretch.kinds[end] != WordKind::other))
      ++end;
    return end + most_behind == stop ? i : end;  // a bare number says nothing
  }

  void note(const Place& place, std::size_t first, std::size_t last) {
    const Saying& saying = sayings_[place.saying];
    const Stretch& stretch = saying.stretches[place.stretch];
    const Span span{stretch.heard[first].span.begin, stretch.heard[last - 1].span.end};
    std::u32string key;
    for (std::size_t i = first; i < last; ++i) key += stretch.heard[i].word + U" ";
    Wording& one = found_[key];
    Sample sample = sample_of(saying, place.stretch, span);
    if (one.sayings.empty() || sample.at < one.sample.at) one.sample = std::move(sample);
    one.sayings.insert(place.saying);
  }

  const std::vector<Saying>& sayings_;
  const Vocabulary& vocabulary_;
  std::map<std::u32string, Wording> found_;
};

// The stretches that tell most of an issue: many of its cues, few words besides, each another
// voice's while there are any.
class Examples {
 public:
  explicit Examples(const std::vector<Saying>& sayings) : sayings_(sayings) {}

  void take(const CueHit& hit) { cues_[{hit.place.saying, hit.place.stretch}].insert(hit.cue); }

  std::vector<Sample> best() const {
    std::vector<Found> order;
    for (const auto& [at, cues] : cues_)
      order.push_back({cues.size(), &sayings_[at.first], at.second});
    std::sort(order.begin(), order.end(), before);
    std::vector<Sample> out;
    std::set<std::string> heard, words;
    for (const bool other_voice : {true, false})
      for (const Found& one : order) {
        if (out.size() == most_examples) return out;
        if (other_voice && heard.contains(voice_of(*one.saying->statement))) continue;
        Sample sample = sample_of(*one.saying, one.stretch, {0, text_of(one).size()});
        if (!words.insert(sample.words).second) continue;
        heard.insert(voice_of(*one.saying->statement));
        out.push_back(std::move(sample));
      }
    return out;
  }

 private:
  struct Found {
    std::size_t cues;
    const Saying* saying;
    std::size_t stretch;
  };
  static const std::u32string& text_of(const Found& one) {
    return one.saying->stretches[one.stretch].text;
  }
  static bool before(const Found& a, const Found& b) {
    if (a.cues != b.cues) return a.cues > b.cues;
    if (text_of(a).size() != text_of(b).size()) return text_of(a).size() < text_of(b).size();
    if (text_of(a) != text_of(b)) return text_of(a) < text_of(b);
    return a.saying->statement->id < b.saying->statement->id;
  }

  const std::vector<Saying>& sayings_;
  std::map<std::pair<std::size_t, std::size_t>, std::set<std::size_t>> cues_;
};

class SupportCount {
 public:
  void take(const Statement& statement) {
    statements_.insert(statement.id);
    voices_.insert(voice_of(statement));
    documents_.insert(statement.document);
  }
  Support support() const { return {statements_.size(), voices_.size(), documents_.size()}; }

 private:
  std::set<StatementId> statements_;
  std::set<std::string> voices_;
  std::set<DocumentId> documents_;
};

// What each issue rests on, by its cues. `spoken_of`: of each saying, whether a cue stands in it.
void rest(std::vector<SuggestedIssue>& issues, std::vector<std::vector<TermCue>> cues,
          const std::vector<Saying>& sayings, const Vocabulary& vocabulary,
          std::vector<bool>& spoken_of) {
  std::vector<SupportCount> support(issues.size());
  std::vector<OptionWords> wordings(issues.size(), OptionWords(sayings, vocabulary));
  std::vector<Examples> examples(issues.size(), Examples(sayings));
  spoken_of.assign(sayings.size(), false);
  for (const CueHit& hit : CueIndex(std::move(cues)).hits_in(sayings)) {
    support[hit.issue].take(*sayings[hit.place.saying].statement);
    wordings[hit.issue].take(hit.place);
    examples[hit.issue].take(hit);
    spoken_of[hit.place.saying] = true;
  }
  for (std::size_t i = 0; i < issues.size(); ++i) {
    issues[i].support = support[i].support();
    issues[i].examples = examples[i].best();
    issues[i].wordings = wordings[i].most_said();
  }
}

}  // namespace

std::vector<SuggestedIssue> issues_in(const std::vector<Saying>& open,
                                      const std::vector<Saying>& fitting,
                                      const Vocabulary& vocabulary, const NamesOfCase& names,
                                      const std::vector<Issue>& taken,
                                      std::vector<bool>& spoken_of) {
  const Terms terms = terms_in(open, vocabulary, names);
  const std::vector<Family> families =
      families_of(terms, open, counted_elsewhere(terms, fitting), vocabulary, most_issues);
  std::set<std::string> ids;
  for (const Issue& issue : taken) ids.insert(issue.id);

  std::vector<SuggestedIssue> out(families.size());
  std::vector<std::vector<TermCue>> cues;
  for (std::size_t i = 0; i < families.size(); ++i) {
    cues.push_back(cues_of(families[i], open));
    for (const TermCue& cue : cues.back()) out[i].issue.cues.push_back(cue.text());
    out[i].issue.label = capitalised(usual_form(naming(families[i]), open));
    out[i].issue.id = free_id(id_of(out[i].issue.label), ids);
  }
  rest(out, std::move(cues), open, vocabulary, spoken_of);
  return out;
}

std::vector<SuggestedIssue> resting_on(const std::vector<Issue>& issues,
                                       const std::vector<Saying>& sayings,
                                       const Vocabulary& vocabulary) {
  std::vector<SuggestedIssue> out;
  std::vector<std::vector<TermCue>> cues;
  for (const Issue& issue : issues) {
    out.push_back({issue, {}, {}, {}});
    cues.emplace_back();
    for (const Cue& text : issue.cues)
      if (auto cue = term_cue_of(text)) cues.back().push_back(std::move(*cue));
  }
  std::vector<bool> spoken_of;
  rest(out, std::move(cues), sayings, vocabulary, spoken_of);
  return out;
}

}  // namespace entente::analyze
