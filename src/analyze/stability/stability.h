// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analyze/stability/graph_model.h"
#include "base/progress.h"
#include "model/stability.h"

namespace entente::analyze {

// Every decision maker, state and concept. The same at any number of threads (0: one per core).
// Throws Failed (interrupted) where it is stopped.
Stability stability(const GraphModel& model, unsigned threads = 0, const Progress& progress = {});

}  // namespace entente::analyze
