// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "extract/learned/labels.h"

namespace entente::extract::learned {

// Whole-number weights of both stages, side by side: a feature costs one look at memory.
inline constexpr std::size_t table_labels = cue_label_count + label_count;
using Weights = std::array<std::int8_t, table_labels>;
using Sums = std::array<std::int32_t, 16>;  // by label; what is past them means nothing

// Weights by the upper 36 bits of a feature's hash.
class FeatureTable {
 public:
  struct Entry {
    std::uint64_t key = 0;
    Weights weights{};
    friend bool operator==(const Entry&, const Entry&) = default;
  };
  static constexpr std::uint64_t most_key = (std::uint64_t{1} << 36) - 1;
  static constexpr std::uint64_t key_of(std::uint64_t hash) { return hash >> 28; }

  FeatureTable() : FeatureTable(std::vector<Entry>{}) {}
  // `entries` by rising key, each key once.
  explicit FeatureTable(std::vector<Entry> entries);

  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[slot_of(key_of(hash))]); }
  void add(std::uint64_t hash, Sums& sums) const {
    const std::uint64_t key = key_of(hash);
    const std::uint16_t tag = tag_of(key);
    for (std::size_t at = slot_of(key); slots_[at].tag != 0; at = (at + 1) & (slots_.size() - 1))
      if (slots_[at].tag == tag) {
        // All of the slot at once, the tag too: whole vectors.
        const auto lanes = std::bit_cast<std::array<std::int8_t, sizeof(Slot)>>(slots_[at]);
        for (std::size_t l = 0; l < lanes.size(); ++l) sums[l] += lanes[l];
        return;
      }
  }
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  struct Slot {
    Weights weights{};
    std::uint16_t tag = 0;  // 0: free
  };
  static_assert(sizeof(Slot) == 16);
  static constexpr unsigned least_bits = 20;  // with the tag, all of the key

  static std::uint16_t tag_of(std::uint64_t key) {
    const auto tag = static_cast<std::uint16_t>(key);
    return tag == 0 ? 1 : tag;
  }
  std::size_t slot_of(std::uint64_t key) const {
    return static_cast<std::size_t>(key >> (36 - bits_));
  }

  unsigned bits_;
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
};

}  // namespace entente::extract::learned
