// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "extract/attribution.h"
#include "extract/learned/atoms.h"
#include "extract/learned/links.h"
#include "train/brat.h"

namespace entente::train {

using extract::learned::Vocabulary;

// A marked text, cut and labelled.
struct Text {
  Marked marked;
  text::Prose prose;  // of marked.text
  extract::learned::Units units;
  std::vector<std::uint8_t> labels;  // per unit
  std::vector<Statement> ruled;      // what the rules read in it
  std::vector<std::uint8_t> hints;   // per unit, from them
};

// In the order given; `rules` give the hints.
std::vector<Text> cut_texts(std::vector<Marked> marked, const extract::SpeechLexicon& rules,
                            unsigned threads);

// `classes`, and of the words that the texts write small the knowledge that they are no names.
std::vector<Vocabulary::Entry> with_common_words(std::vector<Vocabulary::Entry> classes,
                                                 const std::vector<Text>& texts);

// To be done before anything is learned from the texts or read in them.
void mark_names(std::vector<Text>& texts, const std::vector<Vocabulary::Entry>& classes);

// What is known of words: their classes, and how often a use of the word stands in a cue in the
// texts given.
Vocabulary vocabulary_of(const std::vector<const Text*>& texts,
                         const std::vector<Vocabulary::Entry>& classes);

// In the text's offsets.
Attribution attribution_of(const Text& text, extract::learned::Passage passage,
                           const extract::learned::Linked& linked);

}  // namespace entente::train
