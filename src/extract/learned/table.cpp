// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/table.h"

namespace entente::extract::learned {

FeatureTable::FeatureTable(std::vector<Entry> entries)
    : bits_(entries.empty() ? 1 : least_bits), entries_(std::move(entries)) {
  while ((std::size_t{1} << bits_) < 3 * entries_.size() / 2) ++bits_;
  slots_.resize(std::size_t{1} << bits_);
  for (const Entry& entry : entries_) {
    std::size_t at = slot_of(entry.key);
    while (slots_[at].tag != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {entry.weights, tag_of(entry.key)};
  }
}

}  // namespace entente::extract::learned
