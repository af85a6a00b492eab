// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "base/failure.h"
#include "model/conflict.h"

namespace entente {

// The place of a state among the feasible ones, from 0. People count from 1: see number_of.
using StateIndex = std::uint32_t;
inline constexpr StateIndex no_state = std::numeric_limits<StateIndex>::max();

inline std::size_t number_of(StateIndex index) { return std::size_t{index} + 1; }

// The feasible states of a conflict, in the order of their decimal numbers.
class States {
 public:
  static constexpr std::size_t most = std::size_t{1} << 22;

  States() = default;
  explicit States(std::vector<State> ascending);

  std::size_t size() const { return states_.size(); }
  State operator[](StateIndex index) const { return states_[index]; }
  auto begin() const { return states_.begin(); }
  auto end() const { return states_.end(); }

  StateIndex index_of(State state) const;  // no_state where it is not feasible

 private:
  std::vector<State> states_;
  std::vector<StateIndex> places_;  // by state; empty where that would be mostly holes
};

// bad_input, naming the item: a conflict without options or decision makers, with more than
// most_options, names given twice, an owner or an option that is not there, no feasible state, or
// more than States::most of them.
Result<States> feasible_states(const Conflict& conflict);

// "YNY", option 0 first.
std::string pattern_text(State state, std::size_t options);

}  // namespace entente
