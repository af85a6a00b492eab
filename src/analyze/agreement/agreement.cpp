// SPDX-License-Identifier: Apache-2.0
#include "analyze/agreement/agreement.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace entente::analyze {
namespace {

// The values that one unit was given, where there are at least two.
using Unit = std::vector<std::size_t>;

std::vector<Unit> pairable(const Codings& codings) {
  std::vector<Unit> units;
  for (const auto& coded : codings) {
    Unit unit;
    for (const auto& value : coded)
      if (value) unit.push_back(*value);
    if (unit.size() > 1) units.push_back(std::move(unit));
  }
  return units;
}

// How far apart any two categories are, squared.
class Distances {
 public:
  Distances(Scale scale, const std::vector<Unit>& units) : scale_(scale) {
    for (const Unit& unit : units)
      for (std::size_t value : unit) {
        if (counts_.size() <= value) counts_.resize(value + 1);
        counts_[value] += 1;
      }
    below_.resize(counts_.size() + 1);
    std::partial_sum(counts_.begin(), counts_.end(), below_.begin() + 1);
  }

  double operator()(std::size_t one, std::size_t other) const {
    if (one == other) return 0;
    if (scale_ == Scale::nominal) return 1;
    const double far = scale_ == Scale::interval
                           ? static_cast<double>(std::max(one, other) - std::min(one, other))
                           : ranks_between(std::min(one, other), std::max(one, other));
    return far * far;
  }

  // Of all pairs that chance could make of the values.
  double expected() const {
    double sum = 0;
    for (std::size_t one = 0; one < counts_.size(); ++one)
      for (std::size_t other = 0; other < counts_.size(); ++other)
        sum += counts_[one] * counts_[other] * (*this)(one, other);
    const double n = below_.back();
    return sum / (n * (n - 1));
  }

 private:
  double ranks_between(std::size_t low, std::size_t high) const {
    return below_[high + 1] - below_[low] - (counts_[low] + counts_[high]) / 2;
  }

  Scale scale_;
  std::vector<double> counts_;  // how often each category was given
  std::vector<double> below_;   // how often any before it was
};

// What one unit adds to the observed disagreement.
double disagreement(const Unit& unit, const Distances& far) {
  double sum = 0;
  for (std::size_t one : unit)
    for (std::size_t other : unit) sum += far(one, other);
  return sum / static_cast<double>(unit.size() - 1);
}

// SplitMix64: the same sequence everywhere.
class Draws {
 public:
  std::size_t below(std::size_t limit) {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return static_cast<std::size_t>((z ^ (z >> 31)) % limit);
  }

 private:
  std::uint64_t state_ = 0;
};

constexpr std::size_t samples = 1000;

// The middle 95 % of what alpha comes to in samples of the units.
std::pair<double, double> resampled(const std::vector<Unit>& units, const Distances& far,
                                    double expected) {
  std::vector<double> each;
  for (const Unit& unit : units) each.push_back(disagreement(unit, far));
  Draws draws;
  std::vector<double> alphas(samples);
  for (double& alpha : alphas) {
    double sum = 0, values = 0;
    for (std::size_t drawn = 0; drawn < units.size(); ++drawn) {
      const std::size_t at = draws.below(units.size());
      sum += each[at];
      values += static_cast<double>(units[at].size());
    }
    alpha = 1 - sum / values / expected;
  }
  std::sort(alphas.begin(), alphas.end());
  return {alphas[samples / 40], alphas[samples - samples / 40 - 1]};
}

bool differs(const Unit& unit) {
  return std::adjacent_find(unit.begin(), unit.end(), std::not_equal_to<>{}) != unit.end();
}

}  // namespace

Alpha alpha(const Codings& codings, Scale scale) {
  const std::vector<Unit> units = pairable(codings);
  Alpha out;
  out.units = units.size();
  out.differing = static_cast<std::size_t>(std::count_if(units.begin(), units.end(), differs));
  double observed = 0;
  const Distances far(scale, units);
  for (const Unit& unit : units) {
    out.values += unit.size();
    observed += disagreement(unit, far);
  }
  if (units.empty()) return out;
  const double expected = far.expected();
  if (expected == 0) return out;
  out.alpha = 1 - observed / static_cast<double>(out.values) / expected;
  if (units.size() > 1) out.interval = resampled(units, far, expected);
  return out;
}

}  // namespace entente::analyze
