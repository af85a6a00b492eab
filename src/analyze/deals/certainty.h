// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analyze/deals/deals.h"
#include "model/certainty.h"

namespace entente::analyze {

struct CertaintyLimits {
  std::uint64_t most_packages = 2'000;     // looked at one by one
  std::uint64_t most_listed = 2'000'000;   // gone through to find these
  std::uint64_t most_counted = 2'000'000;  // packages where each unknown is settled in turn
  std::uint64_t most_settled = 40'000;     // packages looked at again, over all unknowns
  std::size_t most_steps = 200'000;        // of looking for a package that dominates one
};

// What holds of `scenario` in all, some or no readings of its intervals, and which number decides
// it. `found`: what deals() found in the middle reading; its packages are looked at where there are
// too many to look at each. Certain are: how many packages are acceptable, whether there is a deal
// (in all readings: one package that is), and that a package is efficient in all readings; that one
// is in some or no reading, where it is said. Stopped through `progress`: `complete` is false.
DealCertainty certainty(const Scenario& scenario, const Deals& found,
                        const DealsOptions& options = {}, const Progress& progress = {},
                        const CertaintyLimits& limits = {});

}  // namespace entente::analyze
