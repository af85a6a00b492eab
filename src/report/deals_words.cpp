// SPDX-License-Identifier: Apache-2.0
#include "report/deals_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "report/visible.h"

namespace entente::report {

std::string grouped(std::string digits) {
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string many(std::uint64_t count, const char* one, const char* more) {
  return fmt::format("{} {}", grouped(std::to_string(count)), count == 1 ? one : more);
}

std::string worth_text(double value) { return fmt::format("{:.3f}", value + 0.0); }

std::string worth_text(Interval value) {
  return value.exact() ? worth_text(value.low)
                       : worth_text(value.low) + " to " + worth_text(value.high);
}

std::string gain_text(double value, Interval bounds) {
  const auto signed_text = [](double one) {
    return std::abs(one) < 0.0005 ? std::string("0") : fmt::format("{:+.3f}", one);
  };
  return bounds.high - bounds.low < 0.0005
             ? signed_text(value)
             : fmt::format("{} ({} to {})", signed_text(value), signed_text(bounds.low),
                           signed_text(bounds.high));
}

std::string percent(double share) {
  return share < 0.001                ? "less than 0.1 %"
         : share > 0.999 && share < 1 ? "more than 99.9 %"
                                      : fmt::format("{:.1f} %", share * 100);
}

std::string party_text(const Scenario& scenario, std::size_t party) {
  return visible(scenario.profiles[party].party);
}
std::string issue_text(const Scenario& scenario, std::size_t issue) {
  return visible(scenario.issues[issue].name);
}

std::string all_parties(const Scenario& scenario) {
  return scenario.profiles.size() == 2 ? "both parties"
                                       : fmt::format("all {} parties", scenario.profiles.size());
}

std::string package_text(const Scenario& scenario, const Package& package) {
  std::vector<std::string> options;
  for (std::size_t i = 0; i < package.size(); ++i)
    options.push_back(fmt::format("{}: {}", issue_text(scenario, i),
                                  visible(scenario.issues[i].option(package[i]))));
  return fmt::format("{}", fmt::join(options, "; "));
}

std::string change_text(const Scenario& scenario, const IssueChange& change) {
  const ScenarioIssue& issue = scenario.issues[change.issue];
  return fmt::format("{} ({} instead of {})", visible(issue.name), visible(issue.option(change.to)),
                     visible(issue.option(change.from)));
}

std::string changes_text(const Scenario& scenario, const std::vector<IssueChange>& changes) {
  std::vector<std::string> out;
  for (const IssueChange& change : changes) out.push_back(change_text(scenario, change));
  return fmt::format("{}", fmt::join(out, " and "));
}

std::string unknown_text(const Scenario& scenario, const Unknown& unknown) {
  const std::string party = party_text(scenario, unknown.party);
  if (!unknown.issue) return "the reservation value of " + party;
  const std::string issue = issue_text(scenario, *unknown.issue);
  if (!unknown.option) return fmt::format("how much {} weighs for {}", issue, party);
  return fmt::format("what '{}: {}' is worth to {}", issue,
                     visible(scenario.issues[*unknown.issue].option(*unknown.option)), party);
}

const PackageCertainty* looked_at(const Deals& deals, const Package& package) {
  if (!deals.certainty) return nullptr;
  const auto& all = deals.certainty->packages;
  const auto found = std::lower_bound(
      all.begin(), all.end(), package,
      [](const PackageCertainty& one, const Package& wanted) { return one.package < wanted; });
  return found != all.end() && found->package == package ? &*found : nullptr;
}

const char* deal_text(Certainty deal) {
  switch (deal) {
    case Certainty::all:
      return "there is a deal in all readings";
    case Certainty::some:
      return "there is a deal in some readings, not in all";
    case Certainty::none:
      return "there is no deal in any reading";
    case Certainty::open:
      break;
  }
  return "whether there is a deal is not decided";
}

std::vector<PositionId> evidence_for(const ScenarioFile& file, std::size_t party,
                                     const IssueChange& change) {
  std::vector<PositionId> out;
  for (const ScenarioBasis& basis : file.bases) {
    if (basis.party != party || basis.issue != change.issue) continue;
    if (basis.option && *basis.option != change.from && *basis.option != change.to) continue;
    for (const PositionId id : basis.evidence)
      if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
  }
  return out;
}

}  // namespace entente::report
