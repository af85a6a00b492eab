// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/json_text.h"
#include "report/deals.h"
#include "report/deals_sections.h"

namespace entente::report {
namespace {

constexpr std::uint64_t most_exact = std::uint64_t{1} << 53;  // in a number of JSON

std::string count_json(const Natural& count) {
  return count.capped() <= most_exact ? count.text() : json_string(count.text());
}

std::string number_json(double value) { return fmt::format("{}", value); }

std::string numbers_json(const std::vector<double>& values) {
  return fmt::format("[{}]", fmt::join(values, ", "));
}

template <class Items, class Write>
std::string list_json(const Items& items, const Write& write, const char* between = ", ") {
  std::vector<std::string> written;
  for (const auto& item : items) written.push_back(write(item));
  return fmt::format("[{}]", fmt::join(written, between));
}

class DealsJson {
 public:
  DealsJson(const ScenarioFile& file, const Deals& deals, bool all_packages)
      : file_(file), scenario_(file.scenario), deals_(deals), all_packages_(all_packages) {}

  std::string text(const std::vector<std::string>& repairs) const {
    JsonObject out;
    out.put("scenario", scenario_.name)
        .raw("parties", list_json(scenario_.profiles,
                                  [](auto& profile) { return json_string(profile.party); }))
        .raw("issues", list_json(scenario_.issues, issue))
        .raw("outcomes", count_json(deals_.packages))
        .raw("rational_count", deals_.rational ? count_json(*deals_.rational) : "null")
        .raw("ranges", list_json(deals_.ranges,
                                 [](auto& range) { return numbers_json({range.low, range.high}); }))
        .raw("disagreement", numbers_json(deals_.disagreement))
        .number("frontier_size", deals_.frontier.size())
        .raw("frontier", list_json(
                             deals_.frontier,
                             [](auto& point) { return numbers_json(point.utilities); }, ",\n "))
        .raw("frontier_packages", list_json(deals_.frontier, [](auto& point) {
               return point.packages == 0 ? "null" : count_json(point.packages);
             }));
    if (all_packages_)
      out.raw(
          "packages",
          list_json(deals_.frontier, [&](auto& point) { return packages(point.shown); }, ",\n "));
    for (const FairPoints& fair : deals_.fair) out.raw(word_of(fair.notion), fair_points(fair));
    if (deals_.fair.empty())
      for (const std::string_view notion : words<Fairness>) out.raw(notion, "null");
    return out.raw("blockers", deals_.blockers ? blockers(*deals_.blockers) : "null")
               .put("reading", deals_.certainty ? "middle" : "exact")
               .raw("certainty", certainty_json(scenario_, deals_, all_packages_))
               .raw("trades", trades_json(file_, deals_))
               .raw("repairs", json_strings(repairs))
               .put("method", deals_.method)
               .flag("complete", deals_.complete)
               .raw("seconds", seconds())
               .text() +
           "\n";
  }

 private:
  static std::string issue(const ScenarioIssue& issue) {
    return JsonObject{}.put("name", issue.name).number("options", issue.count()).text();
  }

  std::string package(const Package& package) const {
    std::vector<std::string> options;
    for (std::size_t i = 0; i < package.size(); ++i)
      options.push_back(scenario_.issues[i].option(package[i]));
    return json_strings(options);
  }

  std::string packages(const std::vector<Package>& all) const {
    return list_json(all, [&](const Package& one) { return package(one); });
  }

  std::string fair_points(const FairPoints& fair) const {
    const auto point = [&](std::size_t i) -> const FrontierPoint& { return deals_.frontier[i]; };
    return JsonObject{}
        .raw("value", fair.value ? number_json(*fair.value) : "null")
        .raw(
            "utilities",
            list_json(fair.points, [&](std::size_t i) { return numbers_json(point(i).utilities); }))
        .raw("packages",
             list_json(fair.points, [&](std::size_t i) { return package(point(i).shown.front()); }))
        .text();
  }

  JsonObject obstacle(const Obstacle& obstacle) const {
    const Profile& profile = scenario_.profiles[obstacle.party];
    JsonObject out;
    out.put("party", profile.party);
    if (obstacle.red_line)
      out.put("red_line", profile.red_lines[*obstacle.red_line].words);
    else
      out.raw("reservation", number_json(at(*profile.reservation, Reading::middle)));
    return out;
  }

  std::string opening(const Opening& opening) const {
    const auto step = [&](const Opening::Step& step) {
      JsonObject out = obstacle(step.obstacle);
      if (!step.obstacle.red_line)
        out.raw("to", number_json(step.to)).raw("share_of_range", number_json(step.share));
      return out.text();
    };
    return JsonObject{}
        .raw("steps", list_json(opening.steps, step))
        .raw("package", package(opening.package))
        .raw("utilities", numbers_json(opening.utilities))
        .text();
  }

  std::string blockers(const Blockers& blockers) const {
    const auto set = [&](const std::vector<Obstacle>& set) {
      return list_json(set, [&](const Obstacle& one) { return obstacle(one).text(); });
    };
    return JsonObject{}
        .raw("sets", list_json(blockers.sets, set))
        .flag("smallest", blockers.smallest)
        .raw("openings",
             list_json(blockers.openings, [&](const Opening& one) { return opening(one); }))
        .text();
  }

  std::string seconds() const {
    JsonObject out;
    for (const Deals::Part& part : deals_.parts)
      out.raw(part.name, fmt::format("{:.6f}", part.seconds));
    return out.text();
  }

  const ScenarioFile& file_;
  const Scenario& scenario_;
  const Deals& deals_;
  bool all_packages_;
};

}  // namespace

std::string deals_json(const ScenarioFile& file, const std::vector<std::string>& repairs,
                       const Deals& deals, bool all_packages) {
  return DealsJson(file, deals, all_packages).text(repairs);
}

}  // namespace entente::report
