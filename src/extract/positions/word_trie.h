// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::extract {

// Numbers by whole words and by beginnings of words; all that fit a word are found in one walk.
// Every word of every text is looked up, so that what a step needs lies close together.
class WordTrie {
 public:
  enum class Key { whole, beginning };

  // Once, however often it is added.
  void add(std::u32string_view word, Key key, std::uint32_t number);

  // Appends the numbers that fit `word`: those of its beginnings, shortest first, then its own.
  void find(std::u32string_view word, std::vector<std::uint32_t>& out) const;

 private:
  using Node = std::uint32_t;  // 0 is the root, and where no edge leads
  struct Edge {
    Node from = 0;
    char32_t letter = 0;
    Node to = 0;  // 0: a free slot
  };
  struct Numbers {
    std::vector<std::uint32_t> whole, beginning;
  };

  static constexpr std::size_t start = 3;  // letters
  static constexpr std::size_t most_starts = 1 << 15;

  static std::size_t start_of(std::u32string_view word);
  std::size_t slot_of(Node from, char32_t letter) const;  // the edge's, or a free one
  Node below(Node from, char32_t letter) const { return edges_[slot_of(from, letter)].to; }
  Node grown(Node from, char32_t letter);

  std::vector<Edge> edges_ = std::vector<Edge>(64);  // a hash table of 2^n slots, half of them free
  std::vector<Numbers> numbers_ = std::vector<Numbers>(1);        // by node
  std::vector<std::uint8_t> any_ = std::vector<std::uint8_t>(1);  // by node: it has numbers
  // By a hash of their first letters, which words may fit: few do, and this fits the nearest cache.
  std::bitset<most_starts> starts_;
  bool any_start_ = false;  // a beginning is shorter than that
};

}  // namespace entente::extract
