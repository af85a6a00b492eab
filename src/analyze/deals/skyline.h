// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "analyze/deals/payoffs.h"

namespace entente::analyze {

// Keys of many points, one row of `parties` keys each.
struct KeyRows {
  std::size_t parties = 0;
  std::vector<Key> keys;

  std::size_t size() const { return parties == 0 ? 0 : keys.size() / parties; }
  std::span<const Key> operator[](std::size_t row) const {
    return {keys.data() + row * parties, parties};
  }
  void add(std::span<const Key> row) { keys.insert(keys.end(), row.begin(), row.end()); }
};

// How much may be spent on a piece of work.
struct Effort {
  unsigned threads = 1;  // 0: one per core
  std::stop_token stop = {};
  bool stopped() const { return stop.stop_requested(); }
};

// Of the rows `order`, which must differ and stand in descending lexicographic order, those that no
// other one of them dominates, in the same order. Two parties by one sweep; three by a sweep with a
// staircase; up to seven against what was kept, the largest sums first, eight rows at a time; more
// against those only that stand about as high for every party, found by bits. Where the
// work is stopped, some are missing, at first none of the some thousand with the largest sums.
std::vector<std::uint32_t> undominated(const KeyRows& rows, const std::vector<std::uint32_t>& order,
                                       const Effort& effort = {});

// The points that are not dominated among all that were added, with how many were added at each and
// the lowest number (`first`) of these. What it holds does not depend on the order of adding.
class Skyline {
 public:
  explicit Skyline(std::size_t parties) { rows_.parties = parties; }

  void add(std::span<const Key> row, std::uint64_t first, std::uint64_t count = 1);
  void add(const Skyline& other);
  void settle(const Effort& effort = {});  // drops what is dominated; to be called before reading

  // Of the points settled so far, the `most` that lack least of `corner`: those that will dominate
  // most of what lies below it. To hold others against before adding them.
  KeyRows nearest(std::span<const Key> corner, std::size_t most) const;
  bool unsettled() const { return settled_ == 0; }

  const KeyRows& rows() const { return rows_; }  // in descending lexicographic order
  std::uint64_t first(std::size_t row) const { return firsts_[row]; }
  std::uint64_t count(std::size_t row) const { return counts_[row]; }
  std::size_t size() const { return rows_.size(); }

 private:
  void append(std::span<const Key> row, std::uint64_t first, std::uint64_t count);
  std::uint32_t& place_of(std::span<const Key> row);
  void lay_out_places();

  KeyRows rows_;
  std::vector<std::uint64_t> firsts_, counts_;
  std::vector<std::uint32_t> places_;  // a hash table of rows, by number + 1; 0: free
  std::size_t settled_ = 0;
};

// The sum, or 2^64 - 1 where it is more.
std::uint64_t added(std::uint64_t a, std::uint64_t b);

}  // namespace entente::analyze
