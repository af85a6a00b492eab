// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "model/deals.h"
#include "model/scenario.h"

namespace entente::analyze {

enum class Search { fastest, sweep, combine, boxes };

struct DealsOptions {
  Reading reading = Reading::middle;       // of what is known within bounds only
  unsigned threads = 0;                    // 0: one per core
  std::size_t shown = 1;                   // packages kept of each frontier point, at most
  Search search = Search::fastest;         // the others: to hold one method against the other
  std::uint64_t most_swept = 200'000'000;  // packages
  std::size_t most_states = 400'000;       // of combining
};

// What the parties could sign. Throws Failed: usage where the scenario is too large for an exact
// answer. Stopped through `progress`, it returns what it has, with `complete` false.
Deals deals(const Scenario& scenario, const DealsOptions& options = {},
            const Progress& progress = {});

}  // namespace entente::analyze
