// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analyze/stability/preferences.h"
#include "base/progress.h"
#include "model/stability.h"

namespace entente::analyze {

struct Inverse {
  std::vector<Reversal> reversals;  // ascending; empty where the state is an equilibrium
  std::size_t at_least = 0;         // no set of fewer does; equal to the size: it is the smallest
};

// The smallest set of pairwise preferences that, turned around, make `wanted` an equilibrium (after
// Kinsara, Kilgour & Hipel 2014). Turned around: who does not prefer `over` to `under` comes to
// prefer it. Every other pair stays as it is, so that what results need not be a ranking.
//
// Exact for Nash and GMR, where one reversal for each move that nothing answers is needed and
// enough, and for SEQ with two decision makers. SMR is a small problem of covering for each
// decision maker; SEQ with more of them and SIM are searched by deepening. The latter three give up
// after about `most_steps` states passed, and then tell the best set known and how many reversals
// were shown to be too few. docs/methods/stability.md has the argument. Throws Failed
// (interrupted).
Inverse inverse(const GraphModel& model, StateIndex wanted, Concept how,
                std::size_t most_steps = 4'000'000, const Progress& progress = {});

// The preferences of the model with the reversals.
Preferences reversed(const GraphModel& model, const std::vector<Reversal>& reversals);

}  // namespace entente::analyze
