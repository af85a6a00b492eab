// SPDX-License-Identifier: Apache-2.0
// The scenario that the parties' words suggest says no more than they do.
#include <gtest/gtest.h>

#include <algorithm>

#include "analyze/acceptance/acceptance.h"
#include "kit/case_language.h"

namespace entente::analyze::scenario_test {
namespace {

constexpr const char* lines =
    "issue corridor: closed shared open\nissue fish: none some\nissue tolls:\n"
    "party Avara principal required\nparty Belan principal\nparty Town stakeholder not_required\n"
    "document 2031-03-01\nAvara rejects corridor closed! \"never closed\"\n"
    "Avara offers corridor shared \"we share it\"\nBelan rejects corridor open \"not open\"\n"
    "Belan conditional corridor shared \"yes | if paid\"\nBelan wants tolls - \"low tolls\"\n"
    "Town rejects corridor open! \"never open\"\nTown wants fish some \"some fish\"\n"
    "Avara rejects corridor -! \"no night barges\"\n";

ScenarioFile suggested(const std::string& text) {
  const Case whole = kit::case_of(text);
  return suggested_scenario(whole, acceptance(whole));
}

const OptionTable& values(const ScenarioFile& file, std::size_t party, std::size_t issue) {
  const auto& sum = std::get<Additive>(file.scenario.profiles[party].utility);
  return std::get<OptionTable>(sum.issues[issue].evaluator);
}

bool remarks(const ScenarioFile& file, const std::string& part) {
  return std::any_of(file.remarks.begin(), file.remarks.end(), [&](const std::string& remark) {
    return remark.find(part) != std::string::npos;
  });
}

TEST(SuggestedScenario, has_the_needed_parties_and_the_issues_on_which_they_take_a_side) {
  const ScenarioFile file = suggested(lines);
  ASSERT_EQ(file.scenario.profiles.size(), 2u);
  EXPECT_EQ(file.scenario.profiles[0].party, "Avara");
  EXPECT_EQ(file.scenario.profiles[1].party, "Belan");
  ASSERT_EQ(file.scenario.issues.size(), 1u);
  EXPECT_EQ(file.scenario.issues[0].name, "corridor");
}

TEST(SuggestedScenario, a_no_lies_in_the_lower_half_and_all_that_is_not_known_anywhere) {
  const ScenarioFile file = suggested(lines);
  EXPECT_EQ(values(file, 0, 0).values,
            (std::vector<Interval>{Interval(0, 0.5), Interval(0, 1), Interval(0, 1)}));
  EXPECT_EQ(values(file, 1, 0).values,
            (std::vector<Interval>{Interval(0, 1), Interval(0, 1), Interval(0, 0.5)}));
  for (const Profile& profile : file.scenario.profiles) {
    EXPECT_EQ(profile.reservation, Interval(0, 1));
    for (const IssueValue& issue : std::get<Additive>(profile.utility).issues)
      EXPECT_EQ(issue.weight, Interval(0, 1));
  }
}

TEST(SuggestedScenario, a_yes_lies_in_the_upper_half) {
  const ScenarioFile file = suggested(
      "issue corridor: closed shared\nparty Avara principal\ndocument 2031-03-01\n"
      "Avara offers corridor shared \"we share it\"");
  EXPECT_EQ(values(file, 0, 0).values, (std::vector<Interval>{Interval(0, 1), Interval(0.5, 1)}));
}

TEST(SuggestedScenario, red_lines_are_limits_with_their_sentences) {
  const ScenarioFile file = suggested(lines);
  ASSERT_EQ(file.scenario.profiles[0].red_lines.size(), 1u);
  const RedLine& line = file.scenario.profiles[0].red_lines[0];
  EXPECT_EQ(line.words, "never closed");
  EXPECT_EQ(line.never.all, (std::vector<Combination::Term>{Combination::Term{0, {0}}}));
  EXPECT_EQ(file.quotes.at(PositionId{1}).words, "never closed");
  const ScenarioBasis basis{0, {}, {}, 0, {PositionId{1}}};
  EXPECT_NE(std::find(file.bases.begin(), file.bases.end(), basis), file.bases.end());
}

TEST(SuggestedScenario, says_what_it_left_out) {
  const ScenarioFile file = suggested(lines);
  EXPECT_TRUE(remarks(file, "the yes of Belan: taken as needed"));
  EXPECT_TRUE(remarks(file, "their yes is not needed: Town"));
  EXPECT_TRUE(remarks(file, "Left out with Town: its red line p6 on corridor"));
  EXPECT_TRUE(remarks(file, "taken a side on an option of it: fish"));
  EXPECT_TRUE(remarks(file, "no options, so that nothing could be placed: tolls"));
  EXPECT_TRUE(remarks(file, "words name no option, left out: p8"));
  EXPECT_TRUE(remarks(file, "on a condition only, so unknown here: p4"));
}

TEST(SuggestedScenario, two_labels_that_are_one_are_told_apart) {
  Case whole = kit::case_of(
      "issue corridor: closed shared\nissue canal: closed shared\nparty Avara principal\n"
      "document 2031-03-01\nAvara offers corridor shared \"yes\"\nAvara offers canal shared "
      "\"yes\"");
  for (Issue& issue : whole.codebook.issues) issue.label = "Passage";
  whole.codebook.issues[0].options[0].label = whole.codebook.issues[0].options[1].label = "So";
  const ScenarioFile file = suggested_scenario(whole, acceptance(whole));
  EXPECT_EQ(file.scenario.issues[0].name, "Passage (corridor)");
  EXPECT_EQ(file.scenario.issues[1].name, "Passage (canal)");
  EXPECT_EQ(file.scenario.issues[0].option(0), "So (closed)");
}

}  // namespace
}  // namespace entente::analyze::scenario_test
