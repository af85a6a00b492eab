// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/sweep.h"

#include <algorithm>

namespace entente::analyze {
namespace {

constexpr std::uint64_t block_most = 4096;  // so that a block of five parties stays in the cache

// The sums over the issues from `split` on, of all their packages.
std::vector<double> sums(const std::vector<std::vector<double>>& steps, std::size_t split) {
  std::vector<double> all{0};
  for (std::size_t issue = split; issue < steps.size(); ++issue) {
    std::vector<double> next;
    next.reserve(all.size() * steps[issue].size());
    for (const double so_far : all)
      for (const double step : steps[issue]) next.push_back(so_far + step);
    all = std::move(next);
  }
  return all;
}

std::vector<std::uint64_t> rules_over(const PackagePayoffs& payoffs, std::size_t split) {
  std::vector<std::uint64_t> all{~std::uint64_t{0}};
  for (std::size_t issue = split; issue < payoffs.counts.size(); ++issue) {
    std::vector<std::uint64_t> next;
    for (const std::uint64_t so_far : all)
      for (std::uint64_t option = 0; option < payoffs.counts[issue]; ++option)
        next.push_back(so_far & payoffs.rules_left(issue, option));
    all = std::move(next);
  }
  return all;
}

void add_up(double prefix, const double* inner, std::size_t size, const PartyPayoff& party,
            Key* keys) {
  const double cap = party.cap;
  for (std::size_t i = 0; i < size; ++i) {
    const double steps = prefix + inner[i];
    keys[i] = static_cast<Key>((steps < cap ? steps : cap) * (1 / steps_per_key) + 0.5);
  }
}

}  // namespace

Sweep::Sweep(const PackagePayoffs& payoffs) : payoffs_(payoffs), split_(payoffs.counts.size()) {
  while (split_ > 0 && (inner_ == 1 || inner_ * payoffs.counts[split_ - 1] <= block_most))
    inner_ *= payoffs.counts[--split_];
  for (std::size_t issue = 0; issue < split_; ++issue) outer_ *= payoffs.counts[issue];
  for (std::size_t p = 0; p < payoffs.parties.size(); ++p) {
    const bool additive = payoffs.parties[p].additive();
    inner_steps_.push_back(additive ? sums(payoffs.parties[p].steps, split_)
                                    : std::vector<double>{});
    boxes_.push_back(additive ? BoxPays() : BoxPays(*payoffs.scenario, p, split_));
  }
  if (!payoffs.rules.empty()) inner_rules_ = rules_over(payoffs, split_);
}

Package Sweep::package(std::uint64_t number) const {
  Package package(payoffs_.counts.size());
  for (std::size_t issue = package.size(); issue-- > 0; number /= payoffs_.counts[issue])
    package[issue] = static_cast<std::uint32_t>(number % payoffs_.counts[issue]);
  return package;
}

Sweep::View::View(const Sweep& sweep)
    : sweep_(sweep),
      keys_(sweep.payoffs_.parties.size() * sweep.inner_),
      rules_(sweep.inner_rules_.size()) {}

void Sweep::View::turn_to(std::uint64_t block) {
  first_ = block * sweep_.inner_;
  const Package outer = sweep_.package(first_);
  for (std::size_t party = 0; party < sweep_.payoffs_.parties.size(); ++party) fill(party, outer);
  if (!rules_.empty()) fill_rules(outer);
}

void Sweep::View::fill(std::size_t party, const Package& outer) {
  const PartyPayoff& payoff = sweep_.payoffs_.parties[party];
  Key* keys = keys_.data() + party * size();
  double prefix = 0;
  if (!payoff.additive()) {
    sweep_.boxes_[party].pay(outer, pays_);
    for (double& pay : pays_) pay = payoff.steps_of(pay);
    return add_up(prefix, pays_.data(), size(), payoff, keys);
  }
  for (std::size_t issue = 0; issue < sweep_.split_; ++issue)
    prefix += payoff.steps[issue][outer[issue]];
  add_up(prefix, sweep_.inner_steps_[party].data(), size(), payoff, keys);
}

void Sweep::View::fill_rules(const Package& outer) {
  std::uint64_t left = sweep_.payoffs_.links | sweep_.payoffs_.red_lines;
  for (std::size_t issue = 0; issue < sweep_.split_; ++issue)
    left &= sweep_.payoffs_.rules_left(issue, outer[issue]);
  any_rule_ = left != 0;
  if (!any_rule_) return;
  for (std::size_t i = 0; i < size(); ++i) rules_[i] = left & sweep_.inner_rules_[i];
}

}  // namespace entente::analyze
