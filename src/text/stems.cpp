// SPDX-License-Identifier: Apache-2.0
#include "text/stems.h"

#include <array>

namespace entente::text {

std::u32string stem_of(std::u32string_view word) {
  constexpr std::size_t shortest_stem = 3;
  constexpr std::array<std::u32string_view, 5> endings{U"ing", U"ed", U"es", U"s", U"e"};
  word = word.substr(0, word.find(U'\''));
  for (const auto ending : endings)
    if (word.ends_with(ending) && word.size() >= ending.size() + shortest_stem)
      return std::u32string(word.substr(0, word.size() - ending.size()));
  return std::u32string(word);
}

}  // namespace entente::text
