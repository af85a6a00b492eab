// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/preferences.h"

namespace entente::analyze {
namespace {

Liking turned(Liking liking) {
  return liking == Liking::better  ? Liking::worse
         : liking == Liking::worse ? Liking::better
                                   : liking;
}

}  // namespace

void Preferences::set(std::size_t who, StateIndex a, StateIndex b, Liking of_a_over_b) {
  set_[who][a][b] = of_a_over_b;
  set_[who][b][a] = turned(of_a_over_b);
}

void Preferences::forget(std::size_t who, StateIndex a, StateIndex b) {
  for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)})
    if (auto& all = set_[who][from]; all.erase(to) > 0 && all.empty()) set_[who].erase(from);
}

Liking Preferences::of(std::size_t who, StateIndex a, StateIndex b) const {
  if (const auto all = set_[who].find(a); all != set_[who].end())
    if (const auto found = all->second.find(b); found != all->second.end()) return found->second;
  const Payoff first = model_->payoffs[who][a], second = model_->payoffs[who][b];
  return first > second ? Liking::better : first < second ? Liking::worse : Liking::equal;
}

}  // namespace entente::analyze
