// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "model/conflict.h"
#include "model/stability.h"

namespace entente::kit {

// The definitions of docs/methods/stability.md, word for word and as slow as that is: sets of
// states, every combination tried, nothing derived. Shares no code with analyze/stability.
class PlainStability {
 public:
  explicit PlainStability(Conflict conflict) : conflict_(std::move(conflict)) {
    for (State s = 0; s < bit(conflict_.options.size()); ++s)
      if (feasible(s)) states.push_back(s);
  }

  std::vector<State> states;

  bool feasible(State s) const {
    for (const Pattern& p : conflict_.infeasible)
      if (p.holds(s)) return false;
    return true;
  }

  // Likings of pairs that are not as the conflict has them: 1 for a over b, -1, or 0 for neither.
  void set(std::size_t who, State a, State b, int liking) {
    likings_[{who, a, b}] = liking;
    likings_[{who, b, a}] = -liking;
  }

  // Strictly, a to b.
  bool prefers(std::size_t who, State a, State b) const {
    if (const auto set = likings_.find({who, a, b}); set != likings_.end()) return set->second > 0;
    const DecisionMaker& one = conflict_.decision_makers[who];
    if (!one.ranking.empty()) return place(one.ranking, a) < place(one.ranking, b);
    for (const PreferenceStatement& statement : one.statements)
      if (statement.holds(a) != statement.holds(b)) return statement.holds(a);
    return false;
  }

  bool legal_move(std::size_t who, State from, State to) const {
    if (from == to || !feasible(to)) return false;
    for (std::size_t i = 0; i < conflict_.options.size(); ++i) {
      const bool before = from & bit(i), after = to & bit(i);
      if (before == after) continue;
      const ConflictOption& option = conflict_.options[i];
      if (option.owner != who) return false;
      if (option.direction == Direction::forward && !after) return false;
      if (option.direction == Direction::back && after) return false;
    }
    return true;
  }

  std::vector<State> moves(std::size_t who, State from, bool improvements) const {
    std::vector<State> out;
    for (State to : states)
      if (legal_move(who, from, to) && (!improvements || prefers(who, to, from))) out.push_back(to);
    return out;
  }

  // By legal sequences of those in `movers` in which nobody moves twice in a row; at least one
  // move.
  std::set<State> reachable(const Coalition& movers, State from, bool improvements) const {
    std::set<std::pair<State, std::size_t>> seen;  // state, last mover
    std::vector<std::pair<State, std::size_t>> waiting{{from, nobody}};
    while (!waiting.empty()) {
      const auto [state, last] = waiting.back();
      waiting.pop_back();
      for (std::size_t who : movers)
        if (who != last)
          for (State to : moves(who, state, improvements))
            if (seen.insert({to, who}).second) waiting.push_back({to, who});
    }
    std::set<State> out;
    for (const auto& [state, last] : seen) out.insert(state);
    return out;
  }

  Coalition others(std::size_t who) const {
    Coalition out;
    for (std::size_t i = 0; i < conflict_.decision_makers.size(); ++i)
      if (i != who) out.push_back(i);
    return out;
  }

  bool stable(std::size_t who, State s, Concept how) const {
    for (State t : moves(who, s, true))
      if (!sanctioned(who, s, t, how)) return false;
    return true;
  }

  bool sanctioned(std::size_t who, State s, State t, Concept how) const {
    if (how == Concept::nash) return false;
    if (how == Concept::sim) return sanctioned_at_once(who, s, t, 0);
    for (State z : reachable(others(who), t, how == Concept::seq))
      if (!prefers(who, z, s) && (how != Concept::smr || !escapes(who, z, s))) return true;
    return false;
  }

  bool nash_for(const Coalition& coalition, State s) const {
    for (State z : reachable(coalition, s, false)) {
      bool all = true;
      for (std::size_t who : coalition) all = all && prefers(who, z, s);
      if (all) return false;
    }
    return true;
  }

 private:
  static constexpr std::size_t nobody = ~std::size_t{0};

  static std::size_t place(const Ranking& ranking, State s) {
    for (std::size_t i = 0; i < ranking.size(); ++i)
      for (State one : ranking[i])
        if (one == s) return i;
    return ranking.size();
  }

  bool escapes(std::size_t who, State z, State s) const {
    for (State back : moves(who, z, false))
      if (prefers(who, back, s)) return true;
    return false;
  }

  // Those from `next` on may each stay or improve from s; `mixed` holds what the ones before chose.
  bool sanctioned_at_once(std::size_t who, State s, State mixed, std::size_t next) const {
    if (next == conflict_.decision_makers.size()) return feasible(mixed) && !prefers(who, mixed, s);
    if (sanctioned_at_once(who, s, mixed, next + 1)) return true;
    if (next == who) return false;
    const State own = options_of(conflict_, next);
    for (State w : moves(next, s, true))
      if (sanctioned_at_once(who, s, (mixed & ~own) | (w & own), next + 1)) return true;
    return false;
  }

  Conflict conflict_;
  std::map<std::tuple<std::size_t, State, State>, int> likings_;
};

}  // namespace entente::kit
