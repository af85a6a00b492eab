// SPDX-License-Identifier: Apache-2.0
#include "exchange/geniusweb.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

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
  for (const SpaceJson& value : values) {
    const std::string option = space_text(value);
    if (std::find(options.begin(), options.end(), option) == options.end())
      options.push_back(option);
    else
      repairs.push_back(
          fmt::format("{}: issue '{}' lists '{}' twice: taken once", file.name, name, option));
  }
  if (options.empty()) refuse_space(file.name, fmt::format("issue '{}' has no values", name));
  return {name, std::move(options)};
}

ScenarioIssue space_range(const SpaceFile& file, const std::string& name, const SpaceJson& range) {
  if (!range.is_array() || range.size() != 3)
    refuse_space(file.name,
                 fmt::format("the range of issue '{}' is not [lowest, highest, step]", name));
  const auto part = [&](std::size_t i) {
    return space_number(file, range[i], fmt::format("the range of issue '{}'", name));
  };
  const double low = part(0), high = part(1), step = part(2);
  if (!(step > 0) || high < low || (high - low) / step > 4e9)
    refuse_space(file.name, fmt::format("the range of issue '{}' holds no steps", name));
  const auto count = static_cast<std::uint64_t>(std::floor((high - low) / step + 1e-9)) + 1;
  return {name, Ladder{low, step, count, low == std::floor(low) && step == std::floor(step)}};
}

Scenario space_domain(const SpaceFile& file, std::vector<std::string>& repairs) {
  Scenario scenario;
  scenario.name = file.json.contains("name") && file.json["name"].is_string()
                      ? file.json["name"].get<std::string>()
                      : file.name;
  const SpaceJson& issues = space_member(file, file.json, "issuesValues");
  if (!issues.is_object() || issues.empty()) refuse_space(file.name, "the domain has no issues");
  for (const auto& [name, values] : issues.items()) {
    if (values.is_object() && values.contains("values") && values["values"].is_array())
      scenario.issues.push_back(space_list(file, name, values["values"], repairs));
    else
      scenario.issues.push_back(space_range(file, name, space_member(file, values, "range")));
  }
  return scenario;
}

// ---- profiles

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
    if (space_.contains("discount_factor"))
      profile.discount = space_number(file_, space_["discount_factor"], "the discount factor");
    return profile;
  }

 private:
  void repaired(const std::string& what) { repairs_.push_back(file_.name + ": " + what); }

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
    OptionTable out;
    for (std::uint64_t i = 0; i < issue.count(); ++i) {
      const std::string option = issue.option(i);
      const bool there = utilities.is_object() && utilities.contains(option);
      if (!there)
        repaired(fmt::format("issue '{}' does not value '{}': taken as 0", issue.name, option));
      out.values.push_back(there ? space_number(file_, utilities.at(option),
                                                fmt::format("what '{}' is worth", option))
                                 : 0);
    }
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
    if (bid.is_object() && bid.contains(issue.name)) {
      const std::string wanted = space_text(bid.at(issue.name));
      for (std::uint64_t i = 0; i < issue.count(); ++i)
        if (issue.option(i) == wanted) return i;
    }
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
