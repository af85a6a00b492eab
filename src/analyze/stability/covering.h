// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analyze/stability/graph_model.h"
#include "analyze/stability/inverse.h"

namespace entente::analyze {

// The fewest reversals of one decision maker that make a state SMR stable for it: see inverse().
// `unanswered` are the improvements that nothing answers.
Inverse fewest_for_smr(const GraphModel& model, std::size_t who, StateIndex wanted,
                       const std::vector<StateIndex>& unanswered, std::size_t most_steps,
                       const Progress& progress);

}  // namespace entente::analyze
