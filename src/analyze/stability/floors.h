// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analyze/stability/graph_model.h"

namespace entente::analyze {

// The least that a decision maker can end with where only some of the parties have chosen: its own
// options are settled and those of the parties before one of them, in the order of the conflict.
// What lies below no floor need not be looked for. Of tables that would be nearly as long as the
// list of states only those of small models are kept.
class Floors {
 public:
  Floors(const GraphModel& model, std::size_t who);

  // Over the feasible states that agree with `settled` on those options (no other bit is set). The
  // greatest number where there is none; 0, which bounds nothing, where no table was kept.
  Payoff least(std::size_t next, State settled) const {
    const Level& level = levels_[next];
    if (level.least.empty()) return 0;
    const StateIndex at = level.states.index_of(settled);
    return at == no_state ? ~Payoff{0} : level.least[at];
  }

  // Whether what another one chooses can make a difference to it: to its payoff, or to what is
  // feasible.
  bool matters(std::size_t other) const { return matters_[other]; }

 private:
  struct Level {
    States states;  // what the settled options can be
    Payoffs least;
  };
  std::vector<Level> levels_;  // by the first party that has not chosen
  std::vector<bool> matters_;
};

std::vector<Floors> floors_of(const GraphModel& model, unsigned threads);

}  // namespace entente::analyze
