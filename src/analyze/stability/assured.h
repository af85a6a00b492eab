// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analyze/stability/graph_model.h"
#include "model/stability.h"

namespace entente::analyze {

// What `who` can be sure of once it has moved to a state, by what it reckons with:
//   Nash  the state itself;
//   GMR   the worst that the others can bring about from there, together, by any legal moves;
//   SMR   the same, if it may move once more from wherever they lead it;
//   SEQ   the worst that they can bring about by improvements of their own.
// A state is unstable for it exactly if some improvement assures it of more than the state itself.
// SIM is not of this kind (see simultaneous.h).
Payoffs assured(const GraphModel& model, std::size_t who, Concept how);

// By state, whether some improvement of `who` assures it of more than the state itself.
std::vector<bool> leaves(const GraphModel& model, std::size_t who, const Payoffs& assured);

// The best that `who` can have from each state by moving once or staying.
Payoffs best_of_one_move(const GraphModel& model, std::size_t who);

}  // namespace entente::analyze
