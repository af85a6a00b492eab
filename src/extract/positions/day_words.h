// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "extract/positions/marked_text.h"

namespace entente::extract::coding {

enum class Tense { past, future };

// A stretch of text that says when: "on Monday", "next week", "in February", "on 10 March".
struct DayWords {
  Span span;
  std::string key;          // the same for the same day words: "monday", "february"
  std::optional<Date> day;  // against `printed`, where the words name a day
};

// The first day words in the tokens [first, last).
std::optional<DayWords> day_words_in(const text::Prose& prose,
                                     const std::vector<MeetingMark>& marks, std::size_t first,
                                     std::size_t last, Tense tense, std::optional<Date> printed);

// The day on which a statement was made, from the day words around its cue, outside its content.
std::optional<Date> day_of_saying(const text::Prose& prose, const std::vector<MeetingMark>& marks,
                                  const Statement& statement, Date printed);

}  // namespace entente::extract::coding
