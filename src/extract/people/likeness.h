// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

using NameKeys = std::vector<std::u32string>;  // a name's words as key_of gives them

// The words of a printed name: "Jean-Marc de la Roe" has five.
NameKeys keys_of_name(std::string_view name);

// What romanisations of one word share: y, j and i, w and v, kh and h, doubled letters.
std::u32string sound_of(std::u32string_view key);
bool same_sound(std::u32string_view a, std::u32string_view b);  // of two sound_of

// The same word written another way: another transliteration, or a letter or two apart in a long
// word.
bool same_word(std::u32string_view a, std::u32string_view b);

// Given names that can be one person's: equal or spelled alike, an initial, or fewer of them.
bool given_names_agree(const NameKeys& a, const NameKeys& b);

// `part` are the last words of `whole`.
bool ends_with_words(const NameKeys& whole, const NameKeys& part);

}  // namespace entente::extract
