// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analyze/stability/graph_model.h"
#include "base/progress.h"
#include "model/stability.h"

namespace entente::analyze {

// What one or two options of parties that would not leave a state could do for it where others
// would.
//
//   added     The options are changed in the state itself: who left stays there, and so does
//             everybody else but, perhaps, an owner, which is then named as unwilling.
//   credible  (SEQ only, where answers must be gains.) The options are changed in answer: each
//             improvement that nothing answered leads, by them alone, to a state that who made it
//             does not prefer; and if their owners came to prefer that, the state would be an
//             equilibrium.
//
// Two options are named only where neither of them does as much alone. `found` is what stability()
// says of the model.
// Throws Failed (interrupted).
std::vector<Guarantee> guarantees(const GraphModel& model, const Stability& found,
                                  StateIndex wanted, Concept how, const Progress& progress = {});

}  // namespace entente::analyze
