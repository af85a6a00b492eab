// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/vocabulary.h"

#include <bit>

namespace entente::extract::learned {

Vocabulary::Vocabulary(std::vector<Entry> entries) : entries_(std::move(entries)) {
  slots_.resize(std::bit_ceil(2 * entries_.size() + 2));
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t at = entries_[i].key & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

WordClass Vocabulary::find(std::uint64_t hash) const {
  if (slots_.empty()) return {};
  const std::uint32_t key = key_of(hash);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key & mask; slots_[at] != 0; at = (at + 1) & mask)
    if (entries_[slots_[at] - 1].key == key) return entries_[slots_[at] - 1].word;
  return {};
}

}  // namespace entente::extract::learned
