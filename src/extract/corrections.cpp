// SPDX-License-Identifier: Apache-2.0
#include "extract/corrections.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "text/prose.h"
#include "text/stems.h"

namespace entente::extract {
namespace {

constexpr std::size_t folds = 10;
constexpr std::size_t least_times = 2, least_documents = 2;

// How sure a rule is: as if one more coding had been judged, against it.
double surety(const Correction& rule) {
  return static_cast<double>(rule.times) / static_cast<double>(rule.of + 1);
}

bool surer(const Correction& one, const Correction& other) {
  if (surety(one) != surety(other)) return surety(one) > surety(other);
  if (one.times != other.times) return one.times > other.times;
  return one.sign < other.sign;
}

struct Tally {
  std::size_t all = 0;
  std::map<std::string, std::pair<std::size_t, std::set<DocumentId>>> by_right;
};

// What a rule would do to a coding that it was not learned from.
struct Trial {
  double surety = 0;
  bool right = false;
};

bool has_sign(const std::vector<std::string>& signs, const std::string& sign) {
  return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

bool is_closed_class(std::u32string_view word) {
  static const std::set<std::u32string_view> words{
      U"the",    U"and",     U"but",    U"for",     U"nor",     U"not",      U"this",   U"that",
      U"these",  U"those",   U"any",    U"all",     U"each",    U"every",    U"some",   U"both",
      U"its",    U"his",     U"her",    U"our",     U"their",   U"your",     U"they",   U"them",
      U"she",    U"him",     U"who",    U"whom",    U"whose",   U"which",    U"what",   U"where",
      U"when",   U"while",   U"why",    U"how",     U"with",    U"within",   U"from",   U"into",
      U"upon",   U"over",    U"under",  U"above",   U"below",   U"about",    U"around", U"after",
      U"before", U"during",  U"since",  U"until",   U"till",    U"between",  U"among",  U"across",
      U"along",  U"against", U"toward", U"towards", U"through", U"out",      U"off",    U"than",
      U"then",   U"there",   U"here",   U"because", U"though",  U"although", U"unless", U"whether",
      U"are",    U"was",     U"were",   U"been",    U"being",   U"has",      U"have",   U"had",
      U"having", U"does",    U"did",    U"will",    U"would",   U"shall",    U"should", U"can",
      U"could",  U"may",     U"might",  U"must",    U"only",    U"also",     U"even",   U"just",
      U"still",  U"more",    U"most",   U"much",    U"many",    U"such",     U"very",   U"too",
      U"said",   U"says",    U"told",   U"one",     U"two",     U"you",      U"other"};
  return words.contains(word);
}

}  // namespace

bool Corrections::covers(const Rule& rule, const JudgedCoding& one) {
  return rule.coded == one.coded && has_sign(one.signs, rule.correction.sign);
}

std::optional<Corrections::Rule> Corrections::surest(
    const std::vector<const JudgedCoding*>& judged) {
  std::map<std::pair<std::string, std::string>, Tally> tallies;  // by what was coded, and sign
  for (const JudgedCoding* one : judged)
    for (const std::string& sign : one->signs) {
      Tally& tally = tallies[{one->coded, sign}];
      ++tally.all;
      if (one->right == one->coded) continue;
      auto& [times, documents] = tally.by_right[one->right];
      ++times;
      documents.insert(one->document);
    }
  std::optional<Rule> best;
  for (const auto& [key, tally] : tallies)
    for (const auto& [right, seen] : tally.by_right) {
      const Rule rule{key.first, {right, key.second, seen.first, tally.all}};
      if (seen.first < least_times || seen.second.size() < least_documents) continue;
      if (!best || surer(rule.correction, best->correction)) best = rule;
    }
  return best;
}

Corrections::Corrections(const std::vector<JudgedCoding>& judged) {
  const auto least = calibrate(judged);
  if (!least) return;
  std::vector<const JudgedCoding*> all;
  for (const JudgedCoding& one : judged) all.push_back(&one);
  rules_ = rules_from(std::move(all));
  std::erase_if(rules_, [&](const Rule& rule) { return surety(rule.correction) < *least; });
}

std::optional<Correction> Corrections::of(const std::string& coded,
                                          const std::vector<std::string>& signs) const {
  return first(rules_, coded, signs);
}

// One rule after the other, the surest first; what it covers is explained and counts for no other.
Corrections::Rules Corrections::rules_from(std::vector<const JudgedCoding*> judged) {
  Rules rules;
  while (const auto rule = surest(judged)) {
    rules.push_back(*rule);
    std::erase_if(judged, [&](const JudgedCoding* one) { return covers(*rule, *one); });
  }
  return rules;
}

std::optional<Correction> Corrections::first(const Rules& rules, const std::string& coded,
                                             const std::vector<std::string>& signs) {
  for (const Rule& rule : rules)
    if (rule.coded == coded && has_sign(signs, rule.correction.sign)) return rule.correction;
  return std::nullopt;
}

// The least surety at which four of five changes of what was held back are right, two at least.
std::optional<double> Corrections::calibrate(const std::vector<JudgedCoding>& judged) {
  std::map<DocumentId, std::size_t> fold_of;
  for (const JudgedCoding& one : judged) fold_of.try_emplace(one.document, 0);
  std::size_t rank = 0;
  for (auto& [document, fold] : fold_of) fold = rank++ % folds;

  std::vector<Trial> trials;
  for (std::size_t fold = 0; fold < std::min(folds, fold_of.size()); ++fold) {
    std::vector<const JudgedCoding*> seen;
    for (const JudgedCoding& one : judged)
      if (fold_of[one.document] != fold) seen.push_back(&one);
    const Rules rules = rules_from(std::move(seen));
    for (const JudgedCoding& one : judged)
      if (fold_of[one.document] == fold)
        if (const auto rule = first(rules, one.coded, one.signs))
          trials.push_back({surety(*rule), rule->right == one.right});
  }
  std::sort(trials.begin(), trials.end(),
            [](const Trial& a, const Trial& b) { return a.surety > b.surety; });
  std::optional<double> least;
  std::size_t right = 0;
  for (std::size_t i = 0; i < trials.size(); ++i) {
    right += trials[i].right;
    const bool last_of_its_kind = i + 1 == trials.size() || trials[i + 1].surety < trials[i].surety;
    if (!last_of_its_kind || right < 2 || 5 * right < 4 * (i + 1)) continue;
    least = trials[i].surety;
    changed_ = i + 1;
    mended_ = right;
  }
  return least;
}

SignReader::SignReader(const Codebook& codebook, const std::vector<Person>& people) {
  for (const Party& party : codebook.parties) {
    leave_out_party(party.name);
    for (const auto* names : {&party.aliases, &party.demonyms, &party.seats})
      for (const std::string& name : *names) leave_out_party(name);
  }
  for (const Person& person : people) {
    for (std::u32string& stem : phrase_of(person.name)) names_.insert(std::move(stem));
    leave_out_party(person.party);
  }
}

SignReader::Phrase SignReader::phrase_of(std::string_view name) {
  const std::u32string words = from_utf8(name);
  const text::Prose prose = text::read_prose(words, {});
  Phrase stems;
  for (std::size_t i = 0; i < prose.tokens.size(); ++i)
    if (const auto word = prose.folded_word(i); !stems.empty() || word != U"the")
      stems.push_back(text::stem_of(word));
  return stems;
}

// Of a name of several words each may be an ordinary word by itself: "house".
void SignReader::leave_out_party(std::string_view name) {
  Phrase stems = phrase_of(name);
  if (stems.size() == 1) names_.insert(stems.front());
  if (stems.size() > 1) phrases_.push_back(std::move(stems));
}

std::vector<bool> SignReader::in_names(const Phrase& stems) const {
  std::vector<bool> in(stems.size());
  for (std::size_t i = 0; i < stems.size(); ++i) {
    if (names_.contains(stems[i])) in[i] = true;
    for (const Phrase& phrase : phrases_)
      if (phrase.size() <= stems.size() - i &&
          std::equal(phrase.begin(), phrase.end(), stems.begin() + static_cast<std::ptrdiff_t>(i)))
        std::fill_n(in.begin() + static_cast<std::ptrdiff_t>(i), phrase.size(), true);
  }
  return in;
}

std::vector<std::string> SignReader::signs_in(std::string_view utf8) const {
  constexpr std::size_t shortest_word = 3;
  const std::u32string words = from_utf8(utf8);
  const text::Prose prose = text::read_prose(words, {});
  Phrase stems;
  for (std::size_t i = 0; i < prose.tokens.size(); ++i)
    stems.push_back(text::stem_of(prose.folded_word(i)));
  const std::vector<bool> named = in_names(stems);
  std::set<std::string> signs;
  std::string before;
  for (std::size_t i = 0; i < prose.tokens.size(); ++i) {
    const auto word = prose.folded_word(i);
    const bool tells = prose.tokens[i].kind == text::TokenKind::word && !named[i] &&
                       word.size() >= shortest_word && !is_closed_class(word);
    const std::string sign = tells ? to_utf8(stems[i]) + "*" : "";
    if (tells) signs.insert(sign);
    if (tells && !before.empty()) signs.insert(before + " " + sign);
    before = sign;
  }
  return {signs.begin(), signs.end()};
}

}  // namespace entente::extract
