// SPDX-License-Identifier: Apache-2.0
#pragma once

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
  bool sanctions(State together) const;
  bool search(std::size_t next, State so_far);

  const GraphModel& model_;
  const std::vector<Floors>* floors_;
  StateIndex state_ = 0;
  std::vector<std::vector<State>>
      choices_;                // by decision maker: its options as they are, then improved
  std::vector<State> chosen_;  // by decision maker, while searching
  std::size_t who_ = 0;
};

}  // namespace entente::analyze
