// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/readings.h"

#include <algorithm>
#include <cmath>

#include "analyze/deals/payoffs.h"

namespace entente::analyze {

Interval times(Interval a, Interval b) {
  const auto [low, high] =
      std::minmax({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
  return {low, high};
}

namespace {

Interval plus(Interval a, Interval b) { return {a.low + b.low, a.high + b.high}; }
Interval minus(Interval a, Interval b) { return {a.low - b.high, a.high - b.low}; }

Interval capped(Interval value, std::optional<double> ceiling) {
  return ceiling ? Interval(std::min(value.low, *ceiling), std::min(value.high, *ceiling)) : value;
}

Interval value_of(const IssueValue& value, const ScenarioIssue& issue, std::uint64_t option) {
  const double x = issue.number(option);
  Interval raw;
  if (const auto* table = std::get_if<OptionTable>(&value.evaluator)) {
    raw = table->values[option];
  } else if (const auto* line = std::get_if<Affine>(&value.evaluator)) {
    raw = plus(times(line->slope, x), line->offset);
  } else if (const auto* curve = std::get_if<Quadratic>(&value.evaluator)) {
    raw = plus(plus(times(curve->square, x * x), times(curve->slope, x)), curve->offset);
  } else {
    IssueValue alone = value;
    alone.weight = 1;
    raw = worth(alone, issue, option);
  }
  return value.clamped ? Interval(std::clamp(raw.low, 0.0, 1.0), std::clamp(raw.high, 0.0, 1.0))
                       : raw;
}

bool exact(const Evaluator& evaluator) {
  if (const auto* table = std::get_if<OptionTable>(&evaluator))
    return std::all_of(table->values.begin(), table->values.end(),
                       [](Interval value) { return value.exact(); });
  if (const auto* line = std::get_if<Affine>(&evaluator))
    return line->slope.exact() && line->offset.exact();
  if (const auto* curve = std::get_if<Quadratic>(&evaluator))
    return curve->square.exact() && curve->slope.exact() && curve->offset.exact();
  return true;
}

bool exact_utility(const Profile& profile) {
  const auto* sum = std::get_if<Additive>(&profile.utility);
  return !sum || (sum->constant.exact() &&
                  std::all_of(sum->issues.begin(), sum->issues.end(), [](const IssueValue& one) {
                    return one.weight.exact() && exact(one.evaluator);
                  }));
}

Interval around(const std::vector<Interval>& values) {
  Interval out = values.front();
  for (const Interval value : values)
    out = {std::min(out.low, value.low), std::max(out.high, value.high)};
  return out;
}

}  // namespace

bool uncertain(const Scenario& scenario) {
  return std::any_of(scenario.profiles.begin(), scenario.profiles.end(), [](const Profile& one) {
    return !exact_utility(one) || (one.reservation && !one.reservation->exact());
  });
}

Readings::Readings(const Scenario& scenario) : scenario_(scenario) {
  for (const Profile& profile : scenario.profiles) parties_.push_back(party_of(profile));
}

Readings::Party Readings::party_of(const Profile& profile) const {
  Party out;
  out.exact = exact_utility(profile);
  const auto* sum = std::get_if<Additive>(&profile.utility);
  out.separable = sum != nullptr;
  if (!sum) return out;  // of boxes equal is equal
  out.constant = sum->constant;
  Interval span = sum->constant;
  for (std::size_t i = 0; i < scenario_.issues.size(); ++i) {
    out.weights.push_back(sum->issues[i].weight);
    auto& values = out.values.emplace_back();
    for (std::uint64_t option = 0; option < scenario_.issues[i].count(); ++option)
      values.push_back(value_of(sum->issues[i], scenario_.issues[i], option));
    span = plus(span, times(out.weights.back(), around(values)));
  }
  out.separable = !profile.ceiling || span.high <= *profile.ceiling;
  out.hair = tolerance * (span.high - span.low);
  return out;
}

Interval Readings::weight(std::size_t party, std::size_t issue) const {
  return parties_[party].weights[issue];
}
Interval Readings::value(std::size_t party, std::size_t issue, std::uint32_t option) const {
  return parties_[party].values[issue][option];
}

Interval Readings::sum(const Party& party, const Package& package) const {
  Interval total = party.constant;
  for (std::size_t i = 0; i < package.size(); ++i)
    total = plus(total, times(party.weights[i], party.values[i][package[i]]));
  return total;
}

Interval Readings::worth(std::size_t party, const Package& package) const {
  const Profile& profile = scenario_.profiles[party];
  if (parties_[party].exact) return utility(profile, scenario_.issues, package);
  return capped(sum(parties_[party], package), profile.ceiling);
}

Interval Readings::difference(std::size_t party, std::size_t issue, std::uint32_t to,
                              std::uint32_t from) const {
  if (to == from) return 0;
  const Party& of = parties_[party];
  return times(of.weights[issue], minus(of.values[issue][to], of.values[issue][from]));
}

Interval Readings::difference(std::size_t party, const Package& to, const Package& from) const {
  if (to == from) return 0;
  if (!separable(party)) return minus(worth(party, to), worth(party, from));
  Interval total = 0;
  for (std::size_t i = 0; i < to.size(); ++i)
    total = plus(total, difference(party, i, to[i], from[i]));
  return total;
}

bool Readings::allowed(const Package& package) const {
  const auto holds_not = [&](const auto& limit) { return !holds(limit.never, package); };
  return std::all_of(scenario_.links.begin(), scenario_.links.end(), holds_not) &&
         std::all_of(scenario_.profiles.begin(), scenario_.profiles.end(), [&](const Profile& one) {
           return std::all_of(one.red_lines.begin(), one.red_lines.end(), holds_not);
         });
}

Certainty Readings::acceptable(std::size_t party, const Package& package) const {
  const Profile& profile = scenario_.profiles[party];
  for (const RedLine& line : profile.red_lines)
    if (holds(line.never, package)) return Certainty::none;
  if (!profile.reservation) return Certainty::all;
  const Interval worth_of = worth(party, package);
  const double slack = hair(party);
  if (worth_of.low >= profile.reservation->high - slack) return Certainty::all;
  return worth_of.high >= profile.reservation->low - slack ? Certainty::some : Certainty::none;
}

Certainty Readings::acceptable(const Package& package) const {
  if (!allowed(package)) return Certainty::none;
  Certainty out = Certainty::all;
  for (std::size_t p = 0; p < parties(); ++p) {
    const Certainty one = acceptable(p, package);
    if (one == Certainty::none) return one;
    if (one == Certainty::some) out = one;
  }
  return out;
}

Scenario Readings::extreme(bool high) const {
  Scenario out = scenario_;
  for (std::size_t p = 0; p < parties(); ++p) {
    Profile& profile = out.profiles[p];
    if (profile.reservation)
      profile.reservation = high ? profile.reservation->low : profile.reservation->high;
    if (parties_[p].exact) continue;
    Additive sum;
    sum.constant = high ? parties_[p].constant.high : parties_[p].constant.low;
    for (std::size_t i = 0; i < parties_[p].weights.size(); ++i) {
      OptionTable table;
      for (const Interval value : parties_[p].values[i]) {
        const Interval pays = times(parties_[p].weights[i], value);
        table.values.push_back(high ? pays.high : pays.low);
      }
      sum.issues.push_back({1, std::move(table), false});
    }
    profile.utility = std::move(sum);
  }
  return out;
}

Scenario Readings::worst() const { return extreme(false); }
Scenario Readings::best() const { return extreme(true); }

}  // namespace entente::analyze
