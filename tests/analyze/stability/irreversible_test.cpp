// SPDX-License-Identifier: Apache-2.0
// Many options of one decision maker that cannot be taken back: the searches go from set to set.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "analyze/stability/assured.h"
#include "analyze/stability/kit.h"
#include "analyze/stability/spread.h"
#include "analyze/stability/stability.h"

namespace entente::analyze {
namespace {

std::size_t any_below(std::size_t bound) { return *rc::gen::inRange<std::size_t>(0, bound); }

// The first one owns `one_way` options that move one way only, the others one or two that move both
// ways.
Conflict any_one_way_conflict(std::size_t one_way) {
  Conflict out;
  const std::size_t who = 1 + any_below(3), own = one_way + who - 1 + any_below(2);
  for (std::size_t i = 0; i < own; ++i)
    out.options.push_back({"option " + std::to_string(i),
                           i < one_way || who == 1 ? 0 : 1 + (i - one_way) % (who - 1),
                           i >= one_way        ? Direction::both
                           : any_below(4) == 0 ? Direction::back
                                               : Direction::forward,
                           {}});
  for (std::size_t i = 0; i < who; ++i) {
    out.decision_makers.push_back({std::string(1, static_cast<char>('A' + i)), {}, {}, {}});
    for (std::size_t k = any_below(8); k > 0; --k)
      out.decision_makers.back().statements.push_back(kit::any_statement(own));
  }
  return out;
}

// So many options each, one after the other, are taken together or not at all.
void tie(Conflict& conflict, std::size_t options, std::size_t together) {
  for (std::size_t i = 0; i + 1 < options; ++i)
    if (i % together + 1 < together)
      for (const State taken : {bit(i), bit(i + 1)})
        conflict.infeasible.push_back({bit(i) | bit(i + 1), taken});
}

void expect_as_defined(const Conflict& conflict) {
  auto made = graph_model(conflict, 1);
  RC_PRE(made.has_value());
  const GraphModel& model = *made;
  const kit::PlainStability plain(conflict);
  const Stability found = stability(model, 1);
  for (std::size_t who = 0; who < model.decision_makers(); ++who)
    for (StateIndex s = 0; s < model.states.size(); ++s)
      for (Concept how : concepts) {
        RC_LOG() << "decision maker " << who << ", state " << s << ", " << word_of(how) << "\n";
        RC_ASSERT(found.verdicts[who][s].stable(how) == plain.stable(who, model.states[s], how));
      }
  const auto from = static_cast<StateIndex>(any_below(model.states.size()));
  for (const By how : {By::moves, By::improvements}) {
    Spread spread(model, from, all_of(model), how);
    spread.find([](StateIndex) { return false; });
    const auto there = plain.reachable(all_of(model), model.states[from], how == By::improvements);
    for (StateIndex s = 0; s < model.states.size(); ++s) {
      if (s == from) continue;
      RC_ASSERT(spread.reached(s) == there.contains(model.states[s]));
      if (spread.reached(s))
        RC_ASSERT(walked(model, plain, model.states[from], spread.steps_to(s),
                         how == By::improvements) == model.states[s]);
    }
  }
}

RC_GTEST_PROP(Irreversible, many_options_that_go_one_way_are_as_the_definitions_have_them, ()) {
  Conflict conflict = any_one_way_conflict(3 + any_below(3));
  for (std::size_t k = any_below(3); k > 0; --k) {
    const Pattern pattern = kit::any_pattern(conflict.options.size());
    if (pattern.named != 0) conflict.infeasible.push_back(pattern);
  }
  expect_as_defined(conflict);
}

RC_GTEST_PROP(Irreversible, sets_with_wide_gaps_between_them_are_too, ()) {
  Conflict conflict = any_one_way_conflict(13);
  tie(conflict, 12, 4);
  expect_as_defined(conflict);
}

// Three to the power of eighteen pairs of sets: no search may go through them one by one.
TEST(Irreversible, eighteen_options_that_go_one_way_take_no_time) {
  Conflict conflict;
  conflict.decision_makers = {{"A", {}, {}, {}}, {"B", {}, {}, {}}};
  for (std::size_t i = 0; i < 19; ++i) {
    conflict.options.push_back({"option " + std::to_string(i),
                                i == 18,
                                i == 18 ? Direction::both : Direction::forward,
                                {}});
    for (DecisionMaker& who : conflict.decision_makers)
      who.statements.push_back(
          {{{{bit(i), (i * 7 + who.statements.size()) % 3 ? bit(i) : 0}}}, {}, {}});
  }
  const GraphModel model = model_of(conflict);
  for (std::size_t who = 0; who < 2; ++who) {
    const std::vector<bool> gone = leaves(model, who, assured(model, who, Concept::seq));
    EXPECT_EQ(std::count(gone.begin(), gone.end(), false) > 0, true);
  }
  Spread spread(model, 0, all_of(model), By::moves);
  std::size_t reached = 0;
  spread.find([&](StateIndex) {
    ++reached;
    return false;
  });
  EXPECT_EQ(reached, model.states.size());
}

TEST(Irreversible, combinations_that_are_too_scattered_to_compare_are_refused_by_name) {
  Conflict conflict;
  conflict.decision_makers = {{"Arvenia", {}, {}, {}}};
  for (std::size_t i = 0; i < 34; ++i)
    conflict.options.push_back({"option " + std::to_string(i), 0, Direction::forward, {}});
  tie(conflict, 34, 2);
  const auto model = graph_model(conflict, 1);
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().kind, FailureKind::bad_input);
  EXPECT_NE(model.error().what.find("'Arvenia' cannot take back"), std::string::npos);
}

}  // namespace
}  // namespace entente::analyze
