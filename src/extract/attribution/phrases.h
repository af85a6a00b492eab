// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "extract/attribution/stream.h"

namespace entente::extract::speech {

// A small chunker: closed word classes and capitals, no tagger.

// The noun phrase that starts at `at` ("the ministry's spokesman for trade", "Envoy A. Bright and
// the mediators"); empty where none does.
Range noun_phrase_at(const std::vector<Item>& items, std::size_t at, std::size_t last);

// The noun phrase that ends at `end` and starts no earlier than `first`.
Range noun_phrase_before(const std::vector<Item>& items, std::size_t first, std::size_t end);

// Whether the phrase can name somebody who speaks: a pronoun, a name, a person or body.
bool names_somebody(const std::vector<Item>& items, Range phrase);
bool is_pronoun(const std::vector<Item>& items, Range phrase);
bool is_number(const Item& item);
bool is_time(const std::vector<Item>& items, Range phrase);

// Who does what the verb group that begins at `verb` says.
struct Subject {
  Range source;
  std::size_t begin = 0;  // where the subject starts, appositions included
};
std::optional<Subject> subject_before(const std::vector<Item>& items, Clause clause,
                                      std::size_t verb);

// The subject of the sentence's first clause, past introductory phrases.
Range sentence_subject(const std::vector<Item>& items, Clause clause);

// Past adverbs, times and places that may stand between a verb and what it introduces: "on Sunday",
// "in a statement".
std::size_t skip_time(const std::vector<Item>& items, std::size_t at, std::size_t last);
std::size_t skip_prepositional(const std::vector<Item>& items, std::size_t at, std::size_t last);

}  // namespace entente::extract::speech
