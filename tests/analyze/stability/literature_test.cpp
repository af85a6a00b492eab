// SPDX-License-Identifier: Apache-2.0
// Conflicts that the literature has made well known, modelled by hand after it.
#include <gtest/gtest.h>

#include "analyze/stability/coalitions.h"
#include "analyze/stability/kit.h"
#include "analyze/stability/stability.h"

namespace entente::analyze {
namespace {

using Decimals = std::vector<State>;

// The equilibria as decimal numbers.
Decimals decimals(const Conflict& conflict, Concept how) {
  const GraphModel model = model_of(conflict);
  const Stability found = stability(model, 1);
  Decimals out;
  for (StateIndex s = 0; s < model.states.size(); ++s)
    if (found.equilibria[s].stable(how)) out.push_back(model.states[s]);
  return out;
}

Ranking one_by_one(const Decimals& best_first) {
  Ranking out;
  for (State state : best_first) out.push_back({state});
  return out;
}

// Fraser & Hipel, Conflict Analysis, 1984: what came about is 6, the blockade and the withdrawal.
TEST(Literature, the_cuban_missile_crisis_ends_in_withdrawal_with_or_without_a_blockade) {
  Conflict cuba;
  cuba.decision_makers = {{"US", {}, one_by_one({4, 6, 5, 7, 2, 1, 3, 0, 11, 9, 10, 8}), {}},
                          {"USSR", {}, one_by_one({0, 4, 6, 2, 5, 1, 7, 3, 11, 9, 10, 8}), {}}};
  cuba.options = {{"air strike", 0, Direction::both, {}},
                  {"blockade", 0, Direction::both, {}},
                  {"withdraw", 1, Direction::both, {}},
                  {"escalate", 1, Direction::both, {}}};
  cuba.infeasible = {kit::pattern("--YY")};
  EXPECT_EQ(model_of(cuba).states.size(), 12u);
  EXPECT_EQ(decimals(cuba, Concept::seq), (Decimals{4, 6}));
}

// Hipel, Fang, Kilgour & Haight 1993; Fang, Hipel & Kilgour 1993, where the four states in which
// the plant is abandoned are one, number 9. Number 5 is the delay, 8 what came about: the ministry
// modifies its order, the firm accepts.
TEST(Literature, the_elmira_groundwater_conflict_has_three_equilibria) {
  const Decimals number{0,  2,  3,  4, 5,
                        18, 19, 20, 21};  // by the number in the literature, from 1 to 8
  const auto ranking = [&](const std::vector<std::size_t>& best_first) {
    Ranking out;
    for (std::size_t n : best_first)
      out.push_back(n == 9 ? Decimals{8, 9, 24, 25} : Decimals{number[n]});
    return out;
  };
  Conflict elmira;
  elmira.decision_makers = {{"Ministry", {}, ranking({7, 3, 4, 8, 5, 1, 2, 6, 9}), {}},
                            {"Uniroyal", {}, ranking({1, 4, 8, 5, 9, 3, 7, 2, 6}), {}},
                            {"Local government", {}, ranking({7, 3, 5, 1, 8, 6, 4, 2, 9}), {}}};
  elmira.options = {{"modify", 0, Direction::forward, {}},
                    {"delay", 1, Direction::back, {}},
                    {"accept", 1, Direction::both, {}},
                    {"abandon", 1, Direction::forward, {}},
                    {"insist", 2, Direction::both, {}}};
  elmira.infeasible = {kit::pattern("-YY--"), kit::pattern("-Y-Y-"), kit::pattern("--YY-"),
                       kit::pattern("-NNN-")};
  EXPECT_EQ(model_of(elmira).states.size(), 12u);
  for (Concept how : {Concept::nash, Concept::seq, Concept::sim})
    EXPECT_EQ(decimals(elmira, how), (Decimals{8, 9, 18, 21, 24, 25})) << word_of(how);
  // Kilgour, Hipel, Fang & Peng 2001: the ministry and the firm together go from the delay to what
  // came about, which neither does alone.
  const GraphModel model = model_of(elmira);
  const auto move = joint_move(model, {0, 1}, model.states.index_of(18));
  ASSERT_TRUE(move);
  EXPECT_EQ(model.states[move->to], 21u);
  for (const Coalition& other : {Coalition{0, 2}, Coalition{1, 2}})
    EXPECT_FALSE(joint_move(model, other, model.states.index_of(18)));
}

}  // namespace
}  // namespace entente::analyze
