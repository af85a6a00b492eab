// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/deals.h"
#include "model/trades.h"

namespace entente::analyze {

struct TradesLimits {
  std::size_t most_kept = 50;            // trades, and moves, of one package
  std::uint64_t most_moves = 4'000'000;  // pairs of options looked at from one package
};

// On each issue the option that leaves best off whom it leaves worst off on that issue, as a share
// of what the issue can bring a party: where parties end that split every issue by itself. Parties
// whose utility is no sum over issues are left aside.
Package issue_by_issue(const Scenario& scenario);

// The trades and moves from `package`, as the middle of all intervals has them. `ranges`: of each
// party's utility, to rank gains as shares of them.
TradesFrom trades_from(const Scenario& scenario, const std::string& name, const Package& package,
                       const std::vector<Interval>& ranges, const TradesLimits& limits = {});

}  // namespace entente::analyze
