// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::extract::learned {

// The same on every machine; the weight file rests on it.
constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15u)) * 0xD6E8FEB86659FD93u;
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93u;
  return h ^ (h >> 29);
}

constexpr std::uint64_t hash_of(std::u32string_view word) {
  std::uint64_t h = 0xCBF29CE484222325u;
  for (char32_t c : word) h = (h ^ c) * 0x100000001B3u;
  return mixed(h, word.size());
}

}  // namespace entente::extract::learned
