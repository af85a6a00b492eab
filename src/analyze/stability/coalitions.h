// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "analyze/stability/graph_model.h"
#include "model/stability.h"

namespace entente::analyze {

// Every coalition of two or more, the smaller ones first. Of many decision makers (more than 10, or
// fewer where there are very many states) only pairs, all together, and those that the conflict
// names.
std::vector<Coalition> coalitions_of(const GraphModel& model);

// The shortest joint move after which every member is better off than at `from`. None: the state is
// Nash stable for the coalition (Kilgour, Hipel, Fang & Peng 2001).
std::optional<JointMove> joint_move(const GraphModel& model, const Coalition& coalition,
                                    StateIndex from);

}  // namespace entente::analyze
