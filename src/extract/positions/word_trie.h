// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::extract {

// Numbers by whole words and by beginnings of words; all that fit a word are found in one walk.
class WordTrie {
 public:
  enum class Key { whole, beginning };

  // Once, however often it is added.
  void add(std::u32string_view word, Key key, std::uint32_t number);

  // Appends the numbers that fit `word`: those of its beginnings, shortest first, then its own.
  void find(std::u32string_view word, std::vector<std::uint32_t>& out) const;

 private:
  struct Child {
    char32_t letter;
    std::uint32_t node;
  };
  struct Node {
    std::vector<Child> children;
    std::vector<std::uint32_t> whole, beginning;
  };

  static constexpr std::size_t start = 3;  // letters
  static constexpr std::size_t most_starts = 1 << 15;

  static std::size_t start_of(std::u32string_view word);
  const Node* below(const Node& node, char32_t letter) const;

  std::vector<Node> nodes_ = std::vector<Node>(1);
  // By a hash of their first letters, which words may fit: few do, and this fits the nearest cache.
  std::bitset<most_starts> starts_;
  bool any_start_ = false;  // a beginning is shorter than that
};

}  // namespace entente::extract
