// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "text/prose.h"

namespace entente::extract::coding {

// Closed classes of English words that tell where a noun phrase or a clause begins.
inline constexpr std::array<std::u32string_view, 12> determiners{
    U"the", U"a",    U"an",   U"his",   U"her",   U"its",
    U"our", U"this", U"that", U"these", U"those", U"their"};
inline constexpr std::array<std::u32string_view, 22> subject_words{
    U"we",    U"i",     U"it",  U"he",    U"she",     U"they", U"you",  U"the",
    U"its",   U"his",   U"her", U"their", U"our",     U"this", U"that", U"these",
    U"those", U"there", U"any", U"all",   U"neither", U"both"};
inline constexpr std::array<std::u32string_view, 9> pointing_words{
    U"those", U"these", U"the", U"this", U"that", U"such", U"any", U"each", U"every"};
inline constexpr std::array<std::u32string_view, 4> third_persons{U"it", U"he", U"she", U"they"};
inline constexpr std::array<std::u32string_view, 5> first_persons{U"we", U"i", U"our", U"my",
                                                                  U"us"};
inline constexpr std::array<std::u32string_view, 24> prepositions{
    U"of",     U"with",    U"from",    U"to",    U"in",     U"on",      U"at",      U"by",
    U"for",    U"against", U"between", U"about", U"under",  U"over",    U"into",    U"after",
    U"before", U"during",  U"near",    U"than",  U"toward", U"towards", U"without", U"through"};

template <std::size_t N>
bool is_any(const text::Prose& prose, std::size_t token,
            const std::array<std::u32string_view, N>& words) {
  return std::find(words.begin(), words.end(), prose.folded_word(token)) != words.end();
}

}  // namespace entente::extract::coding
