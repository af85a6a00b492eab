// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/prose.h"

namespace entente::analyze {

// A word as a number, so that texts are compared without copying their words: FNV-1a, 64 bits. The
// same on every machine.
inline std::uint64_t word_key(std::u32string_view folded) {
  std::uint64_t key = 0xCBF29CE484222325u;
  for (const char32_t c : folded) key = (key ^ c) * 0x100000001B3u;
  return key;
}

using WordKeys = std::vector<std::uint64_t>;

// Sorted, each once.
inline WordKeys as_set(WordKeys keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

inline bool tells_content(const text::Token& token) {
  return token.kind == text::TokenKind::number ||
         (token.kind == text::TokenKind::word && token.span.size() >= 4);
}

}  // namespace entente::analyze
