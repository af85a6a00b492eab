// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/status_quo.h"

#include <algorithm>

#include "analyze/stability/spread.h"

namespace entente::analyze {
namespace {

bool nobody_improves(const GraphModel& model, StateIndex state) {
  for (std::size_t who = 0; who < model.decision_makers(); ++who) {
    bool any = false;
    model.moves[who].for_each_improvement(state, model.payoffs[who],
                                          [&](StateIndex) { any = true; });
    if (any) return false;
  }
  return true;
}

std::vector<Route> routes(const Spread& spread, const std::vector<StateIndex>& wanted) {
  std::vector<Route> out;
  for (StateIndex to : wanted)
    if (spread.reached(to)) out.push_back({to, spread.steps_to(to)});
  return out;
}

}  // namespace

StatusQuo status_quo(const GraphModel& model, StateIndex today,
                     const std::vector<StateIndex>& wanted) {
  StatusQuo out;
  out.state = today;
  Spread by_moves(model, today, all_of(model), By::moves);
  by_moves.find([](StateIndex) { return false; });
  out.by_moves = routes(by_moves, wanted);
  Spread by_improvements(model, today, all_of(model), By::improvements);
  by_improvements.find([&](StateIndex state) {
    ++out.reachable;
    if (nobody_improves(model, state)) out.stops.push_back(state);
    return false;
  });
  std::sort(out.stops.begin(), out.stops.end());
  out.by_improvements = routes(by_improvements, wanted);
  return out;
}

}  // namespace entente::analyze
