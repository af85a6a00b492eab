// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "model/scenario.h"

// Small scenarios written by hand or drawn by chance, and what anybody can find in them by looking
// at every package.
namespace entente::kit {

using Tables = std::vector<std::vector<double>>;  // [issue][option]

inline ScenarioIssue issue(const std::string& name, std::size_t options) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < options; ++i) names.push_back(name + std::to_string(i));
  return {name, names};
}

inline Profile additive(const std::string& party, const Tables& tables) {
  Additive sum;
  for (const auto& values : tables)
    sum.issues.push_back({1, OptionTable{{values.begin(), values.end()}}, false});
  return {party, sum, std::nullopt, std::nullopt, std::nullopt, {}};
}

// Issues a, b, ... with as many options as the first party's tables have; parties A, B, ...
inline Scenario scenario(const std::vector<Tables>& parties) {
  Scenario out;
  out.name = "by hand";
  for (std::size_t i = 0; i < parties[0].size(); ++i)
    out.issues.push_back(issue(std::string(1, static_cast<char>('a' + i)), parties[0][i].size()));
  for (std::size_t p = 0; p < parties.size(); ++p)
    out.profiles.push_back(additive(std::string(1, static_cast<char>('A' + p)), parties[p]));
  return out;
}

inline Combination takes(std::vector<Combination::Term> terms) { return {std::move(terms)}; }

// ---- looking at every package

inline void for_each_package(const Scenario& scenario,
                             const std::function<void(const Package&)>& look) {
  Package package(scenario.issues.size(), 0);
  while (true) {
    look(package);
    std::size_t i = package.size();
    while (i > 0 && ++package[i - 1] == scenario.issues[i - 1].count()) package[--i] = 0;
    if (i == 0) return;
  }
}

inline std::vector<double> utilities(const Scenario& scenario, const Package& package) {
  std::vector<double> out;
  for (const Profile& profile : scenario.profiles)
    out.push_back(utility(profile, scenario.issues, package));
  return out;
}

inline bool linked(const Scenario& scenario, const Package& package) {
  return std::any_of(scenario.links.begin(), scenario.links.end(),
                     [&](const Link& link) { return holds(link.never, package); });
}

inline bool crosses(const Profile& profile, const Package& package) {
  return std::any_of(profile.red_lines.begin(), profile.red_lines.end(),
                     [&](const RedLine& line) { return holds(line.never, package); });
}

inline bool rational(const Scenario& scenario, const Package& package) {
  if (linked(scenario, package)) return false;
  const auto worth = utilities(scenario, package);
  for (std::size_t p = 0; p < worth.size(); ++p) {
    const Profile& profile = scenario.profiles[p];
    if (crosses(profile, package) ||
        (profile.reservation && worth[p] < profile.reservation->low - 1e-9))
      return false;
  }
  return true;
}

struct Looked {
  std::size_t rational = 0;
  std::vector<Interval> ranges;
  std::multiset<std::vector<double>> frontier;  // each vector once for each package that has it
};

inline bool dominates(const std::vector<double>& a, const std::vector<double>& b) {
  bool more = false;
  for (std::size_t p = 0; p < a.size(); ++p) {
    if (a[p] < b[p] - 1e-9) return false;
    more |= a[p] > b[p] + 1e-9;
  }
  return more;
}

inline Looked look_at_all(const Scenario& scenario) {
  Looked out;
  std::vector<std::vector<double>> all;
  for_each_package(scenario, [&](const Package& package) {
    if (linked(scenario, package)) return;
    const auto worth = utilities(scenario, package);
    out.ranges.resize(worth.size(), Interval(1e9, -1e9));
    for (std::size_t p = 0; p < worth.size(); ++p)
      out.ranges[p] = {std::min(out.ranges[p].low, worth[p]),
                       std::max(out.ranges[p].high, worth[p])};
    if (rational(scenario, package)) all.push_back(worth);
  });
  out.rational = all.size();
  for (const auto& one : all)
    if (std::none_of(all.begin(), all.end(),
                     [&](const auto& other) { return dominates(other, one); }))
      out.frontier.insert(one);
  return out;
}

// ---- by chance, with whole numbers so that equal is equal

inline std::size_t draw(std::size_t least, std::size_t most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(least, most + 1));
}  // all alike

inline Combination any_condition(const Scenario& scenario, std::size_t terms) {
  std::set<std::size_t> issues;
  const std::size_t first = draw(0, scenario.issues.size() - 1);
  for (std::size_t i = 0; i < terms; ++i) issues.insert((first + i) % scenario.issues.size());
  Combination out;
  for (const std::size_t i : issues) {
    std::set<std::uint32_t> options{
        static_cast<std::uint32_t>(draw(0, scenario.issues[i].count() - 1))};
    if (draw(0, 1))
      options.insert(static_cast<std::uint32_t>(draw(0, scenario.issues[i].count() - 1)));
    out.all.push_back({i, {options.begin(), options.end()}});
  }
  return out;
}

inline Scenario any_additive(std::size_t most_parties = 5) {
  const std::size_t parties = draw(1, most_parties), issues = draw(1, 4);
  std::vector<std::size_t> counts;
  for (std::size_t i = 0; i < issues; ++i) counts.push_back(draw(1, 5));
  std::vector<Tables> tables(parties, Tables(issues));
  for (Tables& table : tables)
    for (std::size_t i = 0; i < issues; ++i)
      for (std::size_t option = 0; option < counts[i]; ++option)
        table[i].push_back(static_cast<double>(draw(0, 6)));
  return scenario(tables);
}

inline Scenario with_limits(Scenario out) {
  for (Profile& profile : out.profiles) {
    if (draw(0, 1)) profile.reservation = Interval(static_cast<double>(draw(0, 9)));
    if (draw(0, 3) == 0)
      profile.red_lines.push_back({"a red line", any_condition(out, draw(1, 2))});
  }
  if (draw(0, 2) == 0) out.links.push_back({"a link", any_condition(out, 2)});
  return out;
}

inline Box any_box(const Scenario& scenario) {
  Box box{static_cast<double>(draw(1, 9)), static_cast<double>(draw(1, 2)), {}, {}};
  if (draw(0, 3) == 0) box.utility = -box.utility;
  for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
    if (draw(0, 1) == 0) continue;
    const auto low = static_cast<double>(draw(0, scenario.issues[i].count() - 1));
    (draw(0, 2) == 0 ? box.excludes : box.includes)
        .push_back({i, low, low + static_cast<double>(draw(0, 2))});
  }
  return box;
}

inline BoxGroup any_group(const Scenario& scenario, std::size_t depth) {
  BoxGroup group;
  group.aggregation = static_cast<Aggregation>(draw(0, 2));
  group.weight = static_cast<double>(draw(1, 3));
  for (std::size_t i = draw(0, 4); i > 0; --i) group.boxes.push_back(any_box(scenario));
  if (depth > 0 && draw(0, 1)) group.groups.push_back(any_group(scenario, depth - 1));
  return group;
}

inline Scenario any_with_boxes() {
  Scenario out = any_additive(3);
  for (Profile& profile : out.profiles)
    if (draw(0, 2) > 0) profile.utility = Boxes{any_group(out, 2), 1};
  return out;
}

// Only sums of boxes, and more of them.
inline Scenario any_with_summed_boxes() {
  Scenario out = any_additive(3);
  for (Profile& profile : out.profiles) {
    BoxGroup group;
    for (std::size_t i = draw(0, 9); i > 0; --i) group.boxes.push_back(any_box(out));
    if (draw(0, 3) > 0) profile.utility = Boxes{group, 1};
  }
  return out;
}

}  // namespace entente::kit
