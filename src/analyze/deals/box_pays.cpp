// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/box_pays.h"

#include <algorithm>

namespace entente::analyze {
namespace {

bool within_bounds(const Bounds& bounds, const ScenarioIssue& issue, std::uint64_t option) {
  const double x = issue.number(option);
  return bounds.low <= x && x <= bounds.high;
}

}  // namespace

BoxPays::BoxPays(const Scenario& scenario, std::size_t party, std::size_t split)
    : scenario_(&scenario), split_(split) {
  const auto& boxes = std::get<Boxes>(scenario.profiles[party].utility);
  for (std::size_t issue = split; issue < scenario.issues.size(); ++issue)
    size_ *= scenario.issues[issue].count();
  divisor_ = boxes.divisor;
  group_ = group(boxes.group);
}

BoxPays::Region BoxPays::region(const std::vector<Bounds>& bounds) const {
  Region region;
  region.inner.assign(size_, 1);
  for (const Bounds& bound : bounds) {
    if (bound.issue < split_) {
      region.outer.push_back(bound);
      continue;
    }
    std::size_t stride = 1;
    for (std::size_t issue = bound.issue + 1; issue < scenario_->issues.size(); ++issue)
      stride *= scenario_->issues[issue].count();
    const ScenarioIssue& issue = scenario_->issues[bound.issue];
    for (std::size_t i = 0; i < size_; ++i)
      region.inner[i] &= within_bounds(bound, issue, i / stride % issue.count());
  }
  return region;
}

BoxPays::Group BoxPays::group(const BoxGroup& from) const {
  Group out{from.aggregation, from.weight, {}, {}};
  for (const Box& box : from.boxes)
    out.pieces.push_back({box.weight * box.utility, region(box.includes), region(box.excludes),
                          !box.excludes.empty()});
  for (const BoxGroup& inner : from.groups) out.groups.push_back(group(inner));
  return out;
}

bool BoxPays::Region::stands(const Scenario& scenario, const Package& package) const {
  return std::all_of(outer.begin(), outer.end(), [&](const Bounds& bounds) {
    return within_bounds(bounds, scenario.issues[bounds.issue], package[bounds.issue]);
  });
}

void BoxPays::pay(const Piece& piece, const Package& outer, std::vector<double>& pays) const {
  pays.assign(size_, 0);
  if (!piece.includes.stands(*scenario_, outer)) return;
  const std::uint8_t barred = piece.has_excludes && piece.excludes.stands(*scenario_, outer);
  for (std::size_t i = 0; i < size_; ++i)
    pays[i] = piece.includes.inner[i] & ~(barred & piece.excludes.inner[i]) ? piece.pay : 0;
}

void BoxPays::pay(const Group& group, const Package& outer, std::vector<double>& pays) const {
  std::vector<double> part;
  bool first = true;
  pays.assign(size_, 0);
  const auto join = [&] {
    for (std::size_t i = 0; i < size_; ++i) {
      if (first)
        pays[i] = part[i];
      else if (group.aggregation == Aggregation::sum)
        pays[i] += part[i];
      else if (group.aggregation == Aggregation::least)
        pays[i] = std::min(pays[i], part[i]);
      else
        pays[i] = std::max(pays[i], part[i]);
    }
    first = false;
  };
  for (const Piece& piece : group.pieces) pay(piece, outer, part), join();
  for (const Group& inner : group.groups) pay(inner, outer, part), join();
  for (double& pay : pays) pay *= group.weight;
}

void BoxPays::pay(const Package& outer, std::vector<double>& pays) const {
  pay(group_, outer, pays);
  for (double& pay : pays) pay /= divisor_;
}

}  // namespace entente::analyze
