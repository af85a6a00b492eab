// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
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
  std::vector<std::uint8_t> hints;   // per unit
  std::size_t fold = 0;
  std::vector<extract::learned::PassageView> views;  // per passage
  std::size_t first_example = 0;                     // of its first passage
};

// In the order given, dealt to the folds by turns; `rules` give the hints.
std::vector<Text> cut_texts(std::vector<Marked> marked, const extract::SpeechLexicon& rules,
                            std::size_t folds, unsigned threads);

// What is known of words: their classes, and how often a use of the word stands in a cue in the
// texts for which `counted` says so.
Vocabulary vocabulary_of(const std::vector<Text>& texts,
                         const std::vector<Vocabulary::Entry>& classes,
                         const std::function<bool(const Text&)>& counted);

// Attributions in the text's offsets.
std::vector<Attribution> found_in(const Text& text, std::size_t passage,
                                  const std::vector<std::uint8_t>& labels);

}  // namespace entente::train
