// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/deals.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "analyze/deals/blockers.h"
#include "analyze/deals/box_search.h"
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
    if (!out_.complete) hold_ranges_to_found();
    part("fairness", [&] { find_fair_points(); });
    if (out_.frontier.empty() && out_.complete) {
      part("blockers", [&] { find_blockers(); });
      if (!out_.blockers && progress_.stopped()) out_.complete = false;
    }
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
      combined_ =
          combine(payoffs_, Limits::kept, options_.most_states, progress_, options_.threads);
    else if (pays_to_search_boxes())
      boxes_ = box_model(payoffs_, payoffs_.links | payoffs_.red_lines);
    if (boxes_) search_boxes();
    if (combined_ && !combined_->complete) out_.complete = false;
    out_.method = combined_ ? "combined" : boxes_ ? "boxes" : "swept";
    if (!combined_ && !boxes_) take_survey({true, true});
  }

  bool pays_to_search_boxes() const {
    constexpr std::uint64_t soon_swept = 1'000'000;
    if (options_.search == Search::boxes) return true;
    return options_.search == Search::fastest && !payoffs_.additive() &&
           out_.packages.capped() > soon_swept;
  }

  void search_boxes() {
    BoxAims aims;
    for (std::size_t p = 0; p < payoffs_.parties.size(); ++p) {
      aims.least.push_back(payoffs_.parties[p].least);
      aims.caps.push_back(cap_in_boxes(p));
    }
    found_in_boxes_ = analyze::search_boxes(*boxes_, aims, options_.threads, progress_);
    if (!found_in_boxes_.complete) out_.complete = false;
  }

  // A ceiling that no package goes beyond takes nothing away, so that packages can be counted.
  double cap_in_boxes(std::size_t p) const {
    const PartyPayoff& party = payoffs_.parties[p];
    if (party.cap >= steps_per_span) return party.cap;
    const BoxFrontier best = analyze::search_boxes(
        for_one(*boxes_, p), {false, {0}, {steps_per_span}}, 1, {{}, progress_.stop});
    const bool reached =
        !best.complete || best.rows.size() == 0 || best.rows[0][0] > party.key(party.cap);
    return reached ? party.cap : steps_per_span;
  }

  // A ceiling makes equal what was not: then only the sweep counts the packages of a point rightly.
  bool pays_to_combine() const {
    if (!payoffs_.additive()) return false;
    if (options_.search != Search::fastest) return options_.search == Search::combine;
    return !sweep_ || !payoffs_.capped();
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
    if (boxes_) return find_ranges_of_boxes();
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

  // Alone, each party has its best package at one end and its worst at the other.
  void find_ranges_of_boxes() {
    const BoxModel model = *box_model(payoffs_, payoffs_.links);
    for (std::size_t p = 0; p < payoffs_.parties.size(); ++p) {
      const auto high = best_in_boxes(for_one(model, p), p);
      const auto low = best_in_boxes(against_one(model, p), p);
      out_.ranges.push_back(high && low ? Interval(*low, *high) : Interval());
    }
  }

  // Of a party whose best and worst package were not found before the stop, and of all that were
  // seen, what the points tell.
  void hold_ranges_to_found() {
    out_.ranges.resize(payoffs_.parties.size());
    for (std::size_t p = 0; p < out_.ranges.size(); ++p) {
      Interval& range = out_.ranges[p];
      bool known = range != Interval();
      for (const FrontierPoint& point : out_.frontier) {
        const double worth = point.utilities[p];
        range = known ? Interval(std::min(range.low, worth), std::max(range.high, worth))
                      : Interval(worth);
        known = true;
      }
    }
  }

  std::optional<double> best_in_boxes(const BoxModel& model, std::size_t party) {
    const BoxAims aims{false, {0}, {steps_per_span}};
    const BoxFrontier found = analyze::search_boxes(model, aims, 1, progress_);
    if (!found.complete) out_.complete = false;
    if (found.rows.size() == 0) return std::nullopt;
    return worth_to(party, found.packages(model, 0, 1).front());
  }

  // The frontier of one party alone is its best package; of its steps turned around, its worst.
  Interval range_within_links(std::size_t party) {
    PackagePayoffs alone = payoffs_;
    alone.parties = {payoffs_.parties[party]};
    alone.parties[0].least = 0;
    std::erase_if(alone.rules, [](const Rule& rule) { return rule.red_line.has_value(); });
    alone.red_lines = 0;
    const auto best = [&]() -> std::optional<double> {
      const auto found =
          combine(alone, Limits::kept, options_.most_states, progress_, options_.threads);
      if (!found) too_large();
      if (!found->complete) out_.complete = false;
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
    } else if (nothing_found()) {
      out_.rational = Natural();
    } else if (sweep_) {
      if (!survey_) take_survey({false, false});
      if (survey_->seen > 0) out_.rational = Natural(survey_->rational);
    }
  }

  bool nothing_found() const {
    return (combined_ && combined_->complete && combined_->rows.size() == 0) ||
           (boxes_ && out_.complete && found_in_boxes_.rows.size() == 0);
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
    if (boxes_) {
      for (std::size_t row = 0; row < found_in_boxes_.rows.size(); ++row)
        add_point(found_in_boxes_.count(*boxes_, row).value_or(0),
                  found_in_boxes_.packages(*boxes_, row, std::max<std::size_t>(1, options_.shown)));
      return;
    }
    const Skyline& skyline = survey_->frontier;
    const auto more = options_.shown > 1 ? packages_at(payoffs_, *sweep_, skyline.rows(),
                                                       options_.shown, progress_)
                                         : std::vector<std::vector<std::uint64_t>>{};
    if (progress_.stopped()) out_.complete = false;
    for (std::size_t row = 0; row < skyline.size(); ++row) {
      std::vector<Package> shown;
      if (more.empty() || more[row].empty())
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
    if (boxes_) {
      out_.blockers = blockers_in_boxes(std::move(widths));
    } else if (sweep_) {
      out_.blockers = blockers_by_sweep(payoffs_, *sweep_, std::move(widths), progress_);
    } else if (const auto all = combine(payoffs_, Limits::broken, options_.most_states, progress_,
                                        options_.threads)) {
      out_.blockers = blockers_by_frontier(payoffs_, *all, std::move(widths));
    }
  }

  // Each red line is one more party, that gains by its being kept.
  std::optional<Blockers> blockers_in_boxes(std::vector<Key> widths) {
    const std::size_t parties = payoffs_.parties.size();
    const auto model = box_model(payoffs_, payoffs_.links, payoffs_.red_lines);
    if (!model) return std::nullopt;
    BoxAims aims{false, {}, {}};
    for (std::size_t p = 0; p < model->constants.size(); ++p) {
      aims.least.push_back(0);
      aims.caps.push_back(p < parties ? payoffs_.parties[p].cap : steps_per_span);
    }
    const BoxFrontier all = analyze::search_boxes(*model, aims, options_.threads, progress_);
    if (!all.complete) return std::nullopt;
    BlockerSearch search(payoffs_, std::move(widths));
    for (std::size_t row = 0; row < all.rows.size(); ++row) {
      std::uint64_t crossed = 0;
      std::size_t wished = parties;
      for (std::size_t rule = 0; rule < payoffs_.rules.size(); ++rule)
        if (payoffs_.rules[rule].red_line && all.rows[row][wished++] == 0)
          crossed |= std::uint64_t{1} << rule;
      search.see(row, all.rows[row].first(parties), crossed);
    }
    return search.found([&](std::uint64_t row) { return all.packages(*model, row, 1).front(); });
  }

  const Scenario& scenario_;
  const DealsOptions& options_;
  const Progress& progress_;
  PackagePayoffs payoffs_;
  std::optional<Sweep> sweep_;  // where it is small enough
  std::optional<Combined> combined_;
  std::optional<Survey> survey_;
  std::optional<BoxModel> boxes_;
  BoxFrontier found_in_boxes_;
  Deals out_;
};

}  // namespace

Deals deals(const Scenario& scenario, const DealsOptions& options, const Progress& progress) {
  if (scenario.profiles.empty() || scenario.issues.empty())
    throw Failed({FailureKind::usage, "The scenario has no parties or no issues", "Give it both"});
  return DealFinder(scenario, options, progress).find();
}

}  // namespace entente::analyze
