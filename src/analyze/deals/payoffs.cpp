// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/payoffs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/failure.h"

namespace entente::analyze {
namespace {

constexpr std::uint64_t most_options = 1'000'000;
constexpr std::size_t most_rules = 64;

using Table = std::vector<std::vector<double>>;

Table worths(const Additive& sum, const std::vector<ScenarioIssue>& issues, Reading reading) {
  Table table(issues.size());
  for (std::size_t i = 0; i < issues.size(); ++i)
    for (std::uint64_t option = 0; option < issues[i].count(); ++option)
      table[i].push_back(worth(sum.issues[i], issues[i], option, reading));
  return table;
}

Interval limits(const std::vector<double>& values) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  return {*low, *high};
}

Interval scaled(Interval value, double by) {
  return by < 0 ? Interval(value.high * by, value.low * by)
                : Interval(value.low * by, value.high * by);
}

// Bounds on what a group can pay.
Interval limits(const BoxGroup& group) {
  Interval total = 0;
  bool first = true;
  const auto add = [&](Interval part) {
    if (group.aggregation == Aggregation::sum)
      total = {total.low + part.low, total.high + part.high};
    else
      total =
          first ? part : Interval(std::min(total.low, part.low), std::max(total.high, part.high));
    first = false;
  };
  for (const Box& box : group.boxes) {
    const double pay = box.weight * box.utility;
    add({std::min(pay, 0.0), std::max(pay, 0.0)});
  }
  for (const BoxGroup& inner : group.groups) add(limits(inner));
  return scaled(total, group.weight);
}

void set_scale(PartyPayoff& party, Interval span) {
  party.base = span.low;
  const double width = span.high - span.low;
  if (!std::isfinite(width) || !std::isfinite(span.low))
    throw Failed({FailureKind::usage, "The utilities of a party are too large to add up",
                  "Scale them down"});
  party.unit = (width > 0 ? width : std::max(std::abs(span.low), 1.0)) / steps_per_span;
}

void lay_out(PartyPayoff& party, const Additive& sum, const std::vector<ScenarioIssue>& issues,
             Reading reading) {
  party.steps = worths(sum, issues, reading);
  Interval span = at(sum.constant, reading);
  std::vector<double> least;
  for (const auto& values : party.steps) {
    const Interval part = limits(values);
    least.push_back(part.low);
    span = {span.low + part.low, span.high + part.high};
  }
  set_scale(party, span);
  for (std::size_t i = 0; i < issues.size(); ++i)
    for (double& value : party.steps[i]) value = std::nearbyint((value - least[i]) / party.unit);
}

// A reservation value above the ceiling is out of reach, wherever the steps begin.
Key least_key(const PartyPayoff& party, double reservation, std::optional<double> ceiling) {
  constexpr double out_of_reach = steps_per_span * 1.5;
  const double hair = party.unit * steps_per_key;
  const bool unreachable = ceiling && reservation > *ceiling + hair;
  const double steps = unreachable ? out_of_reach : party.steps_of(reservation);
  return static_cast<Key>(std::clamp(steps, 0.0, out_of_reach) / steps_per_key + 0.5);
}

PartyPayoff payoff_of(const Profile& profile, const std::vector<ScenarioIssue>& issues,
                      Reading reading) {
  PartyPayoff party;
  if (const auto* sum = std::get_if<Additive>(&profile.utility)) {
    lay_out(party, *sum, issues, reading);
  } else {
    const auto& boxes = std::get<Boxes>(profile.utility);
    set_scale(party, scaled(limits(boxes.group), 1 / boxes.divisor));
  }
  if (profile.ceiling) party.cap = std::max(0.0, party.steps_of(*profile.ceiling));
  if (profile.reservation)
    party.least = least_key(party, at(*profile.reservation, reading), profile.ceiling);
  return party;
}

void add_rule(PackagePayoffs& payoffs, const Combination& never, std::optional<Obstacle> red_line) {
  if (payoffs.rules.size() == most_rules)
    throw Failed({FailureKind::usage,
                  fmt::format("The scenario has more than {} red lines and links", most_rules),
                  "Put those that rule out single options of one issue together"});
  (red_line ? payoffs.red_lines : payoffs.links) |= std::uint64_t{1} << payoffs.rules.size();
  payoffs.rules.push_back({never, red_line});
}

}  // namespace

double PartyPayoff::steps_of(double utility) const {
  return std::nearbyint((utility - base) / unit);
}

bool PackagePayoffs::additive() const {
  return std::all_of(parties.begin(), parties.end(),
                     [](const PartyPayoff& party) { return party.additive(); });
}

bool PackagePayoffs::capped() const {
  return std::any_of(parties.begin(), parties.end(), [](const PartyPayoff& party) {
    return party.key(party.cap) < static_cast<Key>(steps_per_span / steps_per_key);
  });
}

std::uint64_t PackagePayoffs::rules_left(std::size_t issue, std::uint64_t option) const {
  std::uint64_t left = 0;
  for (std::size_t rule = 0; rule < rules.size(); ++rule) {
    const auto& terms = rules[rule].never.all;
    const bool spared = std::any_of(terms.begin(), terms.end(), [&](const Combination::Term& term) {
      return term.issue == issue &&
             std::find(term.options.begin(), term.options.end(), option) == term.options.end();
    });
    if (!spared) left |= std::uint64_t{1} << rule;
  }
  return left;
}

PackagePayoffs package_payoffs(const Scenario& scenario, Reading reading) {
  PackagePayoffs payoffs;
  payoffs.scenario = &scenario;
  for (const ScenarioIssue& issue : scenario.issues) {
    if (issue.count() > most_options)
      throw Failed(
          {FailureKind::usage,
           fmt::format("Issue '{}' has {} options, more than a million", issue.name, issue.count()),
           "Give it wider steps"});
    payoffs.counts.push_back(issue.count());
  }
  for (const Profile& profile : scenario.profiles)
    payoffs.parties.push_back(payoff_of(profile, scenario.issues, reading));
  for (const Link& link : scenario.links) add_rule(payoffs, link.never, std::nullopt);
  for (std::size_t p = 0; p < scenario.profiles.size(); ++p)
    for (std::size_t line = 0; line < scenario.profiles[p].red_lines.size(); ++line)
      add_rule(payoffs, scenario.profiles[p].red_lines[line].never, Obstacle{p, line});
  return payoffs;
}

}  // namespace entente::analyze
