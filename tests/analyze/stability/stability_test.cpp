// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/stability.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "analyze/stability/kit.h"
#include "kit/says.h"

namespace entente::analyze {
namespace {

using kit::ranks;
using kit::state;

RC_GTEST_PROP(Stability, agrees_with_the_definitions_for_every_party_state_and_concept, ()) {
  const GraphModel model = any_model();
  const Stability found = stability(model, 1);
  const kit::PlainStability plain(model.conflict);
  RC_ASSERT(plain.states == std::vector<State>(model.states.begin(), model.states.end()));
  for (std::size_t who = 0; who < model.decision_makers(); ++who)
    for (StateIndex s = 0; s < model.states.size(); ++s)
      for (Concept how : concepts) {
        RC_LOG() << "decision maker " << who << ", state " << s << ", " << word_of(how) << "\n";
        RC_ASSERT(found.verdicts[who][s].stable(how) == plain.stable(who, model.states[s], how));
      }
}

RC_GTEST_PROP(Stability, concepts_that_reckon_with_more_hold_more_states, ()) {
  const GraphModel model = any_model();
  for (const auto& of_one : stability(model, 1).verdicts)
    for (Verdict verdict : of_one) {
      if (verdict.stable(Concept::nash))
        for (Concept how : concepts) RC_ASSERT(verdict.stable(how));
      if (verdict.stable(Concept::smr)) RC_ASSERT(verdict.stable(Concept::gmr));
      if (verdict.stable(Concept::seq)) RC_ASSERT(verdict.stable(Concept::gmr));
    }
}

RC_GTEST_PROP(Stability, is_the_same_at_any_number_of_threads, ()) {
  const GraphModel model = any_model();
  const Stability one = stability(model, 1);
  RC_ASSERT(stability(model, 2) == one);
  RC_ASSERT(stability(model, 7) == one);
}

TEST(Stability, of_many_states_is_the_same_at_any_number_of_threads) {
  Conflict conflict;
  for (std::size_t i = 0; i < 3; ++i) {
    conflict.decision_makers.push_back({std::string(1, static_cast<char>('A' + i)), {}, {}, {}});
    for (std::size_t k = 0; k < 12; ++k)
      conflict.decision_makers[i].statements.push_back(
          {{{{bit((5 * i + 7 * k) % 13), k % 2 ? bit((5 * i + 7 * k) % 13) : 0}}}, {}, {}});
  }
  for (std::size_t i = 0; i < 13; ++i)
    conflict.options.push_back({"o", i % 3, Direction::both, {}});
  const GraphModel model = model_of(conflict);
  EXPECT_EQ(stability(model, 1), stability(model, 3));
}

// The same pattern with option i moved to place to[i].
State moved(State from, const std::vector<std::size_t>& to) {
  State out = 0;
  for (std::size_t i = 0; i < to.size(); ++i)
    if (from & bit(i)) out |= bit(to[i]);
  return out;
}

Condition moved(Condition condition, const std::vector<std::size_t>& to) {
  for (Pattern& p : condition.any_of) p = {moved(p.named, to), moved(p.taken, to)};
  return condition;
}

std::vector<std::size_t> any_order(std::size_t size) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < size; ++i)
    order.insert(order.begin() + *rc::gen::inRange<long>(0, static_cast<long>(i) + 1), i);
  return order;
}

RC_GTEST_PROP(Stability, does_not_depend_on_the_order_of_options_and_parties_or_on_their_names,
              ()) {
  const GraphModel model = any_model();
  const Conflict& before = model.conflict;
  const auto option_to = any_order(before.options.size()),
             party_to = any_order(before.decision_makers.size());
  Conflict after = before;
  for (std::size_t i = 0; i < option_to.size(); ++i) {
    after.options[option_to[i]] = before.options[i];
    after.options[option_to[i]].owner = party_to[before.options[i].owner];
  }
  for (std::size_t i = 0; i < party_to.size(); ++i) {
    DecisionMaker& one = after.decision_makers[party_to[i]] = before.decision_makers[i];
    one.name = "renamed " + one.name;
    for (PreferenceStatement& s : one.statements) {
      s.wanted = moved(s.wanted, option_to);
      if (s.given) s.given = moved(*s.given, option_to);
    }
  }
  for (Pattern& p : after.infeasible) p = {moved(p.named, option_to), moved(p.taken, option_to)};
  const GraphModel other = model_of(after);
  const Stability found = stability(model, 1), again = stability(other, 1);
  for (StateIndex s = 0; s < model.states.size(); ++s) {
    const StateIndex there = other.states.index_of(moved(model.states[s], option_to));
    RC_ASSERT(found.equilibria[s] == again.equilibria[there]);
    for (std::size_t who = 0; who < model.decision_makers(); ++who)
      RC_ASSERT(found.verdicts[who][s] == again.verdicts[party_to[who]][there]);
  }
}

RC_GTEST_PROP(Stability, of_a_ranking_is_that_of_the_statements_it_follows_from, ()) {
  const GraphModel model = any_model();
  Conflict ranked = model.conflict;
  for (std::size_t who = 0; who < model.decision_makers(); ++who) {
    const Payoffs& payoffs = model.payoffs[who];
    Ranking& ranking = ranked.decision_makers[who].ranking;
    ranking.resize(*std::max_element(payoffs.begin(), payoffs.end()) + 1);
    for (StateIndex s = 0; s < payoffs.size(); ++s)
      ranking[ranking.size() - 1 - payoffs[s]].push_back(model.states[s]);
  }
  const GraphModel other = model_of(ranked);
  RC_ASSERT(other.payoffs == model.payoffs);
  RC_ASSERT(stability(other, 1) == stability(model, 1));
}

std::vector<std::string> equilibria(const Conflict& conflict, Concept how) {
  const GraphModel model = model_of(conflict);
  const Stability found = stability(model, 1);
  std::vector<std::string> out;
  for (StateIndex s = 0; s < model.states.size(); ++s)
    if (found.equilibria[s].stable(how))
      out.push_back(pattern_text(model.states[s], conflict.options.size()));
  return out;
}

using Patterns = std::vector<std::string>;

// Option 0: the first one cooperates, option 1: the second one does.
Conflict prisoners() {
  Conflict out;
  out.decision_makers = {ranks("First", {{"NY"}, {"YY"}, {"NN"}, {"YN"}}),
                         ranks("Second", {{"YN"}, {"YY"}, {"NN"}, {"NY"}})};
  out.options = {{"cooperate", 0, Direction::both, {}}, {"cooperate", 1, Direction::both, {}}};
  return out;
}

TEST(Stability, prisoners_may_cooperate_if_they_look_ahead) {
  EXPECT_EQ(equilibria(prisoners(), Concept::nash), Patterns{"NN"});
  for (Concept how : {Concept::gmr, Concept::smr, Concept::seq, Concept::sim})
    EXPECT_EQ(equilibria(prisoners(), how), (Patterns{"NN", "YY"})) << word_of(how);
}

// Options: swerve. That both do holds only for who reckons with a crash that neither would choose.
TEST(Stability, in_chicken_each_may_be_the_one_who_gives_way) {
  Conflict chicken = prisoners();
  chicken.decision_makers = {ranks("First", {{"NY"}, {"YY"}, {"YN"}, {"NN"}}),
                             ranks("Second", {{"YN"}, {"YY"}, {"NY"}, {"NN"}})};
  EXPECT_EQ(equilibria(chicken, Concept::nash), (Patterns{"YN", "NY"}));
  EXPECT_EQ(equilibria(chicken, Concept::seq), (Patterns{"YN", "NY"}));
  for (Concept how : {Concept::gmr, Concept::smr, Concept::sim})
    EXPECT_EQ(equilibria(chicken, how), (Patterns{"YN", "NY", "YY"})) << word_of(how);
}

TEST(Stability, what_cannot_be_undone_is_not_a_threat_that_can_be_taken_back) {
  Conflict conflict;  // the first one may leave for good; the second one may then follow
  conflict.decision_makers = {ranks("First", {{"YN"}, {"NN"}, {"YY"}, {"NY"}}),
                              ranks("Second", {{"NN"}, {"YY"}, {"YN"}, {"NY"}})};
  conflict.options = {{"leave", 0, Direction::forward, {}}, {"follow", 1, Direction::both, {}}};
  const GraphModel model = model_of(conflict);
  const Stability found = stability(model, 1);
  const auto holds = [&](std::size_t who, const char* at, Concept how) {
    return found.verdicts[who][model.states.index_of(state(at))].stable(how);
  };
  EXPECT_FALSE(holds(0, "NN", Concept::nash));
  for (Concept how : {Concept::gmr, Concept::smr, Concept::seq}) EXPECT_TRUE(holds(0, "NN", how));
  EXPECT_FALSE(
      holds(0, "NN", Concept::sim));  // at NN the second one has nothing to gain by following
  EXPECT_TRUE(holds(
      0, "YY", Concept::nash));  // worse than NY would be to return from, but there is no return
}

// Any number of statements: only the order counts, and no power of two overflows.
TEST(Payoffs, of_any_number_of_statements_keep_the_first_above_all_others) {
  DecisionMaker who{"Arvenia", {kit::wants({"Y-"})}, {}, {}};
  for (int i = 0; i < 500; ++i) who.statements.push_back(kit::wants({"N-"}));
  who.statements.push_back(kit::wants({"-Y"}));
  EXPECT_EQ(payoffs_of(who, States({0, 1, 2, 3})).value(), (Payoffs{0, 2, 1, 3}));
}

TEST(Payoffs, a_statement_with_a_condition_is_only_missed_where_the_condition_is_met) {
  PreferenceStatement statement = kit::wants({"Y-"});
  statement.given = kit::wants({"-Y"}).wanted;
  EXPECT_EQ(payoffs_of({"Arvenia", {statement}, {}, {}}, States({0, 1, 2, 3})).value(),
            (Payoffs{1, 1, 0, 1}));
}

TEST(Payoffs, a_ranking_that_does_not_fit_is_refused_with_the_state) {
  const States states({0, 1, 3});
  const auto refusal = [&](const Ranking& ranking) {
    const auto payoffs = payoffs_of({"Arvenia", {}, ranking, {}}, states);
    return payoffs ? "it was taken" : payoffs.error().what;
  };
  EXPECT_EQ(payoffs_of({"Arvenia", {}, {{3}, {0, 1}}, {}}, states).value(), (Payoffs{0, 0, 1}));
  EXPECT_TRUE(
      kit::says(refusal({{3}, {0}}), "'Arvenia' leaves out the state with the decimal number 1"));
  EXPECT_TRUE(kit::says(refusal({{3}, {0}, {1, 3}}), "twice the state with the decimal number 3"));
  EXPECT_TRUE(kit::says(refusal({{3}, {0, 1}, {2}}), "infeasible state with the decimal number 2"));
}

}  // namespace
}  // namespace entente::analyze
