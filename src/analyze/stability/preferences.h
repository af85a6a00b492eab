// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "analyze/stability/graph_model.h"
#include "model/stability.h"

namespace entente::analyze {

enum class Liking : std::uint8_t { worse, equal, better, unknown };

// What everybody would rather have, pair by pair: as the payoffs of a model say, but for the pairs
// that were set. Need not be transitive.
class Preferences {
 public:
  explicit Preferences(const GraphModel& model) : model_(&model), set_(model.decision_makers()) {}

  void set(std::size_t who, StateIndex a, StateIndex b, Liking of_a_over_b);
  void forget(std::size_t who, StateIndex a, StateIndex b);  // what was set: as the payoffs say

  Liking of(std::size_t who, StateIndex a, StateIndex b) const;

  // Calls visit(b) for each b for which something was set between it and a.
  template <class Visit>
  void for_each_set(std::size_t who, StateIndex a, const Visit& visit) const {
    const auto all = set_[who].find(a);
    if (all == set_[who].end()) return;
    for (const auto& [b, liking] : all->second) visit(b);
  }
  bool any_set(std::size_t who) const { return !set_[who].empty(); }

 private:
  const GraphModel* model_;
  std::vector<std::map<StateIndex, std::map<StateIndex, Liking>>> set_;  // by decision maker
};

}  // namespace entente::analyze
