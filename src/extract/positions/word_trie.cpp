// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/word_trie.h"

#include <algorithm>

namespace entente::extract {

std::size_t WordTrie::start_of(std::u32string_view word) {
  std::size_t hash = 0;
  for (const char32_t letter : word.substr(0, start)) hash = hash * 31 + letter;
  return hash % most_starts;
}

std::size_t WordTrie::slot_of(Node from, char32_t letter) const {
  const std::size_t mask = edges_.size() - 1;
  const std::uint64_t hash = (std::uint64_t{from} << 21 ^ letter) * 0x9E3779B97F4A7C15u;
  for (std::size_t at = (hash >> 40) & mask;; at = (at + 1) & mask) {
    const Edge& edge = edges_[at];
    if (edge.to == 0 || (edge.from == from && edge.letter == letter)) return at;
  }
}

WordTrie::Node WordTrie::grown(Node from, char32_t letter) {
  const auto made = static_cast<Node>(numbers_.size());
  if (2 * numbers_.size() > edges_.size()) {
    std::vector<Edge> before(2 * edges_.size());
    before.swap(edges_);
    for (const Edge& edge : before)
      if (edge.to != 0) edges_[slot_of(edge.from, edge.letter)] = edge;
  }
  edges_[slot_of(from, letter)] = {from, letter, made};
  numbers_.emplace_back();
  any_.push_back(0);
  return made;
}

void WordTrie::add(std::u32string_view word, Key key, std::uint32_t number) {
  starts_.set(start_of(word));
  any_start_ = any_start_ || (key == Key::beginning && word.size() < start);
  Node node = 0;
  for (const char32_t letter : word) {
    const Node next = below(node, letter);
    node = next != 0 ? next : grown(node, letter);
  }
  auto& list = key == Key::whole ? numbers_[node].whole : numbers_[node].beginning;
  if (std::find(list.begin(), list.end(), number) == list.end()) list.push_back(number);
  any_[node] = 1;
}

void WordTrie::find(std::u32string_view word, std::vector<std::uint32_t>& out) const {
  if (!any_start_ && !starts_.test(start_of(word))) return;
  Node node = 0;
  for (const char32_t letter : word) {
    node = below(node, letter);
    if (node == 0) return;
    if (any_[node] == 0) continue;
    const auto& fit = numbers_[node].beginning;
    out.insert(out.end(), fit.begin(), fit.end());
  }
  if (any_[node] == 0) return;
  const auto& fit = numbers_[node].whole;
  out.insert(out.end(), fit.begin(), fit.end());
}

}  // namespace entente::extract
