// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/simultaneous.h"

#include <algorithm>
#include <optional>

namespace entente::analyze {

Simultaneous::Simultaneous(const GraphModel& model, const std::vector<Floors>* floors)
    : model_(model),
      floors_(floors),
      choices_(model.decision_makers()),
      chosen_(model.decision_makers()) {}

void Simultaneous::at(StateIndex state) {
  state_ = state;
  for (std::size_t who = 0; who < choices_.size(); ++who) {
    const Moves& moves = model_.moves[who];
    const Payoffs& payoffs = model_.payoffs[who];
    const Moves::GroupIndex group = moves.group_of(state);
    Choices& all = choices_[who];
    all.now = model_.states[state] & moves.own();
    all.in_list = !moves.is_alone(group);
    all.is_listed = false;
    if (all.in_list) continue;
    const auto states = moves.states_of(group);
    const auto first = std::partition_point(
        states.begin(), states.end(), [&](StateIndex to) { return payoffs[to] <= payoffs[state]; });
    all.better = states.subspan(static_cast<std::size_t>(first - states.begin()));
  }
}

void Simultaneous::list(std::size_t who) {
  Choices& all = choices_[who];
  const Moves& moves = model_.moves[who];
  all.is_listed = true;
  all.listed.clear();
  moves.for_each_improvement(state_, model_.payoffs[who], [&](StateIndex to) {
    all.listed.push_back(model_.states[to] & moves.own());
  });
}

bool Simultaneous::has(std::size_t who, std::size_t choice) {
  Choices& all = choices_[who];
  if (choice == 0) return true;
  if (all.in_list && !all.is_listed) list(who);
  return choice <= (all.in_list ? all.listed.size() : all.better.size());
}

State Simultaneous::choice_of(std::size_t who, std::size_t choice) const {
  const Choices& all = choices_[who];
  if (choice == 0) return all.now;
  if (all.in_list) return all.listed[choice - 1];
  return model_.states[all.better[all.better.size() - choice]] & model_.moves[who].own();
}

// What answered one move mostly answers the next one too, and is tried first.
bool Simultaneous::stable(std::size_t who) {
  who_ = who;
  std::optional<State> last;  // what the others chose in the last answer found
  for (std::size_t i = 1; has(who, i); ++i) {
    const State own = choice_of(who, i);
    if (last && sanctions(own | *last)) continue;
    if (!search(0, own)) return false;
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
      chosen_[next] = choice_of(next, 0);
      return search(next + 1, so_far | chosen_[next]);
    }
  }
  for (std::size_t i = 0; has(next, i); ++i) {
    const State own = choice_of(next, i);
    chosen_[next] = own;
    if (search(next + 1, so_far | own)) return true;
  }
  return false;
}

}  // namespace entente::analyze
