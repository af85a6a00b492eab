// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/skyline.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <numeric>

namespace entente::analyze {
namespace {

constexpr std::size_t unsettled_most = 32768;
constexpr std::size_t lanes = 8;
constexpr std::size_t many_parties = 8;

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
    for (const Key* group = keys_.data(); group != keys_.data() + keys_.size();
         group += parties_ * lanes)
      if (group_covers(group, row)) return true;
    return false;
  }

 private:
  bool group_covers(const Key* group, std::span<const Key> row) const {
    Key below[lanes] = {};
    for (std::size_t p = 0; p < parties_; ++p) {
      Key standing = 0;
      for (std::size_t lane = 0; lane < lanes; ++lane)
        below[lane] |= group[p * lanes + lane] < row[p] ? -1 : 0;
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

// With many parties most rows stand near the top for one of them at least. A row need only be held
// against those that stand as high for that party: a short piece of the list in its order.
class Lists {
 public:
  explicit Lists(const KeyRows& rows, const Order& order) : rows_(rows) {
    for (std::size_t p = 0; p < std::min(rows.parties, lists_most); ++p) {
      Order list = order;
      std::sort(list.begin(), list.end(), [&](std::uint32_t a, std::uint32_t b) {
        return rows[a][p] != rows[b][p] ? rows[a][p] > rows[b][p] : a < b;
      });
      lists_.push_back(std::move(list));
    }
  }

  bool dominated(std::uint32_t row) const {
    const auto [list, end] = shortest(row);
    return std::any_of(lists_[list].begin(), lists_[list].begin() + end, [&](std::uint32_t other) {
      return other != row && std::equal(rows_[row].begin(), rows_[row].end(), rows_[other].begin(),
                                        std::less_equal<Key>());
    });
  }

 private:
  static constexpr std::size_t lists_most = 24;

  // The list in which the fewest stand as high as `row`, and how many do.
  std::pair<std::size_t, std::ptrdiff_t> shortest(std::uint32_t row) const {
    std::pair<std::size_t, std::ptrdiff_t> best{0, std::numeric_limits<std::ptrdiff_t>::max()};
    for (std::size_t p = 0; p < lists_.size(); ++p) {
      const auto end = std::partition_point(
          lists_[p].begin(), lists_[p].end(),
          [&](std::uint32_t other) { return rows_[other][p] >= rows_[row][p]; });
      if (end - lists_[p].begin() < best.second) best = {p, end - lists_[p].begin()};
    }
    return best;
  }

  const KeyRows& rows_;
  std::vector<Order> lists_;
};

Order filter_by_lists(const KeyRows& rows, const Order& order) {
  const Lists lists(rows, order);
  Order kept;
  std::copy_if(order.begin(), order.end(), std::back_inserter(kept),
               [&](std::uint32_t row) { return !lists.dominated(row); });
  return kept;
}

}  // namespace

Order undominated(const KeyRows& rows, const Order& order) {
  if (order.empty()) return {};
  if (rows.parties == 1) return {order.front()};
  if (rows.parties == 2) return sweep_two(rows, order);
  if (rows.parties == 3) return sweep_three(rows, order);
  return rows.parties < many_parties ? filter_by_sum(rows, order) : filter_by_lists(rows, order);
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
  for (std::size_t row = 0; row < other.size(); ++row)
    add(other.rows_[row], other.firsts_[row], other.counts_[row]);
}

void Skyline::settle() {
  Order order(size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return higher(rows_[a], rows_[b]); });
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
  *this = std::move(settled);
}

KeyRows Skyline::nearest(std::span<const Key> corner, std::size_t most) const {
  std::vector<std::pair<std::int64_t, std::uint32_t>> lacking;
  for (std::uint32_t row = 0; row < settled_; ++row) {
    std::int64_t lack = 0;
    for (std::size_t p = 0; p < corner.size(); ++p) lack += std::max(0, corner[p] - rows_[row][p]);
    lacking.emplace_back(lack, row);
  }
  const std::size_t count = std::min(most, lacking.size());
  std::partial_sort(lacking.begin(), lacking.begin() + static_cast<std::ptrdiff_t>(count),
                    lacking.end());
  KeyRows out{rows_.parties, {}};
  for (std::size_t i = 0; i < count; ++i) out.add(rows_[lacking[i].second]);
  return out;
}

}  // namespace entente::analyze
