// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/reasons.h"

#include <algorithm>

#include "analyze/stability/simultaneous.h"
#include "analyze/stability/spread.h"

namespace entente::analyze {
namespace {

class Answers {
 public:
  Answers(const GraphModel& model, std::size_t who, StateIndex state, Concept how)
      : model_(model), who_(who), state_(state), how_(how) {}

  Improvement to(StateIndex improved) const {
    Improvement out{improved, false, {}, improved, false};
    if (how_ == Concept::sim)
      answer_at_once(out);
    else if (how_ != Concept::nash)
      answer_in_turn(out);
    out.worse = out.answered && model_.prefers(who_, state_, out.ends);
    return out;
  }

 private:
  void answer_in_turn(Improvement& out) const {
    Spread spread(model_, out.to, all_but(model_, who_),
                  how_ == Concept::seq ? By::improvements : By::moves);
    const auto end = spread.find([&](StateIndex there) { return sanctions(there); });
    if (!end) return;
    out.answered = true;
    out.answer = spread.steps_to(*end);
    out.ends = *end;
  }

  bool sanctions(StateIndex there) const {
    if (model_.prefers(who_, there, state_)) return false;
    if (how_ != Concept::smr) return true;
    bool escapes = false;
    model_.moves[who_].for_each_move(
        there, [&](StateIndex back) { escapes = escapes || model_.prefers(who_, back, state_); });
    return !escapes;
  }

  void answer_at_once(Improvement& out) const {
    Simultaneous simultaneous(model_);
    simultaneous.at(state_);
    std::vector<State> chosen(model_.decision_makers());
    out.answered = simultaneous.answer(who_, out.to, chosen);
    if (!out.answered) return;
    const State now = model_.states[state_];
    State together = model_.states[out.to];
    for (std::size_t other : all_but(model_, who_)) {
      const State own = model_.moves[other].own();
      together = (together & ~own) | chosen[other];
      if (chosen[other] != (now & own))
        out.answer.push_back({other, model_.states.index_of((now & ~own) | chosen[other])});
    }
    out.ends = model_.states.index_of(together);
  }

  const GraphModel& model_;
  std::size_t who_;
  StateIndex state_;
  Concept how_;
};

std::vector<StateIndex> improvements(const GraphModel& model, std::size_t who, StateIndex state) {
  const Payoffs& payoffs = model.payoffs[who];
  std::vector<StateIndex> out;
  model.moves[who].for_each_improvement(state, payoffs, [&](StateIndex to) { out.push_back(to); });
  std::sort(out.begin(), out.end(), [&](StateIndex a, StateIndex b) {
    return std::pair(payoffs[b], a) < std::pair(payoffs[a], b);
  });
  return out;
}

}  // namespace

Reason reason(const GraphModel& model, const Stability& found, std::size_t who, StateIndex state,
              Concept how, std::size_t most) {
  const std::vector<StateIndex> better = improvements(model, who, state);
  const Answers answers(model, who, state, how);
  Reason out{who, state, how, found.verdicts[who][state].stable(how), better.size(), {}};
  for (StateIndex to : better) {
    if (out.stable && out.shown.size() == most) break;
    Improvement improvement = answers.to(to);
    if (out.stable || !improvement.answered) out.shown.push_back(std::move(improvement));
    if (!out.stable && !out.shown.empty()) break;
  }
  return out;
}

}  // namespace entente::analyze
