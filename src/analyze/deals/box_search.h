// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analyze/deals/box_cell.h"
#include "analyze/deals/box_model.h"
#include "analyze/deals/box_points.h"
#include "analyze/deals/skyline.h"
#include "base/progress.h"

namespace entente::analyze {

// What a search through boxes found.
struct BoxFrontier {
  KeyRows rows;                             // in descending lexicographic order
  std::vector<std::vector<BoxCell>> cells;  // of each row; no package is in two of them
  std::vector<bool> counted;                // of each row: its cells are all of its packages
  bool complete = true;  // false: stopped; the rows are of packages, but may be dominated

  // How many packages a row stands for, 2^64 - 1 where it is more; nothing where they are not
  // counted, or counting would take too long.
  std::optional<std::uint64_t> count(const BoxModel& model, std::size_t row) const;
  // The first `most` of them, or of those that are known.
  std::vector<Package> packages(const BoxModel& model, std::size_t row, std::size_t most) const;
};

// The exact frontier, and all packages of each of its points, by branch and bound: a box is entered
// (one to stay out of: left), or set aside for good. What a branch can still reach is bounded in
// several directions at once, by a linear relaxation: a box shares out its pay over its issues, and
// an issue pays what its best option gets. First the points (points_in_boxes), then their packages:
// these are not counted where that takes too long, or a cap takes something away. The same at any
// number of threads (0: one per core). Stopped, it returns what it has.
BoxFrontier search_boxes(const BoxModel& model, const BoxAims& aims, unsigned threads,
                         const Progress& progress);

}  // namespace entente::analyze
