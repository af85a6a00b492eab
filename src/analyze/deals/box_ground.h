// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "analyze/deals/box_model.h"
#include "analyze/deals/box_points.h"
#include "analyze/deals/skyline.h"

namespace entente::analyze {

// What a search for the points of the frontier through boxes stands on.

inline constexpr std::size_t ways = 8;    // directions in which bounds are kept
using Row = std::array<float, ways>;      // one for each direction
using Kinds = std::vector<std::uint8_t>;  // a package: a kind of option for each issue

template <class Look>
void for_each_kind(std::uint64_t kinds, const Look& look) {
  for (; kinds != 0; kinds &= kinds - 1) look(static_cast<std::size_t>(std::countr_zero(kinds)));
}

// Points, none of which dominates another, each with one package.
class PointSet {
 public:
  explicit PointSet(std::size_t parties) { rows.parties = parties; }

  // False where a point that is there covers it. What it dominates is taken out.
  bool add(const std::vector<Key>& keys, const Kinds& package);

  KeyRows rows;  // in descending lexicographic order
  std::vector<Kinds> packages;
};

// The model laid out for the search; what does not change while it goes on.
class PointGround {
 public:
  struct Side {
    std::uint32_t issue = 0;
    std::uint64_t wanted = 0;  // kinds: inside, or outside of a box to stay out of
    std::size_t word = 0;      // its place in the bits of the issue
    std::uint64_t bit = 0;
  };

  PointGround(const BoxModel& model, const BoxAims& aims);

  bool outside(std::size_t box) const { return boxes[box].outside; }
  bool barred(std::size_t box) const { return box >= model.boxes.size(); }

  std::vector<Key> keys_of(const std::vector<double>& steps) const;
  bool enough(const std::vector<Key>& keys) const {
    return std::equal(keys.begin(), keys.end(), aims.least.begin(), std::greater_equal<>());
  }

  // What a package is worth; a barred one is worth less than nothing.
  std::vector<double> worth(const Kinds& package) const;
  bool pays(std::size_t box, const Kinds& package) const;

  const BoxModel& model;
  const BoxAims& aims;
  std::size_t parties;
  std::vector<PayBox> boxes;  // those that pay, then those that are barred
  std::vector<Side> sides;
  std::vector<std::size_t> first_side;                     // of each box
  std::vector<std::vector<std::size_t>> sides_of;          // [issue]
  std::vector<std::size_t> box_of;                         // [side]
  std::vector<std::size_t> first_kind, first_word, words;  // of each issue; how many words it has
  std::size_t kind_count = 0, word_count = 0;
  std::vector<std::vector<std::uint64_t>> want;      // [issue]: [kind][word], boxes that want it
  std::vector<std::array<double, ways>> directions;  // [party]: what a step is worth in each
  std::vector<Row> pay;                              // [box]
  std::vector<float> weight;                         // of each box, over all parties

 private:
  void lay_out_issues(const std::vector<std::size_t>& on);
  double share(std::size_t party, std::size_t way) const;
  void find_directions();
};

}  // namespace entente::analyze
