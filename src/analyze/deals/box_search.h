// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analyze/deals/box_cell.h"
#include "analyze/deals/box_model.h"
#include "analyze/deals/skyline.h"
#include "base/progress.h"

namespace entente::analyze {

// What a search through boxes found.
struct BoxFrontier {
  KeyRows rows;                             // in descending lexicographic order
  std::vector<std::vector<BoxCell>> cells;  // of each row; no package is in two of them
  bool complete = true;  // false: stopped; the rows are of packages, but may be dominated

  // How many packages a row stands for, 2^64 - 1 where it is more; nothing where counting would
  // take too long.
  std::optional<std::uint64_t> count(const BoxModel& model, std::size_t row) const;
  // The first `most` of them.
  std::vector<Package> packages(const BoxModel& model, std::size_t row, std::size_t most) const;
};

struct BoxAims {
  bool every = true;         // false: one cell of each point will do
  std::vector<Key> least;    // of each party; less is of no use to it
  std::vector<double> caps;  // steps, of each party: no package is worth more
};

// The exact frontier, by branch and bound: a box is entered (one to stay out of: left), or set
// aside for good. What a branch can still reach is bounded in several directions at once, by a
// linear relaxation: a box shares out its pay over its issues, and an issue pays what its best
// option gets. Where a cap takes something away, packages that reach it in other boxes are not
// counted. The same at any number of threads (0: one per core), but for which cell is kept where
// one will do. Stopped, it returns what it has.
BoxFrontier search_boxes(const BoxModel& model, const BoxAims& aims, unsigned threads,
                         const Progress& progress);

}  // namespace entente::analyze
