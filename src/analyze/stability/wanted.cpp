// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/wanted.h"

#include "analyze/stability/guarantees.h"
#include "analyze/stability/inverse.h"
#include "analyze/stability/reasons.h"

namespace entente::analyze {

namespace {
constexpr std::size_t most_search_steps = 4'000'000;  // about a second
}

Wanted wanted(const GraphModel& model, const Stability& found, StateIndex state, Concept how,
              const Progress& progress) {
  Wanted out;
  out.state = state;
  out.how = how;
  out.holds = found.equilibria[state].stable(how);
  if (out.holds) return out;
  for (std::size_t who = 0; who < model.decision_makers(); ++who)
    if (!found.verdicts[who][state].stable(how))
      out.leaves.push_back(reason(model, found, who, state, how));
  Inverse least = inverse(model, state, how, most_search_steps, progress);
  out.reversals = std::move(least.reversals);
  out.at_least = least.at_least;
  out.guarantees = guarantees(model, found, state, how, progress);
  return out;
}

}  // namespace entente::analyze
