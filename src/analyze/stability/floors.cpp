// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/floors.h"

#include <algorithm>
#include <optional>

#include "base/parallel.h"

namespace entente::analyze {
namespace {

using Floor = std::pair<State, Payoff>;

// The least payoff for each setting of the options in `mask`, in ascending order.
std::vector<Floor> lowered(std::vector<Floor> all, State mask) {
  for (Floor& one : all) one.first &= mask;
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end(),
                        [](const Floor& a, const Floor& b) { return a.first == b.first; }),
            all.end());
  return all;
}

bool makes_a_difference(const GraphModel& model, std::size_t who, State options) {
  const Payoffs& payoffs = model.payoffs[who];
  for (; options != 0; options &= options - 1)
    for (StateIndex s = 0; s < payoffs.size(); ++s) {
      const StateIndex other = model.states.index_of(model.states[s] ^ (options & -options));
      if (other == no_state || payoffs[other] != payoffs[s]) return true;
    }
  return false;
}

// Long tables cost more than they save: a bound on the last choice alone.
bool worth_keeping(std::size_t floors, std::size_t states) {
  return states <= 4096 || floors * 4 <= states;
}

}  // namespace

Floors::Floors(const GraphModel& model, std::size_t who) : levels_(model.decision_makers() + 1) {
  for (std::size_t other = 0; other < model.decision_makers(); ++other)
    matters_.push_back(other != who && makes_a_difference(model, who, model.moves[other].own()));
  std::vector<Floor> floors;
  floors.reserve(model.states.size());
  for (StateIndex s = 0; s < model.states.size(); ++s)
    floors.emplace_back(model.states[s], model.payoffs[who][s]);
  State settled = ~State{0};
  for (std::size_t next = model.decision_makers(); next-- > 0;) {
    if (next == who) continue;
    settled &= ~model.moves[next].own();
    floors = lowered(std::move(floors), settled);
    if (!worth_keeping(floors.size(), model.states.size())) continue;
    std::vector<State> states;
    for (const auto& [state, payoff] : floors) {
      states.push_back(state);
      levels_[next].least.push_back(payoff);
    }
    levels_[next].states = States(std::move(states));
  }
}

std::vector<Floors> floors_of(const GraphModel& model, unsigned threads) {
  std::vector<std::optional<Floors>> made(model.decision_makers());
  for_each_index(made.size(), threads, [&](std::size_t who) { made[who].emplace(model, who); });
  std::vector<Floors> out;
  for (auto& one : made) out.push_back(std::move(*one));
  return out;
}

}  // namespace entente::analyze
