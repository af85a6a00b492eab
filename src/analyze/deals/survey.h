// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analyze/deals/payoffs.h"
#include "analyze/deals/skyline.h"
#include "analyze/deals/sweep.h"
#include "base/progress.h"

namespace entente::analyze {

// What a sweep is to look for; less is faster.
struct Wanted {
  bool ranges = true, frontier = true;
};

// What one sweep over all packages finds. The same at any number of threads.
struct Survey {
  explicit Survey(std::size_t parties) : frontier(parties), lowest(parties), highest(parties) {}

  struct Extreme {
    Key key = -1;
    std::uint64_t package = 0;  // the first that has it
  };

  std::uint64_t seen = 0;                // packages looked at; all, unless stopped
  std::uint64_t linked = 0;              // of these, ruled out by links
  std::uint64_t rational = 0;            // acceptable to every party
  Skyline frontier;                      // of the rational ones, by package number
  std::vector<Extreme> lowest, highest;  // for each party, over what the links leave

  void add(const Survey& other);
};

// Blocks in parallel on up to `threads` threads (0: one per core). Stopped through `progress`, it
// returns what it has seen.
Survey survey(const PackagePayoffs& payoffs, const Sweep& sweep, Wanted wanted, unsigned threads,
              const Progress& progress);

// For each row, the numbers of the rational packages that have these keys: the first `most`.
// Stopped, of those seen so far.
std::vector<std::vector<std::uint64_t>> packages_at(const PackagePayoffs& payoffs,
                                                    const Sweep& sweep, const KeyRows& rows,
                                                    std::size_t most, const Progress& progress);

}  // namespace entente::analyze
