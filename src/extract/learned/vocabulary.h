// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/learned/hashing.h"

namespace entente::extract::learned {

// What is known of a word before it is seen in a text.
struct WordClass {
  std::uint8_t cue = 0;       // 0: unknown; else 1 + how often a use of it is in a cue, 0 to 7
  std::uint8_t senses = 0;    // bits; see docs/methods/attribution.md
  std::uint16_t cluster = 0;  // words used alike; 0: none

  friend bool operator==(const WordClass&, const WordClass&) = default;
};

// Words by the upper half of their hash: no word can be read out of it.
class Vocabulary {
 public:
  struct Entry {
    std::uint32_t key = 0;
    WordClass word;
    friend bool operator==(const Entry&, const Entry&) = default;
  };

  Vocabulary() = default;
  // `entries` by rising key, each key once.
  explicit Vocabulary(std::vector<Entry> entries);

  static constexpr std::uint32_t key_of(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32);
  }
  WordClass find(std::uint64_t hash) const;
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // 1 + index of an entry; 0: free
};

}  // namespace entente::extract::learned
