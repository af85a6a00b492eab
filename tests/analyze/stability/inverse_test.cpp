// SPDX-License-Identifier: Apache-2.0
// What would make a state hold: every answer is put to the definitions, and no smaller one is
// missed.
#include "analyze/stability/inverse.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "analyze/stability/guarantees.h"
#include "analyze/stability/kit.h"
#include "analyze/stability/missing.h"
#include "analyze/stability/pairwise.h"
#include "analyze/stability/stability.h"

namespace entente::analyze {
namespace {

bool holds(const kit::PlainStability& plain, std::size_t count, State s, Concept how) {
  for (std::size_t who = 0; who < count; ++who)
    if (!plain.stable(who, s, how)) return false;
  return true;
}

GraphModel any_small_model(std::size_t most) {
  GraphModel model = any_model();
  RC_PRE(model.states.size() <= most);
  return model;
}

StateIndex any_state_of(const GraphModel& model) {
  return *rc::gen::inRange<StateIndex>(0, static_cast<StateIndex>(model.states.size()));
}

kit::PlainStability with(const GraphModel& model, const std::vector<Reversal>& reversals) {
  kit::PlainStability out(model.conflict);
  for (const Reversal& one : reversals)
    out.set(one.decision_maker, model.states[one.over], model.states[one.under], 1);
  return out;
}

// Every preference that could be turned around.
std::vector<Reversal> every_reversal(const GraphModel& model) {
  std::vector<Reversal> out;
  for (std::size_t who = 0; who < model.decision_makers(); ++who)
    for (StateIndex a = 0; a < model.states.size(); ++a)
      for (StateIndex b = 0; b < model.states.size(); ++b)
        if (a != b && !model.prefers(who, a, b)) out.push_back({who, a, b});
  return out;
}

// Whether some set of exactly `count` reversals makes the state an equilibrium.
bool some_set(const GraphModel& model, const std::vector<Reversal>& all, std::size_t from,
              std::size_t count, std::vector<Reversal>& chosen, State s, Concept how) {
  if (count == 0) return holds(with(model, chosen), model.decision_makers(), s, how);
  for (std::size_t i = from; i < all.size(); ++i) {
    chosen.push_back(all[i]);
    if (some_set(model, all, i + 1, count - 1, chosen, s, how)) return true;
    chosen.pop_back();
  }
  return false;
}

RC_GTEST_PROP(Inverse, reversals_make_the_wanted_state_an_equilibrium_and_no_fewer_do, ()) {
  const GraphModel model = any_small_model(8);
  const StateIndex wanted = any_state_of(model);
  const std::vector<Reversal> all = every_reversal(model);
  for (Concept how : concepts) {
    const Inverse found = inverse(model, wanted, how);
    RC_LOG() << "state " << wanted << ", " << word_of(how) << ", " << found.reversals.size()
             << "\n";
    const State s = model.states[wanted];
    RC_ASSERT(holds(with(model, found.reversals), model.decision_makers(), s, how));
    const Preferences turned = reversed(model, found.reversals);
    RC_ASSERT(Pairwise(model, turned).equilibrium(wanted, how));
    RC_ASSERT(found.at_least == found.reversals.size());
    const std::size_t most = all.size() > 60 ? 2 : 3;
    for (std::size_t fewer = 0; fewer < std::min(found.reversals.size(), most); ++fewer) {
      std::vector<Reversal> chosen;
      RC_ASSERT(!some_set(model, all, 0, fewer, chosen, s, how));
    }
  }
}

RC_GTEST_PROP(Inverse, that_was_given_up_still_makes_the_state_hold_and_says_what_it_knows, ()) {
  const GraphModel model = any_small_model(64);
  const StateIndex wanted = any_state_of(model);
  for (Concept how : concepts) {
    const Inverse best = inverse(model, wanted, how, 20'000), poor = inverse(model, wanted, how, 0);
    RC_ASSERT(
        holds(with(model, poor.reversals), model.decision_makers(), model.states[wanted], how));
    RC_ASSERT(poor.at_least <= best.reversals.size());
    RC_ASSERT(best.reversals.size() <= poor.reversals.size());
    RC_ASSERT(best.at_least <= best.reversals.size());
  }
}

TEST(Inverse, names_the_one_temptation_that_would_have_to_go) {
  Conflict conflict;  // both may cooperate; only the first one would rather not
  conflict.decision_makers = {kit::ranks("First", {{"NY"}, {"YY"}, {"NN"}, {"YN"}}),
                              kit::ranks("Second", {{"YY"}, {"NY"}, {"YN"}, {"NN"}})};
  conflict.options = {{"cooperate", 0, Direction::both, {}}, {"cooperate", 1, Direction::both, {}}};
  const Inverse found = inverse(model_of(conflict), 3, Concept::nash);
  EXPECT_EQ(found.reversals, (std::vector<Reversal>{{0, 3, 2}}));
  EXPECT_EQ(found.at_least, 1u);
}

// The guarantor's option in the definitions: who left stays, and nobody else goes but an owner.
void expect_added(const GraphModel& model, const kit::PlainStability& plain, const Guarantee& one,
                  StateIndex wanted, Concept how) {
  RC_ASSERT(model.states[one.state] == (model.states[wanted] ^ one.options));
  for (std::size_t who = 0; who < model.decision_makers(); ++who) {
    const bool goes = !plain.stable(who, model.states[one.state], how);
    const bool named =
        std::find(one.unwilling.begin(), one.unwilling.end(), who) != one.unwilling.end();
    RC_ASSERT(goes == named);
    RC_ASSERT((!named || (options_of(model.conflict, who) & one.options) != 0));
  }
}

void expect_credible(const GraphModel& model, const Guarantee& one, StateIndex wanted) {
  kit::PlainStability plain(model.conflict);
  const Preferences as_it_is(model);
  for (const Reason& why : one.holds)
    for (StateIndex to :
         Pairwise(model, as_it_is).unanswered(why.decision_maker, wanted, Concept::seq)) {
      State from = model.states[to];
      for (std::size_t who = 0; who < model.decision_makers(); ++who)
        if (const State part = one.options & options_of(model.conflict, who); part != 0) {
          RC_ASSERT(plain.legal_move(who, from, from ^ part));
          plain.set(who, from ^ part, from, 1);
          from ^= part;
        }
      RC_ASSERT(!plain.prefers(why.decision_maker, from, model.states[wanted]));
    }
  RC_ASSERT(holds(plain, model.decision_makers(), model.states[wanted], Concept::seq));
}

RC_GTEST_PROP(Guarantees, are_what_they_say_and_no_single_option_is_missed, ()) {
  const GraphModel model = any_small_model(64);
  const Stability found = stability(model, 1);
  const kit::PlainStability plain(model.conflict);
  const StateIndex wanted = any_state_of(model);
  for (Concept how : concepts) {
    const auto all = guarantees(model, found, wanted, how);
    if (found.equilibria[wanted].stable(how)) RC_ASSERT(all.empty());
    for (const Guarantee& one : all) {
      RC_ASSERT((!one.credible || how == Concept::seq));
      one.credible ? expect_credible(model, one, wanted)
                   : expect_added(model, plain, one, wanted, how);
    }
    if (found.equilibria[wanted].stable(how)) continue;
    for (std::size_t i = 0; i < model.conflict.options.size(); ++i) {
      const std::size_t owner = model.conflict.options[i].owner;
      const State with = model.states[wanted] ^ bit(i);
      if (!plain.stable(owner, model.states[wanted], how) ||
          !plain.legal_move(owner, model.states[wanted], with) ||
          !holds(plain, model.decision_makers(), with, how))
        continue;
      RC_ASSERT(std::any_of(all.begin(), all.end(), [&](const Guarantee& one) {
        return one.options == bit(i) && !one.credible && one.unwilling.empty();
      }));
    }
  }
}

// A may break a truce and gains; G could send help, which would leave A worse off, but G likes it
// better to stay at home: only a promise that binds it makes the truce hold.
TEST(Guarantees, a_promise_of_help_makes_a_truce_hold) {
  Conflict conflict;
  conflict.decision_makers = {kit::ranks("A", {{"YN"}, {"NN"}, {"NY"}, {"YY"}}),
                              kit::ranks("G", {{"NN"}, {"YN"}, {"NY"}, {"YY"}})};
  conflict.options = {{"attack", 0, Direction::both, {}}, {"help", 1, Direction::both, {}}};
  const GraphModel model = model_of(conflict);
  const auto all = guarantees(model, stability(model, 1), 0, Concept::seq);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_FALSE(all[0].credible);
  EXPECT_EQ(all[0].state, 2u);
  EXPECT_EQ(all[0].unwilling, Coalition{1});
  EXPECT_TRUE(all[1].credible);
  EXPECT_EQ(all[1].options, bit(1));
  ASSERT_EQ(all[1].holds.size(), 1u);
  EXPECT_EQ(all[1].holds[0].shown[0].to, 1u);
  EXPECT_EQ(all[1].holds[0].shown[0].ends, 3u);
  EXPECT_TRUE(all[1].holds[0].shown[0].worse);
}

TEST(Missing, names_the_preference_that_takes_most_equilibria_away) {
  Conflict conflict;
  conflict.decision_makers = {{"A", {kit::wants({"-Y-"})}, {}, {}}, {"B", {}, {}, {}}};
  conflict.options = {
      {"a", 0, Direction::both, {}}, {"b", 1, Direction::both, {}}, {"c", 1, Direction::both, {}}};
  const GraphModel model = model_of(conflict);
  const auto found = missing(model, stability(model, 1));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->how, Concept::nash);
  EXPECT_EQ(found->concepts.size(), 5u);
  EXPECT_EQ(found->equilibria, 8u);
  EXPECT_EQ(found->decision_maker, 0u);
  EXPECT_EQ(found->option, 0u);
  EXPECT_EQ(found->removed, 4u);
}

TEST(Missing, nothing_is_asked_for_where_states_are_told_apart) {
  Conflict conflict;
  conflict.decision_makers = {{"A", {kit::wants({"Y-"})}, {}, {}},
                              {"B", {kit::wants({"-Y"})}, {}, {}}};
  conflict.options = {{"a", 0, Direction::both, {}}, {"b", 1, Direction::both, {}}};
  const GraphModel model = model_of(conflict);
  EXPECT_FALSE(missing(model, stability(model, 1)));
}

}  // namespace
}  // namespace entente::analyze
