// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "extract/attribution/phrases.h"
#include "extract/attribution/verbs.h"

namespace entente::extract::speech {

// What follows a verb.
enum class RightKind { none, clause, quote, noun, infinitive, naming, colon };

struct Right {
  RightKind kind = RightKind::none;
  Range content;            // items; of a quote: that item; without "that"
  std::size_t cue_end = 0;  // past words that belong to the cue ("dismissed the idea")
  std::size_t stopped = 0;  // where the adverbial words after the verb end
  bool with_that = false;
  std::optional<Range> told;  // who is spoken to
};

Right right_of(const std::vector<Item>& items, Clause clause, const VerbGroup& group);

// Where content that starts at `at` ends: before the full stop, a further speech verb of the same
// speaker, "according to".
std::size_t clause_end(const std::vector<Item>& items, Clause clause, std::size_t at);
// The same for a noun phrase or an infinitive, which a comma or a further clause also ends.
std::size_t phrase_end(const std::vector<Item>& items, Clause clause, std::size_t at);

// The verb after a comma or "and" that shares the speaker before it ("..., adding that ...").
std::optional<VerbGroup> further_verb(const std::vector<Item>& items, Clause clause,
                                      std::size_t at);

}  // namespace entente::extract::speech
