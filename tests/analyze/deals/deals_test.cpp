// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/deals.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <set>

#include "base/failure.h"
#include "kit/scenarios.h"

namespace entente::analyze {
namespace {

// Two parties, one pie: A gets what B does not.
Scenario pie(double a_needs, double b_needs) {
  Scenario out = kit::scenario({{{0, 1, 2, 3, 4}}, {{4, 3, 2, 1, 0}}});
  out.profiles[0].reservation = Interval(a_needs);
  out.profiles[1].reservation = Interval(b_needs);
  return out;
}

kit::Tables real_tables(std::size_t issues, std::size_t options, unsigned seed) {
  std::mt19937 numbers(seed);
  std::uniform_real_distribution<double> any;
  kit::Tables out(issues, std::vector<double>(options));
  for (auto& values : out)
    for (double& value : values) value = any(numbers);
  return out;
}

TEST(Deals, between_two_needs_lie_the_packages_that_both_can_sign) {
  const Deals found = deals(pie(1, 2));
  EXPECT_EQ(found.packages.text(), "5");
  EXPECT_EQ(found.rational->text(), "2");
  EXPECT_EQ(found.frontier.size(), 2u);
  EXPECT_FALSE(found.blockers.has_value());
}

TEST(Deals, needs_that_exceed_the_pie_block_each_other_and_either_can_open_it) {
  const Deals found = deals(pie(3, 3));
  EXPECT_TRUE(found.frontier.empty());
  EXPECT_EQ(found.rational->text(), "0");
  ASSERT_EQ(found.blockers->sets.size(), 1u);
  EXPECT_EQ(found.blockers->sets[0], (std::vector<Obstacle>{{0, std::nullopt}, {1, std::nullopt}}));
  ASSERT_EQ(found.blockers->openings.size(), 3u);
  EXPECT_EQ(found.blockers->openings[0].steps.size(), 1u);
  EXPECT_DOUBLE_EQ(found.blockers->openings[0].steps[0].to, 1);
  EXPECT_DOUBLE_EQ(found.blockers->openings[0].steps[0].share, 0.5);
  EXPECT_EQ(found.blockers->openings[2].steps.size(), 2u) << "the middle asks one of each";
}

TEST(Deals, a_red_line_alone_can_block) {
  Scenario scenario = pie(0, 0);
  scenario.profiles[1].red_lines.push_back({"no cake at all", kit::takes({{0, {0, 1, 2, 3, 4}}})});
  const Deals found = deals(scenario);
  ASSERT_EQ(found.blockers->sets.size(), 1u);
  EXPECT_EQ(found.blockers->sets[0], (std::vector<Obstacle>{{1, 0}}));
}

TEST(Deals, a_package_that_crosses_a_red_line_is_never_among_them) {
  Scenario scenario = kit::scenario({{{0, 5}, {0, 5}}, {{0, 5}, {0, 5}}});
  scenario.profiles[0].red_lines.push_back({"not both", kit::takes({{0, {1}}, {1, {1}}})});
  const Deals found = deals(scenario);
  EXPECT_EQ(found.rational->text(), "3");
  ASSERT_EQ(found.frontier.size(), 1u);
  EXPECT_EQ(found.frontier[0].packages, 2u);
}

TEST(Deals, packages_with_the_same_utilities_are_counted_as_one_point) {
  const Deals found = deals(kit::scenario({{{1, 1, 1}, {0, 2}}, {{1, 1, 1}, {2, 0}}}));
  ASSERT_EQ(found.frontier.size(), 2u);
  EXPECT_EQ(found.frontier[0].packages, 3u);
}

TEST(Deals, sums_that_only_rounding_tells_apart_are_one_point) {
  const Deals found =
      deals(kit::scenario({{{0.1, 0.3}, {0.2, 0.0}}, {{0, 0}, {0, 0}}}));  // 0.1 + 0.2 and 0.3
  ASSERT_EQ(found.frontier.size(), 1u);
  EXPECT_NEAR(found.frontier[0].utilities[0], 0.5, 1e-12);
  const Deals tied = deals(kit::scenario({{{0.1, 0.3}, {0.2, 0.0}}, {{0, 1}, {0, 1}}}));
  EXPECT_EQ(tied.frontier.size(), 2u);
}

TEST(Deals, a_party_that_can_gain_nothing_leaves_all_points_fair) {
  const Deals found = deals(kit::scenario({{{0, 1, 2}}, {{2, 1, 0}}, {{1, 1, 1}}}));
  EXPECT_EQ(found.fair[0].value, 0) << "a product with a gain of 0";
  EXPECT_EQ(found.fair[1].value, 0) << "the least gain";
  EXPECT_FALSE(found.fair[2].value.has_value()) << "a share of nothing";
  EXPECT_FALSE(found.fair[3].value.has_value());
  EXPECT_EQ(found.fair[0].points.size(), 3u);
  EXPECT_TRUE(found.fair.back().value.has_value()) << "a sum needs no gain";
}

TEST(Deals, thirty_issues_of_five_options_have_their_exact_frontier) {
  const Scenario scenario = kit::scenario({real_tables(30, 5, 1), real_tables(30, 5, 2)});
  const Deals found = deals(scenario);
  EXPECT_EQ(found.packages.text(), "931322574615478515625");
  EXPECT_EQ(found.method, "combined");
  EXPECT_GT(found.frontier.size(), 100u);
  // The best of every weighted sum lies on the frontier, and is found issue by issue.
  for (double weight = 0.05; weight < 1; weight += 0.05) {
    double best = 0, most = 0;
    for (std::size_t i = 0; i < 30; ++i) {
      double top = 0;
      for (std::uint64_t option = 0; option < 5; ++option)
        top =
            std::max(top, weight * worth(std::get<Additive>(scenario.profiles[0].utility).issues[i],
                                         scenario.issues[i], option) +
                              (1 - weight) *
                                  worth(std::get<Additive>(scenario.profiles[1].utility).issues[i],
                                        scenario.issues[i], option));
      best += top;
    }
    for (const FrontierPoint& point : found.frontier)
      most = std::max(most, weight * point.utilities[0] + (1 - weight) * point.utilities[1]);
    EXPECT_NEAR(most, best, 1e-9);
  }
}

TEST(Deals, large_scenarios_cut_in_two_have_the_frontier_of_their_halves_packages) {
  // 5^8 packages by combining against 5^8 packages one by one.
  for (const std::size_t parties : {2u, 3u, 4u}) {
    std::vector<kit::Tables> tables;
    for (unsigned p = 0; p < parties; ++p)
      tables.push_back(real_tables(parties == 4 ? 6 : 8, 5, p + 1));
    const Scenario scenario = kit::scenario(tables);
    DealsOptions sweep, combine;
    sweep.search = Search::sweep;
    combine.search = Search::combine;
    const Deals one = deals(scenario, sweep), other = deals(scenario, combine);
    EXPECT_EQ(one.method, "swept");
    EXPECT_EQ(other.method, "combined");
    ASSERT_EQ(one.frontier.size(), other.frontier.size());
    for (std::size_t i = 0; i < one.frontier.size(); ++i) {
      EXPECT_EQ(one.frontier[i].shown, other.frontier[i].shown);
      EXPECT_EQ(one.frontier[i].packages, other.frontier[i].packages);
    }
  }
}

TEST(Deals, nine_parties_and_more_have_the_frontier_that_looking_finds) {
  for (const std::size_t parties : {7u, 9u, 30u}) {
    std::vector<kit::Tables> tables;
    for (unsigned p = 0; p < parties; ++p) tables.push_back(real_tables(4, 4, p + 7));
    const Scenario scenario = kit::scenario(tables);
    EXPECT_EQ(deals(scenario).frontier.size(), kit::look_at_all(scenario).frontier.size())
        << parties;
  }
}

TEST(Deals, with_many_parties_a_package_is_efficient_exactly_where_none_dominates_it) {
  std::vector<kit::Tables> tables;
  for (unsigned p = 0; p < 9; ++p) tables.push_back(real_tables(7, 4, p + 70));
  const Scenario scenario = kit::scenario(tables);
  DealsOptions one, many;
  one.search = Search::combine, one.threads = 1;
  many.search = Search::sweep, many.threads = 3;
  const Deals found = deals(scenario, one), again = deals(scenario, many);
  std::set<Package> efficient;
  for (const FrontierPoint& point : found.frontier) efficient.insert(point.shown.front());
  ASSERT_EQ(found.frontier.size(), again.frontier.size());
  for (std::size_t i = 0; i < found.frontier.size(); ++i)
    EXPECT_EQ(found.frontier[i].shown, again.frontier[i].shown);
  std::vector<std::vector<double>> all;
  std::vector<Package> packages;
  kit::for_each_package(scenario, [&](const Package& package) {
    all.push_back(kit::utilities(scenario, package));
    packages.push_back(package);
  });
  for (std::size_t i = 0; i < all.size(); i += 97)
    EXPECT_EQ(efficient.contains(packages[i]),
              std::none_of(all.begin(), all.end(),
                           [&](const auto& other) { return kit::dominates(other, all[i]); }));
}

TEST(Deals, combined_on_several_threads_are_the_same) {
  std::vector<kit::Tables> tables;
  for (unsigned p = 0; p < 5; ++p) tables.push_back(real_tables(6, 6, p + 3));
  const Scenario scenario = kit::scenario(tables);
  DealsOptions one, many;
  one.search = many.search = Search::combine;
  one.threads = 1, many.threads = 4;
  const Deals a = deals(scenario, one), b = deals(scenario, many);
  ASSERT_EQ(a.frontier.size(), b.frontier.size());
  for (std::size_t i = 0; i < a.frontier.size(); ++i) {
    EXPECT_EQ(a.frontier[i].utilities, b.frontier[i].utilities);
    EXPECT_EQ(a.frontier[i].shown, b.frontier[i].shown);
  }
}

// Boxes on one to three of the issues, on each a run of the ten options.
// `outside`: of a hundred boxes, how many pay whoever stays outside.
Scenario boxes_by_chance(std::size_t issues, std::size_t boxes, unsigned seed,
                         std::size_t outside = 0) {
  std::mt19937 numbers(seed);
  const auto draw = [&](std::size_t least, std::size_t most) {
    return least + numbers() % (most - least + 1);
  };
  Scenario out;
  for (std::size_t i = 0; i < issues; ++i)
    out.issues.push_back({"issue " + std::to_string(i), Ladder{0, 1, 10, true}});
  for (std::size_t p = 0; p < 2; ++p) {
    BoxGroup group;
    for (std::size_t b = 0; b < boxes; ++b) {
      Box box{static_cast<double>(draw(1, 100)), 1, {}, {}};
      std::set<std::size_t> on;
      for (std::size_t count = draw(1, 3); on.size() < count;) on.insert(draw(0, issues - 1));
      for (const std::size_t issue : on) {
        const auto low = static_cast<double>(draw(0, 6));
        box.includes.push_back({issue, low, low + static_cast<double>(draw(2, 8))});
      }
      if (outside > 0 && draw(1, 100) <= outside) std::swap(box.includes, box.excludes);
      group.boxes.push_back(box);
    }
    out.profiles.push_back({std::string(1, static_cast<char>('A' + p)),
                            Boxes{group, 1},
                            std::nullopt,
                            std::nullopt,
                            std::nullopt,
                            {}});
  }
  return out;
}

TEST(Deals, boxes_over_thirty_issues_have_their_frontier_whatever_the_threads_and_the_order) {
  const Scenario scenario = boxes_by_chance(30, 30, 5);
  Scenario turned = scenario;
  std::swap(turned.profiles[0], turned.profiles[1]);
  DealsOptions one, many;
  one.threads = 1, many.threads = 3;
  const Deals a = deals(scenario, one), b = deals(scenario, many), c = deals(turned, many);
  EXPECT_EQ(a.method, "boxes");
  EXPECT_EQ(a.packages.text(), "1" + std::string(30, '0'));
  ASSERT_GT(a.frontier.size(), 3u);
  ASSERT_EQ(a.frontier.size(), b.frontier.size());
  ASSERT_EQ(a.frontier.size(), c.frontier.size());
  for (std::size_t i = 0; i < a.frontier.size(); ++i) {
    EXPECT_EQ(a.frontier[i].utilities, b.frontier[i].utilities);
    EXPECT_EQ(a.frontier[i].packages, b.frontier[i].packages);
    EXPECT_EQ(a.frontier[i].shown, b.frontier[i].shown);
    EXPECT_NEAR(a.frontier[i].utilities[0], c.frontier[a.frontier.size() - 1 - i].utilities[1],
                1e-6);
  }
  EXPECT_NEAR(a.ranges[0].high, a.frontier.front().utilities[0], 1e-6)
      << "the first party's best package is efficient";
}

TEST(Deals, boxes_to_stay_out_of_on_fifty_issues_have_their_frontier_whatever_the_order) {
  const Scenario scenario = boxes_by_chance(50, 80, 7, 30);
  Scenario turned = scenario;
  std::swap(turned.profiles[0], turned.profiles[1]);
  auto& boxes = std::get<Boxes>(turned.profiles[0].utility).group.boxes;
  std::reverse(boxes.begin(), boxes.end());
  DealsOptions one, many;
  one.threads = 1, many.threads = 3;
  const Deals a = deals(scenario, one), b = deals(turned, many);
  ASSERT_TRUE(a.complete);
  ASSERT_EQ(a.frontier.size(), b.frontier.size());
  for (std::size_t i = 0; i < a.frontier.size(); ++i) {
    const FrontierPoint& other = b.frontier[a.frontier.size() - 1 - i];
    EXPECT_NEAR(a.frontier[i].utilities[0], other.utilities[1], 1e-6);
    EXPECT_NEAR(a.frontier[i].utilities[1], other.utilities[0], 1e-6);
  }
  EXPECT_NEAR(a.ranges[0].high, a.frontier.front().utilities[0], 1e-6);
  EXPECT_NEAR(a.ranges[1].high, a.frontier.back().utilities[1], 1e-6);
}

TEST(Deals, packages_that_a_ceiling_makes_equal_are_not_counted_where_boxes_are_searched) {
  Scenario scenario = boxes_by_chance(30, 30, 5);
  scenario.profiles[0].ceiling = deals(scenario).ranges[0].high / 2;
  const Deals found = deals(scenario);
  ASSERT_FALSE(found.frontier.empty());
  EXPECT_NEAR(found.frontier.front().utilities[0], *scenario.profiles[0].ceiling, 1e-6);
  EXPECT_EQ(found.frontier.front().packages, 0u);
}

// Stopped at the first report of that much done; at 0 before anything.
Deals stopped_at(std::size_t done, const Scenario& scenario, DealsOptions options) {
  std::stop_source stop;
  if (done == 0) stop.request_stop();
  options.threads = 1;
  const auto report = [&](std::size_t so_far, std::size_t) {
    if (so_far >= done) stop.request_stop();
  };
  return deals(scenario, options, {report, stop.get_token()});
}

// What a stop leaves: points that packages bear out, none better than another one for all, within
// the ranges told.
void expect_partial(const Deals& found, const Scenario& scenario) {
  EXPECT_FALSE(found.complete);
  ASSERT_FALSE(found.frontier.empty());
  for (const FrontierPoint& point : found.frontier) {
    const auto worth = kit::utilities(scenario, point.shown.front());
    for (std::size_t p = 0; p < worth.size(); ++p) {
      EXPECT_NEAR(worth[p], point.utilities[p], 1e-9);
      EXPECT_LE(found.ranges[p].low, worth[p] + 1e-9);
      EXPECT_GE(found.ranges[p].high, worth[p] - 1e-9);
    }
    for (const FrontierPoint& other : found.frontier) {
      bool better = false;
      for (std::size_t p = 0; p < worth.size(); ++p)
        better |= other.utilities[p] < point.utilities[p] - 1e-9;
      EXPECT_TRUE(better || &other == &point);
    }
  }
}

TEST(Deals, a_ceiling_that_the_best_package_just_reaches_leaves_packages_counted) {
  Scenario scenario = boxes_by_chance(30, 30, 5);
  const Deals free = deals(scenario);
  scenario.profiles[0].ceiling = free.ranges[0].high;
  const Deals found = deals(scenario);
  ASSERT_EQ(found.frontier.size(), free.frontier.size());
  for (std::size_t i = 0; i < free.frontier.size(); ++i) {
    EXPECT_GT(found.frontier[i].packages, 0u);
    EXPECT_EQ(found.frontier[i].packages, free.frontier[i].packages);
  }
}

TEST(Deals, a_search_through_boxes_that_is_stopped_gives_packages_and_says_so) {
  const Scenario scenario = boxes_by_chance(40, 60, 2);
  const Deals found = stopped_at(1, scenario, {});
  EXPECT_FALSE(found.blockers.has_value());
  expect_partial(found, scenario);
}

TEST(Deals, a_sweep_that_is_stopped_keeps_what_is_best_of_what_it_has_seen) {
  for (const std::size_t parties : {2u, 5u, 9u}) {
    std::vector<kit::Tables> tables;
    for (unsigned p = 0; p < parties; ++p) tables.push_back(real_tables(7, 6, p));
    const Scenario scenario = kit::scenario(std::move(tables));
    DealsOptions options;
    options.search = Search::sweep;
    const Deals found = stopped_at(1, scenario, options);
    expect_partial(found, scenario);
    ASSERT_TRUE(found.rational);
    EXPECT_GE(found.rational->capped(), found.frontier.size());
  }
}

TEST(Deals, combining_that_is_stopped_gives_packages_that_every_party_could_accept) {
  Scenario scenario =
      kit::scenario({real_tables(30, 5, 1), real_tables(30, 5, 2), real_tables(30, 5, 3)});
  for (Profile& profile : scenario.profiles) profile.reservation = Interval(16);
  scenario.profiles[1].red_lines.push_back({"not the first", kit::takes({{29, {0}}})});
  for (const std::size_t at : {0u, 1u, 8u, 29u}) {
    const Deals found = stopped_at(at, scenario, {});
    expect_partial(found, scenario);
    EXPECT_FALSE(found.rational) << "none were counted";
    for (const FrontierPoint& point : found.frontier) {
      EXPECT_NE(point.shown.front()[29], 0u);
      for (const double worth : point.utilities) EXPECT_GE(worth, 16 - 1e-9);
    }
  }
}

TEST(Deals, a_stop_before_the_best_of_each_party_is_known_leaves_ranges_of_what_was_found) {
  const Scenario scenario = boxes_by_chance(40, 60, 2);
  const Deals found = stopped_at(1, scenario, {});
  expect_partial(found, scenario);
  ASSERT_FALSE(found.fair.empty());
  for (const FairPoints& fair : found.fair) EXPECT_TRUE(fair.value) << "each party gains somewhere";
}

TEST(Deals, links_hold_in_scenarios_too_large_to_count) {
  Scenario scenario = kit::scenario({real_tables(30, 5, 1), real_tables(30, 5, 2)});
  scenario.links.push_back(
      {"the first best only with the last worst", kit::takes({{0, {0, 1, 2}}, {29, {0, 1, 2}}})});
  const Deals found = deals(scenario);
  ASSERT_FALSE(found.frontier.empty());
  for (const FrontierPoint& point : found.frontier)
    EXPECT_FALSE(kit::linked(scenario, point.shown.front()));
  EXPECT_GE(found.ranges[0].high, found.frontier.front().utilities[0] - 1e-9);
}

TEST(Deals, the_best_of_several_boxes_over_too_many_packages_is_refused_in_one_sentence) {
  Scenario scenario = kit::scenario({real_tables(30, 5, 1), real_tables(30, 5, 2)});
  const Box one{1, 1, {{0, 1, 2}}, {}}, other{2, 1, {{1, 1, 2}}, {}};
  scenario.profiles[0].utility = Boxes{{Aggregation::most, 1, {one, other}, {}}, 1};
  EXPECT_THROW(deals(scenario), Failed);
}

TEST(Deals, a_stop_gives_what_there_is_and_says_so) {
  std::stop_source stop;
  stop.request_stop();
  DealsOptions options;
  options.search = Search::sweep;
  const Deals found = deals(pie(1, 2), options, {{}, stop.get_token()});
  EXPECT_FALSE(found.complete);
  EXPECT_FALSE(found.blockers.has_value()) << "nothing found is not the same as nothing there";
}

}  // namespace
}  // namespace entente::analyze
