// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/assured.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace entente::analyze {
namespace {

enum class Kind { moves, improvements };

constexpr Payoff none = std::numeric_limits<Payoff>::max();

// The least value among the states that the others can lead to from each state, itself included.
//
// States are taken from the least value up. What can reach the one taken, and nothing lower, has
// its value: these are found by going backwards. Whoever can improve to a state w within a group of
// its own are the states worse than w, the first ones of the group's list. So for each group and
// mover a cursor tells how far its list has been reached, and as it only advances, each state is
// passed once for each mover: the whole takes states x decision makers steps, whatever the number
// of moves.
class BackwardSweep {
 public:
  BackwardSweep(const GraphModel& model, std::size_t who, Kind kind)
      : model_(model), who_(who), kind_(kind), cursors_(model.decision_makers()) {
    for (std::size_t mover = 0; mover < cursors_.size(); ++mover) {
      cursors_[mover].assign(mover == who ? 0 : model.moves[mover].groups(), 0);
      passages_.emplace_back(model.moves[mover], Passage::Way::before);
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
  }

  void go_back_from(StateIndex to, Payoff value) {
    for (std::size_t mover = 0; mover < model_.decision_makers(); ++mover) {
      if (mover == who_) continue;
      const Moves& moves = model_.moves[mover];
      const Payoffs& liked = model_.payoffs[mover];
      const Payoff below = kind_ == Kind::moves ? none : liked[to];
      if (below == 0) continue;
      passages_[mover].pass(moves.group_of(to), below, [&](Moves::GroupIndex group) {
        const auto states = moves.states_of(group);
        for (std::uint32_t& at = cursors_[mover][group];
             at < states.size() && liked[states[at]] < below; ++at)
          reach(states[at], value);
      });
    }
  }

  const GraphModel& model_;
  std::size_t who_;
  Kind kind_;
  std::vector<std::vector<std::uint32_t>> cursors_;  // by mover, then group
  std::vector<Passage> passages_;                    // by mover
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
  if (how == Concept::seq) return BackwardSweep(model, who, Kind::improvements).least(model.payoffs[who]);
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
