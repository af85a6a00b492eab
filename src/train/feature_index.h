// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace entente::train {

// Numbers for the features that occur often enough. First everything is counted, then numbered.
class FeatureIndex {
 public:
  explicit FeatureIndex(std::uint8_t least) : least_(least), counts_(slots_of_counts) {}

  void count(std::uint64_t hash) {
    std::uint8_t& count = counts_[hash >> shift];
    count = static_cast<std::uint8_t>(count + (count < least_));
  }
  // The feature's number, a new one if it has none; none: it is too rare.
  std::optional<std::uint32_t> number(std::uint64_t hash);
  std::optional<std::uint32_t> find(std::uint64_t hash) const;
  const std::vector<std::uint64_t>& hashes() const { return hashes_; }
  // Nothing is counted or numbered any more.
  void close() { counts_ = {}; }

 private:
  static constexpr unsigned bits = 28, shift = 64 - bits;  // counts of rare features may collide
  static constexpr std::size_t slots_of_counts = std::size_t{1} << bits;
  std::size_t slot_of(std::uint64_t hash) const;
  void grow();

  std::uint8_t least_;
  std::vector<std::uint8_t> counts_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1 << 16);  // 1 + number
};

}  // namespace entente::train
