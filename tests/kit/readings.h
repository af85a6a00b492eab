// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/scenarios.h"

// Scenarios with numbers that are known within bounds only, and what anybody can find by trying
// every reading at the ends and in the middle of the bounds. Utilities are linear in each number,
// so whatever holds at all ends holds between them.
namespace entente::kit {

// Every number of the scenario that can be an interval.
inline std::vector<Interval*> numbers_of(Scenario& scenario) {
  std::vector<Interval*> out;
  for (Profile& profile : scenario.profiles) {
    if (profile.reservation) out.push_back(&*profile.reservation);
    for (IssueValue& issue : std::get<Additive>(profile.utility).issues) {
      out.push_back(&issue.weight);
      for (Interval& value : std::get<OptionTable>(issue.evaluator).values) out.push_back(&value);
    }
  }
  return out;
}

inline Scenario with_bounds(Scenario scenario, std::size_t most) {
  const auto numbers = numbers_of(scenario);
  for (std::size_t i = draw(0, most); i > 0; --i) {
    Interval& one = *numbers[draw(0, numbers.size() - 1)];
    one = {std::max(0.0, one.low - static_cast<double>(draw(0, 2))),
           one.high + static_cast<double>(draw(0, 3))};
  }
  return scenario;
}

// Three of each interval: its ends and its middle, in every combination.
inline std::vector<Scenario> readings(const Scenario& scenario) {
  std::vector<Scenario> out{scenario};
  Scenario copy = scenario;
  const std::size_t count = numbers_of(copy).size();
  for (std::size_t i = 0; i < count; ++i) {
    const Interval bounds = *numbers_of(copy)[i];
    if (bounds.exact()) continue;
    std::vector<Scenario> more;
    for (Scenario& one : out)
      for (const Reading reading : {Reading::lowest, Reading::middle, Reading::highest}) {
        *numbers_of(one)[i] = at(bounds, reading);
        more.push_back(one);
      }
    out = std::move(more);
  }
  return out;
}

inline std::vector<Package> packages_of(const Scenario& scenario) {
  std::vector<Package> out;
  for_each_package(scenario, [&](const Package& package) { out.push_back(package); });
  return out;
}

inline bool crosses_a_limit(const Scenario& scenario, const Package& package) {
  return linked(scenario, package) ||
         std::any_of(scenario.profiles.begin(), scenario.profiles.end(),
                     [&](const Profile& profile) { return crosses(profile, package); });
}

// Of an exact scenario: by definition.
inline bool efficient(const Scenario& exact, const Package& package,
                      const std::vector<Package>& all) {
  if (!rational(exact, package)) return false;
  const auto mine = utilities(exact, package);
  return std::none_of(all.begin(), all.end(), [&](const Package& other) {
    return dominates(utilities(exact, other), mine) && !crosses_a_limit(exact, other);
  });
}

// Parties and issues in another order, told by rotating both.
inline Scenario turned(Scenario scenario) {
  const auto turn = [](auto& all) { std::rotate(all.begin(), all.begin() + 1, all.end()); };
  const auto moved = [&](Combination& condition) {
    for (auto& term : condition.all)
      term.issue = (term.issue + scenario.issues.size() - 1) % scenario.issues.size();
  };
  turn(scenario.profiles);
  turn(scenario.issues);
  for (Profile& profile : scenario.profiles) {
    turn(std::get<Additive>(profile.utility).issues);
    for (RedLine& line : profile.red_lines) moved(line.never);
  }
  for (Link& link : scenario.links) moved(link.never);
  return scenario;
}

// The first party's utilities times two, plus three.
inline Scenario stretched(Scenario scenario) {
  Profile& profile = scenario.profiles[0];
  auto& sum = std::get<Additive>(profile.utility);
  for (IssueValue& issue : sum.issues)
    issue.weight = Interval(issue.weight.low * 2, issue.weight.high * 2);
  sum.constant = 3;
  if (profile.reservation)
    profile.reservation =
        Interval(profile.reservation->low * 2 + 3, profile.reservation->high * 2 + 3);
  return scenario;
}

inline Package any_package(const Scenario& scenario) {
  Package out;
  for (const ScenarioIssue& issue : scenario.issues)
    out.push_back(static_cast<std::uint32_t>(draw(0, issue.count() - 1)));
  return out;
}

}  // namespace entente::kit
