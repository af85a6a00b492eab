// SPDX-License-Identifier: Apache-2.0
#include "exchange/genius.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "exchange/scenario_files.h"
#include "kit/says.h"
#include "kit/scenarios.h"

namespace entente::exchange {
namespace {

std::string orchard_domain(const std::string& issues) {
  return "<negotiation_template><utility_space number_of_issues=\"2\"><objective index=\"0\" "
         "name=\"orchard\" type=\"objective\">" +
         issues + "</objective></utility_space></negotiation_template>";
}

std::string orchard_profile(const std::string& inside, const std::string& after = "") {
  return "<utility_space><objective index=\"0\" name=\"orchard\">" + inside + "</objective>" +
         after + "</utility_space>";
}

const std::string water_issue =
    R"(<issue index="1" name="Water" type="discrete"><item index="1" value="wells"/><item index="2" value="canal"/></issue>)";
const std::string price_issue =
    R"(<issue index="2" name="Price" type="integer" lowerbound="8" upperbound="14"/>)";

std::string water(const std::string& wells, const std::string& canal) {
  return fmt::format(
      R"(<issue index="1" name="Water" type="discrete"><item value="wells" evaluation="{}"/><item value="canal" evaluation="{}"/></issue>)",
      wells, canal);
}
const std::string water_weight = R"(<weight index="1" value="1"/>)";

Result<ReadScenario> read_orchard(const std::string& domain, const std::string& profile,
                                  Semantics semantics = Semantics::genius) {
  return read_scenario({{"orchard.xml", domain}, {"grower.xml", profile}}, semantics);
}

ReadScenario orchard(const std::string& domain, const std::string& profile,
                     Semantics semantics = Semantics::genius) {
  return read_orchard(domain, profile, semantics).value();
}

double worth_of(const ReadScenario& read, Package package) {
  return utility(read.scenario.profiles[0], read.scenario.issues, package);
}

bool repaired(const ReadScenario& read, const std::string& words) {
  return std::any_of(read.repairs.begin(), read.repairs.end(),
                     [&](const std::string& line) { return kit::says(line, words); });
}

void expect_refused(const Result<ReadScenario>& read, const std::string& words) {
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().kind, FailureKind::bad_input);
  EXPECT_TRUE(kit::says(read.error().what, words)) << read.error().what;
}

TEST(Genius, evaluations_are_divided_by_the_largest_of_their_issue) {
  const auto read =
      orchard(orchard_domain(water_issue), orchard_profile(water("3", "12") + water_weight));
  EXPECT_DOUBLE_EQ(worth_of(read, {0}), 0.25);
  EXPECT_DOUBLE_EQ(worth_of(read, {1}), 1);
  EXPECT_TRUE(read.repairs.empty());
}

TEST(Genius, negmas_semantics_leave_them_as_they_stand) {
  const auto read =
      orchard(orchard_domain(water_issue),
              orchard_profile(water("3", "12") + water_weight,
                              R"(<reservation value="0.4"/><discount_factor value="0.5"/>)"),
              Semantics::negmas);
  EXPECT_DOUBLE_EQ(worth_of(read, {1}), 12);
  EXPECT_FALSE(read.scenario.profiles[0].reservation.has_value())
      << "lost where there is a discount";
}

TEST(Genius, integers_are_counted_from_the_lower_bound_and_held_to_0_and_1) {
  const auto profile = orchard_profile(
      R"(<issue index="2" name="Price" type="integer" lowerbound="8" upperbound="14"><evaluator ftype="linear" offset="1" slope="-0.2"/></issue><weight index="2" value="0.5"/>)");
  const auto read = orchard(orchard_domain(price_issue), profile);
  EXPECT_DOUBLE_EQ(worth_of(read, {0}), 0.5);
  EXPECT_DOUBLE_EQ(worth_of(read, {1}), 0.4);
  EXPECT_DOUBLE_EQ(worth_of(read, {6}), 0) << "1 - 0.2 * 6 is below 0";
}

TEST(Genius, old_parameters_are_taken_at_the_value_itself) {
  const auto profile = orchard_profile(
      R"(<issue index="2" name="Price" type="integer" lowerbound="8" upperbound="14"><evaluator ftype="linear" parameter0="-1" parameter1="0.125"/></issue><weight index="2" value="1"/>)");
  const auto read = orchard(orchard_domain(price_issue), profile);
  EXPECT_DOUBLE_EQ(worth_of(read, {0}), 0);
  EXPECT_DOUBLE_EQ(worth_of(read, {4}), 0.5);
}

TEST(Genius, real_ranges_stand_at_21_steps_with_any_evaluator) {
  const std::string share =
      R"(<issue index="1" name="Share" type="real"><range lowerbound="0" upperbound="2"/>{}</issue>)";
  const auto shaped = [&](const std::string& evaluator) {
    return orchard(orchard_domain(fmt::format(fmt::runtime(share), "")),
                   orchard_profile(fmt::format(fmt::runtime(share), evaluator) + water_weight));
  };
  const auto triangle =
      shaped(R"(<evaluator ftype="triangular" parameter0="0" parameter1="2" parameter2="0.5"/>)");
  EXPECT_EQ(triangle.scenario.packages().text(), "21");
  EXPECT_TRUE(repaired(triangle, "is real"));
  EXPECT_DOUBLE_EQ(worth_of(triangle, {5}), 1);
  EXPECT_NEAR(worth_of(triangle, {10}), 2.0 / 3, 1e-12);
  EXPECT_NEAR(
      worth_of(
          shaped(
              R"(<evaluator ftype="quadratic" parameter0="0" parameter1="0" parameter2="0.25"/>)"),
          {10}),
      0.25, 1e-12);
  EXPECT_NEAR(worth_of(shaped(R"(<evaluator ftype="constant" parameter0="0.7"/>)"), {3}), 0.7,
              1e-12);
}

TEST(Genius, a_total_is_at_most_1) {
  const auto read =
      orchard(orchard_domain(water_issue),
              orchard_profile(water("1", "2") + R"(<weight index="1" value="1.5"/>)"));
  EXPECT_DOUBLE_EQ(worth_of(read, {0}), 0.75);
  EXPECT_DOUBLE_EQ(worth_of(read, {1}), 1);
}

TEST(Genius, boxes_pay_inside_or_outside_and_are_divided_by_the_maximum) {
  const std::string boxes =
      R"(<utility_space type="nonlinear"><objective index="0" name="root">)" + price_issue +
      R"(<utility maxutility="200"><ufun type="PlainUfun" weight="2" aggregation="max">
           <hyperRectangle utility="50"><INCLUDES index="2" min="8" max="9"/></hyperRectangle>
           <hyperRectangle utility="10" weight="3"><EXCLUDES index="2" min="8" max="12"/></hyperRectangle>
         </ufun><ufun aggregation="sum"><hyperRectangle utility="20"><INCLUDES index="2" min="0" max="99"/></hyperRectangle></ufun>
         </utility></objective></utility_space>)";
  const auto read = orchard(orchard_domain(price_issue), boxes);
  EXPECT_DOUBLE_EQ(worth_of(read, {0}), 0.6);
  EXPECT_DOUBLE_EQ(worth_of(read, {2}), 0.1);
  EXPECT_DOUBLE_EQ(worth_of(read, {6}), 0.4);
  EXPECT_DOUBLE_EQ(worth_of(orchard(orchard_domain(price_issue), boxes, Semantics::negmas), {6}),
                   20);
}

TEST(Genius, issues_of_nested_objectives_count_like_others) {
  const auto nested = [](const std::string& inside) {
    return R"(<objective index="5" name="inner">)" + inside + "</objective>";
  };
  const auto read = orchard(orchard_domain(nested(water_issue)),
                            orchard_profile(nested(water("1", "4") + water_weight)));
  EXPECT_DOUBLE_EQ(worth_of(read, {0}), 0.25);
}

TEST(Genius, indices_may_start_anywhere_and_have_gaps) {
  const std::string far =
      R"(<issue index="7" name="Water" type="discrete"><item value="wells"/><item value="canal"/></issue>)";
  const auto read = orchard(
      orchard_domain(far),
      orchard_profile(
          R"(<issue index="7" name="Water"><item value="canal" evaluation="2"/><item value="wells" evaluation="1"/></issue><weight index="7" value="1"/>)"));
  EXPECT_DOUBLE_EQ(worth_of(read, {0}), 0.5);
  EXPECT_TRUE(read.repairs.empty());
}

TEST(Genius, parties_stand_in_the_order_of_their_files_and_pareto_lists_are_passed_over) {
  const auto profile = orchard_profile(water("1", "2") + water_weight);
  const auto read = read_scenario({{"z.xml", orchard_domain(water_issue)},
                                   {"b.xml", profile},
                                   {"pareto.xml", "0.1, 0.2"},
                                   {"a.xml", profile}},
                                  Semantics::genius)
                        .value();
  ASSERT_EQ(read.scenario.profiles.size(), 2u);
  EXPECT_EQ(read.scenario.profiles[0].party, "a");
  EXPECT_TRUE(repaired(read, "pareto.xml: passed over"));
}

TEST(Genius, every_repair_is_named) {
  const std::string domain = orchard_domain(water_issue + price_issue);
  EXPECT_TRUE(repaired(orchard(domain, orchard_profile(water("1", "2") + water_weight)),
                       "issue 'Price' is missing"));
  EXPECT_TRUE(
      repaired(orchard(domain, orchard_profile(water("1", "-2") + water_weight)), "negative"));
  EXPECT_TRUE(repaired(
      orchard(domain, orchard_profile(water("1", "2") + R"(<weight index="1" value="-1"/>)")),
      "weight of issue 1 is negative"));
  EXPECT_TRUE(
      repaired(orchard(domain, orchard_profile(water("1", "2") + water_weight + water_weight)),
               "two weights for issue 1"));
  EXPECT_TRUE(repaired(orchard(domain, orchard_profile(water("1", "2"))), "has no weight"));
  EXPECT_TRUE(repaired(
      orchard(domain,
              orchard_profile(water("1", "2") + R"(<weight index="9" value="1"/>)" + water_weight)),
      "a weight for issue 9"));
  EXPECT_TRUE(repaired(orchard(orchard_domain(water_issue + water_issue),
                               orchard_profile(water("1", "2") + water_weight)),
                       "two issues have the index 1"));
  EXPECT_TRUE(repaired(orchard(domain, orchard_profile(water("1", "2") + water_weight,
                                                       R"(<discount_factor value="7"/>)")),
                       "discount factor 7"));
  const std::string twice =
      R"(<issue index="1" name="Water" type="discrete"><item value="wells"/><item value="wells"/></issue>)";
  const auto read = orchard(orchard_domain(twice), orchard_profile(water("1", "2") + water_weight));
  EXPECT_TRUE(repaired(read, "lists 'wells' twice"));
  EXPECT_TRUE(repaired(read, "has no option 'canal'"));
}

TEST(Genius, kinds_count_in_any_case) {
  const auto read = orchard(
      orchard_domain(
          R"(<issue index="2" name="Price" type="Integer" lowerbound="8" upperbound="14"/>)"),
      orchard_profile(
          R"(<issue index="2" name="Price" type="INTEGER"><evaluator ftype="Linear" offset="0" slope="0.1"/></issue><weight index="2" value="1"/>)"));
  EXPECT_EQ(read.scenario.issues[0].count(), 7u);
  EXPECT_NEAR(worth_of(read, {4}), 0.4, 1e-12);
}

TEST(Genius, a_name_that_differs_in_blanks_only_is_taken_for_the_same_and_said_so) {
  const auto read =
      orchard(orchard_domain(water_issue), orchard_profile(water("1", "2") + water_weight));
  const auto blank = orchard(
      orchard_domain(
          R"(<issue index="1" name="Water" type="discrete"><item value="wells "/><item value="canal"/></issue>)"),
      orchard_profile(water("1", "2") + water_weight));
  EXPECT_EQ(worth_of(blank, {0}), worth_of(read, {0}));
  EXPECT_TRUE(repaired(blank, "'wells' is taken for the domain's 'wells '"));
  const auto two = orchard(
      orchard_domain(
          R"(<issue index="1" name="Water" type="discrete"><item value="wells "/><item value=" wells"/></issue>)"),
      orchard_profile(water("1", "2") + water_weight));
  EXPECT_TRUE(repaired(two, "has no option 'wells'")) << "either may be meant";
}

TEST(Genius,
     a_reservation_is_not_lost_where_it_stands_within_an_objective_and_named_without_value) {
  const std::string domain = orchard_domain(water_issue);
  const auto inside = orchard(
      domain, orchard_profile(water("1", "2") + water_weight + R"(<reservation value="0.7"/>)"));
  EXPECT_EQ(inside.scenario.profiles[0].reservation, Interval(0.7));
  EXPECT_TRUE(repaired(inside, "<reservation> stands within an objective"));
  const auto blank = orchard(
      domain, orchard_profile(water("1", "2") + water_weight, "<reservation>0.7</reservation>"));
  EXPECT_EQ(blank.scenario.profiles[0].reservation, Interval(0));
  EXPECT_TRUE(repaired(blank, "<reservation> has no value"));
}

TEST(Genius, what_a_box_is_made_of_is_refused_where_it_is_not_known) {
  const auto boxes = [](const std::string& inside) {
    return R"(<utility_space type="nonlinear"><objective index="0" name="r"><utility maxutility="9"><ufun aggregation="sum">)" +
           inside + "</ufun></utility></objective></utility_space>";
  };
  const std::string domain = orchard_domain(water_issue);
  expect_refused(read_orchard(domain, boxes(R"(<cone utility="3"/>)")), "what a <cone> pays");
  expect_refused(
      read_orchard(
          domain,
          boxes(
              R"(<hyperRectangle utility="3"><include index="1" min="0" max="0"/></hyperRectangle>)")),
      "bounded by a <include>");
}

TEST(Genius, what_cannot_be_mended_is_refused_with_file_and_place) {
  const std::string domain = orchard_domain(water_issue);
  expect_refused(read_orchard(domain, orchard_profile(water("NaN", "2") + water_weight)),
                 "grower.xml: <item> has evaluation=\"NaN\"");
  expect_refused(read_orchard(domain, orchard_profile(water("1e999", "2") + water_weight)),
                 "no finite number");
  expect_refused(read_orchard(domain, "<utility_space>"), "line 1");
  expect_refused(
      read_orchard(domain,
                   R"(<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><utility_space/>)"),
      "declares entities");
  expect_refused(read_orchard(orchard_domain(""), orchard_profile("")), "has no issues");
  expect_refused(
      read_orchard(
          orchard_domain(
              R"(<issue index="1" name="x" type="integer" lowerbound="5" upperbound="2"/>)"),
          orchard_profile("")),
      "down to");
  expect_refused(
      read_orchard(orchard_domain(R"(<issue index="1" name="x" type="integer" lowerbound="5"/>)"),
                   orchard_profile("")),
      "no upperbound");
  expect_refused(read_orchard(orchard_domain(R"(<issue index="1" name="x" type="colour"/>)"),
                              orchard_profile("")),
                 "unknown type");
  std::string many;
  for (int i = 0; i <= 1000; ++i)
    many += fmt::format(
        R"(<issue index="{}" name="i{}" type="integer" lowerbound="0" upperbound="1"/>)", i, i);
  expect_refused(read_orchard(orchard_domain(many), orchard_profile("")), "more than 1000 issues");
  expect_refused(read_scenario({{"a.xml", domain}}, Semantics::genius), "no GENIUS profile");
  expect_refused(read_scenario({{"a.xml", orchard_profile("")}}, Semantics::genius),
                 "no GENIUS domain");
  expect_refused(read_scenario({{"notes.txt", ""}}, Semantics::genius), "no scenario");
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<objective>";
  expect_refused(read_orchard(domain, deep), "no XML");
  for (int i = 0; i < 200000; ++i) deep += "</objective>";
  expect_refused(read_orchard(domain, deep), "deep");
}

TEST(Genius, a_space_of_10_to_the_50_packages_is_read_and_counted) {
  std::string issues;
  for (int i = 1; i <= 50; ++i)
    issues += fmt::format(
        R"(<issue index="{}" name="i{}" type="integer" lowerbound="0" upperbound="9"/>)", i, i);
  const auto read = orchard(orchard_domain(issues), orchard_profile(""));
  EXPECT_EQ(read.scenario.packages().text(), "1" + std::string(50, '0'));
}

// ---- written and read back

void expect_read_back(const Scenario& scenario) {
  const auto files = write_genius(scenario);
  RC_ASSERT(files.has_value());
  const auto back = read_scenario(*files, Semantics::genius);
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->repairs.empty());
  RC_ASSERT(back->scenario.profiles.size() == scenario.profiles.size());
  kit::for_each_package(scenario, [&](const Package& package) {
    const auto before = kit::utilities(scenario, package),
               after = kit::utilities(back->scenario, package);
    for (std::size_t p = 0; p < before.size(); ++p)
      RC_ASSERT(std::abs(before[p] - after[p]) < 1e-12);
  });
  for (std::size_t p = 0; p < scenario.profiles.size(); ++p)
    RC_ASSERT(back->scenario.profiles[p].reservation.value_or(0) ==
              scenario.profiles[p].reservation.value_or(0));
}

// A scenario as GENIUS could hold it: worth at most 1.
Scenario within_one(Scenario scenario) {
  for (Profile& profile : scenario.profiles) {
    if (auto* sum = std::get_if<Additive>(&profile.utility))
      for (IssueValue& value : sum->issues) value.weight = 1.0 / 24;
    else
      std::get<Boxes>(profile.utility).divisor = 1e6;
    if (kit::draw(0, 1)) profile.reservation = Interval(0.25);
    profile.ceiling = 1;
  }
  return scenario;
}

RC_GTEST_PROP(GeniusWriter, writes_sums_that_read_back_to_the_same_utilities, ()) {
  expect_read_back(within_one(kit::any_additive()));
}

RC_GTEST_PROP(GeniusWriter, writes_boxes_that_read_back_to_the_same_utilities, ()) {
  expect_read_back(within_one(kit::any_with_boxes()));
}

TEST(GeniusWriter, keeps_odd_names_and_numbers_of_integers) {
  Scenario scenario = kit::scenario({{{0.2, 0.5}, {0.1, 0.5}}});
  scenario.issues[0] = {"a <b> & \"c\"", std::vector<std::string>{"<x>", "y & 'z'"}};
  scenario.issues[1] = {"price", Ladder{-3, 1, 2, true}};
  std::get<Additive>(scenario.profiles[0].utility).issues[1] = {0.4, Affine{0.5, 1.5}, true};
  const auto back = read_scenario(write_genius(scenario).value(), Semantics::genius).value();
  EXPECT_EQ(back.scenario.issues, scenario.issues);
  EXPECT_NEAR(worth_of(back, {1, 1}), 0.5 + 0.4 * 0.5, 1e-12);
}

TEST(GeniusWriter, boxes_bound_the_same_numbers_where_these_are_written_as_items) {
  Scenario scenario = kit::scenario({{{0, 0, 0, 0, 0}}, {{0, 0, 0, 0, 0}}});
  scenario.issues[0] = {"price", Ladder{5, 1, 5, true}};
  std::get<Additive>(scenario.profiles[0].utility).issues[0] = {1, Triangular{5, 7, 9, 1}, true};
  for (const auto& [low, high] : {std::pair(6.0, 7.0), {0.0, 5.5}, {9.0, 40.0}, {8.0, 7.0}}) {
    scenario.profiles[1].utility =
        Boxes{{Aggregation::sum, 1, {{0.5, 1, {{0, low, high}}, {}}}, {}}, 1};
    for (Profile& profile : scenario.profiles) profile.ceiling = 1;
    const auto back = read_scenario(write_genius(scenario).value(), Semantics::genius).value();
    for (std::uint32_t option = 0; option < 5; ++option)
      EXPECT_EQ(kit::utilities(back.scenario, {option}), kit::utilities(scenario, {option}))
          << low << " to " << high << ", " << option;
  }
}

TEST(GeniusWriter, says_what_the_format_cannot_say) {
  Scenario scenario = kit::scenario({{{0.2, 0.5}}});
  scenario.profiles[0].red_lines.push_back({"never b", {}});
  EXPECT_EQ(write_genius(scenario).error().kind, FailureKind::usage);
  scenario.profiles[0].red_lines.clear();
  std::get<Additive>(scenario.profiles[0].utility).issues[0].weight = {0.2, 0.4};
  EXPECT_EQ(write_genius(scenario).error().kind, FailureKind::usage);
  EXPECT_EQ(write_genius(kit::scenario({{{0.6, 0.9}, {0.2, 0.9}}})).error().kind,
            FailureKind::usage)
      << "GENIUS holds 1.8 to 1";
}

}  // namespace
}  // namespace entente::exchange
