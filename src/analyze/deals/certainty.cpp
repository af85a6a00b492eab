// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/certainty.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <tuple>

#include "analyze/deals/challenge.h"
#include "analyze/deals/combine.h"
#include "analyze/deals/payoffs.h"
#include "analyze/deals/readings.h"
#include "analyze/deals/survey.h"
#include "base/parallel.h"

namespace entente::analyze {
namespace {

bool is_open(Certainty sure) { return sure == Certainty::some || sure == Certainty::open; }

// ---- which packages are efficient

// Whether one package is on the frontier, against all others.
class Standing {
 public:
  Standing(const Readings& readings, const Package& package, std::size_t most_steps)
      : readings_(readings), package_(package), most_steps_(most_steps) {}

  // All: nothing dominates it in any reading. None: something does in every reading, or whatever
  // reading favours it. Some: a reading was found in which nothing does.
  Certainty efficient() const {
    const Certainty acceptable = readings_.acceptable(package_);
    if (acceptable == Certainty::none) return Certainty::none;
    const auto most = [](Interval gain) { return gain.high; };
    const auto least = [](Interval gain) { return gain.low; };
    if (ask(differences(most)) == Challenged::no) return acceptable;
    if (ask(differences(least)) == Challenged::yes) return Certainty::none;
    return in_some_reading();
  }

 private:
  Challenged ask(const Stakes& stakes) const { return challenged(readings_, stakes, most_steps_); }

  template <class End>
  Stakes differences(const End& end) const {
    return stakes(
        [this, end](std::size_t p, std::size_t issue, std::uint32_t option) {
          return end(readings_.difference(p, issue, option, package_[issue]));
        },
        [this, end](std::size_t p, const Package& other) {
          return end(readings_.difference(p, other, package_));
        });
  }

  template <class Gain, class Whole>
  Stakes stakes(const Gain& gain, const Whole& whole) const {
    Stakes out;
    out.whole = whole;
    for (std::size_t p = 0; p < readings_.parties(); ++p) {
      auto& issues = out.gains.emplace_back();
      for (std::size_t i = 0; readings_.separable(p) && i < package_.size(); ++i) {
        auto& options = issues.emplace_back();
        for (std::uint32_t option = 0; option < readings_.scenario().issues[i].count(); ++option)
          options.push_back(option == package_[i] ? 0 : gain(p, i, option));
      }
    }
    return out;
  }

  // ---- readings that favour the package: its own options are worth the most that they can be, all
  // others the least, and the reservation values are low. Against no other package could values
  // stand better; only weights can help against one and hurt against another.

  enum class Mixed { lowest, middle, highest };  // weights of issues on which they do
  struct Favour {
    std::vector<std::vector<double>> weights;  // [party][issue]
    bool best = true;                          // no reading favours it more
  };

  Certainty in_some_reading() const {
    if (stands_in_the_middle()) return Certainty::some;
    for (std::size_t p = 0; p < readings_.parties(); ++p)
      if (!readings_.separable(p) && !readings_.exact(p)) return Certainty::open;
    const Favour low = favour(Mixed::lowest);
    const Challenged answer = ask(favoured(low));
    if (answer == Challenged::no && accepted(low)) return Certainty::some;
    if (answer == Challenged::yes && low.best) return Certainty::none;
    for (const Favour& other : {favour(Mixed::middle), favour(Mixed::highest), heaviest()})
      if (accepted(other) && ask(favoured(other)) == Challenged::no) return Certainty::some;
    return Certainty::open;
  }

  Favour favour(Mixed mixed) const {
    Favour out;
    for (std::size_t p = 0; p < readings_.parties(); ++p) {
      auto& weights = out.weights.emplace_back();
      for (std::size_t i = 0; readings_.separable(p) && i < package_.size(); ++i) {
        const Interval weight = readings_.weight(p, i), ahead = lead(p, i);
        const bool decided = ahead.low >= 0 || ahead.high <= 0 || weight.exact();
        out.best &= decided && weight.low >= 0;
        weights.push_back(decided ? (ahead.low >= 0 ? weight.high : weight.low)
                                  : at(weight, mixed == Mixed::lowest   ? Reading::lowest
                                               : mixed == Mixed::middle ? Reading::middle
                                                                        : Reading::highest));
      }
    }
    return out;
  }

  Favour heaviest() const {
    Favour out = favour(Mixed::highest);
    for (std::size_t p = 0; p < out.weights.size(); ++p)
      for (std::size_t i = 0; i < out.weights[p].size(); ++i)
        out.weights[p][i] = readings_.weight(p, i).high;
    return out;
  }

  // By how much the package's own option leads the others, as values stand in its favour.
  Interval lead(std::size_t p, std::size_t issue) const {
    std::optional<Interval> out;
    for (std::uint32_t option = 0; option < readings_.scenario().issues[issue].count(); ++option) {
      if (option == package_[issue]) continue;
      const double ahead =
          readings_.value(p, issue, package_[issue]).high - readings_.value(p, issue, option).low;
      out = out ? Interval(std::min(out->low, ahead), std::max(out->high, ahead)) : ahead;
    }
    return out.value_or(0);
  }

  Stakes favoured(const Favour& favour) const {
    return stakes(
        [this, &favour](std::size_t p, std::size_t i, std::uint32_t option) {
          return favour.weights[p][i] *
                 (readings_.value(p, i, option).low - readings_.value(p, i, package_[i]).high);
        },
        [this](std::size_t p, const Package& other) {
          return readings_.difference(p, other, package_).low;
        });
  }

  bool accepted(const Favour& favour) const {
    for (std::size_t p = 0; p < readings_.parties(); ++p) {
      const Profile& profile = readings_.scenario().profiles[p];
      if (!profile.reservation) continue;
      double worth = readings_.worth(p, package_).high;
      if (readings_.separable(p))
        for (std::size_t i = 0; i < package_.size(); ++i)
          worth -= (readings_.weight(p, i).high - favour.weights[p][i]) *
                   readings_.value(p, i, package_[i]).high;
      if (worth < profile.reservation->low - readings_.hair(p)) return false;
    }
    return true;
  }

  bool stands_in_the_middle() const {
    const Scenario& scenario = readings_.scenario();
    for (std::size_t p = 0; p < readings_.parties(); ++p) {
      const Profile& profile = scenario.profiles[p];
      if (profile.reservation && utility(profile, scenario.issues, package_) <
                                     at(*profile.reservation, Reading::middle) - readings_.hair(p))
        return false;
    }
    const auto middle = [&](std::size_t p, std::size_t i, std::uint32_t option) {
      const auto& value = std::get<Additive>(scenario.profiles[p].utility).issues[i];
      return worth(value, scenario.issues[i], option) -
             worth(value, scenario.issues[i], package_[i]);
    };
    const auto whole = [&](std::size_t p, const Package& other) {
      return utility(scenario.profiles[p], scenario.issues, other) -
             utility(scenario.profiles[p], scenario.issues, package_);
    };
    return ask(stakes(middle, whole)) == Challenged::no;
  }

  const Readings& readings_;
  const Package& package_;
  std::size_t most_steps_;
};

// ---- how many are acceptable

struct Counted {
  std::optional<std::uint64_t> certain, possible;
  std::optional<bool> any_certain, any_possible;

  Certainty deal() const {
    if (any_certain && *any_certain) return Certainty::all;
    if (any_possible && !*any_possible) return Certainty::none;
    return any_certain && any_possible ? Certainty::some : Certainty::open;
  }
  std::uint64_t undecided() const { return *possible - *certain; }
};

class CertaintyFinder {
 public:
  CertaintyFinder(const Scenario& scenario, const Deals& found, const DealsOptions& options,
                  const Progress& progress, const CertaintyLimits& limits)
      : scenario_(scenario),
        found_(found),
        options_(options),
        progress_(progress),
        limits_(limits),
        readings_(scenario),
        packages_(scenario.packages().capped()) {}

  DealCertainty find() {
    const Counted counted = count(readings_, options_.threads, progress_);
    out_.deal = counted.deal();
    if (counted.certain) out_.certain = Natural(*counted.certain);
    if (counted.possible) out_.possible = Natural(*counted.possible);
    if (!stopped()) look_at(which(counted));
    if (!stopped()) settle(counted);
    return std::move(out_);
  }

 private:
  bool stopped() {
    if (progress_.stopped()) out_.complete = false;
    return !out_.complete;
  }

  Counted count(const Readings& readings, unsigned threads, const Progress& progress) const {
    Counted out;
    out.certain = rational(readings.worst(), threads, progress, out.any_certain);
    out.possible = rational(readings.best(), threads, progress, out.any_possible);
    return out;
  }

  // How many packages of an exact scenario every party could accept, and whether any is.
  std::optional<std::uint64_t> rational(const Scenario& exact, unsigned threads,
                                        const Progress& progress, std::optional<bool>& any) const {
    const PackagePayoffs payoffs = package_payoffs(exact, Reading::middle);
    if (packages_ <= options_.most_swept) {
      const Survey seen = survey(payoffs, Sweep(payoffs), {false, false}, threads, progress);
      if (progress.stopped()) return std::nullopt;
      any = seen.rational > 0;
      return seen.rational;
    }
    if (!payoffs.additive() || payoffs.capped()) return std::nullopt;
    if (const auto all = combine(payoffs, Limits::kept, options_.most_states, progress))
      any = all->rows.size() > 0;
    return std::nullopt;
  }

  // ---- which to look at

  std::vector<Package> which(const Counted& counted) {
    out_.every_package = counted.possible && *counted.possible <= limits_.most_packages &&
                         packages_ <= limits_.most_listed;
    return out_.every_package ? possible_packages() : shown_packages();
  }

  std::vector<Package> possible_packages() const {
    std::vector<Package> out;
    Package package(scenario_.issues.size(), 0);
    while (true) {
      if (readings_.acceptable(package) != Certainty::none) out.push_back(package);
      std::size_t i = package.size();
      while (i > 0 && ++package[i - 1] == scenario_.issues[i - 1].count()) package[--i] = 0;
      if (i == 0) return out;
    }
  }

  std::vector<Package> shown_packages() const {
    std::set<Package> out;
    for (const FrontierPoint& point : found_.frontier)
      for (const Package& one : point.shown)
        if (out.size() < limits_.most_packages) out.insert(one);
    return {out.begin(), out.end()};
  }

  void look_at(const std::vector<Package>& packages) {
    std::vector<PackageCertainty> looked(packages.size());
    std::atomic<std::size_t> done = 0;
    for_each_index(packages.size(), options_.threads, [&](std::size_t i) {
      if (progress_.stopped()) return;
      looked[i] = {packages[i],
                   {},
                   readings_.acceptable(packages[i]),
                   Standing(readings_, packages[i], limits_.most_steps).efficient()};
      for (std::size_t p = 0; p < readings_.parties(); ++p)
        looked[i].utilities.push_back(readings_.worth(p, packages[i]));
      ++done;
    });
    if (!stopped()) out_.packages = std::move(looked);
  }

  // ---- which unknown decides most

  void settle(const Counted& counted) {
    out_.unknowns = unknowns();
    out_.asked = counted.possible && counted.certain && packages_ <= limits_.most_counted;
    if (!out_.asked) return;
    const bool again = 2 * out_.unknowns.size() * undecided_packages() <= limits_.most_settled;
    std::atomic<std::size_t> done = 0;
    for_each_index(out_.unknowns.size(), options_.threads, [&](std::size_t i) {
      if (progress_.stopped()) return;
      Unknown& unknown = out_.unknowns[i];
      unknown.low = settled(unknown, unknown.bounds.low, counted, again);
      unknown.high = settled(unknown, unknown.bounds.high, counted, again);
      progress_.preparing("settling one number after the other", ++done, out_.unknowns.size());
    });
    if (!stopped())
      rank();
    else
      out_.unknowns.clear();
  }

  std::vector<Unknown> unknowns() const {
    std::vector<Unknown> out;
    const auto add = [&](std::size_t p, std::optional<std::size_t> issue,
                         std::optional<std::uint32_t> option, Interval bounds) {
      if (!bounds.exact()) out.push_back({p, issue, option, bounds, {}, {}});
    };
    for (std::size_t p = 0; p < scenario_.profiles.size(); ++p) {
      const Profile& profile = scenario_.profiles[p];
      if (profile.reservation) add(p, {}, {}, *profile.reservation);
      const auto* sum = std::get_if<Additive>(&profile.utility);
      for (std::size_t i = 0; sum && i < sum->issues.size(); ++i) {
        add(p, i, {}, sum->issues[i].weight);
        const auto* table = std::get_if<OptionTable>(&sum->issues[i].evaluator);
        for (std::uint32_t option = 0; table && option < table->values.size(); ++option)
          add(p, i, option, table->values[option]);
      }
    }
    return out;
  }

  Unknown::Settled settled(const Unknown& unknown, double value, const Counted& before,
                           bool again) const {
    Scenario scenario = scenario_;
    put(scenario.profiles[unknown.party], unknown, value);
    const Readings readings(scenario);
    const Counted after = count(readings, 1, {});
    Unknown::Settled out{value, after.deal(), {}, {}};
    if (!after.certain || !after.possible) return out;
    out.acceptable = before.undecided() - std::min(before.undecided(), after.undecided());
    if (again) out.efficient = newly_decided(readings);
    return out;
  }

  static void put(Profile& profile, const Unknown& unknown, double value) {
    if (!unknown.issue) {
      profile.reservation = value;
      return;
    }
    IssueValue& issue = std::get<Additive>(profile.utility).issues[*unknown.issue];
    (unknown.option ? std::get<OptionTable>(issue.evaluator).values[*unknown.option]
                    : issue.weight) = value;
  }

  std::size_t undecided_packages() const {
    return static_cast<std::size_t>(
        std::count_if(out_.packages.begin(), out_.packages.end(),
                      [](const PackageCertainty& one) { return is_open(one.efficient); }));
  }

  std::uint64_t newly_decided(const Readings& readings) const {
    return static_cast<std::uint64_t>(
        std::count_if(out_.packages.begin(), out_.packages.end(), [&](const PackageCertainty& one) {
          return is_open(one.efficient) &&
                 !is_open(Standing(readings, one.package, limits_.most_steps).efficient());
        }));
  }

  void rank() {
    const auto sum = [](auto one, auto other) { return one.value_or(0) + other.value_or(0); };
    const auto weight = [&](const Unknown& one) {
      const int deals = is_open(out_.deal) ? !is_open(one.low.deal) + !is_open(one.high.deal) : 0;
      return std::tuple(deals, sum(one.low.acceptable, one.high.acceptable),
                        sum(one.low.efficient, one.high.efficient));
    };
    std::stable_sort(out_.unknowns.begin(), out_.unknowns.end(),
                     [&](const Unknown& a, const Unknown& b) { return weight(a) > weight(b); });
  }

  const Scenario& scenario_;
  const Deals& found_;
  const DealsOptions& options_;
  const Progress& progress_;
  const CertaintyLimits& limits_;
  Readings readings_;
  std::uint64_t packages_;
  DealCertainty out_;
};

}  // namespace

DealCertainty certainty(const Scenario& scenario, const Deals& found, const DealsOptions& options,
                        const Progress& progress, const CertaintyLimits& limits) {
  return CertaintyFinder(scenario, found, options, progress, limits).find();
}

}  // namespace entente::analyze
