// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/neighbours.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/scenarios.h"

namespace entente::analyze {
namespace {

Package changed(Package package, const IssueChange& change) {
  package[change.issue] = change.to;
  return package;
}

double worth_of(const Scenario& scenario, std::size_t party, const Package& package,
                Reading reading = Reading::middle) {
  return utility(scenario.profiles[party], scenario.issues, package, reading);
}

RC_GTEST_PROP(Neighbours, tell_what_each_other_option_changes_for_everybody, ()) {
  const auto value = [] { return *rc::gen::inRange(0, 9); };
  std::vector<kit::Tables> parties;
  for (int p = 0; p < 2; ++p) {
    kit::Tables tables;
    for (std::size_t options : {3u, 2u, 4u}) {
      auto& values = tables.emplace_back();
      for (std::size_t o = 0; o < options; ++o) values.push_back(value());
    }
    parties.push_back(tables);
  }
  const Scenario scenario = kit::scenario(parties);
  const Package from{1, 0, 2};
  const Neighbourhood found = neighbours(scenario, from);
  RC_ASSERT(found.moves.size() == 6u);
  for (const OptionMove& move : found.moves) {
    RC_ASSERT(move.change.from == from[move.change.issue]);
    RC_ASSERT(move.change.to != move.change.from);
    for (std::size_t p = 0; p < 2; ++p) {
      const double gain =
          worth_of(scenario, p, changed(from, move.change)) - worth_of(scenario, p, from);
      RC_ASSERT(std::abs(move.gains[p].low - gain) < 1e-9);
      RC_ASSERT(move.gains[p].exact());
    }
  }
}

TEST(Neighbours, bounds_hold_every_reading_of_what_is_not_known) {
  Scenario scenario = kit::scenario({{{0, 1, .5}, {1, 0}}, {{1, 0, .5}, {0, 1}}});
  auto& sum = std::get<Additive>(scenario.profiles[0].utility);
  sum.issues[0].weight = Interval(.2, .8);
  std::get<OptionTable>(sum.issues[0].evaluator).values[1] = Interval(.6, 1);
  const Package from{0, 0};
  for (const OptionMove& move : neighbours(scenario, from).moves)
    for (const Reading reading : {Reading::lowest, Reading::middle, Reading::highest}) {
      const double gain = worth_of(scenario, 0, changed(from, move.change), reading) -
                          worth_of(scenario, 0, from, reading);
      EXPECT_GE(gain, move.gains[0].low - 1e-12);
      EXPECT_LE(gain, move.gains[0].high + 1e-12);
    }
}

TEST(Neighbours, red_lines_reservations_and_links_are_limits_not_costs) {
  Scenario scenario = kit::scenario({{{0, 1}, {0, 1}}, {{1, 0}, {1, 0}}});
  scenario.profiles[0].red_lines = {{"never a1", kit::takes({{0, {1}}})}};
  scenario.profiles[1].reservation = Interval(1.5);
  scenario.links = {{"not b1", kit::takes({{1, {1}}})}};
  const Neighbourhood found = neighbours(scenario, {0, 0});
  EXPECT_EQ(found.acceptable, (std::vector{Certainty::all, Certainty::all}));
  ASSERT_EQ(found.moves.size(), 2u);
  EXPECT_EQ(found.moves[0].acceptable, (std::vector{Certainty::none, Certainty::none}));
  EXPECT_GT(found.moves[0].gains[0].low, 0) << "what crosses a red line may still be worth more";
  EXPECT_TRUE(found.moves[0].possible);
  EXPECT_FALSE(found.moves[1].possible);
}

TEST(Neighbours, very_many_options_are_cut_short_and_it_says_so) {
  const Scenario scenario = kit::scenario({{{0, 1, 2}, {0, 1, 2}}, {{0, 1, 2}, {0, 1, 2}}});
  EXPECT_TRUE(neighbours(scenario, {0, 0}, 4).every_option);
  const Neighbourhood found = neighbours(scenario, {0, 0}, 3);
  EXPECT_FALSE(found.every_option);
  EXPECT_EQ(found.moves.size(), 3u);
}

}  // namespace
}  // namespace entente::analyze
