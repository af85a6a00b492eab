// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/simultaneous.h"

#include <algorithm>
#include <optional>

namespace entente::analyze {

Simultaneous::Simultaneous(const GraphModel& model, const std::vector<Floors>* floors)
    : model_(model), floors_(floors), choices_(model.decision_makers()), chosen_(model.decision_makers()) {}

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

// What answered one move mostly answers the next one too, and is tried first.
bool Simultaneous::stable(std::size_t who) {
  who_ = who;
  std::optional<State> last;  // what the others chose in the last answer found
  for (std::size_t i = 1; i < choices_[who].size(); ++i) {
    if (last && sanctions(choices_[who][i] | *last)) continue;
    if (!search(0, choices_[who][i])) return false;
    last = 0;
    for (std::size_t other = 0; other < chosen_.size(); ++other)
      if (other != who) *last |= chosen_[other];
  }
  return true;
}

bool Simultaneous::answer(std::size_t who, StateIndex to, std::vector<State>& found) {
  who_ = who;
  if (!search(0, model_.states[to] & model_.moves[who].own())) return false;
  found = chosen_;
  return true;
}

bool Simultaneous::sanctions(State together) const {
  const StateIndex there = model_.states.index_of(together);
  return there != no_state && !model_.prefers(who_, there, state_);
}

bool Simultaneous::search(std::size_t next, State so_far) {
  if (next == who_) return search(next + 1, so_far);
  if (next == choices_.size()) return sanctions(so_far);
  if (floors_) {
    const Floors& floors = (*floors_)[who_];
    if (floors.least(next, so_far) > model_.payoffs[who_][state_]) return false;
    if (!floors.matters(next)) {
      chosen_[next] = choices_[next].front();
      return search(next + 1, so_far | chosen_[next]);
    }
  }
  return std::any_of(choices_[next].begin(), choices_[next].end(), [&](State own) {
    chosen_[next] = own;
    return search(next + 1, so_far | own);
  });
}

}  // namespace entente::analyze
