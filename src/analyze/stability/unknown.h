// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analyze/stability/graph_model.h"
#include "base/failure.h"
#include "base/progress.h"
#include "model/stability.h"

namespace entente::analyze {

// What holds whatever the unknown pairs of the conflict turn out to be, what may hold and what
// cannot; and which pair, once settled, makes most of it certain. `found` is what stability() says
// of the model. Pairs are taken one by one: a completion need not be a ranking.
//
// `all` and `none` are exact. `some` is too, and a completion has been seen; only where more than
// 12 pairs bear on a question, or the search has taken very long, is the answer `open`.
//
// bad_input: a pair of one state with itself, or with a state that is not feasible. Throws Failed
// (interrupted).
Result<Unknowns> unknowns(const GraphModel& model, const Stability& found,
                          const Progress& progress = {});

}  // namespace entente::analyze
