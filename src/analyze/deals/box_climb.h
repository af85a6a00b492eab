// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/deals/box_ground.h"

namespace entente::analyze {

// Good packages to begin with, added to `found`: uphill from one to the next issue by issue, then
// pushed into a box that does not pay yet, and uphill again. `weights`: of a step, of each party.
// The same for the same seed.
void climb_boxes(const PointGround& ground, std::uint64_t seed, const std::vector<double>& weights,
                 std::size_t pushes, PointSet& found);

}  // namespace entente::analyze
