// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/lines.h"

namespace entente::read {

// Whether a sentence ends between a word and the one before it; the stop of an initial ("J. Doe")
// ends none.
bool breaks_sentence(const Lines& lines, const Line& line, std::size_t word);

// No sentence ends before word `last`.
bool is_one_sentence(const Lines& lines, const Line& line, std::size_t last);

// The words up to `last` tell in the present what somebody does in a picture, and report no speech.
bool tells_a_picture(const Lines& lines, const Line& line, std::size_t last);

// Lines that are captions though no credit shows it: "NAME (L) meets NAME (R)", "NAME, left, and
// NAME shake hands", "NAME speaks at a news conference in PLACE, March 3, 2031."
bool is_caption_by_its_words(const Lines& lines, const Line& line);

}  // namespace entente::read
