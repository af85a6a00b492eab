// SPDX-License-Identifier: Apache-2.0
#include "read/scenario.h"

#include <gtest/gtest.h>

#include "kit/says.h"

namespace entente::read {
namespace {

using kit::says;

const std::string two_issues =
    "issues:\n"                                                                                // 1
    "  - {name: border, options: [closed, watched, open]}\n"                                   // 2
    "  - {name: toll, options: [none, high]}\n"                                                // 3
    "links:\n"                                                                                 // 4
    "  - {never: {border: [open, watched]}, unless: {toll: high}}\n"                           // 5
    "parties:\n"                                                                               // 6
    "  - name: Avara\n"                                                                        // 7
    "    reservation: [0.2, 0.5]\n"                                                            // 8
    "    preferences:\n"                                                                       // 9
    "      - issue: border\n"                                                                  // 10
    "        weight: 0.7\n"                                                                    // 11
    "        values: {closed: 0, open: {value: [0.8, 1], evidence: [p3: \"open it\", p4]}}\n"  // 12
    "        evidence: [p4]\n"                                                                 // 13
    "    red_lines:\n"                                                                         // 14
    "      - words: no toll at an open border\n"                                               // 15
    "        never: {border: open, toll: high}\n"                                              // 16
    "        evidence: [p5]\n";                                                                // 17

ScenarioFile file_of(const std::string& yaml) {
  return or_throw(read_scenario(yaml, "talks.yaml"));
}

std::string more(const std::string& lines) { return two_issues + lines; }

TEST(ScenarioYaml, gives_weights_values_and_limits) {
  const Scenario scenario = file_of(two_issues).scenario;
  ASSERT_EQ(scenario.issues.size(), 2u);
  EXPECT_EQ(scenario.issues[0].option(2), "open");
  const Profile& avara = scenario.profiles.at(0);
  EXPECT_EQ(avara.reservation, Interval(0.2, 0.5));
  const auto& border = std::get<Additive>(avara.utility).issues[0];
  EXPECT_EQ(border.weight, Interval(0.7));
  EXPECT_EQ(std::get<OptionTable>(border.evaluator).values,
            (std::vector<Interval>{0, {0, 1}, {0.8, 1}}));
  ASSERT_EQ(avara.red_lines.size(), 1u);
  EXPECT_EQ(avara.red_lines[0].never, (Combination{{{0, {2}}, {1, {1}}}}));
}

TEST(ScenarioYaml, takes_what_is_left_out_for_anything_it_could_be) {
  const Scenario scenario = file_of(more("  - name: Belan\n")).scenario;
  const Profile& belan = scenario.profiles.at(1);
  for (const IssueValue& issue : std::get<Additive>(belan.utility).issues) {
    EXPECT_EQ(issue.weight, Interval(0, 1));
    for (const Interval value : std::get<OptionTable>(issue.evaluator).values)
      EXPECT_EQ(value, Interval(0, 1));
  }
  EXPECT_EQ(belan.reservation, Interval(0, 2));
  EXPECT_FALSE(
      file_of(more("  - {name: Belan, reservation: none}\n")).scenario.profiles[1].reservation);
  EXPECT_EQ(file_of(more("  - {name: Belan, reservation: unknown}\n")).scenario, scenario);
}

TEST(ScenarioYaml, turns_unless_into_what_is_ruled_out) {
  EXPECT_EQ(file_of(two_issues).scenario.links.at(0).never, (Combination{{{0, {1, 2}}, {1, {0}}}}));
  const auto two = file_of(more("      - never: {toll: high}\n"
                                "        unless: {toll: none, border: closed}\n"))
                       .scenario.profiles[0]
                       .red_lines;
  ASSERT_EQ(two.size(), 3u);  // one for each issue that would have to be so
  EXPECT_EQ(two[1].never, (Combination{{{0, {1, 2}}, {1, {1}}}}));
  EXPECT_EQ(two[2].never, (Combination{{{1, {1}}}}));
  EXPECT_EQ(two[2].words, "never toll: high");
}

TEST(ScenarioYaml, says_what_each_number_rests_on) {
  const ScenarioFile file = file_of(two_issues);
  EXPECT_EQ(file.bases,
            (std::vector<ScenarioBasis>{
                {0, 0, {}, {}, {{4}}}, {0, 0, 2, {}, {{3}, {4}}}, {0, {}, {}, 0, {{5}}}}));
  EXPECT_EQ(file.quotes.at({3}).words, "open it");
  EXPECT_EQ(file.quotes.at({3}).line, 12u);
}

TEST(ScenarioYaml, names_the_line_of_every_fault) {
  const auto at = [](const std::string& yaml, std::size_t line, const std::string& what) {
    const auto read = read_scenario(yaml, "talks.yaml");
    ASSERT_FALSE(read.has_value()) << yaml;
    EXPECT_TRUE(says(read.error().what, "talks.yaml:" + std::to_string(line) + ": "));
    EXPECT_TRUE(says(read.error().what, what));
  };
  const auto belan = [](const std::string& rest) {
    return more("  - {name: Belan, " + rest + "}\n");
  };
  const auto border = [&](const std::string& rest) {
    return belan("preferences: [{issue: border, " + rest + "}]");
  };
  at("parties: [{name: A}]\n", 1, "expected 'issues'");
  at("issues: [{name: a, options: [x]}]\n", 1, "expected 'parties'");
  at("issues: [{name: a, options: []}]\nparties: [{name: A}]\n", 1, "at least one entry");
  at("issues: [{name: a, options: [x, x]}]\nparties: [{name: A}]\n", 1, "a second time");
  at(more("  - {name: Avara}\n"), 18, "a second time");
  at(border("weight: 2"), 18, "expected a weight: a number from 0 to 1");
  at(border("weight: -0.1"), 18, "from 0 to 1");
  at(border("weight: nan"), 18, "from 0 to 1");
  at(border("weight: much"), 18, "from 0 to 1");
  at(border("weight: [0.5, 0.2]"), 18, "the lower number first");
  at(border("weight: [0.5]"), 18, "two numbers");
  at(border("values: {shut: 1}"), 18, "'shut' is not the name of an option of 'border'");
  at(border("values: [1, 0, 1]"), 18, "expected options with what they are worth");
  at(border("values: {open: {worth: 1}}"), 18, "has no key 'worth'");
  at(belan("preferences: [{issue: river}]"), 18, "'river' is not the name of an issue");
  at(belan("preferences: [{weight: 1}]"), 18, "expected 'issue'");
  at(belan("preferences: [{issue: toll}, {issue: toll}]"), 18, "a second time");
  at(belan("reservation: -1"), 18, "expected a reservation value");
  at(belan("deadline: in spring"), 18, "as in 2031-03-31");
  at(belan("evidence: [s3]"), 18, "as in p4");
  at(belan("red_lines: [{words: none}]"), 18, "expected 'never'");
  at(belan("red_lines: [{never: {}}]"), 18, "expected issues with an option");
  at(belan("red_lines: [{never: {toll: []}}]"), 18, "at least one option");
  at(belan("red_lines: [{never: {toll: high}, unless: {toll: high}}]"), 18, "rules nothing out");
  at(belan("red_lines: [{never: {toll: high}, unless: {border: [open, watched, closed]}}]"), 18,
     "rules nothing out");
  at(more("wishes: 3\n"), 18, "has no key 'wishes'");
}

TEST(ScenarioYaml, refuses_more_numbers_than_can_be_held) {
  std::string yaml = "issues:\n";
  for (int i = 0; i < 20; ++i) {
    yaml += "  - {name: i" + std::to_string(i) + ", options: [";
    for (int o = 0; o < 900; ++o) yaml += (o ? ", o" : "o") + std::to_string(o);
    yaml += "]}\n";
  }
  yaml += "parties:\n";
  for (int p = 0; p < 60; ++p) yaml += "  - {name: P" + std::to_string(p) + "}\n";
  const auto read = read_scenario(yaml, "t.yaml");
  ASSERT_FALSE(read.has_value());
  EXPECT_TRUE(says(read.error().what, "more than 1000000 values"));
}

}  // namespace
}  // namespace entente::read
