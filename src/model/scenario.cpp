// SPDX-License-Identifier: Apache-2.0
#include "model/scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace entente {
namespace {

template <class... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};

double triangle(const Triangular& shape, double x) {
  if (x == shape.top) return shape.height;
  if (x <= shape.start || x >= shape.end) return 0;
  return shape.height * (x < shape.top ? (x - shape.start) / (shape.top - shape.start)
                                       : (shape.end - x) / (shape.end - shape.top));
}

double evaluate(const Evaluator& evaluator, double x, std::uint64_t option, Reading reading) {
  return std::visit(
      Match{[&](const OptionTable& table) { return at(table.values[option], reading); },
            [&](const Affine& line) {
              return at(line.slope, reading) * x + at(line.offset, reading);
            },
            [&](const Quadratic& curve) {
              return (at(curve.square, reading) * x + at(curve.slope, reading)) * x +
                     at(curve.offset, reading);
            },
            [&](const Triangular& shape) { return triangle(shape, x); }},
      evaluator);
}

bool inside(const Bounds& bounds, const std::vector<ScenarioIssue>& issues,
            const Package& package) {
  const double x = issues[bounds.issue].number(package[bounds.issue]);
  return bounds.low <= x && x <= bounds.high;
}

double pays(const Box& box, const std::vector<ScenarioIssue>& issues, const Package& package) {
  const auto within = [&](const Bounds& bounds) { return inside(bounds, issues, package); };
  const bool outside =
      box.excludes.empty() || !std::all_of(box.excludes.begin(), box.excludes.end(), within);
  const bool paid = outside && std::all_of(box.includes.begin(), box.includes.end(), within);
  return paid ? box.weight * box.utility : 0;
}

double joined(Aggregation how, double so_far, double next) {
  return how == Aggregation::sum     ? so_far + next
         : how == Aggregation::least ? std::min(so_far, next)
                                     : std::max(so_far, next);
}

double pays(const BoxGroup& group, const std::vector<ScenarioIssue>& issues,
            const Package& package) {
  std::optional<double> total;
  const auto add = [&](double paid) {
    total = total ? joined(group.aggregation, *total, paid) : paid;
  };
  for (const Box& box : group.boxes) add(pays(box, issues, package));
  for (const BoxGroup& inner : group.groups) add(pays(inner, issues, package));
  return group.weight * total.value_or(0);
}

double sum(const Additive& additive, const std::vector<ScenarioIssue>& issues,
           const Package& package, Reading reading) {
  double total = at(additive.constant, reading);
  for (std::size_t i = 0; i < issues.size(); ++i)
    total += worth(additive.issues[i], issues[i], package[i], reading);
  return total;
}

}  // namespace

double at(Interval value, Reading reading) {
  if (value.exact()) return value.low;
  if (reading == Reading::middle) return value.low / 2 + value.high / 2;
  return reading == Reading::lowest ? value.low : value.high;
}

std::uint64_t ScenarioIssue::count() const {
  return std::visit(
      Match{[](const std::vector<std::string>& names) -> std::uint64_t { return names.size(); },
            [](const Ladder& ladder) { return ladder.count; }},
      options);
}

std::string ScenarioIssue::option(std::uint64_t index) const {
  return std::visit(Match{[&](const std::vector<std::string>& names) { return names[index]; },
                          [&](const Ladder& ladder) {
                            return ladder.whole ? fmt::format("{:.0f}", number(index))
                                                : fmt::format("{:.12g}", number(index));
                          }},
                    options);
}

double ScenarioIssue::number(std::uint64_t index) const {
  const auto* ladder = std::get_if<Ladder>(&options);
  const auto x = static_cast<double>(index);
  return ladder ? ladder->lowest + ladder->step * x : x;
}

Natural Scenario::packages() const {
  Natural product = 1;
  for (const ScenarioIssue& issue : issues) product *= issue.count();
  return product;
}

bool holds(const Combination& condition, const Package& package) {
  return std::all_of(
      condition.all.begin(), condition.all.end(), [&](const Combination::Term& term) {
        return std::find(term.options.begin(), term.options.end(), package[term.issue]) !=
               term.options.end();
      });
}

Combination in_order(const Combination& condition) {
  std::map<std::size_t, std::set<std::uint32_t>> terms;
  for (const Combination::Term& term : condition.all) {
    const std::set<std::uint32_t> options(term.options.begin(), term.options.end());
    const auto [held, first] = terms.try_emplace(term.issue, options);
    if (!first) std::erase_if(held->second, [&](auto option) { return !options.contains(option); });
  }
  Combination out;
  for (const auto& [issue, options] : terms)
    out.all.push_back({issue, {options.begin(), options.end()}});
  return out;
}

double worth(const IssueValue& value, const ScenarioIssue& issue, std::uint64_t option,
             Reading reading) {
  const double raw = evaluate(value.evaluator, issue.number(option), option, reading);
  return at(value.weight, reading) * (value.clamped ? std::clamp(raw, 0.0, 1.0) : raw);
}

double utility(const Profile& profile, const std::vector<ScenarioIssue>& issues,
               const Package& package, Reading reading) {
  const double raw = std::visit(
      Match{[&](const Additive& additive) { return sum(additive, issues, package, reading); },
            [&](const Boxes& boxes) { return pays(boxes.group, issues, package) / boxes.divisor; }},
      profile.utility);
  return profile.ceiling ? std::min(raw, *profile.ceiling) : raw;
}

}  // namespace entente
