// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "analyze/stability/graph_model.h"
#include "model/stability.h"

namespace entente::analyze {

// Where at least four in five states (of four or more) are equilibria under some concept, the model
// tells almost nothing apart. Then: whose preference over which option, added below all else that
// it wants, so that it only parts states that it likes equally, takes away most equilibria under
// the most telling of these concepts, whichever way it turns out. Of large models nothing is tried,
// and the decision maker that tells the fewest states apart is named.
std::optional<Missing> missing(const GraphModel& model, const Stability& found);

}  // namespace entente::analyze
