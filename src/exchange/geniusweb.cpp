// SPDX-License-Identifier: Apache-2.0
#include "exchange/geniusweb.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "exchange/nesting.h"
#include "exchange/xml.h"

namespace entente::exchange {
namespace {

using SpaceJson = nlohmann::ordered_json;  // the order of the issues counts

constexpr int deepest_space = 32;

// ---- finding one's way in a file

struct SpaceFile {
  std::string name;
  SpaceJson json;
};

[[noreturn]] void refuse_space(const std::string& file, const std::string& what) {
  throw Failed({FailureKind::bad_input, file + ": " + what,
                "Correct the file, or leave it out of the folder"});
}

SpaceJson parsed_space(const FileBytes& file) {
  if (nested_deeper(file.bytes, deepest_space))
    refuse_space(file.name, fmt::format("it is nested more than {} deep", deepest_space));
  SpaceJson json = SpaceJson::parse(file.bytes, nullptr, false);
  if (json.is_discarded()) refuse_space(file.name, "it is no JSON");
  return json;
}

const SpaceJson& space_member(const SpaceFile& file, const SpaceJson& json, const char* key) {
  if (!json.is_object() || !json.contains(key))
    refuse_space(file.name, fmt::format("'{}' is missing", key));
  return json.at(key);
}

// Numbers are also written as strings.
double space_number(const SpaceFile& file, const SpaceJson& json, const std::string& what) {
  const auto value = json.is_string()   ? finite_number(json.get_ref<const std::string&>())
                     : json.is_number() ? std::optional(json.get<double>())
                                        : std::nullopt;
  if (!value || !std::isfinite(*value)) refuse_space(file.name, what + " is no finite number");
  return *value;
}

std::string space_text(const SpaceJson& json) {
  return json.is_string() ? json.get<std::string>()
                          : json.dump(-1, ' ', false, SpaceJson::error_handler_t::replace);
}

// ---- domain

ScenarioIssue space_list(const SpaceFile& file, const std::string& name, const SpaceJson& values,
                         std::vector<std::string>& repairs) {
  std::vector<std::string> options;
  std::set<std::string> seen;
  for (const SpaceJson& value : values) {
    const std::string option = space_text(value);
    if (seen.insert(option).second)
      options.push_back(option);
    else
      repairs.push_back(
          fmt::format("{}: issue '{}' lists '{}' twice: taken once", file.name, name, option));
  }
  if (options.empty()) refuse_space(file.name, fmt::format("issue '{}' has no values", name));
  return {name, std::move(options)};
}

// By how many steps a number may miss its place, written in decimals and read as a double.
double slack(double low, double high, double step) {
  const double most = std::max(std::abs(low), std::abs(high));
  return std::max(1e-9, 4 * std::numeric_limits<double>::epsilon() * most / step);
}

ScenarioIssue space_range(const SpaceFile& file, const std::string& name, const SpaceJson& range) {
  if (!range.is_array() || range.size() != 3)
    refuse_space(file.name,
                 fmt::format("the range of issue '{}' is not [lowest, highest, step]", name));
  const auto part = [&](std::size_t i) {
    return space_number(file, range[i], fmt::format("the range of issue '{}'", name));
  };
  const double low = part(0), high = part(1), step = part(2);
  if (!(step > 0) || high < low)
    refuse_space(file.name, fmt::format("the range of issue '{}' holds no steps", name));
  if ((high - low) / step > 4e9)
    refuse_space(file.name, fmt::format("the range of issue '{}' holds too many steps", name));
  const auto count =
      static_cast<std::uint64_t>(std::floor((high - low) / step + slack(low, high, step))) + 1;
  return {name, Ladder{low, step, count, low == std::floor(low) && step == std::floor(step)}};
}

Scenario space_domain(const SpaceFile& file, std::vector<std::string>& repairs) {
  Scenario scenario;
  scenario.name = file.json.contains("name") && file.json["name"].is_string()
                      ? file.json["name"].get<std::string>()
                      : file.name;
  const SpaceJson& issues = space_member(file, file.json, "issuesValues");
  if (!issues.is_object() || issues.empty()) refuse_space(file.name, "the domain has no issues");
  if (issues.size() > most_scenario_issues)
    refuse_space(file.name,
                 fmt::format("the domain has more than {} issues", most_scenario_issues));
  for (const auto& [name, values] : issues.items()) {
    if (values.is_object() && values.contains("values") && values["values"].is_array())
      scenario.issues.push_back(space_list(file, name, values["values"], repairs));
    else
      scenario.issues.push_back(space_range(file, name, space_member(file, values, "range")));
  }
  return scenario;
}

// ---- profiles

// Where an option of that name stands; numbers by their value, however they are written.
class OptionPlaces {
 public:
  explicit OptionPlaces(const ScenarioIssue& issue) : ladder_(std::get_if<Ladder>(&issue.options)) {
    if (!ladder_)
      for (std::uint64_t i = 0; i < issue.count(); ++i) places_.emplace(issue.option(i), i);
  }

  std::optional<std::uint64_t> of(const std::string& name) const {
    if (ladder_) return step_at(finite_number(name));
    const auto found = places_.find(name);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::optional<std::uint64_t> step_at(std::optional<double> number) const {
    if (!number) return std::nullopt;
    const double steps = (*number - ladder_->lowest) / ladder_->step, place = std::round(steps);
    const bool on_it = place >= 0 && place < static_cast<double>(ladder_->count) &&
                       std::abs(steps - place) <= slack(ladder_->lowest, *number, ladder_->step);
    return on_it ? std::optional(static_cast<std::uint64_t>(place)) : std::nullopt;
  }

  const Ladder* ladder_;
  std::map<std::string, std::uint64_t, std::less<>> places_;
};

class SpaceReader {
 public:
  SpaceReader(const SpaceFile& file, const Scenario& domain, std::vector<std::string>& repairs)
      : file_(file),
        space_(file.json["LinearAdditiveUtilitySpace"]),
        domain_(domain),
        repairs_(repairs) {}

  Profile read() {
    Additive sum;
    for (const ScenarioIssue& issue : domain_.issues) sum.issues.push_back(issue_value(issue));
    Profile profile;
    profile.party = std::filesystem::path(file_.name).stem().string();
    profile.utility = std::move(sum);
    profile.reservation = reservation(profile);
    if (space_.contains("discount_factor")) profile.discount = discount();
    tell_of_domain();
    tell_of_scale(std::get<Additive>(profile.utility));
    return profile;
  }

 private:
  void repaired(const std::string& what) { repairs_.push_back(file_.name + ": " + what); }

  std::optional<double> discount() {
    const double factor = space_number(file_, space_["discount_factor"], "the discount factor");
    if (factor > 0 && factor <= 1) return factor;
    repaired(fmt::format("the discount factor {} is outside 0..1: taken as 1", factor));
    return std::nullopt;
  }

  // A profile brings its domain along.
  void tell_of_domain() {
    const auto own = space_.find("domain");
    if (own == space_.end() || !own->is_object() || !own->contains("issuesValues")) return;
    const SpaceJson& issues = own->at("issuesValues");
    const auto known = [&](const std::string& name) {
      return std::any_of(domain_.issues.begin(), domain_.issues.end(),
                         [&](const ScenarioIssue& issue) { return issue.name == name; });
    };
    if (!issues.is_object()) return;
    for (const auto& [name, values] : issues.items())
      if (!known(name))
        repaired(
            fmt::format("issue '{}' of its own domain is not in the folder's: left out", name));
  }

  // GeniusWeb takes no such profiles.
  void tell_of_scale(const Additive& sum) {
    double weights = 0;
    for (const IssueValue& value : sum.issues) weights += value.weight.low;
    if (std::abs(weights - 1) > 1e-3)
      repaired(fmt::format("the weights add up to {:.4g}, not to 1: taken as they stand", weights));
  }

  const SpaceJson* find(const char* part, const std::string& issue) const {
    const SpaceJson& all = space_member(file_, space_, part);
    return all.is_object() && all.contains(issue) ? &all.at(issue) : nullptr;
  }

  IssueValue issue_value(const ScenarioIssue& issue) {
    const SpaceJson* utilities = find("issueUtilities", issue.name);
    const SpaceJson* weight = find("issueWeights", issue.name);
    if (!utilities || !weight) {
      repaired(fmt::format("issue '{}' has no {}: it counts nothing for this party", issue.name,
                           utilities ? "weight" : "utilities"));
      return {0, Affine{0, 0}, false};
    }
    IssueValue value;
    value.weight =
        space_number(file_, *weight, fmt::format("the weight of issue '{}'", issue.name));
    if (value.weight.low < 0)
      repaired(fmt::format("the weight of issue '{}' is negative: taken as it stands", issue.name));
    if (utilities->is_object() && utilities->contains("numberutils"))
      value.evaluator = line(issue, utilities->at("numberutils"));
    else
      value.evaluator = table(
          issue,
          space_member(file_, space_member(file_, *utilities, "discreteutils"), "valueUtilities"));
    return value;
  }

  OptionTable table(const ScenarioIssue& issue, const SpaceJson& utilities) {
    if (issue.count() > 1'000'000)
      refuse_space(file_.name, fmt::format("issue '{}' lists values for a range of {} numbers",
                                           issue.name, issue.count()));
    OptionTable out{std::vector<Interval>(issue.count(), Interval(0))};
    std::vector<bool> given(issue.count());
    if (!utilities.is_object())
      refuse_space(file_.name, fmt::format("the values of issue '{}' are no object", issue.name));
    const OptionPlaces places(issue);
    for (const auto& [name, worth] : utilities.items()) {
      const auto option = places.of(name);
      if (!option)
        repaired(
            fmt::format("issue '{}' has no option '{}' in the domain: left out", issue.name, name));
      if (!option) continue;
      if (given[*option])
        repaired(
            fmt::format("issue '{}' values '{}' twice: the last one counts", issue.name, name));
      out.values[*option] = space_number(file_, worth, fmt::format("what '{}' is worth", name));
      given[*option] = true;
    }
    for (std::uint64_t i = 0; i < issue.count(); ++i)
      if (!given[i])
        repaired(
            fmt::format("issue '{}' does not value '{}': taken as 0", issue.name, issue.option(i)));
    return out;
  }

  // From a utility at one end to another one at the other end.
  Affine line(const ScenarioIssue& issue, const SpaceJson& ends) {
    if (!std::holds_alternative<Ladder>(issue.options))
      refuse_space(
          file_.name,
          fmt::format("issue '{}' is a list of values but is valued as numbers", issue.name));
    const auto part = [&](const char* key) {
      return space_number(file_, space_member(file_, ends, key),
                          fmt::format("{} of issue '{}'", key, issue.name));
    };
    const double low = part("lowValue"), high = part("highValue");
    if (low == high) return {0, part("lowUtility")};
    const double slope = (part("highUtility") - part("lowUtility")) / (high - low);
    return {slope, part("lowUtility") - slope * low};
  }

  std::optional<Interval> reservation(const Profile& profile) {
    if (space_.contains("reserved_value") && !space_["reserved_value"].is_null())
      return Interval(space_number(file_, space_["reserved_value"], "the reserved value"));
    if (!space_.contains("reservationBid") || space_["reservationBid"].is_null())
      return std::nullopt;
    const SpaceJson& bid = space_member(file_, space_["reservationBid"], "issuevalues");
    const auto& issues = std::get<Additive>(profile.utility).issues;
    double total = 0;
    for (std::size_t i = 0; i < issues.size(); ++i)
      if (const auto option = option_in(bid, domain_.issues[i]))
        total += worth(issues[i], domain_.issues[i], *option);
    return Interval(total);
  }

  // GeniusWeb values what a bid leaves open at 0.
  std::optional<std::uint64_t> option_in(const SpaceJson& bid, const ScenarioIssue& issue) {
    if (bid.is_object() && bid.contains(issue.name))
      if (const auto option = OptionPlaces(issue).of(space_text(bid.at(issue.name)))) return option;
    repaired(fmt::format("the reservation bid says nothing valid on issue '{}': counted as 0",
                         issue.name));
    return std::nullopt;
  }

  const SpaceFile& file_;
  const SpaceJson& space_;
  const Scenario& domain_;
  std::vector<std::string>& repairs_;
};

ReadScenario read_folder_of_json(const std::vector<FileBytes>& files) {
  ReadScenario out;
  std::vector<SpaceFile> domains, spaces;
  for (const FileBytes& file : files) {
    if (!file.name.ends_with(".json")) {
      out.repairs.push_back(file.name + ": passed over, neither a domain nor a profile");
      continue;
    }
    SpaceFile space{file.name, parsed_space(file)};
    if (space.json.is_object() && space.json.contains("issuesValues"))
      domains.push_back(std::move(space));
    else if (space.json.is_object() && space.json.contains("LinearAdditiveUtilitySpace"))
      spaces.push_back(std::move(space));
    else
      out.repairs.push_back(file.name + ": passed over, neither a domain nor a profile");
  }
  if (domains.size() != 1)
    throw Failed(
        {FailureKind::bad_input,
         fmt::format("The folder holds {} GeniusWeb domains (key issuesValues), and one is needed",
                     domains.size()),
         "Put one domain beside its profiles"});
  if (spaces.empty())
    throw Failed({FailureKind::bad_input,
                  "The folder holds no GeniusWeb profile (key LinearAdditiveUtilitySpace)",
                  "Put the profiles beside their domain"});
  out.scenario = space_domain(domains.front(), out.repairs);
  std::vector<Profile> profiles;
  for (const SpaceFile& space : spaces)
    profiles.push_back(SpaceReader(space, out.scenario, out.repairs).read());
  out.scenario.profiles = std::move(profiles);
  return out;
}

}  // namespace

Result<ReadScenario> read_geniusweb(const std::vector<FileBytes>& files, Semantics) try {
  return read_folder_of_json(files);
} catch (const Failed& failed) {
  return tl::unexpected(failed.failure());
}

}  // namespace entente::exchange
