// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/case.h"
#include "model/finding.h"

namespace entente::analyze {

// Changes of a party's own position (said by its people or printed as its own) from one dated
// document to a later one. Undated documents never order anything.
std::vector<Movement> movements(const Case& whole);

// Pairs of positions of one party on one issue that exclude each other and that no date puts in
// order, or that the same day's documents print.
std::vector<Contradiction> contradictions(const Case& whole);

}  // namespace entente::analyze
