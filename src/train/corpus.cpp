// SPDX-License-Identifier: Apache-2.0
#include "train/corpus.h"

#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "extract/learned/hashing.h"
#include "extract/learned/labels.h"
#include "extract/learned/names.h"
#include "text/characters.h"
#include "train/gold.h"

namespace entente::train {
namespace {

using namespace extract::learned;

struct Uses {
  double all = 0, in_cue = 0;
};

// Of 1 to 8; a rare word is held to be like most words.
std::uint8_t cue_class(const Uses& uses) {
  if (uses.all < 2) return 0;
  const double share = uses.in_cue / (uses.all + 0.5);
  constexpr double bounds[] = {0.002, 0.02, 0.06, 0.15, 0.3, 0.5, 0.75};
  return static_cast<std::uint8_t>(
      1 + (std::upper_bound(std::begin(bounds), std::end(bounds), share) - std::begin(bounds)));
}

std::uint64_t word_hash(const text::Prose& prose, const Unit& unit) {
  return hash_of(seen_form(
      std::u32string_view(prose.folded).substr(unit.span.begin, unit.span.size()), unit.names));
}

void cut(Text& text, const extract::SpeechLexicon& rules) {
  text.prose = text::read_prose(text.marked.text, {});
  text.units = cut_units(text.prose);
  text.labels = labels_of(text.units, text.marked.attributions);
  text.ruled = extract::attribute(text.prose, rules);
  text.hints = hints_of(text.units, text.ruled);
}

}  // namespace

std::vector<Text> cut_texts(std::vector<Marked> marked, const extract::SpeechLexicon& rules,
                            unsigned threads) {
  std::vector<Text> out(marked.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i].marked = std::move(marked[i]);
  for_each_index(out.size(), threads, [&](std::size_t i) { cut(out[i], rules); });
  return out;
}

namespace {

struct Written {
  std::uint32_t small = 0, all = 0;
};

std::map<std::uint64_t, Written> written_in(const std::vector<Text>& texts) {
  std::map<std::uint64_t, Written> out;
  for (const Text& text : texts)
    for (const Unit& unit : text.units.units) {
      const std::u32string_view word = text.prose.text.substr(unit.span.begin, unit.span.size());
      if (!text::is_letter(word.front())) continue;
      Written& one = out[hash_of(
          std::u32string_view(text.prose.folded).substr(unit.span.begin, unit.span.size()))];
      ++one.all;
      one.small +=
          std::none_of(word.begin(), word.end(), [](char32_t c) { return text::is_upper(c); });
    }
  return out;
}

bool is_common(const Written& word) {
  constexpr std::uint32_t fewest_small = 3, least_part = 4;
  return word.small >= fewest_small && word.small * least_part >= word.all;
}

}  // namespace

std::vector<Vocabulary::Entry> with_common_words(std::vector<Vocabulary::Entry> classes,
                                                 const std::vector<Text>& texts) {
  std::map<std::uint32_t, WordClass> words;
  for (const auto& [key, word] : classes) words[key] = word;
  for (const auto& [hash, written] : written_in(texts))
    if (is_common(written)) {
      WordUse& use = words[Vocabulary::key_of(hash)].use;
      if (use == WordUse::unknown) use = WordUse::common;
    }
  classes.clear();
  for (const auto& [key, word] : words) classes.push_back({key, word});
  return classes;
}

void mark_names(std::vector<Text>& texts, const std::vector<Vocabulary::Entry>& classes) {
  const Vocabulary vocabulary(classes);
  for (Text& text : texts) extract::learned::mark_names(text.prose, vocabulary, text.units);
}

Vocabulary vocabulary_of(const std::vector<const Text*>& texts,
                         const std::vector<Vocabulary::Entry>& classes) {
  std::map<std::uint32_t, Uses> uses;
  for (const Text* text : texts)
    for (std::size_t i = 0; i < text->units.units.size(); ++i) {
      Uses& one = uses[Vocabulary::key_of(word_hash(text->prose, text->units.units[i]))];
      one.all += 1;
      one.in_cue += is_cue(static_cast<Label>(text->labels[i]));
    }
  std::map<std::uint32_t, WordClass> words;
  for (const auto& [key, word] : classes) words[key] = word;
  for (const auto& [key, use] : uses)
    if (const std::uint8_t cue = cue_class(use); cue != 0) words[key].cue = cue;
  std::vector<Vocabulary::Entry> entries;
  for (const auto& [key, word] : words) entries.push_back({key, word});
  return Vocabulary(std::move(entries));
}

Attribution attribution_of(const Text& text, Passage passage, const Linked& linked) {
  const auto span_of = [&](Stretch stretch) {
    return Span{text.units.units[passage.first + stretch.first].span.begin,
                text.units.units[passage.first + stretch.last - 1].span.end};
  };
  Attribution out;
  out.cue.push_back(span_of(linked.cue));
  for (Stretch stretch : linked.source) out.source.push_back(span_of(stretch));
  for (Stretch stretch : linked.content) out.content.push_back(span_of(stretch));
  return out;
}

}  // namespace entente::train
