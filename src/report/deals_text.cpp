// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "report/deals.h"
#include "report/deals_sections.h"
#include "report/deals_words.h"
#include "report/table.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t most_repairs = 8, most_ties = 3;

const char* meaning(Fairness notion) {
  switch (notion) {
    case Fairness::nash:
      return "Nash: the largest product of gains";
    case Fairness::kalai:
      return "Kalai, egalitarian: who gains least gains most";
    case Fairness::ks_maxmin:
      return "Kalai-Smorodinsky, max-min: the smallest share of one's best is largest";
    case Fairness::ks_equal_gain:
      return "Kalai-Smorodinsky, equal gain: shares of one's best differ least";
    case Fairness::max_welfare:
      break;
  }
  return "utilitarian: the largest sum";
}

class DealsText {
 public:
  DealsText(const ScenarioFile& file, const Deals& deals, const Screen& screen)
      : file_(file), scenario_(file.scenario), deals_(deals), screen_(screen) {}

  std::string text(const std::vector<std::string>& repairs, bool all_packages) {
    say(fmt::format("{}: {}, {}, {} packages.", visible(scenario_.name),
                    many(scenario_.profiles.size(), "party", "parties"),
                    many(scenario_.issues.size(), "issue", "issues"),
                    grouped(deals_.packages.text())));
    say_repairs(repairs);
    say_outlooks();
    if (deals_.certainty)
      say("Some numbers are known within bounds only. What follows takes the middle of each; how "
          "sure it is stands below.");
    if (!deals_.complete)
      say("STOPPED before all packages were seen: what follows is about a part of them.");
    say_whether();
    if (deals_.blockers)
      say_blockers(*deals_.blockers);
    else if (deals_.frontier.empty() && deals_.complete)
      say("Who blocks it cannot be told: the parties and their limits are too many for that.");
    if (!deals_.frontier.empty()) {
      say_efficient(all_packages);
      say_fair();
    }
    out_ += certainty_text(scenario_, deals_, screen_) + trades_text(file_, deals_, screen_);
    return std::move(out_);
  }

 private:
  void say(const std::string& words, std::size_t indent = 0) {
    out_ += paragraph(words, screen_, indent);
  }
  void head(const std::string& words) { out_ += "\n" + heading(words, screen_); }

  std::string party(std::size_t p) const { return party_text(scenario_, p); }
  std::string all_parties() const { return report::all_parties(scenario_); }

  void say_repairs(const std::vector<std::string>& repairs) {
    if (repairs.empty()) return;
    say(fmt::format("Mended on import ({}):", repairs.size()));
    for (std::size_t i = 0; i < std::min(most_repairs, repairs.size()); ++i)
      say("  " + visible(repairs[i]), 4);
    if (repairs.size() > most_repairs)
      say(fmt::format("  and {} more: --format json lists them", repairs.size() - most_repairs));
  }

  // What the file says in words about no deal.
  void say_outlooks() {
    for (const Profile& profile : scenario_.profiles) {
      if (!profile.alternative.empty())
        say(fmt::format("  Without a deal, {}: {}", visible(profile.party),
                        visible(profile.alternative)),
            4);
      if (profile.deadline)
        say(fmt::format("  {} would sign until {}", visible(profile.party),
                        to_string(*profile.deadline)),
            4);
    }
  }

  // ---- is there a deal

  void say_whether() {
    head("Is there a deal?");
    if (deals_.certainty && deals_.certainty->deal == Certainty::some)
      say("It hangs on numbers that are known within bounds only: there is a deal in some "
          "readings, not in all. At the middle of all bounds:");
    say_whether_at_the_middle();
    if (deals_.certainty && deals_.certainty->deal != Certainty::some)
      say(fmt::format("That is the middle of all bounds; over all that they allow, {}.",
                      deal_text(deals_.certainty->deal)));
  }

  void say_whether_at_the_middle() {
    if (deals_.frontier.empty() && !deals_.complete)
      return say("Not known: none was found before the stop.");
    if (deals_.frontier.empty())
      return say(fmt::format("No. No package is acceptable to {}.", all_parties()));
    if (!deals_.complete)
      return say(fmt::format("Yes. {} acceptable to {}; there may be more.",
                             deals_.rational && *deals_.rational != Natural()
                                 ? grouped(deals_.rational->text()) + " of the packages seen are"
                                 : "Packages were found that are",
                             all_parties()));
    if (!deals_.rational)
      return say(fmt::format("Yes. There are packages acceptable to {}; too many to count.",
                             all_parties()));
    if (*deals_.rational == deals_.packages)
      return say(fmt::format("Yes. Every package is acceptable to {}.", all_parties()));
    const double share = static_cast<double>(deals_.rational->capped()) /
                         static_cast<double>(deals_.packages.capped());
    say(fmt::format("Yes. {} of {} packages ({}) are acceptable to {}.",
                    grouped(deals_.rational->text()), grouped(deals_.packages.text()),
                    percent(share), all_parties()));
  }

  std::string obstacle(const Obstacle& obstacle) const {
    const Profile& profile = scenario_.profiles[obstacle.party];
    if (obstacle.red_line)
      return fmt::format("the red line of {} ({})", party(obstacle.party),
                         visible(profile.red_lines[*obstacle.red_line].words));
    const Interval& bounds = *profile.reservation;
    const std::string middle = worth_text(at(bounds, Reading::middle));
    return fmt::format("the reservation value of {} ({})", party(obstacle.party),
                       bounds.exact()
                           ? middle
                           : fmt::format("{}, the middle of {} to {}", middle,
                                         worth_text(bounds.low), worth_text(bounds.high)));
  }

  void say_blockers(const Blockers& blockers) {
    head(deals_.certainty ? "Who blocks it, at the middle of all bounds?" : "Who blocks it?");
    if (blockers.sets.empty())
      return say("The links between issues rule out every package by themselves.");
    say(blockers.sets.size() == 1
            ? "Together these rule out every package, and no smaller number of limits does:"
            : "Each of these sets rules out every package, and no smaller number of limits does:");
    for (const auto& set : blockers.sets) {
      std::vector<std::string> names;
      for (const Obstacle& one : set) names.push_back(obstacle(one));
      say(fmt::format("  {}", fmt::join(names, " and ")), 4);
    }
    if (!blockers.smallest) say("A smaller set may exist: the search for one was cut short.");
    head("What would open it?");
    say("Any one of these; the last may be the one that asks least of each:");
    for (const Opening& opening : blockers.openings) say_opening(opening);
  }

  // A reservation value may lie above all that a party can get.
  static std::string part_of(double share) {
    return share > 1 ? "more than all of" : percent(share) + " of";
  }

  void say_opening(const Opening& opening) {
    std::vector<std::string> steps;
    for (const Opening::Step& step : opening.steps)
      steps.push_back(step.obstacle.red_line
                          ? "without " + obstacle(step.obstacle)
                          : fmt::format("{} takes {} instead of {} ({} its range)",
                                        party(step.obstacle.party), worth_text(step.to),
                                        worth_text(step.from), part_of(step.share)));
    say(fmt::format("  {}: then {}", fmt::join(steps, ", and "), package(opening.package)), 4);
  }

  // ---- what is efficient

  std::string package(const Package& package) const { return package_text(scenario_, package); }

  void say_efficient(bool all_packages) {
    head("Which are efficient?");
    std::uint64_t packages = 0;
    bool capped = false, counted = true;
    for (const FrontierPoint& point : deals_.frontier) {
      capped |= __builtin_add_overflow(packages, point.packages, &packages);
      counted &= point.packages != 0;
    }
    const std::string points =
        fmt::format("{} ({})", many(deals_.frontier.size(), "point", "points"),
                    !counted ? "not all of their packages are counted"
                    : capped ? "very many packages"
                             : many(packages, "package", "packages"));
    say(deals_.complete
            ? points +
                  ": no package is better there for one party without being worse for another. "
                  "This is the Pareto frontier."
            : points +
                  " found before the stop, none of them better than another one for all. This is "
                  "not the whole Pareto frontier, and packages not seen may be better for all.");
    for (std::size_t p = 0; p < scenario_.profiles.size(); ++p) say("  " + range_of(p), 4);
    if (all_packages) say_points();
  }

  std::string range_of(std::size_t p) const {
    const auto [low, high] =
        std::minmax_element(deals_.frontier.begin(), deals_.frontier.end(),
                            [&](auto& a, auto& b) { return a.utilities[p] < b.utilities[p]; });
    return fmt::format("{} gets {} to {} {}: {} to {}; without a deal: {}", party(p),
                       worth_text(low->utilities[p]), worth_text(high->utilities[p]),
                       deals_.complete ? "on it; any package" : "there; in all that was seen",
                       worth_text(deals_.ranges[p].low), worth_text(deals_.ranges[p].high),
                       worth_text(deals_.disagreement[p]));
  }

  void say_points() {
    for (const FrontierPoint& point : deals_.frontier) {
      say("  " + utilities(point.utilities), 4);
      for (const Package& one : point.shown) say("    " + package(one), 6);
      if (point.packages > point.shown.size())
        say(fmt::format("    and {} more packages",
                        grouped(std::to_string(point.packages - point.shown.size()))));
      if (point.packages == 0) say("    and perhaps more packages, which are not counted");
    }
  }

  std::string utilities(const std::vector<double>& values) const {
    std::vector<std::string> parts;
    for (std::size_t p = 0; p < values.size(); ++p)
      parts.push_back(fmt::format("{} {}", party(p), worth_text(values[p])));
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  // ---- what is fair

  void say_fair() {
    head("Which are fair?");
    say(
        fmt::format("No notion of fairness is the right one. This is what each picks among the "
                    "{}, counted from where the parties stand without a deal:",
                    deals_.complete ? "efficient points" : "points found"));
    std::map<std::size_t, std::string> letters;
    for (const FairPoints& fair : deals_.fair) say_notion(fair, letters);
    out_ += "\n";
    for (const auto& [letter, point] : by_letter(letters)) say_point(letter, point);
    say_trade_offs(by_letter(letters));
  }

  static std::map<std::string, std::size_t> by_letter(
      const std::map<std::size_t, std::string>& letters) {
    std::map<std::string, std::size_t> points;
    for (const auto& [point, letter] : letters) points[letter] = point;
    return points;
  }

  bool somebody_can_gain_nothing() const {
    return std::any_of(deals_.fair.begin(), deals_.fair.end(),
                       [](const FairPoints& fair) { return !fair.value; });
  }

  void say_notion(const FairPoints& fair, std::map<std::size_t, std::string>& letters) {
    if (fair.notion != Fairness::max_welfare && somebody_can_gain_nothing())
      return say(
          fmt::format("  {}: all points tie, as some party can gain nothing from any package",
                      meaning(fair.notion)),
          4);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most_ties, fair.points.size()); ++i) {
      const auto letter =
          letters.try_emplace(fair.points[i], 1, static_cast<char>('A' + letters.size())).first;
      names.push_back(letter->second);
    }
    std::string which = fmt::format("{}", fmt::join(names, " and "));
    if (fair.points.size() > most_ties)
      which += fmt::format(" and {} more that tie", fair.points.size() - most_ties);
    say(fmt::format("  {} ({}): {}", meaning(fair.notion), worth_text(*fair.value), which), 4);
  }

  void say_point(const std::string& letter, std::size_t i) {
    const FrontierPoint& point = deals_.frontier[i];
    say(fmt::format("{}  {}", letter, utilities(point.utilities)), 3);
    say(fmt::format("   {}{}", package(point.shown.front()),
                    point.packages == 0 ? " (others with the same worth are not counted)"
                    : point.packages > 1
                        ? fmt::format(" (or {} with the same worth)",
                                      many(point.packages - 1, "other package", "other packages"))
                        : ""),
        3);
    if (const auto* sure = looked_at(deals_, point.shown.front()))
      say(fmt::format("   acceptable in {}, efficient in {}", readings(sure->acceptable),
                      readings(sure->efficient)),
          3);
  }

  static const char* readings(Certainty sure) {
    return sure == Certainty::all    ? "all readings"
           : sure == Certainty::none ? "no reading"
                                     : "some readings";
  }

  // From the first point to each other one: who gives, who gets.
  void say_trade_offs(const std::map<std::string, std::size_t>& points) {
    if (points.size() < 2) return;
    out_ += "\n";
    const auto& first = *points.begin();
    for (auto other = std::next(points.begin()); other != points.end(); ++other) {
      std::vector<std::string> changes;
      for (std::size_t p = 0; p < scenario_.profiles.size(); ++p) {
        const double change = deals_.frontier[other->second].utilities[p] -
                              deals_.frontier[first.second].utilities[p];
        if (std::abs(change) >= 0.0005)
          changes.push_back(fmt::format("{} {:+.3f}", party(p), change));
      }
      say(fmt::format("From {} to {}: {}", first.first, other->first, fmt::join(changes, ", ")), 4);
    }
  }

  const ScenarioFile& file_;
  const Scenario& scenario_;
  const Deals& deals_;
  Screen screen_;
  std::string out_;
};

}  // namespace

std::string deals_text(const ScenarioFile& file, const std::vector<std::string>& repairs,
                       const Deals& deals, bool all_packages, const Screen& screen) {
  return DealsText(file, deals, screen).text(repairs, all_packages);
}

}  // namespace entente::report
