// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::extract {

// Finds the numbers filed under a word that may be this one in another spelling (see same_sound),
// without looking at the rest: each word is filed under its sound and what is left of it when one
// or two letters are struck out, and two words a letter or two apart share one of these.
class SpellingIndex {
 public:
  void add(std::u32string_view word, std::size_t number);
  // Ascending. `compared` counts the words looked at.
  std::vector<std::size_t> like(std::u32string_view word, std::size_t& compared) const;

 private:
  struct Entry {
    std::u32string sound;
    std::size_t number;
  };
  std::vector<Entry> entries_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> filed_;
};

}  // namespace entente::extract
