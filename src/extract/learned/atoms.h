// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "extract/learned/units.h"
#include "extract/learned/vocabulary.h"

namespace entente::extract::learned {

// What the rules of extract/attribution make of a unit.
enum class Hint : std::uint8_t {
  none,
  cue,
  source_left,
  source_right,
  content_left,
  content_right
};

// What the features of a unit and of its neighbours are made of.
struct Atom {
  std::uint64_t word = 0;  // folded, digits alike
  std::uint64_t stem = 0;  // without the commonest endings
  std::uint64_t suffix[4] = {};
  std::uint64_t prefix[4] = {};
  std::uint8_t shape = 0;  // capitals, digits, marks
  WordClass known;
  QuoteState quote = QuoteState::outside;
  std::uint8_t hint = 0;  // Hint, and 8 where its span begins
  bool is_word = false;
  bool is_comma = false;
};

// The place of a unit in its sentence, paragraph and quotation; distances to what looks like a cue.
struct Place {
  std::uint32_t from_start = 0;  // units of the sentence before it
  std::uint32_t to_end = 0;      // and after it
  std::uint32_t sentence = 0;    // of the paragraph
  std::uint32_t sentences = 0;   // of the paragraph, all
  std::int32_t cue_left = -1;    // unit of the paragraph that looks like a cue; -1: none
  std::int32_t cue_right = -1;
  std::int32_t quote_first = -1;  // first unit of its quotation; -1: outside
  std::int32_t quote_last = -1;
  bool first_in_sentence = false;
  bool sentence_has_quote = false;
};

struct PassageView {
  std::vector<Atom> atoms;
  std::vector<Place> places;
  std::size_t size() const { return atoms.size(); }
};

// Per unit of the prose, from what the rules read in it.
std::vector<std::uint8_t> hints_of(const Units& units, const std::vector<Statement>& statements);

// `hints` is empty, or has one for each unit of the prose.
PassageView view_of(const text::Prose& prose, const Units& units, Passage passage,
                    const Vocabulary& vocabulary, const std::vector<std::uint8_t>& hints);

}  // namespace entente::extract::learned
