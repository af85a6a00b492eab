// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/learned/hashing.h"

namespace entente::extract::learned {

// How a word is used whose capital tells nothing, as at a sentence's beginning.
enum class WordUse : std::uint8_t {
  unknown,  // by nobody who writes it small: a name
  common,
  name,         // of a country or an organisation, whatever else it means
  begins_name,  // of such a name of several words
  title         // of a person, a day or a month: never a name, and written large anywhere
};
inline constexpr std::size_t word_uses = 5;

// What is known of a word before it is seen in a text.
struct WordClass {
  std::uint8_t cue = 0;       // 0: unknown; else 1 + how often a use of it is in a cue, 0 to 7
  std::uint8_t senses = 0;    // bits; see docs/methods/attribution.md
  std::uint16_t cluster = 0;  // words used alike; 0: none
  WordUse use = WordUse::unknown;
  std::uint8_t parts = 0;  // of speech that it is used as, bits: noun, verb, adjective, adverb

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
