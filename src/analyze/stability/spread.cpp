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
      cursors_(model.decision_makers()),
      reached_{from} {
  for (std::size_t who : movers) {
    passages_.emplace_back(model.moves[who], Passage::Way::after);
    for (Moves::GroupIndex group = 0; group < model.moves[who].groups(); ++group)
      cursors_[who].push_back(static_cast<std::uint32_t>(model.moves[who].states_of(group).size()));
  }
}

void Spread::go_on_from(StateIndex state) {
  for (std::size_t i = 0; i < movers_.size(); ++i) {
    const std::size_t who = movers_[i];
    const Moves& moves = model_.moves[who];
    const Payoffs& payoffs = model_.payoffs[who];
    const Payoff reach = ~Payoff{0} - (how_ == By::improvements ? payoffs[state] : 0);
    passages_[i].pass(moves.group_of(state), reach, [&](Moves::GroupIndex group) {
      const auto states = moves.states_of(group);
      for (std::uint32_t& left = cursors_[who][group]; left > 0; --left) {
        const StateIndex to = states[left - 1];
        if (how_ == By::improvements && payoffs[to] <= payoffs[state]) return;
        if (reached(to)) continue;
        came_[to] = {who, state};
        reached_.push_back(to);
      }
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
