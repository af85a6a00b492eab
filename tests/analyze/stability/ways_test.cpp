// SPDX-License-Identifier: Apache-2.0
// Reasons, ways from today's state and joint moves: each is checked move by move, and none is
// missed.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "analyze/stability/coalitions.h"
#include "analyze/stability/kit.h"
#include "analyze/stability/reasons.h"
#include "analyze/stability/stability.h"
#include "analyze/stability/status_quo.h"

namespace entente::analyze {
namespace {

StateIndex any_state(const GraphModel& model) {
  return *rc::gen::inRange<StateIndex>(0, static_cast<StateIndex>(model.states.size()));
}

// All the others improve from the state itself; what they and `who` do at once leads to `ends`.
void expect_at_once(const GraphModel& model, const kit::PlainStability& plain, const Reason& reason,
                    const Improvement& improvement) {
  const State now = model.states[reason.state];
  State together = model.states[improvement.to];
  for (const Step& step : improvement.answer) {
    const State to = model.states[step.to], own = options_of(model.conflict, step.mover);
    RC_ASSERT(step.mover != reason.decision_maker);
    RC_ASSERT((plain.legal_move(step.mover, now, to) && plain.prefers(step.mover, to, now)));
    together = (together & ~own) | (to & own);
  }
  RC_ASSERT(together == model.states[improvement.ends]);
}

void expect_in_turn(const GraphModel& model, const kit::PlainStability& plain, const Reason& reason,
                    const Improvement& improvement) {
  for (const Step& step : improvement.answer) RC_ASSERT(step.mover != reason.decision_maker);
  RC_ASSERT(walked(model, plain, model.states[improvement.to], improvement.answer,
                   reason.how == Concept::seq) == model.states[improvement.ends]);
}

void expect_true(const GraphModel& model, const kit::PlainStability& plain, const Reason& reason) {
  const std::size_t who = reason.decision_maker;
  const State now = model.states[reason.state];
  RC_ASSERT(reason.stable == plain.stable(who, now, reason.how));
  RC_ASSERT(reason.improvements == plain.moves(who, now, true).size());
  RC_ASSERT(reason.shown.size() ==
            (reason.stable ? std::min<std::size_t>(3, reason.improvements) : 1));
  for (const Improvement& improvement : reason.shown) {
    const State to = model.states[improvement.to], ends = model.states[improvement.ends];
    RC_ASSERT((plain.legal_move(who, now, to) && plain.prefers(who, to, now)));
    RC_ASSERT(improvement.answered == reason.stable);
    RC_ASSERT(improvement.answered == plain.sanctioned(who, now, to, reason.how));
    if (!improvement.answered) continue;
    RC_ASSERT(!plain.prefers(who, ends, now));
    RC_ASSERT(improvement.worse == plain.prefers(who, now, ends));
    reason.how == Concept::sim ? expect_at_once(model, plain, reason, improvement)
                               : expect_in_turn(model, plain, reason, improvement);
    if (reason.how == Concept::smr)
      for (State back : plain.moves(who, ends, false)) RC_ASSERT(!plain.prefers(who, back, now));
  }
}

RC_GTEST_PROP(Reasons, name_improvements_and_answers_that_are_what_they_say, ()) {
  const GraphModel model = any_model();
  const Stability found = stability(model, 1);
  const kit::PlainStability plain(model.conflict);
  const StateIndex state = any_state(model);
  for (std::size_t who = 0; who < model.decision_makers(); ++who)
    for (Concept how : concepts) expect_true(model, plain, reason(model, found, who, state, how));
}

TEST(Reasons, the_prisoner_who_defects_is_answered) {
  Conflict conflict;
  conflict.decision_makers = {kit::ranks("First", {{"NY"}, {"YY"}, {"NN"}, {"YN"}}),
                              kit::ranks("Second", {{"YN"}, {"YY"}, {"NN"}, {"NY"}})};
  conflict.options = {{"cooperate", 0, Direction::both, {}}, {"cooperate", 1, Direction::both, {}}};
  const GraphModel model = model_of(conflict);
  const Stability found = stability(model, 1);
  const Reason why = reason(model, found, 0, 3, Concept::seq);
  ASSERT_EQ(why.shown.size(), 1u);
  EXPECT_EQ(why.shown[0].to, 2u);
  EXPECT_EQ(why.shown[0].answer, (std::vector<Step>{{1, 0}}));
  EXPECT_TRUE(why.shown[0].worse);
  EXPECT_FALSE(reason(model, found, 0, 3, Concept::nash).shown[0].answered);
  EXPECT_TRUE(reason(model, found, 0, 0, Concept::nash).shown.empty());
}

RC_GTEST_PROP(StatusQuo, ways_are_legal_and_shortest_and_none_is_missed, ()) {
  const GraphModel model = any_model();
  const kit::PlainStability plain(model.conflict);
  const StateIndex today = any_state(model);
  std::vector<StateIndex> all(model.states.size());
  for (StateIndex s = 0; s < all.size(); ++s) all[s] = s;
  const StatusQuo found = status_quo(model, today, all);
  const Coalition everybody = plain.others(model.decision_makers());
  for (const bool improvements : {false, true}) {
    const auto& routes = improvements ? found.by_improvements : found.by_moves;
    auto there = plain.reachable(everybody, model.states[today], improvements);
    there.insert(model.states[today]);
    RC_ASSERT(routes.size() == there.size());
    // The number of steps, by widening one step at a time.
    std::set<State> within{model.states[today]};
    for (std::size_t steps = 0; steps <= there.size(); ++steps) {
      for (const Route& route : routes)
        RC_ASSERT((route.steps.size() <= steps) == within.contains(model.states[route.to]));
      std::set<State> wider = within;
      for (State state : within)
        for (std::size_t who : everybody)
          for (State to : plain.moves(who, state, improvements)) wider.insert(to);
      within = wider;
    }
    for (const Route& route : routes)
      RC_ASSERT(walked(model, plain, model.states[today], route.steps, improvements) ==
                model.states[route.to]);
  }
  std::size_t stops = 0;
  for (const Route& route : found.by_improvements) {
    bool nash = true;
    for (std::size_t who : everybody)
      nash = nash && plain.stable(who, model.states[route.to], Concept::nash);
    stops += nash;
    RC_ASSERT(nash == std::binary_search(found.stops.begin(), found.stops.end(), route.to));
  }
  RC_ASSERT(stops == found.stops.size());
  RC_ASSERT(found.reachable == found.by_improvements.size());
}

RC_GTEST_PROP(Coalitions, upset_a_state_exactly_where_all_members_can_gain, ()) {
  const GraphModel model = any_model();
  const kit::PlainStability plain(model.conflict);
  const StateIndex state = any_state(model);
  const auto coalitions = coalitions_of(model);
  RC_ASSERT(coalitions.size() ==
            (std::size_t{1} << model.decision_makers()) - 1 - model.decision_makers());
  for (const Coalition& coalition : coalitions) {
    const auto found = joint_move(model, coalition, state);
    RC_ASSERT(found.has_value() != plain.nash_for(coalition, model.states[state]));
    if (!found) continue;
    RC_ASSERT(walked(model, plain, model.states[state], found->steps, false) ==
              model.states[found->to]);
    for (const Step& step : found->steps)
      RC_ASSERT(std::binary_search(coalition.begin(), coalition.end(), step.mover));
    for (std::size_t who : coalition)
      RC_ASSERT(plain.prefers(who, model.states[found->to], model.states[state]));
  }
}

}  // namespace
}  // namespace entente::analyze
