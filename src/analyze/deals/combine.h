// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analyze/deals/payoffs.h"
#include "analyze/deals/skyline.h"
#include "base/progress.h"

namespace entente::analyze {

// What is kept of the packages that a frontier point stands for: how each was put together.
class Combined {
 public:
  KeyRows rows;                       // in descending lexicographic order, then by `held`
  std::vector<std::uint64_t> counts;  // packages of each row
  std::vector<std::uint64_t> held;    // red lines crossed, as bits, where they are not kept to
  bool complete = true;  // false: stopped; the rows are of packages, but may be dominated, and
                         // these are not counted

  std::vector<Package> packages(std::size_t row, std::size_t most) const;

 private:
  friend class Combiner;
  struct Edge {
    std::uint32_t before, option;
  };
  struct Stage {
    std::vector<std::uint32_t> begins;  // of the edges of each state; one more at the end
    std::vector<Edge> edges;
  };
  std::vector<Stage> stages_;        // by issue
  std::vector<std::uint32_t> ends_;  // the last stage's state of each row
  std::vector<Package> begun_;       // where it was stopped: a package of each row
};

enum class Limits {
  kept,   // red lines and reservation values are kept to
  broken  // they are not: each row says which red lines it crosses, and only rows that cross the
          // same ones are held against each other
};

// The frontier of a scenario whose utilities are sums over its issues, issue by issue: what is put
// together so far is dominated, with the same rules still open, whatever the other issues add, if
// it is dominated now. So packages need not be counted, and 10^21 of them are as good as 100.
// Method: dynamic programming over Minkowski sums of the issues' own frontiers. Nothing where more
// than `most` states would have to be kept. The same at any number of threads (0: one per core).
// Stopped, it gives packages that what was put together so far leads to; nothing where limits are
// broken.
std::optional<Combined> combine(const PackagePayoffs& payoffs, Limits limits, std::size_t most,
                                const Progress& progress, unsigned threads = 1);

}  // namespace entente::analyze
