// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/trades.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "analyze/deals/readings.h"

namespace entente::analyze {
namespace {

using PartyGains = std::vector<double>;  // of each party

// What each option of an issue brings a party, from 0 for its worst to 1 for its best; empty where
// the issue is nothing to it.
std::vector<double> shares(const Profile& profile, const ScenarioIssue& issue, std::size_t place) {
  const auto* sum = std::get_if<Additive>(&profile.utility);
  if (!sum) return {};
  std::vector<double> out;
  for (std::uint64_t option = 0; option < issue.count(); ++option)
    out.push_back(worth(sum->issues[place], issue, option));
  const auto [low, high] = std::minmax_element(out.begin(), out.end());
  const double least = *low, width = *high - *low;
  if (!(width > 0)) return {};
  for (double& one : out) one = (one - least) / width;
  return out;
}

class TradeFinder {
 public:
  TradeFinder(const Scenario& scenario, const std::vector<Interval>& ranges,
              const TradesLimits& limits, TradesFrom& out)
      : scenario_(scenario), ranges_(ranges), limits_(limits), readings_(scenario), out_(out) {
    for (const Profile& profile : scenario.profiles)
      out_.utilities.push_back(utility(profile, scenario.issues, out_.package));
    out_.acceptable = readings_.acceptable(out_.package);
  }

  void find() {
    change_one();
    for (std::size_t i = 0; i < issues(); ++i)
      for (std::size_t j = i + 1; j < issues(); ++j) change_two(i, j);
    keep_first(out_.trades, out_.trades_found, [&](const Trade& one) {
      return std::tuple(sureness(one.move),
                        std::min(share(one.move, one.first), share(one.move, one.second)),
                        shares_of(one.move));
    });
    keep_first(out_.moves, out_.moves_found,
               [&](const Move& one) { return std::tuple(sureness(one), shares_of(one)); });
  }

 private:
  struct Option {
    PartyGains gains;  // from taking it alone
    bool is_move = false;
  };

  std::size_t issues() const { return scenario_.issues.size(); }
  std::size_t parties() const { return scenario_.profiles.size(); }

  PartyGains gains_of(const Package& changed) const {
    PartyGains out;
    for (std::size_t p = 0; p < parties(); ++p)
      out.push_back(utility(scenario_.profiles[p], scenario_.issues, changed) - out_.utilities[p]);
    return out;
  }

  bool gains(std::size_t p, double by) const { return by > readings_.hair(p); }
  bool loses(std::size_t p, double by) const { return by < -readings_.hair(p); }

  bool helps(const PartyGains& by) const {
    bool some = false;
    for (std::size_t p = 0; p < parties(); ++p) {
      if (loses(p, by[p])) return false;
      some |= gains(p, by[p]);
    }
    return some;
  }

  bool acceptable_in_the_middle(const Package& package) const {
    if (!readings_.allowed(package)) return false;
    for (std::size_t p = 0; p < parties(); ++p) {
      const Profile& profile = scenario_.profiles[p];
      if (profile.reservation && utility(profile, scenario_.issues, package) <
                                     at(*profile.reservation, Reading::middle) - readings_.hair(p))
        return false;
    }
    return true;
  }

  Package with(const std::vector<IssueChange>& changes) const {
    Package out = out_.package;
    for (const IssueChange& change : changes) out[change.issue] = change.to;
    return out;
  }

  Move move_of(std::vector<IssueChange> changes, PartyGains by) const {
    const Package to = with(changes);
    Move out{std::move(changes), std::move(by), {}, Certainty::all, readings_.acceptable(to)};
    bool somebody = false;
    for (std::size_t p = 0; p < parties(); ++p) {
      out.bounds.push_back(readings_.difference(p, to, out_.package));
      if (loses(p, out.bounds[p].low)) out.sure = Certainty::some;
      somebody |= gains(p, out.bounds[p].low);
    }
    if (!somebody) out.sure = Certainty::some;
    return out;
  }

  IssueChange change(std::size_t issue, std::uint64_t option) const {
    return {issue, out_.package[issue], static_cast<std::uint32_t>(option)};
  }

  void change_one() {
    for (std::size_t i = 0; i < issues(); ++i) {
      auto& options = options_.emplace_back(scenario_.issues[i].count());
      for (std::uint64_t o = 0; o < options.size(); ++o) {
        const Package changed = with({change(i, o)});
        options[o].gains = gains_of(changed);
        options[o].is_move =
            o != out_.package[i] && helps(options[o].gains) && acceptable_in_the_middle(changed);
        if (options[o].is_move) out_.moves.push_back(move_of({change(i, o)}, options[o].gains));
      }
    }
  }

  void change_two(std::size_t i, std::size_t j) {
    looked_ += options_[i].size() * options_[j].size();
    if (looked_ > limits_.most_moves) {
      out_.every_pair = false;
      return;
    }
    for (std::uint64_t a = 0; a < options_[i].size(); ++a)
      for (std::uint64_t b = 0; b < options_[j].size(); ++b)
        if (a != out_.package[i] && b != out_.package[j] && !options_[i][a].is_move &&
            !options_[j][b].is_move)
          take(change(i, a), options_[i][a].gains, change(j, b), options_[j][b].gains);
  }

  // The other of the two brings what is missing.
  PartyGains together(const IssueChange& x, const PartyGains& by_x, const IssueChange& y,
                      const PartyGains& by_y) const {
    PartyGains out(parties());
    for (std::size_t p = 0; p < parties(); ++p)
      out[p] =
          readings_.separable(p)
              ? by_x[p] + by_y[p]
              : utility(scenario_.profiles[p], scenario_.issues, with({x, y})) - out_.utilities[p];
    return out;
  }

  void take(const IssueChange& x, const PartyGains& by_x, const IssueChange& y,
            const PartyGains& by_y) {
    const PartyGains by = together(x, by_x, y, by_y);
    if (!helps(by) || !acceptable_in_the_middle(with({x, y}))) return;
    bool traded = false;
    for (std::size_t p = 0; p < parties(); ++p)
      for (std::size_t q = p + 1; q < parties(); ++q)
        traded |= trade(p, q, x, by_x, y, by_y, by) || trade(p, q, y, by_y, x, by_x, by);
    if (!traded) out_.moves.push_back(move_of({x, y}, by));
  }

  // `p` gives on x, `q` on y.
  bool trade(std::size_t p, std::size_t q, const IssueChange& x, const PartyGains& by_x,
             const IssueChange& y, const PartyGains& by_y, const PartyGains& by) {
    if (!(loses(p, by_x[p]) && gains(q, by_x[q]) && loses(q, by_y[q]) && gains(p, by_y[p]) &&
          gains(p, by[p]) && gains(q, by[q])))
      return false;
    Move move = move_of({x, y}, by);
    if (!gains(p, move.bounds[p].low) || !gains(q, move.bounds[q].low)) move.sure = Certainty::some;
    out_.trades.push_back({p, q, std::move(move), {by_x, by_y}});
    return true;
  }

  static int sureness(const Move& move) {
    return (move.sure == Certainty::all) + (move.acceptable == Certainty::all);
  }

  double share(const Move& move, std::size_t p) const {
    const double width = ranges_[p].high - ranges_[p].low;
    return width > 0 ? move.gains[p] / width : 0;
  }
  double shares_of(const Move& move) const {
    double sum = 0;
    for (std::size_t p = 0; p < parties(); ++p) sum += share(move, p);
    return sum;
  }

  template <class Found, class Rank>
  void keep_first(std::vector<Found>& all, std::size_t& found, const Rank& rank) const {
    found = all.size();
    std::stable_sort(all.begin(), all.end(),
                     [&](const Found& a, const Found& b) { return rank(a) > rank(b); });
    if (all.size() > limits_.most_kept)
      all.erase(all.begin() + std::ptrdiff_t(limits_.most_kept), all.end());
  }

  const Scenario& scenario_;
  const std::vector<Interval>& ranges_;
  const TradesLimits& limits_;
  Readings readings_;
  TradesFrom& out_;
  std::vector<std::vector<Option>> options_;
  std::uint64_t looked_ = 0;
};

}  // namespace

Package issue_by_issue(const Scenario& scenario) {
  Package out;
  for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
    const ScenarioIssue& issue = scenario.issues[i];
    std::vector<double> least(issue.count(), 1), sum(issue.count(), 0);
    for (const Profile& profile : scenario.profiles) {
      const auto brought = shares(profile, issue, i);
      for (std::size_t option = 0; option < brought.size(); ++option) {
        least[option] = std::min(least[option], brought[option]);
        sum[option] += brought[option];
      }
    }
    // In billionths, so that the order of adding parties up does not show.
    const auto rank = [&](std::uint32_t option) {
      return std::tuple(std::llround(least[option] * 1e9), std::llround(sum[option] * 1e9));
    };
    std::uint32_t best = 0;
    for (std::uint32_t option = 1; option < least.size(); ++option)
      if (rank(option) > rank(best)) best = option;
    out.push_back(best);
  }
  return out;
}

TradesFrom trades_from(const Scenario& scenario, const std::string& name, const Package& package,
                       const std::vector<Interval>& ranges, const TradesLimits& limits) {
  TradesFrom out;
  out.name = name;
  out.package = package;
  TradeFinder(scenario, ranges, limits, out).find();
  return out;
}

}  // namespace entente::analyze
