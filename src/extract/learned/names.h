// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extract/learned/units.h"
#include "extract/learned/vocabulary.h"

// Which words are names. The weights must not know one name from another: whoever changes names
// with somebody else is read alike. So a name is one sign to them, whatever its letters.
namespace entente::extract::learned {

// Stands for a name.
inline constexpr char32_t name_sign = U'\uE000';

// Marks what names somebody or something, by capitals: inside a sentence all words with a capital
// but titles and days; at its beginning, and where capitals tell nothing, those that are no common
// word, that the vocabulary knows as names, or that the text elsewhere uses as a name. Linear in
// the number of units but for looking words up.
void mark_names(const text::Prose& prose, const Vocabulary& vocabulary, Units& units);

// A unit as the weights see it: folded, digits alike, its names a sign each ("pro-Roe": "pro-" and
// the sign).
std::u32string seen_form(std::u32string_view folded, std::uint8_t names);

}  // namespace entente::extract::learned
