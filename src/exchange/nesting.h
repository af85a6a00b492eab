// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente::exchange {

// Whether the lists and objects of a JSON text stand more than `most` deep. Asked before parsing:
// the parser itself has no limit, and its callback, which could keep one, takes quadratic time.
inline bool nested_deeper(std::string_view text, int most) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') quoted = !quoted;
    if (quoted && c == '\\') ++i;
    if (quoted) continue;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (depth > most) return true;
  }
  return false;
}

}  // namespace entente::exchange
