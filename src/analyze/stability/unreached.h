// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "analyze/stability/moves.h"

namespace entente::analyze {

// The states that a search has not reached yet, as one decision maker can go to them (after) or
// come from them (before): gives those of them that are worth it, each once.
//
// Each group has a cursor that tells how far its list, which is in the order of payoffs, has been
// reached. Where there are many irreversible options, and so very many pairs of groups between
// which one can move, the sets of spent options stand in a tree, one option a level, in which each
// node knows the best of what is not reached below it: a search goes only where there is something
// to be found.
class Unreached {
 public:
  enum class Way { before, after };
  // A state is the cheaper the sooner a move is worth while: before, its price is its payoff;
  // after, what its payoff lacks to the greatest number but one (see price_after).
  static constexpr Payoff any_price = ~Payoff{0};

  static constexpr Payoff price_after(Payoff payoff) { return any_price - 1 - payoff; }

  Unreached(const Moves& moves, const Payoffs& payoffs, Way way)
      : moves_(moves), payoffs_(payoffs), way_(way), passed_(moves.groups(), 0) {
    if (moves_.has_lattice()) make_trees();
  }

  // Calls visit(state) for the states that can be gone to (come from) by a move from (to) a state
  // of `group` and have a price below `bound`: all that are not reached, and perhaps some that are.
  // visit has to reach(state) what was not.
  template <class Visit>
  void take(Moves::GroupIndex group, Payoff bound, const Visit& visit) {
    const auto from_list = [&](Moves::GroupIndex g) { take_from(g, bound, visit); };
    if (moves_.has_lattice())
      descend(tree_of(group), moves_.groups_[group], 1, moves_.one_way_, 0, bound, visit);
    else if (way_ == Way::before)
      moves_.for_each_before(group, from_list);
    else
      moves_.for_each_after(group, from_list);
  }

  // To be told of each state that is reached, by whomever.
  template <class Reached>
  void reach(StateIndex state, const Reached& reached) {
    if (!moves_.has_lattice()) return;
    const Moves::GroupIndex group = moves_.group_of(state);
    const auto states = moves_.states_of(group);
    std::uint32_t& at = passed_[group];
    while (at < states.size() && reached(at_place(states, at))) ++at;
    const Payoff price = at < states.size() ? price_of(at_place(states, at)) : any_price;
    set(tree_of(group), leaves_ + moves_.groups_[group].spent, price);
  }

 private:
  using List = std::span<const StateIndex>;

  StateIndex at_place(const List& states, std::uint32_t at) const {
    return way_ == Way::before ? states[at] : states[states.size() - 1 - at];
  }
  Payoff price_of(StateIndex state) const {
    return way_ == Way::before ? payoffs_[state] : price_after(payoffs_[state]);
  }

  template <class Visit>
  void take_from(Moves::GroupIndex group, Payoff bound, const Visit& visit) {
    const auto states = moves_.states_of(group);
    for (std::uint32_t& at = passed_[group];
         at < states.size() && price_of(at_place(states, at)) < bound; ++at)
      visit(at_place(states, at));
  }

  void make_trees() {
    leaves_ = std::size_t{1} << moves_.one_way_;
    trees_.assign(2 * moves_.group_at_.size(), any_price);
    for (Moves::GroupIndex g = 0; g < moves_.groups(); ++g)
      trees_[tree_of(g) + leaves_ + moves_.groups_[g].spent] =
          price_of(at_place(moves_.states_of(g), 0));
    for (std::size_t tree = 0; tree < trees_.size(); tree += 2 * leaves_)
      for (std::size_t node = leaves_ - 1; node > 0; --node) trees_[tree + node] = best(tree, node);
  }

  std::size_t tree_of(Moves::GroupIndex group) const { return 2 * moves_.groups_[group].lattice; }
  Payoff best(std::size_t tree, std::size_t node) const {
    return std::min(trees_[tree + 2 * node], trees_[tree + 2 * node + 1]);
  }

  void set(std::size_t tree, std::size_t node, Payoff price) {
    while (trees_[tree + node] != price) {
      trees_[tree + node] = price;
      if (node == 1) return;
      node /= 2;
      price = best(tree, node);
    }
  }

  // Below a node all have the same highest options; `level` options are still open.
  template <class Visit>
  void descend(std::size_t tree, const Moves::Group& from, std::size_t node, int level, State spent,
               Payoff bound, const Visit& visit) {
    if (trees_[tree + node] >= bound) return;
    if (level == 0) {
      const Moves::GroupIndex group = moves_.group_at_[from.lattice + spent];
      const auto states = moves_.states_of(group);
      while (trees_[tree + node] < bound) visit(at_place(states, passed_[group]));
      return;
    }
    const State option = bit(static_cast<std::size_t>(level - 1));
    const bool has = (from.spent & option) != 0;
    if (way_ == Way::before || !has) descend(tree, from, 2 * node, level - 1, spent, bound, visit);
    if (way_ == Way::after || has)
      descend(tree, from, 2 * node + 1, level - 1, spent | option, bound, visit);
  }

  const Moves& moves_;
  const Payoffs& payoffs_;
  Way way_;
  std::vector<std::uint32_t> passed_;  // by group: states of its list that need not be looked at
  std::size_t leaves_ = 0;             // of one tree
  std::vector<Payoff> trees_;          // by field: the root is node 1, a leaf leaves_ + spent set
};

}  // namespace entente::analyze
