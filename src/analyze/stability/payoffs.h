// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "base/failure.h"
#include "model/conflict.h"
#include "model/states.h"

namespace entente::analyze {

// How a decision maker likes a state: 0 is the worst, states that it likes equally have the same,
// and no number between is left out. Only the order means anything.
using Payoff = std::uint32_t;
using Payoffs = std::vector<Payoff>;  // by state

// bad_input where the ranking leaves out a state, or names one twice or one that is not feasible.
Result<Payoffs> payoffs_of(const DecisionMaker& who, const States& states);

}  // namespace entente::analyze
