// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace entente::train {

// Numbers for the features that occur often enough. First everything is counted, then numbered.
class FeatureIndex {
 public:
  // `expected`: about how many different features will be counted.
  FeatureIndex(std::uint8_t least, std::size_t expected);

  void count(std::uint64_t hash) {
    std::uint8_t& count = counts_[hash >> shift_];
    count = static_cast<std::uint8_t>(count + (count < least_));
  }
  // The feature's number, a new one if it has none; none: it is too rare.
  std::optional<std::uint32_t> number(std::uint64_t hash);
  std::optional<std::uint32_t> find(std::uint64_t hash) const;
  const std::vector<std::uint64_t>& hashes() const { return hashes_; }
  // Nothing is counted or numbered any more.
  void close() { counts_ = {}; }

 private:
  std::size_t slot_of(std::uint64_t hash) const;
  void grow();

  std::uint8_t least_;
  unsigned shift_;
  std::vector<std::uint8_t> counts_;  // by the upper bits of the hash: rare ones may collide
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1 << 16);  // 1 + number
};

}  // namespace entente::train
