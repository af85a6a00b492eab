// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/deals/box_cell.h"
#include "analyze/deals/box_model.h"
#include "analyze/deals/skyline.h"
#include "base/progress.h"

namespace entente::analyze {

// What is asked of a search through boxes.
struct BoxAims {
  bool every = true;         // false: one package of each point will do
  std::vector<Key> least;    // of each party; less is of no use to it
  std::vector<double> caps;  // steps, of each party: no package is worth more
};

// The points of the frontier, each with a package: a kind of option for each issue.
struct BoxPoints {
  KeyRows rows;  // in descending lexicographic order
  std::vector<std::vector<std::uint8_t>> kinds;
  bool complete = true;  // false: stopped; the rows are of packages, but may be dominated
};

// The exact frontier without the counts, by branch and bound over boxes, the same at any number of
// threads (0: one per core). On an issue, an option that every box still in question wants no more
// than another one is passed over; so boxes that are easily left never have to be decided on.
BoxPoints points_in_boxes(const BoxModel& model, const BoxAims& aims, unsigned threads,
                          const Progress& progress);

}  // namespace entente::analyze
