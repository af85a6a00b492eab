// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analyze/stability/graph_model.h"
#include "base/progress.h"
#include "model/stability.h"

namespace entente::analyze {

// What would make a state hold under one concept: see inverse.h and guarantees.h. Throws Failed
// (interrupted).
Wanted wanted(const GraphModel& model, const Stability& found, StateIndex state, Concept how,
              const Progress& progress = {});

}  // namespace entente::analyze
