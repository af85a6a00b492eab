// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analyze/stability/graph_model.h"
#include "model/stability.h"

namespace entente::analyze {

// Why `who` would stay in a state or leave it, under one concept: at most `most` improvements with
// the shortest answers to them where it stays, the best one without an answer where it leaves.
// `found` is what stability() says of the model.
Reason reason(const GraphModel& model, const Stability& found, std::size_t who, StateIndex state,
              Concept how, std::size_t most = 3);

}  // namespace entente::analyze
