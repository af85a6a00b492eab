// SPDX-License-Identifier: Apache-2.0
#include "workbench/deals.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <sstream>
#include <system_error>

#include "analyze/deals/certainty.h"
#include "analyze/deals/deals.h"
#include "analyze/deals/neighbours.h"
#include "analyze/deals/readings.h"
#include "analyze/deals/trades.h"
#include "base/file.h"
#include "exchange/genius.h"
#include "read/scenario.h"
#include "workbench/evidence.h"

namespace entente {
namespace {

constexpr std::size_t most_bytes = 64 << 20;  // of one file

std::vector<exchange::FileBytes> files_in(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::directory_iterator entry(folder, error);
  if (error.value() == ENOTDIR)
    throw Failed({FailureKind::usage, quoted(folder) + " is no folder",
                  "Give the folder that holds the domain and its profiles"});
  if (error) throw Failed(failure_of(error.value(), folder));
  std::vector<exchange::FileBytes> files;
  for (; entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    std::error_code unknown;
    if (name.starts_with('.') || !entry->is_regular_file(unknown)) continue;
    const bool scenario = name.ends_with(".xml") || name.ends_with(".json");
    files.push_back({name, scenario ? or_throw(read_all(entry->path(), most_bytes)) : ""});
  }
  if (error) throw Failed(failure_of(error.value(), folder));
  return files;
}

class ReadingWatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::uint32_t option_named(const std::string& name, const ScenarioIssue& issue) {
  for (std::uint64_t option = 0; option < issue.count(); ++option)
    if (issue.option(option) == name) return static_cast<std::uint32_t>(option);
  throw Failed({FailureKind::usage,
                fmt::format("'{}' is no option of {}", printable(name), printable(issue.name)),
                fmt::format("Its first is {}", printable(issue.option(0)))});
}

[[noreturn]] void refuse_number(const NumberChange& change, const std::string& why) {
  throw Failed({FailureKind::usage,
                fmt::format("A number of {} cannot be changed: {}", printable(change.party), why),
                "Name a party, an issue and an option of the scenario"});
}

Profile& profile_named(Scenario& scenario, const NumberChange& change) {
  for (Profile& profile : scenario.profiles)
    if (profile.party == change.party) return profile;
  refuse_number(change, "there is no such party");
}

std::size_t issue_named(const Scenario& scenario, const NumberChange& change) {
  for (std::size_t i = 0; i < scenario.issues.size(); ++i)
    if (scenario.issues[i].name == change.issue) return i;
  refuse_number(change, "there is no issue " + printable(change.issue));
}

Interval& number_in(Scenario& scenario, const NumberChange& change) {
  Profile& profile = profile_named(scenario, change);
  if (change.issue.empty()) {
    if (!profile.reservation) profile.reservation = Interval{};
    return *profile.reservation;
  }
  auto* sum = std::get_if<Additive>(&profile.utility);
  if (!sum) refuse_number(change, "its utility is no sum over issues");
  const std::size_t at = issue_named(scenario, change);
  if (change.option.empty()) return sum->issues[at].weight;
  auto* table = std::get_if<OptionTable>(&sum->issues[at].evaluator);
  if (!table) refuse_number(change, "its values follow a function");
  return table->values[option_named(change.option, scenario.issues[at])];
}

// An option for each issue; in the order of the issues, by its name.
std::optional<Package> start_of(const std::string& words, const Scenario& scenario) {
  if (words.empty()) return std::nullopt;
  const char between = words.find(';') == words.npos ? ',' : ';';
  Package out;
  std::istringstream parts(words);
  for (std::string part; std::getline(parts, part, between);) {
    const std::size_t first = part.find_first_not_of(' '), last = part.find_last_not_of(' ');
    part = first == part.npos ? "" : part.substr(first, last - first + 1);
    if (out.size() == scenario.issues.size())
      throw Failed({FailureKind::usage,
                    fmt::format("'{}' names more options than there are issues", printable(words)),
                    "Where a name holds a comma, put ; between the options"});
    const ScenarioIssue& issue = scenario.issues[out.size()];
    if (part.starts_with(issue.name + ": ")) part.erase(0, issue.name.size() + 2);
    out.push_back(option_named(part, issue));
  }
  if (out.size() != scenario.issues.size())
    throw Failed({FailureKind::usage,
                  fmt::format("'{}' names {} options, and there are {} issues", printable(words),
                              out.size(), scenario.issues.size()),
                  "Give one for each issue, in their order, with ; between them"});
  return out;
}

// From efficient packages there are none, so the fair points need no search.
std::vector<TradesFrom> trades_of(const Scenario& scenario, const Deals& found,
                                  const std::optional<Package>& from) {
  const auto is_sum = [](const Profile& one) {
    return std::holds_alternative<Additive>(one.utility);
  };
  const auto& profiles = scenario.profiles;
  if (from) return {analyze::trades_from(scenario, "asked", *from, found.ranges)};
  if (std::none_of(profiles.begin(), profiles.end(), is_sum)) return {};
  return {analyze::trades_from(scenario, "issue by issue", analyze::issue_by_issue(scenario),
                               found.ranges)};
}

}  // namespace

bool is_scenario_file(const std::filesystem::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

exchange::ReadScenario read_scenario_folder(const std::filesystem::path& folder,
                                            exchange::Semantics semantics) {
  auto read = or_throw(exchange::read_scenario(files_in(folder), semantics));
  if (const auto name = std::filesystem::weakly_canonical(folder).filename().string();
      !name.empty())
    read.scenario.name = name;
  return read;
}

OpenedScenario scenario_in(const std::filesystem::path& path, exchange::Semantics semantics,
                           std::optional<Case> contents) {
  OpenedScenario out;
  const ReadingWatch watch;
  if (!is_scenario_file(path)) {
    auto read = read_scenario_folder(path, semantics);
    out.file.scenario = std::move(read.scenario);
    out.repairs = std::move(read.repairs);
    out.seconds = watch.seconds();
    return out;
  }
  out.file = or_throw(read::read_scenario(or_throw(read_all(path, most_bytes)), path.string()));
  if (out.file.scenario.name.empty()) out.file.scenario.name = path.stem().string();
  out.contents = std::move(contents);
  if (out.contents) {
    const Renamed now = hold_to_case(out.file.quotes, *out.contents, path);
    for (ScenarioBasis& basis : out.file.bases) rename(basis.evidence, now);
  }
  out.seconds = watch.seconds();
  return out;
}

void change_numbers(Scenario& scenario, const std::vector<NumberChange>& changes) {
  for (const NumberChange& change : changes) {
    if (!(change.to.low <= change.to.high))
      refuse_number(change, "its bounds are not from the lower to the higher");
    number_in(scenario, change) = change.to;
  }
}

std::vector<exchange::FileBytes> genius_files(const Scenario& scenario) {
  return or_throw(exchange::write_genius(scenario));
}

ScenarioDeals deals_of(OpenedScenario opened, const DealsRequest& request,
                       const Progress& progress) {
  ScenarioDeals out{std::move(opened), {}, {}};
  const Scenario& scenario = out.opened.file.scenario;
  const std::optional<Package> from = start_of(request.from, scenario);
  analyze::DealsOptions options;
  options.threads = request.threads;
  options.shown = request.shown;
  out.deals = analyze::deals(scenario, options, progress);
  out.deals.parts.insert(out.deals.parts.begin(), {"read", out.opened.seconds});
  const auto part = [&](const char* name, const auto& work) {
    const ReadingWatch watch;
    work();
    out.deals.parts.push_back({name, watch.seconds()});
  };
  if (!out.deals.complete) return out;
  if (analyze::uncertain(scenario))
    part("certainty", [&] {
      out.deals.certainty = analyze::certainty(scenario, out.deals, options, progress);
      out.deals.complete = out.deals.certainty->complete;
    });
  part("trades", [&] { out.deals.trades = trades_of(scenario, out.deals, from); });
  if (request.neighbours && !out.deals.trades.empty())
    out.neighbours = analyze::neighbours(scenario, out.deals.trades.front().package);
  return out;
}

}  // namespace entente
