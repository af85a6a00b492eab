// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "analyze/deals/box_cell.h"
#include "analyze/deals/box_model.h"
#include "analyze/deals/box_points.h"

namespace entente::analyze {

// A set of boxes, by number.
using BoxBits = std::vector<std::uint64_t>;

inline void set_bit(BoxBits& bits, std::size_t i) { bits[i / 64] |= std::uint64_t{1} << (i % 64); }
inline void clear_bit(BoxBits& bits, std::size_t i) {
  bits[i / 64] &= ~(std::uint64_t{1} << (i % 64));
}
inline bool no_bits(const BoxBits& bits) {
  return std::all_of(bits.begin(), bits.end(), [](std::uint64_t word) { return word == 0; });
}
inline bool share_bits(const BoxBits& a, const BoxBits& b) {
  for (std::size_t word = 0; word < a.size(); ++word)
    if (a[word] & b[word]) return true;
  return false;
}

template <class Look>
inline void for_each_bit(const BoxBits& bits, const Look& look) {
  for (std::size_t word = 0; word < bits.size(); ++word)
    for (std::uint64_t left = bits[word]; left != 0; left &= left - 1)
      look(word * 64 + static_cast<std::size_t>(std::countr_zero(left)));
}

// The model laid out for the search; what does not change while it goes on.
class BoxLayout {
 public:
  BoxLayout(const BoxModel& model, const BoxAims& aims);

  const BoxModel& model;
  const BoxAims& aims;
  std::size_t parties;
  std::vector<PayBox> boxes;                        // those that pay, then those that are barred
  std::vector<std::size_t> first_kind, first_side;  // of each issue; of each box
  std::size_t kind_count = 0, side_count = 0, words = 0;

  std::size_t width = 1;           // how many directions
  std::vector<double> directions;  // [party][direction]: what a step is worth in it
  std::vector<double> pays;        // [box][direction]
  std::vector<double> weight;      // of each box, over all parties
  std::vector<BoxBits> conflicts;  // [side]: boxes that could stand in the way of going there

 private:
  void find_directions();
  // On each issue, where a package is paid; where it stays out, one of these is enough.
  Region wanted(const PayBox& box) const;
  void find_conflicts();
};

}  // namespace entente::analyze
