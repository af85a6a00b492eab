// SPDX-License-Identifier: Apache-2.0
#include "analyze/suggest/cues.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"

namespace entente::analyze {
namespace {

constexpr std::size_t shortest_open = 6, start_letters = 3;

std::u32string_view start_of(std::u32string_view word) { return word.substr(0, start_letters); }

std::set<std::u32string> forms_of(const Term& term, const std::vector<Saying>& sayings) {
  std::set<std::u32string> forms{term.head()};
  for (const Place& place : term.places)
    forms.insert(sayings[place.saying].stretches[place.stretch].heard[place.last - 1].word);
  return forms;
}

std::u32string plural_of(const std::u32string& word) {
  const bool consonant_y =
      word.size() > 1 && word.ends_with(U'y') &&
      std::u32string_view(U"aeiou").find(word[word.size() - 2]) == std::u32string_view::npos;
  if (consonant_y) return word.substr(0, word.size() - 1) + U"ies";
  const bool hisses = word.ends_with(U's') || word.ends_with(U'x') || word.ends_with(U'z') ||
                      word.ends_with(U"ch") || word.ends_with(U"sh");
  return word + (hisses ? U"es" : U"s");
}

}  // namespace

Cue TermCue::text() const {
  std::u32string out;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) out += words[i] + U" ";
  if (endings.empty()) out += words.back() + U"*";
  for (std::size_t i = 0; i < endings.size(); ++i) out += (i == 0 ? U"" : U"|") + endings[i];
  return to_utf8(weak ? U"(" + out + U")" : out);
}

std::optional<TermCue> term_cue_of(const Cue& text) {
  std::u32string rest = from_utf8(text);
  TermCue cue;
  cue.weak = rest.size() > 2 && rest.front() == U'(' && rest.back() == U')';
  if (cue.weak) rest = rest.substr(1, rest.size() - 2);
  for (std::size_t blank = rest.find(U' '); blank != rest.npos; blank = rest.find(U' ')) {
    cue.words.push_back(rest.substr(0, blank));
    rest.erase(0, blank + 1);
  }
  if (rest.ends_with(U'*')) {
    cue.words.push_back(rest.substr(0, rest.size() - 1));
  } else {
    for (std::size_t at = 0; at <= rest.size();) {
      const std::size_t bar = std::min(rest.find(U'|', at), rest.size());
      cue.endings.push_back(rest.substr(at, bar - at));
      at = bar + 1;
    }
    cue.words.push_back(cue.endings.front());
  }
  for (const auto* words : {&cue.words, &cue.endings})
    for (const std::u32string& word : *words)
      if (word.empty() || word.find_first_of(U"*|~()") != word.npos) return std::nullopt;
  return cue;
}

bool TermCue::fits_last(const std::u32string& word) const {
  return endings.empty() ? word.starts_with(words.back())
                         : std::find(endings.begin(), endings.end(), word) != endings.end();
}

TermCue cue_of(const Term& term, const std::vector<Saying>& sayings) {
  TermCue cue{term.words, {}, false};
  std::set<std::u32string> forms = forms_of(term, sayings);
  const bool regular = std::all_of(forms.begin(), forms.end(),
                                   [&](const auto& form) { return form.starts_with(term.head()); });
  const std::u32string plural = plural_of(term.head());
  const bool open = term.head().size() >= shortest_open && plural.starts_with(term.head());
  if (!term.name && regular && open) return cue;
  if (!term.name && forms.size() == 1) forms.insert(plural);
  if (term.name) forms = {term.head()};
  cue.endings = {term.head()};
  forms.erase(term.head());
  cue.endings.insert(cue.endings.end(), forms.begin(), forms.end());
  return cue;
}

CueIndex::CueIndex(std::vector<std::vector<TermCue>> issues) : issues_(std::move(issues)) {
  for (std::size_t i = 0; i < issues_.size(); ++i)
    for (std::size_t j = 0; j < issues_[i].size(); ++j) {
      const TermCue& cue = issues_[i][j];
      std::set<std::u32string> starts;
      if (cue.words.size() > 1 || cue.endings.empty())
        starts.insert(std::u32string(start_of(cue.words.front())));
      else
        for (const std::u32string& form : cue.endings)
          starts.insert(std::u32string(start_of(form)));
      for (const std::u32string& start : starts) by_start_[start].push_back({i, j});
    }
}

bool CueIndex::fits(const TermCue& cue, const Stretch& stretch, std::size_t first) const {
  const std::size_t count = cue.words.size();
  if (first + count > stretch.heard.size()) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const Heard& heard = stretch.heard[first + i];
    if (i > 0 && heard.apart) return false;
    if (i + 1 == count ? !cue.fits_last(heard.word) : heard.word != cue.words[i]) return false;
  }
  return true;
}

std::vector<CueHit> CueIndex::hits_in(const std::vector<Saying>& sayings) const {
  std::vector<CueHit> hits;
  for (std::size_t i = 0; i < sayings.size(); ++i)
    for (std::size_t j = 0; j < sayings[i].stretches.size(); ++j) {
      const Stretch& stretch = sayings[i].stretches[j];
      for (std::size_t first = 0; first < stretch.heard.size(); ++first) {
        const auto found = by_start_.find(start_of(stretch.heard[first].word));
        if (found == by_start_.end()) continue;
        for (const auto& [issue, cue] : found->second)
          if (fits(issues_[issue][cue], stretch, first))
            hits.push_back({issue, cue, {i, j, first, first + issues_[issue][cue].words.size()}});
      }
    }
  return hits;
}

}  // namespace entente::analyze
