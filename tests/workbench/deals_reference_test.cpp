// SPDX-License-Identifier: Apache-2.0
// Every scenario of ../shared/data that has reference values, against these.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "analyze/deals/deals.h"
#include "workbench/deals.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// $ENTENTE_SHARED, else ../shared beside the repository.
fs::path shared_data() {
  const char* given = std::getenv("ENTENTE_SHARED");
  return (given ? fs::path(given) : fs::path(ENTENTE_SOURCE_DIR) / ".." / "shared") / "data";
}

constexpr double near_enough = 1e-6;

bool same_vector(const std::vector<double>& mine, const json& other) {
  for (std::size_t p = 0; p < mine.size(); ++p)
    if (std::abs(mine[p] - other[p].get<double>()) > near_enough) return false;
  return mine.size() == other.size();
}

bool among(const std::vector<double>& mine, const json& list) {
  return std::any_of(list.begin(), list.end(),
                     [&](const json& other) { return same_vector(mine, other); });
}

struct Named {
  Fairness notion;
  const char* value;
  const char* points;
};
constexpr Named notions[] = {{Fairness::nash, "nash_product", "nash"},
                             {Fairness::kalai, "kalai_value", "kalai"},
                             {Fairness::ks_maxmin, "ks_maxmin_ratio", "ks_maxmin"},
                             {Fairness::ks_equal_gain, "ks_negmas_min_spread", "ks_negmas"},
                             {Fairness::max_welfare, "max_welfare", "max_welfare_pts"}};

void expect_fair_points(const Deals& found, const json& reference) {
  for (const FairPoints& fair : found.fair)
    for (const Named& named : notions) {
      if (named.notion != fair.notion) continue;
      if (reference.contains(named.value) && reference[named.value].is_number()) {
        EXPECT_NEAR(fair.value.value(), reference[named.value].get<double>(), near_enough)
            << named.value;
      }
      // Where points tie, the reference's own rounding decides how many it names: its first is
      // ours.
      if (!reference.contains(named.points)) continue;
      EXPECT_TRUE(std::any_of(fair.points.begin(), fair.points.end(), [&](std::size_t i) {
        return among(found.frontier[i].utilities, reference[named.points]);
      })) << named.points;
    }
}

void expect_agreement(const Deals& found, const json& reference) {
  if (reference.contains("n_outcomes")) {
    EXPECT_EQ(found.packages.text(), std::to_string(reference["n_outcomes"].get<std::uint64_t>()));
  }
  if (reference.contains("n_rational_ge")) {
    EXPECT_EQ(found.rational->text(),
              std::to_string(reference["n_rational_ge"].get<std::uint64_t>()));
  }
  if (reference.contains("pareto_size_tol1e-9")) {
    EXPECT_EQ(found.frontier.size(), reference["pareto_size_tol1e-9"].get<std::size_t>());
  }
  if (reference.contains("ranges")) {
    for (std::size_t p = 0; p < found.ranges.size(); ++p)
      EXPECT_TRUE(same_vector({found.ranges[p].low, found.ranges[p].high}, reference["ranges"][p]))
          << p;
  }
  if (reference.contains("pareto")) {
    EXPECT_EQ(found.frontier.size(), reference["pareto"].size());
    for (const FrontierPoint& point : found.frontier)
      EXPECT_TRUE(among(point.utilities, reference["pareto"]));
  }
  if (reference.value("n_rational_ge", 1) == 0) {
    ASSERT_TRUE(found.blockers.has_value());
    EXPECT_FALSE(found.blockers->sets.empty());
  }
  expect_fair_points(found, reference);
}

TEST(DealsReference, every_scenario_with_sums_agrees) {
  std::ifstream file(shared_data() / "genius_reference.json");
  if (!file) GTEST_SKIP() << "no reference values at " << shared_data();
  const json references = json::parse(file);
  std::size_t compared = 0;
  for (const auto& [name, reference] : references.items()) {
    if (name.starts_with('_') || reference.contains("pareto_xml")) continue;
    SCOPED_TRACE(name);
    const fs::path folder =
        shared_data() / (name.starts_with("geniusweb/") ? name : "genius/" + name);
    expect_agreement(deals_of(scenario_in(folder, exchange::Semantics::genius), {}, {}).deals,
                     reference);
    ++compared;
  }
  EXPECT_EQ(compared, 18u);
}

// The points that a pareto.xml lists: the tags taken out, two numbers a line.
std::vector<std::vector<double>> listed_points(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::vector<double>> points;
  for (std::string line; std::getline(in, line);) {
    double first = 0, second = 0;
    char comma = 0;
    if (std::istringstream(line) >> first >> comma >> second) points.push_back({first, second});
  }
  return points;
}

bool at_least(const std::vector<double>& mine, const std::vector<double>& other) {
  for (std::size_t p = 0; p < mine.size(); ++p)
    if (mine[p] < other[p] - near_enough) return false;
  return true;
}

TEST(DealsReference, every_listed_frontier_of_boxes_is_confirmed_or_beaten) {
  if (!fs::exists(shared_data() / "genius")) GTEST_SKIP() << "no scenarios at " << shared_data();
  std::size_t compared = 0;
  for (const auto& folder : fs::directory_iterator(shared_data() / "genius")) {
    const auto listed = listed_points(folder.path() / "pareto.xml");
    if (listed.empty()) continue;
    SCOPED_TRACE(folder.path().filename().string());
    Scenario scenario = read_scenario_folder(folder.path(), exchange::Semantics::genius).scenario;
    for (Profile& profile : scenario.profiles) profile.reservation.reset();  // the lists know none
    const Deals found = analyze::deals(scenario);
    EXPECT_EQ(found.method, "boxes");
    for (const auto& point : listed)
      EXPECT_TRUE(
          std::any_of(found.frontier.begin(), found.frontier.end(),
                      [&](const FrontierPoint& mine) { return at_least(mine.utilities, point); }))
          << point[0] << ", " << point[1];
    EXPECT_GE(found.frontier.size(), listed.size());
    ++compared;
  }
  EXPECT_EQ(compared, 2u);
}

}  // namespace
}  // namespace entente
