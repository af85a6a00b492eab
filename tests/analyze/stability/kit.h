// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "analyze/stability/graph_model.h"
#include "kit/conflicts.h"
#include "kit/plain_stability.h"

namespace entente::analyze {

inline GraphModel model_of(const Conflict& conflict) {
  auto model = graph_model(conflict, 1);
  EXPECT_TRUE(model) << model.error().sentence();
  return std::move(*model);
}

// Any conflict that has a state. Within a property only.
inline GraphModel any_model() {
  auto model = graph_model(kit::any_conflict(), 1);
  RC_PRE(model.has_value());
  return std::move(*model);
}

// That the steps are legal moves (or improvements) from `at` in which nobody moves twice in a row;
// where they end.
inline State walked(const GraphModel& model, const kit::PlainStability& plain, State at,
                    const std::vector<Step>& steps, bool improvements) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const State to = model.states[steps[i].to];
    RC_ASSERT(plain.legal_move(steps[i].mover, at, to));
    // The macro takes an expression apart, so that     RC_ASSERT((!improvements || plain
    // RC_ASSERT((!improvements || plain and || would not stop early without the inner ().
    RC_ASSERT((!improvements || plain.prefers(steps[i].mover, to, at)));
    RC_ASSERT((i == 0 || steps[i].mover != steps[i - 1].mover));
    at = to;
  }
  return at;
}

}  // namespace entente::analyze
