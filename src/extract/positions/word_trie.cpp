// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/word_trie.h"

#include <algorithm>

namespace entente::extract {

const WordTrie::Node* WordTrie::below(const Node& node, char32_t letter) const {
  for (const Child& child : node.children)
    if (child.letter == letter) return &nodes_[child.node];
  return nullptr;
}

std::size_t WordTrie::start_of(std::u32string_view word) {
  std::size_t hash = 0;
  for (const char32_t letter : word.substr(0, start)) hash = hash * 31 + letter;
  return hash % most_starts;
}

void WordTrie::add(std::u32string_view word, Key key, std::uint32_t number) {
  starts_.set(start_of(word));
  any_start_ = any_start_ || (key == Key::beginning && word.size() < start);
  std::size_t at = 0;
  for (const char32_t letter : word) {
    if (const Node* next = below(nodes_[at], letter)) {
      at = static_cast<std::size_t>(next - nodes_.data());
    } else {
      nodes_[at].children.push_back({letter, static_cast<std::uint32_t>(nodes_.size())});
      at = nodes_.size();
      nodes_.emplace_back();
    }
  }
  auto& numbers = key == Key::whole ? nodes_[at].whole : nodes_[at].beginning;
  if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
}

void WordTrie::find(std::u32string_view word, std::vector<std::uint32_t>& out) const {
  if (!any_start_ && !starts_.test(start_of(word))) return;
  const Node* node = &nodes_.front();
  for (const char32_t letter : word) {
    node = below(*node, letter);
    if (node == nullptr) return;
    out.insert(out.end(), node->beginning.begin(), node->beginning.end());
  }
  out.insert(out.end(), node->whole.begin(), node->whole.end());
}

}  // namespace entente::extract
