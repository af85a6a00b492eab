// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>

#include "read/line_cues.h"

namespace entente::read {

inline constexpr std::size_t least_sentence_words = 9;

// The cue so many steps behind `first` as limits are passed.
Cue step_of(std::size_t value, std::initializer_list<std::size_t> limits, Cue first);

// Sets what a line shows by itself: length, marks, letters, words.
void set_own_cues(Unit& unit, const Lines& lines);

// The word behind a colon that follows up to four words; the line's first where none does.
std::size_t label_end(const Lines& lines, const Line& line);

WordKey key_of_words(const Lines& lines, std::size_t first, std::size_t last);

}  // namespace entente::read
