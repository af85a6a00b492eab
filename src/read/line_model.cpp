// SPDX-License-Identifier: Apache-2.0
#include "read/line_model.h"

#include <algorithm>
#include <cstdint>

namespace entente::read {
namespace {

int sum_of(const Cues& cues, const std::array<int, cue_count>& weights) {
  int sum = 0;
  cues.for_each([&](std::size_t cue) { sum += weights[cue]; });
  return sum;
}

int score_of(const std::vector<Unit>& units, std::size_t at, const LineWeights& weights) {
  const Unit& unit = units[at];
  int score = weights.bias + sum_of(unit.cues, weights.anywhere) +
              sum_of(unit.cues, weights.in_zone[static_cast<std::size_t>(unit.zone)]);
  for (std::size_t i = 0; i < weights.neighbours.size(); ++i) {
    const auto other = static_cast<std::ptrdiff_t>(at) + weights.neighbours[i];
    if (other >= 0 && static_cast<std::size_t>(other) < units.size())
      score += sum_of(units[static_cast<std::size_t>(other)].cues, weights.beside[i]);
  }
  return score;
}

// Viterbi over two labels.
class BestPath {
 public:
  BestPath(const std::vector<Unit>& units, const LineWeights& weights)
      : units_(units), weights_(weights) {}

  std::vector<bool> find() {
    std::vector<Step> steps(units_.size());
    for (std::size_t at = 0; at < units_.size(); ++at)
      steps[at] = at == 0 ? first() : next(steps[at - 1], at);
    std::vector<bool> furniture(units_.size());
    bool label = !steps.empty() && steps.back().furniture > steps.back().report;
    for (std::size_t at = units_.size(); at-- > 0;) {
      furniture[at] = label;
      label = label ? steps[at].furniture_from_furniture : steps[at].report_from_furniture;
    }
    return furniture;
  }

 private:
  struct Step {
    std::int64_t report = 0, furniture = 0;  // the best path that ends here with that label
    bool report_from_furniture = false, furniture_from_furniture = false;
  };
  static constexpr std::int64_t never = -(std::int64_t{1} << 40);

  std::int64_t as_report(std::size_t at) const { return units_[at].known ? never : 0; }
  std::int64_t as_furniture(std::size_t at) const {
    return units_[at].known ? 0 : units_[at].kept ? never : score_of(units_, at, weights_);
  }

  Step first() const { return {as_report(0), as_furniture(0), false, false}; }

  Step next(const Step& before, std::size_t at) const {
    const std::int64_t stay_report = before.report + weights_.report_stays;
    const std::int64_t stay_furniture = before.furniture + weights_.furniture_stays;
    Step step;
    step.report_from_furniture = before.furniture > stay_report;
    step.furniture_from_furniture = stay_furniture > before.report;
    step.report = std::max(stay_report, before.furniture) + as_report(at);
    step.furniture = std::max(stay_furniture, before.report) + as_furniture(at);
    return step;
  }

  const std::vector<Unit>& units_;
  const LineWeights& weights_;
};

}  // namespace

std::vector<bool> best_path(const std::vector<Unit>& units, const LineWeights& weights) {
  return BestPath(units, weights).find();
}

bool is_page_around_report(const std::vector<Unit>& units) {
  return !units.empty() && units.front().zone != Zone::nowhere &&
         std::any_of(units.begin(), units.end(), [](const Unit& unit) { return unit.known; });
}

std::vector<std::size_t> furniture_lines(const Lines& lines, const std::vector<Role>& roles) {
  const std::vector<Unit> units = units_of(lines, roles);
  if (!is_page_around_report(units)) return {};
  const std::vector<bool> furniture = best_path(units, line_weights());
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at < units.size(); ++at)
    for (std::size_t i = units[at].first; furniture[at] && i < units[at].last; ++i)
      if (roles[i] == Role::text) found.push_back(i);
  return found;
}

}  // namespace entente::read
