// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analyze/stability/moves.h"
#include "analyze/stability/payoffs.h"
#include "base/failure.h"
#include "model/conflict.h"
#include "model/states.h"

namespace entente::analyze {

// A conflict made ready: what every question of this folder is asked of.
struct GraphModel {
  Conflict conflict;
  States states;
  std::vector<Payoffs> payoffs;  // by decision maker
  std::vector<Moves> moves;      // by decision maker

  std::size_t decision_makers() const { return moves.size(); }
  bool prefers(std::size_t who, StateIndex a, StateIndex b) const {  // strictly, a to b
    return payoffs[who][a] > payoffs[who][b];
  }
};

// bad_input: see feasible_states and payoffs_of. threads: 0 for one per core.
Result<GraphModel> graph_model(Conflict conflict, unsigned threads = 0);

}  // namespace entente::analyze
