// SPDX-License-Identifier: Apache-2.0
#include "model/states.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/conflicts.h"
#include "kit/says.h"

namespace entente {
namespace {

using kit::pattern;
using kit::says;

Conflict of_options(std::size_t count) {
  Conflict out;
  out.decision_makers = {{"Arvenia", {}, {}, {}}};
  for (std::size_t i = 0; i < count; ++i)
    out.options.push_back({"o" + std::to_string(i), 0, Direction::both, {}});
  return out;
}

std::string refusal(const Conflict& conflict) {
  const auto states = feasible_states(conflict);
  if (states) return "it was taken";
  EXPECT_EQ(states.error().kind, FailureKind::bad_input);
  EXPECT_FALSE(states.error().cure.empty());
  return states.error().what;
}

TEST(States, option_0_is_the_least_significant_digit_and_the_first_letter) {
  EXPECT_EQ(kit::state("YNN"), 1u);
  EXPECT_EQ(kit::state("NNY"), 4u);
  EXPECT_EQ(pattern_text(4, 3), "NNY");
}

TEST(States, are_numbered_from_1_in_the_order_of_their_decimals) {
  Conflict conflict = of_options(3);
  conflict.infeasible = {pattern("YY-"), pattern("-NY")};
  const States states = *feasible_states(conflict);
  EXPECT_EQ(std::vector<State>(states.begin(), states.end()), (std::vector<State>{0, 1, 2, 6}));
  EXPECT_EQ(number_of(states.index_of(6)), 4u);
  EXPECT_EQ(states.index_of(4), no_state);
  EXPECT_EQ(states.index_of(1000), no_state);
}

RC_GTEST_PROP(States, are_all_the_patterns_that_nothing_rules_out, ()) {
  const Conflict conflict = kit::any_conflict();
  std::vector<State> expected;
  for (State state = 0; state < bit(conflict.options.size()); ++state)
    if (std::none_of(conflict.infeasible.begin(), conflict.infeasible.end(),
                     [&](const Pattern& p) { return p.holds(state); }))
      expected.push_back(state);
  const auto states = feasible_states(conflict);
  RC_ASSERT(states.has_value() == !expected.empty());
  if (states) RC_ASSERT(std::vector<State>(states->begin(), states->end()) == expected);
}

TEST(States, few_among_many_options_are_found_without_trying_all) {
  Conflict conflict = of_options(64);
  for (std::size_t i = 0; i + 1 < 64; ++i)
    conflict.infeasible.push_back({bit(i) | bit(i + 1), bit(i)});  // each option needs the next one
  const States states = *feasible_states(conflict);
  ASSERT_EQ(states.size(), 65u);
  EXPECT_EQ(states.index_of(~State{0}), 64u);
  EXPECT_EQ(states.index_of(1), no_state);
}

TEST(States, a_conflict_that_cannot_be_is_refused_with_its_item) {
  EXPECT_TRUE(says(refusal(Conflict{}), "no decision makers"));
  EXPECT_TRUE(says(refusal(of_options(0)), "no options"));
  EXPECT_TRUE(says(refusal(of_options(65)), "65 options"));
  EXPECT_TRUE(says(refusal(of_options(64)), "allow more states"));
  EXPECT_TRUE(says(refusal(of_options(23)), "allow more states"));
  Conflict orphan = of_options(2);
  orphan.options[1].owner = 1;
  EXPECT_TRUE(says(refusal(orphan), "Nobody owns the option 'o1'"));
  Conflict twins = of_options(2);
  twins.decision_makers.push_back(twins.decision_makers[0]);
  EXPECT_TRUE(says(refusal(twins), "called 'Arvenia'"));
  Conflict foreign = of_options(2);
  foreign.infeasible = {pattern("Y-"), pattern("--Y")};
  EXPECT_TRUE(says(refusal(foreign), "pattern 2"));
  Conflict none = of_options(2);
  none.infeasible = {pattern("Y-"), pattern("N-")};
  EXPECT_TRUE(says(refusal(none), "No state is feasible"));
}

}  // namespace
}  // namespace entente
