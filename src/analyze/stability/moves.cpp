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
      groups_.push_back({at, at, field_begin, 0, gathered(spent(state), one_way), 0});
    groups_.back().end = at + 1;
    group_of_[state] = groups() - 1;
  }
  end_field();
  make_lattice();
}

void Moves::make_lattice() {
  constexpr int few_one_way = 2, most_one_way = 22;
  if (one_way_ <= few_one_way || one_way_ > most_one_way) return;
  const std::size_t sets = std::size_t{1} << one_way_;
  std::size_t fields = 0;
  for (GroupIndex g = 0; g < groups(); ++g) fields += groups_[g].field_begin == g;
  if (fields * sets > std::max<std::size_t>(8 * groups_.size(), 4096)) return;
  group_at_.assign(fields * sets, no_group);
  std::size_t begin = 0;
  for (GroupIndex g = 0; g < groups(); ++g) {
    groups_[g].lattice = begin;
    group_at_[begin + groups_[g].spent] = g;
    if (g + 1 == groups_[g].field_end) begin += sets;
  }
}

std::vector<Payoff> Moves::best_after(const std::vector<Payoff>& of_groups) const {
  std::vector<Payoff> out(of_groups.size());
  if (!has_lattice()) {
    for (GroupIndex g = 0; g < groups(); ++g)
      for_each_after(g, [&](GroupIndex after) { out[g] = std::max(out[g], of_groups[after]); });
    return out;
  }
  std::vector<Payoff> best(group_at_.size(), 0);
  for (std::size_t at = 0; at < best.size(); ++at)
    if (group_at_[at] != no_group) best[at] = of_groups[group_at_[at]];
  for (int i = 0; i < one_way_; ++i)  // the lattices of the fields begin at multiples of their size
    for (std::size_t at = 0; at < best.size(); ++at)
      if (const std::size_t option = std::size_t{1} << i; (at & option) == 0)
        best[at] = std::max(best[at], best[at | option]);
  for (GroupIndex g = 0; g < groups(); ++g) out[g] = best[groups_[g].lattice + groups_[g].spent];
  return out;
}

std::size_t Moves::pairs_of_groups() const {
  if (has_lattice() || one_way_ == 0) return group_at_.size();
  std::size_t out = 0;
  for (GroupIndex g = 0; g < groups(); ++g) out += groups_[g].field_end - g;
  return out;
}

}  // namespace entente::analyze
