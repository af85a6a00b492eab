// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analyze/stability/payoffs.h"
#include "model/conflict.h"
#include "model/states.h"

namespace entente::analyze {

// Where one decision maker can go by itself: R_i(s) and UI_i(s), without listing them.
//
// States between which only its own options differ make a field: a move never leaves it. Within a
// field, what tells whether a move is legal is only which irreversible options are spent: a set
// that may grow but never shrink. So a field falls into groups with equal spent sets; between two
// states of a group both moves are legal, and from a group one can move to any other whose spent
// set contains its own. Each group lists its states from the worst to the best for the decision
// maker.
//
// Moves are therefore transitive, and so are improvements: two in a row by one decision maker are
// one, or lead nowhere. docs/methods/stability.md says what follows from that.
class Moves {
 public:
  using GroupIndex = std::uint32_t;

  Moves(const Conflict& conflict, std::size_t who, const States& states, const Payoffs& payoffs);

  State own() const { return own_; }  // its options
  GroupIndex groups() const { return static_cast<GroupIndex>(groups_.size()); }
  GroupIndex group_of(StateIndex state) const { return group_of_[state]; }

  // A group's states, the worst first, as places begin_of(group) ... of one list of all states.
  std::span<const StateIndex> states_of(GroupIndex group) const {
    return {order_.data() + groups_[group].begin, order_.data() + groups_[group].end};
  }
  std::uint32_t begin_of(GroupIndex group) const { return groups_[group].begin; }

  // Whether one cannot move from it to another group.
  bool is_alone(GroupIndex group) const {
    return groups_[group].field_end - groups_[group].field_begin == 1;
  }

  // The groups that a state of `group` can move to, its own included.
  template <class Visit>
  void for_each_after(GroupIndex group, const Visit& visit) const {
    const Group& from = groups_[group];
    if (has_lattice()) {
      const State all = bit(static_cast<std::size_t>(one_way_)) - 1;
      for (State spent = from.spent;; spent = (spent + 1) | from.spent) {
        if (const GroupIndex to = group_at_[from.lattice + spent]; to != no_group) visit(to);
        if (spent == all) return;
      }
    }
    for (GroupIndex to = group; to < from.field_end; ++to)  // a greater set is a greater number
      if ((from.spent & ~groups_[to].spent) == 0) visit(to);
  }

  // The groups from which a state of `group` can be reached, its own included.
  template <class Visit>
  void for_each_before(GroupIndex group, const Visit& visit) const {
    const Group& to = groups_[group];
    if (has_lattice()) {
      for (State spent = to.spent;; spent = (spent - 1) & to.spent) {
        if (const GroupIndex from = group_at_[to.lattice + spent]; from != no_group) visit(from);
        if (spent == 0) return;
      }
    }
    for (GroupIndex from = to.field_begin; from <= group; ++from)
      if ((groups_[from].spent & ~to.spent) == 0) visit(from);
  }

  // For each group the greatest of the values of the groups that it can move to, its own included.
  std::vector<Payoff> best_after(const std::vector<Payoff>& of_groups) const;

  // How many pairs of groups a search through all states has to compare at worst. Only where many
  // irreversible options of one decision maker and what is not feasible leave holes is it more than
  // a few for each state.
  std::size_t pairs_of_groups() const;

  // Every state that one move leads to.
  template <class Visit>
  void for_each_move(StateIndex from, const Visit& visit) const {
    for_each_after(group_of(from), [&](GroupIndex group) {
      for (StateIndex to : states_of(group))
        if (to != from) visit(to);
    });
  }

  // Every state that one move leads to and that is better; `payoffs` are those it was made with.
  template <class Visit>
  void for_each_improvement(StateIndex from, const Payoffs& payoffs, const Visit& visit) const {
    for_each_after(group_of(from), [&](GroupIndex group) {
      const auto states = states_of(group);
      for (auto to = states.rbegin(); to != states.rend() && payoffs[*to] > payoffs[from]; ++to)
        visit(*to);
    });
  }

 private:
  friend class Unreached;
  static constexpr GroupIndex no_group = ~GroupIndex{0};

  struct Group {
    std::uint32_t begin = 0, end = 0;  // in order_
    GroupIndex field_begin = 0, field_end = 0;
    State spent = 0;          // the spent irreversible options, closed up to the lowest bits
    std::size_t lattice = 0;  // where those of its field begin in group_at_
  };

  bool has_lattice() const { return !group_at_.empty(); }
  void make_lattice();

  State own_ = 0;
  int one_way_ = 0;  // how many of its options are irreversible
  std::vector<Group> groups_;
  std::vector<GroupIndex> group_of_;  // by state
  std::vector<StateIndex> order_;     // by field, spent set, payoff, state
  // By field, then spent set, whether it occurs or not. Empty where that would be mostly holes, or
  // where there are few sets.
  std::vector<GroupIndex> group_at_;
};

}  // namespace entente::analyze
