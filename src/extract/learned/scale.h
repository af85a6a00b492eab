// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "extract/learned/features.h"

namespace entente::extract::learned {

// The third stage: what each feature of a proposal adds to its worth.
class Scale {
 public:
  struct Entry {
    std::uint64_t key = 0;  // the upper 36 bits of the feature's hash
    std::int8_t weight = 0;
    friend bool operator==(const Entry&, const Entry&) = default;
  };

  Scale() : Scale({}, 1) {}
  // `entries` by rising key, each key once; a weight counts `unit` times.
  Scale(std::vector<Entry> entries, float unit);

  // 0 to 1: how much of a marked attribution is expected to be met (see train/weighing.h).
  float worth(const Features& features) const;
  const std::vector<Entry>& entries() const { return entries_; }
  float unit() const { return unit_; }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::int8_t weight = 0;  // 0: free
  };
  std::size_t slot_of(std::uint64_t key) const {
    return static_cast<std::size_t>(key >> (36 - bits_));
  }
  std::int32_t weight_of(std::uint64_t hash) const;

  std::vector<Entry> entries_;
  float unit_;
  unsigned bits_;
  std::vector<Slot> slots_;
};

}  // namespace entente::extract::learned
