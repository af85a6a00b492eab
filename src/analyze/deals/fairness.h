// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/deals.h"

namespace entente::analyze {

// Where the bargaining stands without a deal: the reservation value, or the worst package where
// that is better (no package can leave a party below it).
std::vector<double> disagreement_of(const Scenario& scenario, const std::vector<Interval>& ranges,
                                    Reading reading);

// Each notion of Fairness over the frontier, with all points that tie to a billionth. Where a party
// can gain nothing from any package, products, least gains and shares are the same everywhere: all
// points tie, and the value is left out. Nothing for an empty frontier.
std::vector<FairPoints> fair_points(const std::vector<FrontierPoint>& frontier,
                                    const std::vector<Interval>& ranges,
                                    const std::vector<double>& disagreement);

}  // namespace entente::analyze
