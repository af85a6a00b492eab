// SPDX-License-Identifier: Apache-2.0
#include "train/feature_index.h"

#include <algorithm>
#include <bit>

namespace entente::train {
namespace {

constexpr int fewest_bits = 16, most_bits = 28;

unsigned bits_for(std::size_t expected) {
  return static_cast<unsigned>(
      std::clamp(static_cast<int>(std::bit_width(expected)), fewest_bits, most_bits));
}

}  // namespace

FeatureIndex::FeatureIndex(std::uint8_t least, std::size_t expected)
    : least_(least),
      shift_(64 - bits_for(expected)),
      counts_(std::size_t{1} << bits_for(expected)) {}

std::size_t FeatureIndex::slot_of(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at] != 0 && hashes_[slots_[at] - 1] != hash) at = (at + 1) & mask;
  return at;
}

void FeatureIndex::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::size_t i = 0; i < hashes_.size(); ++i)
    slots_[slot_of(hashes_[i])] = static_cast<std::uint32_t>(i + 1);
}

std::optional<std::uint32_t> FeatureIndex::find(std::uint64_t hash) const {
  const std::uint32_t found = slots_[slot_of(hash)];
  if (found == 0) return std::nullopt;
  return found - 1;
}

std::optional<std::uint32_t> FeatureIndex::number(std::uint64_t hash) {
  if (counts_.empty() || counts_[hash >> shift_] < least_) return find(hash);
  std::size_t at = slot_of(hash);
  if (slots_[at] == 0) {
    hashes_.push_back(hash);
    slots_[at] = static_cast<std::uint32_t>(hashes_.size());
    const std::uint32_t number = slots_[at] - 1;
    if (2 * hashes_.size() > slots_.size()) grow();
    return number;
  }
  return slots_[at] - 1;
}

}  // namespace entente::train
