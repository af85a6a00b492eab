// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "read/lines.h"

namespace entente::read {

// Classes of common words that tell a page from a report, a bit each.
enum WordClass : std::uint32_t {
  grammar = 1u << 0,    // articles, prepositions, conjunctions
  helping = 1u << 1,    // "is", "have", "would"
  speech = 1u << 2,     // "said"
  reader = 1u << 3,     // "you"
  owners = 1u << 4,     // "our"
  speaker = 1u << 5,    // "I"
  page_act = 1u << 6,   // what a page asks its reader to do
  page_noun = 1u << 7,  // parts of a page
  weak_noun = 1u << 8,  // parts of a page that are common elsewhere too
  offering = 1u << 9,   // prices and trials
  legal_word = 1u << 10,
  picture_noun = 1u << 11,
  picture_verb = 1u << 12,
  picture_side = 1u << 13,
  job_word = 1u << 14,
  time_unit_word = 1u << 15,
  stamp_word = 1u << 16,  // "updated"
  clock_word = 1u << 17,  // "pm", "GMT"
  asking = 1u << 18,
};

std::uint32_t classes_of(WordKey key);

}  // namespace entente::read
