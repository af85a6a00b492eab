// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analyze/stability/preferences.h"
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
// By deepening: whoever could leave must be kept from it by one of a few reversals, which are tried
// in turn. The search gives up after `most_steps` states passed, and then tells the best set it
// knows and how many reversals it has shown to be too few.
Inverse inverse(const GraphModel& model, StateIndex wanted, Concept how,
                std::size_t most_steps = 5'000'000);

// The preferences of the model with the reversals.
Preferences reversed(const GraphModel& model, const std::vector<Reversal>& reversals);

}  // namespace entente::analyze
