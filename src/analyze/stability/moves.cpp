// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/moves.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <tuple>

namespace entente::analyze {
namespace {

State options_that_move(const Conflict& conflict, std::size_t owner, Direction direction) {
  State out = 0;
  for (std::size_t i = 0; i < conflict.options.size(); ++i)
    if (conflict.options[i].owner == owner && conflict.options[i].direction == direction)
      out |= bit(i);
  return out;
}

// The digits of `number` at the places of `mask`, closed up to the lowest places.
State gathered(State number, State mask) {
  State out = 0;
  for (int place = 0; mask != 0; mask &= mask - 1, ++place)
    if (number & mask & -mask) out |= State{1} << place;
  return out;
}

}  // namespace

Moves::Moves(const Conflict& conflict, std::size_t who, const States& states,
             const Payoffs& payoffs)
    : own_(options_of(conflict, who)), group_of_(states.size()), order_(states.size()) {
  const State forward = options_that_move(conflict, who, Direction::forward),
              back = options_that_move(conflict, who, Direction::back), one_way = forward | back;
  one_way_ = std::popcount(one_way);
  const auto field = [&](StateIndex s) { return states[s] & ~own_; };
  const auto spent = [&](StateIndex s) { return (states[s] ^ back) & one_way; };
  const auto key = [&](StateIndex s) { return std::tuple(field(s), spent(s), payoffs[s], s); };
  std::iota(order_.begin(), order_.end(), StateIndex{0});
  std::sort(order_.begin(), order_.end(),
            [&](StateIndex a, StateIndex b) { return key(a) < key(b); });

  GroupIndex field_begin = 0;
  const auto end_field = [&] {
    for (GroupIndex g = field_begin; g < groups(); ++g) groups_[g].field_end = groups();
    field_begin = groups();
  };
  for (std::uint32_t at = 0; at < order_.size(); ++at) {
    const StateIndex state = order_[at];
    const bool new_field = at == 0 || field(state) != field(order_[at - 1]);
    if (new_field) end_field();
    if (new_field || spent(state) != spent(order_[at - 1]))
      groups_.push_back({at, at, field_begin, 0, gathered(spent(state), one_way)});
    groups_.back().end = at + 1;
    group_of_[state] = groups() - 1;
  }
  end_field();
}

}  // namespace entente::analyze
