// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/skyline.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <limits>
#include <map>
#include <numeric>

#include "base/parallel.h"

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

// Places in `order`, the rows with the largest sums first: a row that dominates another one has the
// larger sum, so each need only be held against those before it.
Order places_by_sum(const KeyRows& rows, const Order& order) {
  std::vector<std::pair<std::int64_t, std::uint32_t>> by_sum;
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    const auto row = rows[order[place]];
    by_sum.emplace_back(-std::accumulate(row.begin(), row.end(), std::int64_t{0}), place);
  }
  std::sort(by_sum.begin(), by_sum.end());
  Order places;
  for (const auto& [sum, place] : by_sum) places.push_back(place);
  return places;
}

// In batches: first against what was kept before, side by side, then against the batch's own.
Order filter_by_sum(const KeyRows& rows, const Order& order, const Effort& effort) {
  constexpr std::size_t batch = 4096, portion = 512;
  const Order places = places_by_sum(rows, order);
  Packed kept(rows.parties);
  Order out;
  std::vector<char> covered(batch);
  for (std::size_t begin = 0; begin < places.size(); begin += batch) {
    if (begin > 0 && effort.stopped()) break;
    const std::size_t end = std::min(places.size(), begin + batch);
    for_each_index((end - begin + portion - 1) / portion, effort.threads, [&](std::size_t i) {
      for (std::size_t at = begin + i * portion; at < std::min(end, begin + (i + 1) * portion);
           ++at)
        covered[at - begin] = kept.covers(rows[order[places[at]]]);
    });
    Packed own(rows.parties);
    for (std::size_t at = begin; at < end; ++at) {
      const auto row = rows[order[places[at]]];
      if (covered[at - begin] || own.covers(row)) continue;
      own.add(row);
      kept.add(row);
      out.push_back(places[at]);
    }
  }
  std::sort(out.begin(), out.end());
  for (std::uint32_t& place : out) place = order[place];
  return out;
}

// With many parties most rows stand near the top for one of them at least. The rows that stand as
// high as another one for a party are kept as bits, for some heights of each party; those that do
// for all parties are what little is left when the bits are laid over each other, the scarcest
// first. Only these are looked at key by key. The bits are made for some thousand rows at a time,
// so that they stay in the cache; each row is held against all before it, so that rows can go side
// by side.
class Heights {
 public:
  Heights(const KeyRows& rows, const Order& by_sum) : rows_(rows), order_(by_sum) {
    levels_.resize(rows.parties);
    for (std::size_t p = 0; p < rows.parties; ++p) levels_[p] = levels(p);
    scarcest_first_.resize(order_.size() * looked_at());
    for (std::size_t place = 0; place < order_.size(); ++place) rank(place);
  }

  // Marks the rows that rows of the block, by their places, dominate.
  void mark(std::size_t begin, std::size_t end, const Effort& effort,
            std::vector<char>& dominated) {
    lay_out(begin, end);
    constexpr std::size_t portion = 1024;
    const std::size_t portions = (order_.size() - begin + portion - 1) / portion;
    for_each_index(portions, effort.threads, [&](std::size_t i) {
      const std::size_t from = begin + i * portion;
      if (from >= begin + block && effort.stopped()) return;
      for (std::size_t place = from; place < std::min(order_.size(), from + portion); ++place)
        if (!dominated[place]) dominated[place] = is_dominated(place, begin, std::min(end, place));
    });
  }

  static constexpr std::size_t block = 8192;

 private:
  static constexpr std::size_t heights = 32, stretch = 16;  // words laid over each other at a time

  std::size_t looked_at() const { return std::min<std::size_t>(rows_.parties, 16); }
  std::span<const Key> row(std::size_t place) const { return rows_[order_[place]]; }

  // The keys that the rows are cut at, ascending, so that as many lie between any two.
  std::vector<Key> levels(std::size_t party) const {
    std::vector<Key> keys;
    for (std::size_t place = 0; place < order_.size(); ++place) keys.push_back(row(place)[party]);
    std::sort(keys.begin(), keys.end());
    std::vector<Key> out;
    for (std::size_t i = 0; i < heights; ++i) out.push_back(keys[i * keys.size() / heights]);
    return out;
  }

  // The highest level that the row reaches.
  std::size_t level(std::size_t place, std::size_t party) const {
    const auto& levels = levels_[party];
    const auto above = std::upper_bound(levels.begin(), levels.end(), row(place)[party]);
    return static_cast<std::size_t>(above - levels.begin()) - 1;
  }

  void rank(std::size_t place) {
    std::vector<std::pair<std::size_t, std::uint32_t>> by_level;
    for (std::size_t p = 0; p < rows_.parties; ++p)
      by_level.emplace_back(heights - level(place, p), static_cast<std::uint32_t>(p));
    const auto count = static_cast<std::ptrdiff_t>(looked_at());
    std::partial_sort(by_level.begin(), by_level.begin() + count, by_level.end());
    for (std::size_t i = 0; i < looked_at(); ++i)
      scarcest_first_[place * looked_at() + i] =
          static_cast<std::uint32_t>(by_level[i].second * heights + heights - by_level[i].first);
  }

  void lay_out(std::size_t begin, std::size_t end) {
    words_ = (end - begin + 63) / 64;
    bits_.assign(rows_.parties * heights * words_, 0);
    for (std::size_t place = begin; place < end; ++place)
      for (std::size_t p = 0; p < rows_.parties; ++p)
        bits_[(p * heights + level(place, p)) * words_ + (place - begin) / 64] |=
            std::uint64_t{1} << ((place - begin) % 64);
    for (std::size_t p = 0; p < rows_.parties; ++p)
      for (std::size_t i = (heights - 1) * words_; i-- > 0;)
        bits_[p * heights * words_ + i] |= bits_[p * heights * words_ + i + words_];
  }

  bool is_dominated(std::size_t place, std::size_t begin, std::size_t end) const {
    const std::uint32_t* scarce = scarcest_first_.data() + place * looked_at();
    const std::size_t words = (end - begin + 63) / 64;
    for (std::size_t from = 0; from < words; from += stretch) {
      std::array<std::uint64_t, stretch> left;
      const std::size_t count = std::min(stretch, words - from);
      std::copy_n(bits_.data() + scarce[0] * words_ + from, count, left.begin());
      std::uint64_t any = 1;
      for (std::size_t i = 1; i < looked_at() && any != 0; ++i) {
        const std::uint64_t* bits = bits_.data() + scarce[i] * words_ + from;
        any = 0;
        for (std::size_t word = 0; word < count; ++word) any |= left[word] &= bits[word];
      }
      if (any == 0) continue;
      for (std::size_t word = 0; word < count; ++word)
        for (std::uint64_t some = left[word]; some != 0; some &= some - 1)
          if (covers(begin + (from + word) * 64 + static_cast<std::size_t>(std::countr_zero(some)),
                     place, end))
            return true;
    }
    return false;
  }

  bool covers(std::size_t other, std::size_t place, std::size_t end) const {
    return other < end && std::equal(row(place).begin(), row(place).end(), row(other).begin(),
                                     std::less_equal<Key>());
  }

  const KeyRows& rows_;
  const Order& order_;
  std::vector<std::vector<Key>> levels_;       // [party][height]
  std::vector<std::uint32_t> scarcest_first_;  // of each place: party * heights + height
  std::vector<std::uint64_t> bits_;            // [party][height][word]
  std::size_t words_ = 0;
};

Order filter_by_heights(const KeyRows& rows, const Order& order, const Effort& effort) {
  const Order places = places_by_sum(rows, order);
  Order by_sum;
  for (const std::uint32_t place : places) by_sum.push_back(order[place]);
  Heights heights(rows, by_sum);
  std::vector<char> dominated(by_sum.size());
  std::size_t held = 0;  // so many, from the largest sum on, were held against all before them
  while (held < by_sum.size() && (held == 0 || !effort.stopped())) {
    const std::size_t end = std::min(by_sum.size(), held + Heights::block);
    heights.mark(held, end, effort, dominated);
    held = end;
  }
  Order kept;
  for (std::size_t i = 0; i < held; ++i)
    if (!dominated[i]) kept.push_back(places[i]);
  std::sort(kept.begin(), kept.end());
  for (std::uint32_t& place : kept) place = order[place];
  return kept;
}

}  // namespace

Order undominated(const KeyRows& rows, const Order& order, const Effort& effort) {
  if (order.empty()) return {};
  if (rows.parties == 1) return {order.front()};
  if (rows.parties == 2) return sweep_two(rows, order);
  if (rows.parties == 3) return sweep_three(rows, order);
  return rows.parties < many_parties ? filter_by_sum(rows, order, effort)
                                     : filter_by_heights(rows, order, effort);
}

std::uint64_t added(std::uint64_t a, std::uint64_t b) {
  std::uint64_t sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? std::numeric_limits<std::uint64_t>::max() : sum;
}

// Most of what comes after a while equals what is there: it is only counted.
void Skyline::add(std::span<const Key> row, std::uint64_t first, std::uint64_t count) {
  if (2 * (size() + 1) > places_.size()) lay_out_places();
  std::uint32_t& place = place_of(row);
  if (place != 0) {
    counts_[place - 1] = added(counts_[place - 1], count);
    firsts_[place - 1] = std::min(firsts_[place - 1], first);
    return;
  }
  append(row, first, count);
  place = static_cast<std::uint32_t>(size());
  if (size() - settled_ >= std::max(unsettled_most, settled_)) settle();
}

// Where the row's number is, or would be put.
std::uint32_t& Skyline::place_of(std::span<const Key> row) {
  std::uint64_t hash = 0;
  for (const Key key : row)
    hash = (hash ^ static_cast<std::uint64_t>(key)) * 0x9E3779B97F4A7C15u, hash ^= hash >> 29;
  const std::size_t last = places_.size() - 1;
  for (std::size_t at = hash & last;; at = (at + 1) & last)
    if (places_[at] == 0 || std::ranges::equal(rows_[places_[at] - 1], row)) return places_[at];
}

void Skyline::lay_out_places() {
  std::size_t room = 1024;
  while (room < 4 * (size() + 1)) room *= 2;
  places_.assign(room, 0);
  for (std::size_t row = 0; row < size(); ++row)
    if (std::uint32_t& place = place_of(rows_[row]); place == 0)
      place = static_cast<std::uint32_t>(row + 1);
}

void Skyline::add(const Skyline& other) {
  for (std::size_t row = 0; row < other.size(); ++row)
    append(other.rows_[row], other.firsts_[row], other.counts_[row]);
}

void Skyline::append(std::span<const Key> row, std::uint64_t first, std::uint64_t count) {
  rows_.add(row);
  firsts_.push_back(first);
  counts_.push_back(count);
}

void Skyline::settle(const Effort& effort) {
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
  for (const std::uint32_t row : undominated(rows_, distinct, effort)) {
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
