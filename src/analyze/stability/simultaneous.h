// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "analyze/stability/floors.h"
#include "analyze/stability/graph_model.h"

namespace entente::analyze {

// Simultaneous stability of one state after the other. Keeps room between calls: one for a thread.
class Simultaneous {
 public:
  // With floors, of every decision maker, what cannot sanction is passed over unseen.
  explicit Simultaneous(const GraphModel& model, const std::vector<Floors>* floors = nullptr);

  // Takes up a state; all that follows is about it.
  void at(StateIndex state);

  bool stable(std::size_t who);

  // A combination of staying and improving of the others, one setting of own options for each,
  // that leaves `who` no better off than at the state although it moves to `to`. False: there is
  // none, and `found` is not changed.
  bool answer(std::size_t who, StateIndex to, std::vector<State>& found);

 private:
  // What one may set its own options to: as they are at first, then its improvements, the best of a
  // group first. They are listed only where there are several groups, and only when asked for.
  struct Choices {
    State now = 0;
    std::span<const StateIndex> better;  // the improvements, the best one last
    std::vector<State> listed;
    bool in_list = false, is_listed = false;
  };
  bool has(std::size_t who, std::size_t choice);
  State choice_of(std::size_t who, std::size_t choice) const;
  void list(std::size_t who);

  bool sanctions(State together) const;
  bool search(std::size_t next, State so_far);

  const GraphModel& model_;
  const std::vector<Floors>* floors_;
  StateIndex state_ = 0;
  std::vector<Choices> choices_;  // by decision maker
  std::vector<State> chosen_;     // by decision maker, while searching
  std::size_t who_ = 0;
};

}  // namespace entente::analyze
