// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/assured.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "analyze/stability/unreached.h"

namespace entente::analyze {
namespace {

enum class Kind { moves, improvements };

constexpr Payoff none = std::numeric_limits<Payoff>::max();

// The least value among the states that the others can lead to from each state, itself included.
//
// States are taken from the least value up. What can reach the one taken, and nothing lower, has
// its value: these are found by going backwards. Whoever can improve to a state w within a group of
// its own are the states worse than w, the first ones of the group's list. So for each group and
// mover a cursor tells how far its list has been reached (Unreached), and as it only advances, each
// state is passed once for each mover: the whole takes states x decision makers steps, whatever the
// number of moves.
class BackwardSweep {
 public:
  BackwardSweep(const GraphModel& model, std::size_t who, Kind kind) : model_(model), kind_(kind) {
    for (std::size_t mover = 0; mover < model.decision_makers(); ++mover)
      if (mover != who) {
        movers_.push_back(mover);
        unreached_.emplace_back(model.moves[mover], model.payoffs[mover], Unreached::Way::before);
      }
  }

  Payoffs least(const Payoffs& values) {
    least_.assign(values.size(), none);
    for (StateIndex state : ascending(values)) {
      reach(state, values[state]);
      while (!waiting_.empty()) {
        const StateIndex to = waiting_.back();
        waiting_.pop_back();
        go_back_from(to, values[state]);
      }
    }
    return std::move(least_);
  }

 private:
  // By counting, since payoffs are numbers below the number of states.
  static std::vector<StateIndex> ascending(const Payoffs& values) {
    std::vector<std::uint32_t> begin(values.size() + 1, 0);
    for (Payoff value : values) ++begin[value + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<StateIndex> out(values.size());
    for (StateIndex state = 0; state < values.size(); ++state) out[begin[values[state]]++] = state;
    return out;
  }

  void reach(StateIndex state, Payoff value) {
    if (least_[state] != none) return;
    least_[state] = value;
    waiting_.push_back(state);
    for (Unreached& one : unreached_)
      one.reach(state, [&](StateIndex other) { return least_[other] != none; });
  }

  void go_back_from(StateIndex to, Payoff value) {
    for (std::size_t i = 0; i < movers_.size(); ++i) {
      const Payoff below =
          kind_ == Kind::moves ? Unreached::any_price : model_.payoffs[movers_[i]][to];
      unreached_[i].take(model_.moves[movers_[i]].group_of(to), below,
                         [&](StateIndex from) { reach(from, value); });
    }
  }

  const GraphModel& model_;
  Kind kind_;
  Coalition movers_;
  std::vector<Unreached> unreached_;  // by place in movers_
  Payoffs least_;
  std::vector<StateIndex> waiting_;
};

}  // namespace

Payoffs best_of_one_move(const GraphModel& model, std::size_t who) {
  const Moves& moves = model.moves[who];
  const Payoffs& payoffs = model.payoffs[who];
  std::vector<Payoff> best(moves.groups());
  for (Moves::GroupIndex group = 0; group < moves.groups(); ++group)
    best[group] = payoffs[moves.states_of(group).back()];
  best = moves.best_after(best);
  Payoffs out(payoffs.size());
  for (StateIndex state = 0; state < out.size(); ++state) out[state] = best[moves.group_of(state)];
  return out;
}

Payoffs assured(const GraphModel& model, std::size_t who, Concept how) {
  if (how == Concept::gmr) return BackwardSweep(model, who, Kind::moves).least(model.payoffs[who]);
  if (how == Concept::smr)
    return BackwardSweep(model, who, Kind::moves).least(best_of_one_move(model, who));
  if (how == Concept::seq)
    return BackwardSweep(model, who, Kind::improvements).least(model.payoffs[who]);
  return model.payoffs[who];
}

// A move is worth while if both the state that it leads to and what that assures of are better.
std::vector<bool> leaves(const GraphModel& model, std::size_t who, const Payoffs& assured) {
  const Moves& moves = model.moves[who];
  const Payoffs& payoffs = model.payoffs[who];
  std::vector<Payoff> best(moves.groups(), 0);
  for (Moves::GroupIndex group = 0; group < moves.groups(); ++group)
    for (StateIndex to : moves.states_of(group))
      best[group] = std::max(best[group], std::min(payoffs[to], assured[to]));
  best = moves.best_after(best);
  std::vector<bool> out(payoffs.size(), false);
  for (StateIndex state = 0; state < out.size(); ++state)
    out[state] = best[moves.group_of(state)] > payoffs[state];
  return out;
}

}  // namespace entente::analyze
