// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/pairwise.h"

#include <algorithm>

#include "analyze/stability/spread.h"

namespace entente::analyze {

Pairwise::Pairwise(const GraphModel& model, const Preferences& preferences, Reading reading,
                   Steps* steps)
    : model_(model),
      preferences_(preferences),
      reading_(reading),
      steps_(steps),
      one_way_(model.decision_makers()) {
  for (std::size_t i = 0; i < model.conflict.options.size(); ++i) {
    const ConflictOption& option = model.conflict.options[i];
    if (option.direction == Direction::forward) one_way_[option.owner].forward |= bit(i);
    if (option.direction == Direction::back) one_way_[option.owner].back |= bit(i);
  }
}

bool Pairwise::prefers(std::size_t who, StateIndex to, StateIndex state) const {
  const Liking liking = preferences_.of(who, to, state);
  return liking == Liking::better || (liking == Liking::unknown && reading_ == Reading::against);
}

bool Pairwise::improves(std::size_t who, StateIndex from, StateIndex to) const {
  const Liking liking = preferences_.of(who, to, from);
  return liking == Liking::better || (liking == Liking::unknown && reading_ == Reading::in_favour);
}

bool Pairwise::can_move(std::size_t who, StateIndex from, StateIndex to) const {
  const State before = model_.states[from], after = model_.states[to], changed = before ^ after;
  return changed != 0 && (changed & ~model_.moves[who].own()) == 0 &&
         (before & ~after & one_way_[who].forward) == 0 &&
         (after & ~before & one_way_[who].back) == 0;
}

// Payoffs tell the improvements, but for the pairs that were set.
std::vector<StateIndex> Pairwise::improvements(std::size_t who, StateIndex state) const {
  std::vector<StateIndex> out;
  model_.moves[who].for_each_improvement(state, model_.payoffs[who], [&](StateIndex to) {
    if (prefers(who, to, state)) out.push_back(to);
  });
  preferences_.for_each_set(who, state, [&](StateIndex to) {
    if (!model_.prefers(who, to, state) && can_move(who, state, to) && prefers(who, to, state))
      out.push_back(to);
  });
  return out;
}

std::vector<StateIndex> Pairwise::ways_up(std::size_t who, StateIndex from) const {
  std::vector<StateIndex> out;
  model_.moves[who].for_each_improvement(from, model_.payoffs[who], [&](StateIndex to) {
    if (improves(who, from, to)) out.push_back(to);
  });
  preferences_.for_each_set(who, from, [&](StateIndex to) {
    if (!model_.prefers(who, to, from) && can_move(who, from, to) && improves(who, from, to))
      out.push_back(to);
  });
  return out;
}

std::vector<StateIndex> Pairwise::by_improvements(std::size_t who, StateIndex to) const {
  const std::size_t count = model_.decision_makers();
  std::vector<bool> seen(model_.states.size() * count, false), listed(model_.states.size(), false);
  std::vector<std::pair<StateIndex, std::size_t>> waiting{{to, who}};  // state, last mover
  std::vector<StateIndex> out{to};
  listed[to] = true;
  while (!waiting.empty()) {
    const auto [state, last] = waiting.back();
    waiting.pop_back();
    for (std::size_t mover = 0; mover < count; ++mover) {
      if (mover == who || mover == last) continue;
      for (StateIndex next : ways_up(mover, state)) {
        if (seen[next * count + mover]) continue;
        seen[next * count + mover] = true;
        waiting.emplace_back(next, mover);
        if (!listed[next]) out.push_back(next);
        listed[next] = true;
      }
    }
  }
  return out;
}

std::vector<StateIndex> Pairwise::reached(std::size_t who, StateIndex to, Concept how) const {
  if (how == Concept::nash) return {to};
  if (how == Concept::seq) return by_improvements(who, to);
  std::vector<StateIndex> out;
  Spread spread(model_, to, all_but(model_, who), By::moves);
  spread.find([&](StateIndex there) {
    out.push_back(there);
    return false;
  });
  return out;
}

std::vector<std::vector<State>> Pairwise::choices(StateIndex state) const {
  std::vector<std::vector<State>> out(model_.decision_makers());
  for (std::size_t who = 0; who < out.size(); ++who) {
    const State own = model_.moves[who].own();
    out[who].push_back(model_.states[state] & own);
    for (StateIndex to : ways_up(who, state)) out[who].push_back(model_.states[to] & own);
  }
  return out;
}

bool Pairwise::sanctions(std::size_t who, StateIndex state, StateIndex there, Concept how) const {
  if (prefers(who, there, state)) return false;
  if (how != Concept::smr) return true;
  bool escapes = false;
  model_.moves[who].for_each_move(
      there, [&](StateIndex back) { escapes = escapes || prefers(who, back, state); });
  return !escapes;
}

bool Pairwise::sanctioned(std::size_t who, StateIndex state, StateIndex to, Concept how) const {
  if (steps_) steps_->step();
  if (how == Concept::nash) return false;
  if (how == Concept::sim)
    return any_outcome(model_, choices(state), who, to,
                       [&](StateIndex there) { return !prefers(who, there, state); });
  const auto there = reached(who, to, how);
  return std::any_of(there.begin(), there.end(),
                     [&](StateIndex z) { return sanctions(who, state, z, how); });
}

std::vector<StateIndex> Pairwise::unanswered(std::size_t who, StateIndex state, Concept how) const {
  std::vector<StateIndex> out = improvements(who, state);
  std::erase_if(out, [&](StateIndex to) { return sanctioned(who, state, to, how); });
  return out;
}

bool Pairwise::stable(std::size_t who, StateIndex state, Concept how) const {
  const auto better = improvements(who, state);
  return std::all_of(better.begin(), better.end(),
                     [&](StateIndex to) { return sanctioned(who, state, to, how); });
}

bool Pairwise::equilibrium(StateIndex state, Concept how) const {
  for (std::size_t who = 0; who < model_.decision_makers(); ++who)
    if (!stable(who, state, how)) return false;
  return true;
}

}  // namespace entente::analyze
