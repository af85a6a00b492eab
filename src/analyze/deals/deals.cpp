// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/deals.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "analyze/deals/blockers.h"
#include "analyze/deals/combine.h"
#include "analyze/deals/fairness.h"
#include "analyze/deals/payoffs.h"
#include "analyze/deals/survey.h"
#include "base/failure.h"

namespace entente::analyze {
namespace {

// One scenario from its payoffs to the answer.
class DealFinder {
 public:
  DealFinder(const Scenario& scenario, const DealsOptions& options, const Progress& progress)
      : scenario_(scenario),
        options_(options),
        progress_(progress),
        payoffs_(package_payoffs(scenario, options.reading)) {
    out_.packages = scenario.packages();
    if (out_.packages.capped() <= options.most_swept) sweep_.emplace(payoffs_);
  }

  Deals find() {
    part("frontier", [&] { find_frontier(); });
    part("ranges", [&] { find_ranges(); });
    part("count", [&] { find_count(); });
    part("packages", [&] { show_packages(); });
    part("fairness", [&] { find_fair_points(); });
    if (out_.frontier.empty() && out_.complete) part("blockers", [&] { find_blockers(); });
    return std::move(out_);
  }

 private:
  template <class Work>
  void part(const char* name, const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    out_.parts.push_back(
        {name, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()});
  }

  // ---- the frontier

  void find_frontier() {
    if (pays_to_combine())
      combined_ = combine(payoffs_, Limits::kept, options_.most_states, progress_);
    out_.method = combined_ ? "combined" : "swept";
    if (!combined_) take_survey({true, true});
  }

  // A ceiling makes equal what was not: then only the sweep counts the packages of a point rightly.
  bool pays_to_combine() const {
    if (options_.search == Search::sweep || !payoffs_.additive()) return false;
    return options_.search == Search::combine || !sweep_ || !payoffs_.capped();
  }

  void take_survey(Wanted wanted) {
    if (!sweep_) too_large();
    survey_ = survey(payoffs_, *sweep_, wanted, options_.threads, progress_);
    if (survey_->seen < sweep_->packages()) out_.complete = false;
  }

  [[noreturn]] void too_large() const {
    if (progress_.stopped())
      throw Failed({FailureKind::interrupted, "Stopped before there was an answer", ""});
    if (!payoffs_.additive())
      throw Failed({FailureKind::usage,
                    fmt::format("The scenario has {} packages, too many to look at one by one, and "
                                "what they are worth is no sum over the issues",
                                out_.packages.text()),
                    "Leave out issues, or narrow their ranges"});
    throw Failed(
        {FailureKind::usage,
         fmt::format("The scenario has {} packages and too large a frontier for an exact answer",
                     out_.packages.text()),
         "Give reservation values or red lines, or leave out parties"});
  }

  // ---- ranges

  void find_ranges() {
    if (survey_) return take_ranges_of_survey();
    if (payoffs_.links == 0) return take_ranges_of_sums();
    if (sweep_) {
      take_survey({true, false});
      return take_ranges_of_survey();
    }
    for (std::size_t p = 0; p < payoffs_.parties.size(); ++p)
      out_.ranges.push_back(range_within_links(p));
  }

  double worth_to(std::size_t party, const Package& package) const {
    return utility(scenario_.profiles[party], scenario_.issues, package, options_.reading);
  }

  void take_ranges_of_survey() {
    for (std::size_t p = 0; p < payoffs_.parties.size(); ++p) {
      const auto& [low, high] = std::tie(survey_->lowest[p], survey_->highest[p]);
      out_.ranges.push_back(low.key < 0 ? Interval()
                                        : Interval(worth_to(p, sweep_->package(low.package)),
                                                   worth_to(p, sweep_->package(high.package))));
    }
  }

  void take_ranges_of_sums() {
    for (std::size_t p = 0; p < payoffs_.parties.size(); ++p) {
      Package worst, best;
      for (const auto& steps : payoffs_.parties[p].steps) {
        worst.push_back(static_cast<std::uint32_t>(std::min_element(steps.begin(), steps.end()) -
                                                   steps.begin()));
        best.push_back(static_cast<std::uint32_t>(std::max_element(steps.begin(), steps.end()) -
                                                  steps.begin()));
      }
      out_.ranges.emplace_back(worth_to(p, worst), worth_to(p, best));
    }
  }

  // The frontier of one party alone is its best package; of its steps turned around, its worst.
  Interval range_within_links(std::size_t party) const {
    PackagePayoffs alone = payoffs_;
    alone.parties = {payoffs_.parties[party]};
    alone.parties[0].least = 0;
    std::erase_if(alone.rules, [](const Rule& rule) { return rule.red_line.has_value(); });
    alone.red_lines = 0;
    const auto best = [&]() -> std::optional<double> {
      const auto found = combine(alone, Limits::kept, options_.most_states, progress_);
      if (!found) too_large();
      if (found->rows.size() == 0) return std::nullopt;
      return worth_to(party, found->packages(0, 1).front());
    };
    const auto high = best();
    for (auto& steps : alone.parties[0].steps) {
      const double most = *std::max_element(steps.begin(), steps.end());
      for (double& step : steps) step = most - step;
    }
    const auto low = best();
    return high && low ? Interval(*low, *high) : Interval();
  }

  // ---- how many are rational

  void find_count() {
    if (nothing_rules_out()) {
      out_.rational = out_.packages;
    } else if (combined_ && combined_->rows.size() == 0) {
      out_.rational = Natural();
    } else if (sweep_) {
      if (!survey_) take_survey({false, false});
      out_.rational = Natural(survey_->rational);
    }
  }

  bool nothing_rules_out() const {
    return payoffs_.rules.empty() && out_.complete &&
           std::all_of(payoffs_.parties.begin(), payoffs_.parties.end(),
                       [](const PartyPayoff& party) { return party.least <= 0; });
  }

  // ---- packages, fairness

  void show_packages() {
    if (combined_) {
      for (std::size_t row = 0; row < combined_->rows.size(); ++row)
        add_point(combined_->counts[row], combined_->packages(row, options_.shown));
      return;
    }
    const Skyline& skyline = survey_->frontier;
    const auto more = options_.shown > 1
                          ? packages_at(payoffs_, *sweep_, skyline.rows(), options_.shown)
                          : std::vector<std::vector<std::uint64_t>>{};
    for (std::size_t row = 0; row < skyline.size(); ++row) {
      std::vector<Package> shown;
      if (more.empty())
        shown.push_back(sweep_->package(skyline.first(row)));
      else
        for (const std::uint64_t number : more[row]) shown.push_back(sweep_->package(number));
      add_point(skyline.count(row), std::move(shown));
    }
  }

  void add_point(std::uint64_t count, std::vector<Package> shown) {
    FrontierPoint point{{}, count, std::move(shown)};
    for (std::size_t p = 0; p < payoffs_.parties.size(); ++p)
      point.utilities.push_back(worth_to(p, point.shown.front()));
    out_.frontier.push_back(std::move(point));
  }

  void find_fair_points() {
    out_.disagreement = disagreement_of(scenario_, out_.ranges, options_.reading);
    out_.fair = fair_points(out_.frontier, out_.ranges, out_.disagreement);
  }

  // ---- blockers

  void find_blockers() {
    if (payoffs_.parties.size() + payoffs_.rules.size() > BlockerSearch::most_obstacles) return;
    std::vector<Key> widths;
    for (std::size_t p = 0; p < payoffs_.parties.size(); ++p) {
      const PartyPayoff& party = payoffs_.parties[p];
      widths.push_back(party.key(party.steps_of(out_.ranges[p].high)) -
                       party.key(party.steps_of(out_.ranges[p].low)));
    }
    if (sweep_) {
      out_.blockers = blockers_by_sweep(payoffs_, *sweep_, std::move(widths));
    } else if (const auto all =
                   combine(payoffs_, Limits::broken, options_.most_states, progress_)) {
      out_.blockers = blockers_by_frontier(payoffs_, *all, std::move(widths));
    }
  }

  const Scenario& scenario_;
  const DealsOptions& options_;
  const Progress& progress_;
  PackagePayoffs payoffs_;
  std::optional<Sweep> sweep_;  // where it is small enough
  std::optional<Combined> combined_;
  std::optional<Survey> survey_;
  Deals out_;
};

}  // namespace

Deals deals(const Scenario& scenario, const DealsOptions& options, const Progress& progress) {
  if (scenario.profiles.empty() || scenario.issues.empty())
    throw Failed({FailureKind::usage, "The scenario has no parties or no issues", "Give it both"});
  return DealFinder(scenario, options, progress).find();
}

}  // namespace entente::analyze
