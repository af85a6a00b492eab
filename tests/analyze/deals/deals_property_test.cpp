// SPDX-License-Identifier: Apache-2.0
// What must hold of every method of the deal engine, whatever the scenario.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "analyze/deals/deals.h"
#include "analyze/deals/universal.h"
#include "kit/scenarios.h"

namespace entente::analyze {
namespace {

using Vectors = std::multiset<std::vector<double>>;

DealsOptions by(Search search, unsigned threads = 2) {
  DealsOptions options;
  options.search = search;
  options.threads = threads;
  return options;
}

std::vector<double> rounded(std::vector<double> values) {
  for (double& value : values) value = std::round(value * 1e6) / 1e6 + 0.0;
  return values;
}

// Each vector once for each package that has it.
Vectors frontier_of(const Deals& found) {
  Vectors out;
  for (const FrontierPoint& point : found.frontier)
    for (std::uint64_t i = 0; i < point.packages; ++i) out.insert(rounded(point.utilities));
  return out;
}

const FairPoints& fair(const Deals& found, Fairness notion) {
  return *std::find_if(found.fair.begin(), found.fair.end(),
                       [&](auto& one) { return one.notion == notion; });
}

void expect_same_as_looking(const Scenario& scenario, const Deals& found) {
  const kit::Looked looked = kit::look_at_all(scenario);
  RC_ASSERT(found.complete);
  if (found.rational) RC_ASSERT(found.rational->text() == std::to_string(looked.rational));
  RC_ASSERT(frontier_of(found) == looked.frontier);
  if (looked.ranges.empty()) return;
  for (std::size_t p = 0; p < found.ranges.size(); ++p) {
    RC_ASSERT(std::abs(found.ranges[p].low - looked.ranges[p].low) < 1e-9);
    RC_ASSERT(std::abs(found.ranges[p].high - looked.ranges[p].high) < 1e-9);
  }
}

void expect_shown_packages_to_be_what_they_say(const Scenario& scenario, const Deals& found) {
  for (const FrontierPoint& point : found.frontier) {
    RC_ASSERT(!point.shown.empty());
    RC_ASSERT(point.shown.size() == point.packages);
    for (const Package& package : point.shown) {
      RC_ASSERT(kit::rational(scenario, package));
      RC_ASSERT(rounded(kit::utilities(scenario, package)) == rounded(point.utilities));
    }
    RC_ASSERT(std::set<Package>(point.shown.begin(), point.shown.end()).size() ==
              point.shown.size());
  }
}

// A scenario with its parties and issues in another order, told by rotating both.
Scenario rotated(Scenario scenario) {
  std::rotate(scenario.profiles.begin(), scenario.profiles.begin() + 1, scenario.profiles.end());
  std::rotate(scenario.issues.begin(), scenario.issues.begin() + 1, scenario.issues.end());
  const auto moved = [&](Combination& condition) {
    for (auto& term : condition.all)
      term.issue = (term.issue + scenario.issues.size() - 1) % scenario.issues.size();
  };
  for (Profile& profile : scenario.profiles) {
    auto& issues = std::get<Additive>(profile.utility).issues;
    std::rotate(issues.begin(), issues.begin() + 1, issues.end());
    for (RedLine& line : profile.red_lines) moved(line.never);
  }
  for (Link& link : scenario.links) moved(link.never);
  return scenario;
}

// The first party's utilities times `by`, plus `more`.
Scenario rescaled(Scenario scenario, double by, double more) {
  Profile& profile = scenario.profiles[0];
  auto& sum = std::get<Additive>(profile.utility);
  for (IssueValue& value : sum.issues) value.weight = value.weight.low * by;
  sum.constant = more;
  if (profile.reservation) profile.reservation = Interval(profile.reservation->low * by + more);
  return scenario;
}

std::set<std::set<Package>> packages_by_point(const Deals& found) {
  std::set<std::set<Package>> out;
  for (const FrontierPoint& point : found.frontier)
    out.emplace(point.shown.begin(), point.shown.end());
  return out;
}

// ---- the checks, for any method

using Check = void (*)(Search);

void agrees_with_brute_force(Search search) {
  const Scenario scenario = kit::with_limits(kit::any_additive());
  DealsOptions options = by(search);
  options.shown = 1000;
  const Deals found = deals(scenario, options);
  expect_same_as_looking(scenario, found);
  expect_shown_packages_to_be_what_they_say(scenario, found);
}

void does_not_depend_on_the_order_of_parties_and_issues(Search search) {
  const Scenario scenario = kit::with_limits(kit::any_additive());
  const Deals one = deals(scenario, by(search)), other = deals(rotated(scenario), by(search));
  Vectors turned;
  for (std::vector<double> values : frontier_of(one)) {
    std::rotate(values.begin(), values.begin() + 1, values.end());
    turned.insert(values);
  }
  RC_ASSERT(turned == frontier_of(other));
  RC_ASSERT(one.rational.has_value() == other.rational.has_value());
  for (std::size_t i = 0; i < one.fair.size(); ++i) {
    RC_ASSERT(one.fair[i].points.size() == other.fair[i].points.size());
    RC_ASSERT(one.fair[i].value.has_value() == other.fair[i].value.has_value());
    if (one.fair[i].value) RC_ASSERT(std::abs(*one.fair[i].value - *other.fair[i].value) < 1e-6);
  }
}

void does_not_depend_on_the_scale_of_a_utility(Search search) {
  const Scenario scenario = kit::with_limits(kit::any_additive());
  DealsOptions options = by(search);
  options.shown = 1000;
  const Deals one = deals(scenario, options), other = deals(rescaled(scenario, 0.37, -2), options);
  RC_ASSERT(packages_by_point(one) == packages_by_point(other));
  RC_ASSERT(one.fair.size() == other.fair.size());
  for (const Fairness notion : {Fairness::nash, Fairness::ks_maxmin, Fairness::ks_equal_gain})
    if (!one.fair.empty()) RC_ASSERT(fair(one, notion).points == fair(other, notion).points);
}

void loses_packages_only_to_a_new_red_line(Search search) {
  Scenario scenario = kit::with_limits(kit::any_additive());
  const Deals before = deals(scenario, by(search));
  scenario.profiles[0].red_lines.push_back({"one more", kit::any_condition(scenario, 1)});
  const Deals after = deals(scenario, by(search));
  if (before.rational && after.rational)
    RC_ASSERT(after.rational->capped() <= before.rational->capped());
  for (const FrontierPoint& point : after.frontier) {
    RC_ASSERT(kit::rational(scenario, point.shown.front()));
    RC_ASSERT(
        std::any_of(before.frontier.begin(), before.frontier.end(), [&](const FrontierPoint& old) {
          return rounded(old.utilities) == rounded(point.utilities) ||
                 kit::dominates(old.utilities, point.utilities);
        }));
  }
}

void is_the_same_at_any_number_of_threads(Search search) {
  const Scenario scenario = kit::with_limits(kit::any_additive());
  const Deals one = deals(scenario, by(search, 1)), many = deals(scenario, by(search, 5));
  RC_ASSERT(one.frontier.size() == many.frontier.size());
  for (std::size_t i = 0; i < one.frontier.size(); ++i) {
    RC_ASSERT(one.frontier[i].utilities == many.frontier[i].utilities);
    RC_ASSERT(one.frontier[i].shown == many.frontier[i].shown);
  }
}

struct Method {
  const char* name;
  Search search;
};
const std::vector<Method> methods{{"fastest", Search::fastest},
                                  {"sweep", Search::sweep},
                                  {"combine", Search::combine},
                                  {"boxes", Search::boxes}};

const std::map<std::string, Check> checks{
    {"agrees with brute force", agrees_with_brute_force},
    {"does not depend on the order of parties and issues",
     does_not_depend_on_the_order_of_parties_and_issues},
    {"does not depend on the scale of a utility", does_not_depend_on_the_scale_of_a_utility},
    {"loses packages only to a new red line", loses_packages_only_to_a_new_red_line},
    {"is the same at any number of threads", is_the_same_at_any_number_of_threads}};

TEST(DealsEveryMethod, passes_every_universal_check) {
  for (const Method& method : methods)
    for (const auto& [name, check] : checks)
      EXPECT_TRUE(rc::check(std::string(method.name) + " " + name,
                            [&, run = check] { run(method.search); }))
          << method.name << " " << name;
}

TEST(DealsEveryMethod, has_every_universal_check) { EXPECT_EQ(names_of(checks), universal_checks); }

TEST(DealsEveryMethod, is_among_those_that_are_checked) {
  for (int value = 0; value <= static_cast<int>(Search::boxes); ++value)
    EXPECT_TRUE(std::any_of(methods.begin(), methods.end(), [&](const Method& one) {
      return one.search == static_cast<Search>(value);
    }));
}

RC_GTEST_PROP(DealsBoxes, are_swept_as_looking_at_every_package_finds_them, ()) {
  const Scenario scenario = kit::with_limits(kit::any_with_boxes());
  expect_same_as_looking(scenario, deals(scenario, by(Search::fastest)));
}

RC_GTEST_PROP(DealsBoxes, are_searched_to_what_looking_at_every_package_finds, ()) {
  const Scenario scenario = kit::with_limits(kit::any_with_summed_boxes());
  DealsOptions options = by(Search::boxes);
  options.shown = 1000;
  const Deals found = deals(scenario, options);
  RC_ASSERT(found.method == "boxes");
  expect_same_as_looking(scenario, found);
  expect_shown_packages_to_be_what_they_say(scenario, found);
}

RC_GTEST_PROP(DealsBoxes, that_are_to_be_stayed_out_of_are_searched_to_the_same, ()) {
  Scenario scenario = kit::with_limits(kit::any_with_summed_boxes());
  for (Profile& profile : scenario.profiles)
    if (auto* boxes = std::get_if<Boxes>(&profile.utility))
      for (Box& box : boxes->group.boxes)
        if (kit::draw(0, 2) > 0) std::swap(box.includes, box.excludes);
  DealsOptions options = by(Search::boxes);
  options.shown = 1000;
  const Deals found = deals(scenario, options);
  expect_same_as_looking(scenario, found);
  expect_shown_packages_to_be_what_they_say(scenario, found);
}

RC_GTEST_PROP(DealsBoxes, are_searched_alike_at_any_number_of_threads, ()) {
  const Scenario scenario = kit::with_limits(kit::any_with_summed_boxes());
  const Deals one = deals(scenario, by(Search::boxes, 1)),
              many = deals(scenario, by(Search::boxes, 5));
  RC_ASSERT(frontier_of(one) == frontier_of(many));
  RC_ASSERT(packages_by_point(one) == packages_by_point(many));
  RC_ASSERT(one.ranges == many.ranges);
}

RC_GTEST_PROP(DealsCeiling, makes_equal_what_is_above_it_in_every_method, ()) {
  Scenario scenario = kit::with_limits(kit::any_additive());
  for (Profile& profile : scenario.profiles)
    if (kit::draw(0, 1)) profile.ceiling = static_cast<double>(kit::draw(0, 12));
  expect_same_as_looking(scenario, deals(scenario, by(Search::fastest)));
  Vectors once, looked;
  for (const FrontierPoint& point : deals(scenario, by(Search::combine)).frontier)
    once.insert(rounded(point.utilities));
  for (const auto& vector : kit::look_at_all(scenario).frontier)
    if (!looked.contains(vector)) looked.insert(vector);
  RC_ASSERT(once == looked);
}

// ---- fairness against its definition

RC_GTEST_PROP(DealsFairness, picks_what_its_definition_says, ()) {
  const Scenario scenario = kit::with_limits(kit::any_additive());
  const Deals found = deals(scenario, by(Search::fastest));
  if (found.frontier.empty()) return;
  for (const FairPoints& one : found.fair) {
    RC_ASSERT(!one.points.empty());
    if (!one.value) continue;
    const auto score = [&](const FrontierPoint& point) {
      double product = 1, least = 1e9, share_least = 1e9, share_most = -1e9, sum = 0;
      for (std::size_t p = 0; p < point.utilities.size(); ++p) {
        const double gain = point.utilities[p] - found.disagreement[p],
                     share = gain / (found.ranges[p].high - found.disagreement[p]);
        product *= gain, least = std::min(least, gain), sum += point.utilities[p];
        share_least = std::min(share_least, share), share_most = std::max(share_most, share);
      }
      switch (one.notion) {
        case Fairness::nash:
          return product;
        case Fairness::kalai:
          return least;
        case Fairness::ks_maxmin:
          return share_least;
        case Fairness::ks_equal_gain:
          return share_least - share_most;
        case Fairness::max_welfare:
          break;
      }
      return sum;
    };
    double best = -1e18;
    for (const FrontierPoint& point : found.frontier) best = std::max(best, score(point));
    for (std::size_t i = 0; i < found.frontier.size(); ++i) {
      const bool picked = std::find(one.points.begin(), one.points.end(), i) != one.points.end();
      RC_ASSERT(picked == (score(found.frontier[i]) >= best - 1e-6));
    }
  }
}

// ---- blockers against their definition

bool keeps(const Scenario& scenario, const Package& package, const Obstacle& limit) {
  const Profile& profile = scenario.profiles[limit.party];
  if (limit.red_line) return !holds(profile.red_lines[*limit.red_line].never, package);
  return utility(profile, scenario.issues, package) >= profile.reservation->low - 1e-9;
}

bool rules_out_everything(const Scenario& scenario, const std::vector<Obstacle>& limits) {
  bool open = false;
  kit::for_each_package(scenario, [&](const Package& package) {
    open |= !kit::linked(scenario, package) &&
            std::all_of(limits.begin(), limits.end(),
                        [&](const Obstacle& limit) { return keeps(scenario, package, limit); });
  });
  return !open;
}

std::vector<Obstacle> all_limits(const Scenario& scenario) {
  std::vector<Obstacle> out;
  for (std::size_t p = 0; p < scenario.profiles.size(); ++p) {
    if (scenario.profiles[p].reservation) out.push_back({p, std::nullopt});
    for (std::size_t line = 0; line < scenario.profiles[p].red_lines.size(); ++line)
      out.push_back({p, line});
  }
  return out;
}

std::size_t smallest_blocking_size(const Scenario& scenario) {
  const auto limits = all_limits(scenario);
  std::size_t smallest = limits.size() + 1;
  for (std::size_t bits = 0; bits < (std::size_t{1} << limits.size()); ++bits) {
    std::vector<Obstacle> chosen;
    for (std::size_t i = 0; i < limits.size(); ++i)
      if (bits >> i & 1) chosen.push_back(limits[i]);
    if (chosen.size() < smallest && rules_out_everything(scenario, chosen))
      smallest = chosen.size();
  }
  return smallest;
}

Scenario demanding() {
  Scenario scenario = kit::with_limits(kit::any_additive(3));
  for (Profile& profile : scenario.profiles)
    profile.reservation = Interval(static_cast<double>(kit::draw(6, 18)));
  return scenario;
}

void expect_blockers(const Scenario& scenario, const Deals& found) {
  RC_ASSERT(found.blockers.has_value());
  const std::size_t smallest = smallest_blocking_size(scenario);
  if (smallest == 0) return RC_ASSERT(found.blockers->sets.empty());
  RC_ASSERT(!found.blockers->sets.empty());
  for (const auto& set : found.blockers->sets) {
    RC_ASSERT(set.size() == smallest);
    RC_ASSERT(rules_out_everything(scenario, set));
  }
  RC_ASSERT(!found.blockers->openings.empty());
  for (const Opening& opening : found.blockers->openings) {
    Scenario opened = scenario;
    std::set<std::pair<std::size_t, std::size_t>> given_up;
    for (const Opening::Step& step : opening.steps) {
      if (step.obstacle.red_line)
        given_up.insert({step.obstacle.party, *step.obstacle.red_line});
      else
        opened.profiles[step.obstacle.party].reservation = Interval(step.to);
    }
    for (const auto& [party, line] : given_up)
      opened.profiles[party].red_lines[line].never.all = {{0, {}}};  // holds never
    RC_ASSERT(kit::rational(opened, opening.package));
  }
}

RC_GTEST_PROP(DealsBlockers, are_smallest_sets_that_rule_out_everything_and_openings_open, ()) {
  const Scenario scenario = demanding();
  const Deals found = deals(scenario, by(Search::fastest));
  if (found.frontier.empty())
    expect_blockers(scenario, found);
  else
    RC_ASSERT(!found.blockers.has_value());
}

RC_GTEST_PROP(DealsBlockers, are_found_without_counting_packages_too, ()) {
  const Scenario scenario = demanding();
  DealsOptions options = by(Search::combine);
  options.most_swept = 0;
  const Deals found = deals(scenario, options);
  if (found.frontier.empty()) expect_blockers(scenario, found);
}

RC_GTEST_PROP(DealsBoxes, have_blockers_that_rule_out_everything, ()) {
  Scenario scenario = kit::with_limits(kit::any_with_summed_boxes());
  for (Profile& profile : scenario.profiles)
    profile.reservation = Interval(static_cast<double>(kit::draw(6, 18)));
  const Deals found = deals(scenario, by(Search::boxes));
  if (found.frontier.empty()) expect_blockers(scenario, found);
}

}  // namespace
}  // namespace entente::analyze
