// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/scale.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "extract/learned/table.h"

namespace entente::extract::learned {
namespace {

constexpr int fewest_slot_bits = 8, most_slot_bits = 30;

unsigned slot_bits(std::size_t entries) {
  return static_cast<unsigned>(
      std::clamp(static_cast<int>(std::bit_width(entries)) + 1, fewest_slot_bits, most_slot_bits));
}

}  // namespace

Scale::Scale(std::vector<Entry> entries, float unit)
    : entries_(std::move(entries)),
      unit_(unit),
      bits_(slot_bits(entries_.size())),
      slots_(std::size_t{1} << bits_) {
  for (const Entry& entry : entries_) {
    if (entry.weight == 0) continue;
    std::size_t at = slot_of(entry.key);
    while (slots_[at].weight != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {static_cast<std::uint32_t>(entry.key), entry.weight};
  }
}

std::int32_t Scale::weight_of(std::uint64_t hash) const {
  const std::uint64_t key = FeatureTable::key_of(hash);
  const auto tag = static_cast<std::uint32_t>(key);
  for (std::size_t at = slot_of(key); slots_[at].weight != 0; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].tag == tag) return slots_[at].weight;
  return 0;
}

float Scale::worth(const Features& features) const {
  std::int32_t sum = 0;
  for (std::uint64_t feature : features) sum += weight_of(feature);
  return 1 / (1 + std::exp(-unit_ * static_cast<float>(sum)));
}

}  // namespace entente::extract::learned
