// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/skyline.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace entente::analyze {
namespace {

constexpr std::size_t unsettled_most = 32768;
constexpr std::size_t lanes = 8;

using Order = std::vector<std::uint32_t>;

bool higher(std::span<const Key> a, std::span<const Key> b) {
  return std::lexicographical_compare(b.begin(), b.end(), a.begin(), a.end());
}

Order sweep_two(const KeyRows& rows, const Order& order) {
  Order kept;
  Key best = -1;
  for (const std::uint32_t row : order) {
    if (rows[row][1] <= best) continue;
    best = rows[row][1];
    kept.push_back(row);
  }
  return kept;
}

// What the points seen so far reach in the second and third key: from the highest second key down,
// the third one rises.
class Staircase {
 public:
  // False where a step covers the point; else it becomes one, and covers others.
  bool climb(Key second, Key third) {
    const auto at = steps_.lower_bound(second);
    if (at != steps_.end() && at->second >= third) return false;
    auto low = at;
    if (at != steps_.end() && at->first == second) ++low;
    auto from = low;
    while (from != steps_.begin() && std::prev(from)->second <= third) --from;
    steps_.erase(from, low);
    steps_[second] = third;
    return true;
  }

 private:
  std::map<Key, Key> steps_;
};

Order sweep_three(const KeyRows& rows, const Order& order) {
  Order kept;
  Staircase stairs;
  for (const std::uint32_t row : order)
    if (stairs.climb(rows[row][1], rows[row][2])) kept.push_back(row);
  return kept;
}

// Rows in groups of eight, key by key, so that one is held against eight at once.
class Packed {
 public:
  explicit Packed(std::size_t parties) : parties_(parties) {}

  void add(std::span<const Key> row) {
    if (size_ % lanes == 0) keys_.resize(keys_.size() + parties_ * lanes, -1);
    Key* group = keys_.data() + size_ / lanes * parties_ * lanes;
    for (std::size_t p = 0; p < parties_; ++p) group[p * lanes + size_ % lanes] = row[p];
    ++size_;
  }

  // Whether one of them is nowhere below `row`.
  bool covers(std::span<const Key> row) const {
    for (const Key* group = keys_.data(); group != keys_.data() + keys_.size(); group += parties_ * lanes)
      if (group_covers(group, row)) return true;
    return false;
  }

 private:
  bool group_covers(const Key* group, std::span<const Key> row) const {
    Key below[lanes] = {};
    for (std::size_t p = 0; p < parties_; ++p) {
      Key standing = 0;
      for (std::size_t lane = 0; lane < lanes; ++lane) below[lane] |= group[p * lanes + lane] < row[p] ? -1 : 0;
      for (std::size_t lane = 0; lane < lanes; ++lane) standing |= ~below[lane];
      if (standing == 0) return false;
    }
    return true;
  }

  std::size_t parties_, size_ = 0;
  std::vector<Key> keys_;
};

// A row that dominates another one has the larger sum, so each need only be held against those
// before it.
Order filter_by_sum(const KeyRows& rows, const Order& order) {
  std::vector<std::pair<std::int64_t, std::uint32_t>> by_sum;
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    const auto row = rows[order[place]];
    by_sum.emplace_back(-std::accumulate(row.begin(), row.end(), std::int64_t{0}), place);
  }
  std::sort(by_sum.begin(), by_sum.end());
  Packed kept(rows.parties);
  Order places;
  for (const auto& [sum, place] : by_sum) {
    if (kept.covers(rows[order[place]])) continue;
    kept.add(rows[order[place]]);
    places.push_back(place);
  }
  std::sort(places.begin(), places.end());
  for (std::uint32_t& place : places) place = order[place];
  return places;
}

}  // namespace

Order undominated(const KeyRows& rows, const Order& order) {
  if (order.empty()) return {};
  if (rows.parties == 1) return {order.front()};
  if (rows.parties == 2) return sweep_two(rows, order);
  if (rows.parties == 3) return sweep_three(rows, order);
  return filter_by_sum(rows, order);
}

std::uint64_t added(std::uint64_t a, std::uint64_t b) {
  std::uint64_t sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? std::numeric_limits<std::uint64_t>::max() : sum;
}

void Skyline::add(std::span<const Key> row, std::uint64_t first, std::uint64_t count) {
  rows_.add(row);
  firsts_.push_back(first);
  counts_.push_back(count);
  if (size() - settled_ >= std::max(unsettled_most, settled_)) settle();
}

void Skyline::add(const Skyline& other) {
  for (std::size_t row = 0; row < other.size(); ++row) add(other.rows_[row], other.firsts_[row], other.counts_[row]);
}

void Skyline::settle() {
  Order order(size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return higher(rows_[a], rows_[b]); });
  Order distinct;
  for (const std::uint32_t row : order) {
    if (distinct.empty() || !std::ranges::equal(rows_[distinct.back()], rows_[row])) {
      distinct.push_back(row);
      continue;
    }
    counts_[distinct.back()] = added(counts_[distinct.back()], counts_[row]);
    firsts_[distinct.back()] = std::min(firsts_[distinct.back()], firsts_[row]);
  }
  Skyline settled(rows_.parties);
  for (const std::uint32_t row : undominated(rows_, distinct)) {
    settled.rows_.add(rows_[row]);
    settled.firsts_.push_back(firsts_[row]);
    settled.counts_.push_back(counts_[row]);
  }
  settled.settled_ = settled.size();
  settled.choose_champions();
  *this = std::move(settled);
}

// The best for all together, and for all with one party counted more.
void Skyline::choose_champions() {
  const std::size_t parties = std::min<std::size_t>(rows_.parties, 8);
  std::vector<std::size_t> best(parties + 1);
  std::vector<std::int64_t> score(parties + 1, -1);
  for (std::size_t row = 0; row < size(); ++row) {
    const std::int64_t sum = std::accumulate(rows_[row].begin(), rows_[row].end(), std::int64_t{0});
    for (std::size_t which = 0; which <= parties; ++which) {
      const std::int64_t value = which == 0 ? sum : sum + 2 * std::int64_t{rows_[row][which - 1]};
      if (value > score[which]) score[which] = value, best[which] = row;
    }
  }
  if (size() == 0) return;
  std::sort(best.begin(), best.end());
  best.erase(std::unique(best.begin(), best.end()), best.end());
  for (const std::size_t row : best) champions_.add(rows_[row]);
}

}  // namespace entente::analyze
