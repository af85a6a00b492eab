// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/spread.h"

#include <algorithm>
#include <numeric>

namespace entente::analyze {

Spread::Spread(const GraphModel& model, StateIndex from, const Coalition& movers, By how)
    : model_(model),
      from_(from),
      movers_(movers),
      how_(how),
      came_(model.states.size(), Step{0, no_state}),
      reached_{from} {
  for (std::size_t who : movers)
    unreached_.emplace_back(model.moves[who], model.payoffs[who], Unreached::Way::after);
  reach(from);
}

void Spread::reach(StateIndex state) {
  for (Unreached& one : unreached_)
    one.reach(state, [&](StateIndex other) { return reached(other); });
}

void Spread::go_on_from(StateIndex state) {
  for (std::size_t i = 0; i < movers_.size(); ++i) {
    const std::size_t who = movers_[i];
    const Payoff price = how_ == By::improvements
                             ? Unreached::price_after(model_.payoffs[who][state])
                             : Unreached::any_price;
    unreached_[i].take(model_.moves[who].group_of(state), price, [&](StateIndex to) {
      if (reached(to)) return;
      came_[to] = {who, state};
      reached_.push_back(to);
      reach(to);
    });
  }
}

std::vector<Step> Spread::steps_to(StateIndex state) const {
  std::vector<Step> steps;
  for (; state != from_; state = came_[state].to) steps.push_back({came_[state].mover, state});
  std::reverse(steps.begin(), steps.end());
  return steps;
}

Coalition all_of(const GraphModel& model) {
  Coalition out(model.decision_makers());
  std::iota(out.begin(), out.end(), std::size_t{0});
  return out;
}

Coalition all_but(const GraphModel& model, std::size_t who) {
  Coalition out = all_of(model);
  out.erase(out.begin() + static_cast<std::ptrdiff_t>(who));
  return out;
}

}  // namespace entente::analyze
