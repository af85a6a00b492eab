// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/trades.h"

namespace entente::analyze {

// What each option that the package does not take would change, for every party. `package` has an
// option for each issue.
Neighbourhood neighbours(const Scenario& scenario, const Package& package,
                         std::size_t most_moves = 1000);

}  // namespace entente::analyze
