// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/fairness.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "analyze/deals/payoffs.h"

namespace entente::analyze {
namespace {

// A frontier seen from the disagreement point.
class Gains {
 public:
  Gains(const std::vector<Interval>& ranges, const std::vector<double>& disagreement)
      : ranges_(ranges), from_(disagreement) {}

  std::size_t parties() const { return from_.size(); }

  double gain(const FrontierPoint& point, std::size_t party) const {
    const double gain = point.utilities[party] - from_[party];
    return std::abs(gain) <= hair(party) ? 0 : gain;
  }
  double share(const FrontierPoint& point, std::size_t party) const {
    return gain(point, party) / (ranges_[party].high - from_[party]);
  }
  bool can_gain(std::size_t party) const {
    return ranges_[party].high - from_[party] > hair(party);
  }
  bool all_can_gain() const {
    for (std::size_t p = 0; p < parties(); ++p)
      if (!can_gain(p)) return false;
    return true;
  }

 private:
  double hair(std::size_t party) const {
    return tolerance *
           std::max(ranges_[party].high - ranges_[party].low, 1e-3 * std::abs(ranges_[party].high));
  }

  const std::vector<Interval>& ranges_;
  const std::vector<double>& from_;
};

double least_of(const Gains& gains, const FrontierPoint& point,
                double (Gains::*measure)(const FrontierPoint&, std::size_t) const) {
  double least = (gains.*measure)(point, 0);
  for (std::size_t p = 1; p < gains.parties(); ++p)
    least = std::min(least, (gains.*measure)(point, p));
  return least;
}

double product(const Gains& gains, const FrontierPoint& point) {
  double product = 1;
  for (std::size_t p = 0; p < gains.parties(); ++p) product *= gains.gain(point, p);
  return product;
}

double spread(const Gains& gains, const FrontierPoint& point) {
  double most = gains.share(point, 0), least = most;
  for (std::size_t p = 1; p < gains.parties(); ++p) {
    most = std::max(most, gains.share(point, p));
    least = std::min(least, gains.share(point, p));
  }
  return most - least;
}

double welfare(const FrontierPoint& point) {
  return std::accumulate(point.utilities.begin(), point.utilities.end(), 0.0);
}

// Where some party can gain nothing: what is gained least is 0 then, and so is the product.
FairPoints all_tie(Fairness notion, std::size_t count) {
  const bool of_gains = notion == Fairness::nash || notion == Fairness::kalai;
  FairPoints fair{notion, of_gains ? std::optional(0.0) : std::nullopt,
                  std::vector<std::size_t>(count)};
  std::iota(fair.points.begin(), fair.points.end(), std::size_t{0});
  return fair;
}

// The points with the largest score, those within a billionth of it among them. `scale`: of what
// size scores are; 0: that of the best.
template <class Score>
FairPoints best(Fairness notion, const std::vector<FrontierPoint>& frontier, double scale,
                const Score& score) {
  std::vector<double> scores;
  for (const FrontierPoint& point : frontier) scores.push_back(score(point));
  const double top = *std::max_element(scores.begin(), scores.end());
  const double hair = tolerance * (scale > 0 ? scale : std::abs(top));
  FairPoints fair{notion, top, {}};
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (scores[i] >= top - hair) fair.points.push_back(i);
  return fair;
}

}  // namespace

std::vector<double> disagreement_of(const Scenario& scenario, const std::vector<Interval>& ranges,
                                    Reading reading) {
  std::vector<double> from;
  for (std::size_t p = 0; p < ranges.size(); ++p) {
    const auto& reservation = scenario.profiles[p].reservation;
    from.push_back(reservation ? std::max(at(*reservation, reading), ranges[p].low)
                               : ranges[p].low);
  }
  return from;
}

std::vector<FairPoints> fair_points(const std::vector<FrontierPoint>& frontier,
                                    const std::vector<Interval>& ranges,
                                    const std::vector<double>& disagreement) {
  if (frontier.empty()) return {};
  const Gains gains(ranges, disagreement);
  double widest = 0, largest = 0;
  for (const Interval& range : ranges) {
    widest = std::max(widest, range.high - range.low);
    largest = std::max({largest, std::abs(range.high), std::abs(range.low)});
  }
  std::vector<FairPoints> fair;
  if (gains.all_can_gain()) {
    fair.push_back(
        best(Fairness::nash, frontier, 0, [&](auto& point) { return product(gains, point); }));
    fair.push_back(best(Fairness::kalai, frontier, widest,
                        [&](auto& point) { return least_of(gains, point, &Gains::gain); }));
    fair.push_back(best(Fairness::ks_maxmin, frontier, 1,
                        [&](auto& point) { return least_of(gains, point, &Gains::share); }));
    fair.push_back(best(Fairness::ks_equal_gain, frontier, 1,
                        [&](auto& point) { return -spread(gains, point); }));
    fair.back().value = -*fair.back().value;
  } else {
    for (const Fairness notion :
         {Fairness::nash, Fairness::kalai, Fairness::ks_maxmin, Fairness::ks_equal_gain})
      fair.push_back(all_tie(notion, frontier.size()));
  }
  fair.push_back(best(Fairness::max_welfare, frontier, largest, welfare));
  return fair;
}

}  // namespace entente::analyze
