// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "analyze/stability/graph_model.h"
#include "analyze/stability/unreached.h"
#include "model/stability.h"

namespace entente::analyze {

enum class By { moves, improvements };

// What some decision makers can bring about together from one state, the nearest states first.
// Each state of a group is passed once for each mover, as in BackwardSweep, so that a full search
// takes states x movers steps.
class Spread {
 public:
  Spread(const GraphModel& model, StateIndex from, const Coalition& movers, By how);

  // The first state that is wanted, the start included; none if none can be reached. Goes on where
  // the last call stopped, past the state that it found.
  template <class Wanted>
  std::optional<StateIndex> find(const Wanted& wanted) {
    while (next_ < reached_.size()) {
      const StateIndex state = reached_[next_++];
      go_on_from(state);
      if (wanted(state)) return state;
    }
    return std::nullopt;
  }

  bool reached(StateIndex state) const { return state == from_ || came_[state].to != no_state; }
  std::vector<Step> steps_to(StateIndex state) const;  // of a state that was reached

 private:
  void go_on_from(StateIndex state);
  void reach(StateIndex state);

  const GraphModel& model_;
  StateIndex from_;
  Coalition movers_;
  By how_;
  std::vector<Step> came_;            // by state: who moved, and from where
  std::vector<Unreached> unreached_;  // by place in movers_
  std::vector<StateIndex> reached_;
  std::size_t next_ = 0;
};

Coalition all_of(const GraphModel& model);
Coalition all_but(const GraphModel& model, std::size_t who);

}  // namespace entente::analyze
