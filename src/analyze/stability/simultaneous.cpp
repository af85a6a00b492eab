// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/simultaneous.h"

#include <algorithm>

namespace entente::analyze {

Simultaneous::Simultaneous(const GraphModel& model)
    : model_(model), choices_(model.decision_makers()), chosen_(model.decision_makers()) {}

void Simultaneous::at(StateIndex state) {
  state_ = state;
  for (std::size_t who = 0; who < choices_.size(); ++who) {
    const Moves& moves = model_.moves[who];
    choices_[who].assign(1, model_.states[state] & moves.own());
    moves.for_each_improvement(state, model_.payoffs[who], [&](StateIndex to) {
      choices_[who].push_back(model_.states[to] & moves.own());
    });
  }
}

bool Simultaneous::stable(std::size_t who) {
  who_ = who;
  return std::all_of(choices_[who].begin() + 1, choices_[who].end(),
                     [&](State own) { return search(0, own); });
}

bool Simultaneous::answer(std::size_t who, StateIndex to, std::vector<State>& found) {
  who_ = who;
  if (!search(0, model_.states[to] & model_.moves[who].own())) return false;
  found = chosen_;
  return true;
}

bool Simultaneous::search(std::size_t next, State so_far) {
  if (next == who_) return search(next + 1, so_far);
  if (next == choices_.size()) {
    const StateIndex there = model_.states.index_of(so_far);
    return there != no_state && !model_.prefers(who_, there, state_);
  }
  return std::any_of(choices_[next].begin(), choices_[next].end(), [&](State own) {
    chosen_[next] = own;
    return search(next + 1, so_far | own);
  });
}

}  // namespace entente::analyze
