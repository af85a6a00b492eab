// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "analyze/stability/preferences.h"
#include "analyze/stability/steps.h"

namespace entente::analyze {

// How a preference that is unknown is read: so that the state asked about is left, or so that it is
// not. What the one reading calls stable is so in all completions; what the other calls unstable is
// so in all. The second reads an unknown pair of another party both ways at once where its
// improvements are followed (SEQ), which no single completion does.
enum class Reading { against, in_favour };

// Stability of single states straight from the definitions, under preferences that need not be
// transitive: sequences remember who moved last. For few states of models of moderate size.
class Pairwise {
 public:
  // With steps: one is counted for each move that is looked at, and stops the work.
  Pairwise(const GraphModel& model, const Preferences& preferences,
           Reading reading = Reading::against, Steps* steps = nullptr);

  bool stable(std::size_t who, StateIndex state, Concept how) const;
  bool equilibrium(StateIndex state, Concept how) const;

  // The improvements of `who` that nothing answers.
  std::vector<StateIndex> unanswered(std::size_t who, StateIndex state, Concept how) const;

  bool prefers(std::size_t who, StateIndex to,
               StateIndex state) const;  // leaving one for the other
  bool improves(std::size_t who, StateIndex from, StateIndex to) const;  // as one that answers
  bool can_move(std::size_t who, StateIndex from, StateIndex to) const;

  std::vector<StateIndex> improvements(std::size_t who, StateIndex state) const;

  // What the others can lead to from `to` by moves or improvements of theirs, `to` included: a
  // superset that does no harm, as nobody moves to what it does not prefer.
  std::vector<StateIndex> reached(std::size_t who, StateIndex to, Concept how) const;

  // What each may choose of its own options while somebody leaves `state`: they stay, or improve.
  std::vector<std::vector<State>> choices(StateIndex state) const;

  // Calls visit(there) for each feasible state that `who` moving to `to` and some choice of the
  // others lead to, until visit says true; whether it did.
  template <class Visit>
  static bool any_outcome(const GraphModel& model, const std::vector<std::vector<State>>& choices,
                          std::size_t who, StateIndex to, const Visit& visit) {
    return outcome(model, choices, who, 0, model.states[to] & model.moves[who].own(), visit);
  }

  const GraphModel& model() const { return model_; }

 private:
  struct OneWay {
    State forward = 0, back = 0;
  };
  template <class Visit>
  static bool outcome(const GraphModel& model, const std::vector<std::vector<State>>& choices,
                      std::size_t who, std::size_t next, State so_far, const Visit& visit) {
    if (next == choices.size()) {
      const StateIndex there = model.states.index_of(so_far);
      return there != no_state && visit(there);
    }
    if (next == who) return outcome(model, choices, who, next + 1, so_far, visit);
    for (State own : choices[next])
      if (outcome(model, choices, who, next + 1, so_far | own, visit)) return true;
    return false;
  }
  std::vector<StateIndex> by_improvements(std::size_t who, StateIndex to) const;
  std::vector<StateIndex> ways_up(std::size_t who, StateIndex from) const;
  bool sanctioned(std::size_t who, StateIndex state, StateIndex to, Concept how) const;
  bool sanctions(std::size_t who, StateIndex state, StateIndex there, Concept how) const;

  const GraphModel& model_;
  const Preferences& preferences_;
  Reading reading_;
  Steps* steps_;
  std::vector<OneWay> one_way_;  // by decision maker
};

}  // namespace entente::analyze
