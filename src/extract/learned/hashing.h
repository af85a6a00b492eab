// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::extract::learned {

// The same on every machine; the weight file rests on it.
constexpr std::uint64_t stirred(std::uint64_t h) {
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93u;
  return h ^ (h >> 29);
}

// Tells small numbers apart as well as hashes, and the order of the two.
constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  return stirred((stirred(a * 0x9E3779B97F4A7C15u) + b) * 0xD6E8FEB86659FD93u);
}

constexpr std::uint64_t hash_of(std::u32string_view word) {
  std::uint64_t h = 0xCBF29CE484222325u;
  for (char32_t c : word) h = (h ^ c) * 0x100000001B3u;
  return stirred((h ^ (word.size() + 0x9E3779B97F4A7C15u)) * 0xD6E8FEB86659FD93u);
}

}  // namespace entente::extract::learned
