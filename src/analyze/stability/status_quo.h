// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analyze/stability/graph_model.h"
#include "model/stability.h"

namespace entente::analyze {

// Where things may go from `today`: shortest ways to the states asked for, by any legal moves and
// by improvements only, and where improvements stop (Li, Kilgour & Hipel 2005). Deterministic: of
// several shortest ways the one on which those named first in the conflict move first.
StatusQuo status_quo(const GraphModel& model, StateIndex today,
                     const std::vector<StateIndex>& wanted);

}  // namespace entente::analyze
