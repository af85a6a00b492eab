// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/words.h"

namespace entente {

// One yes or no for every option: option k is taken where bit k is set.
using State = std::uint64_t;
inline constexpr std::size_t most_options = 64;

constexpr State bit(std::size_t option) { return State{1} << option; }

// Some options taken, some not; the others may be either.
struct Pattern {
  State named = 0;  // the options it speaks of
  State taken = 0;  // those of them that are taken

  bool holds(State state) const { return (state & named) == taken; }

  friend bool operator==(const Pattern&, const Pattern&) = default;
};

// Holds where one of its patterns does.
struct Condition {
  std::vector<Pattern> any_of;

  bool holds(State state) const {
    return std::any_of(any_of.begin(), any_of.end(),
                       [&](const Pattern& pattern) { return pattern.holds(state); });
  }

  friend bool operator==(const Condition&, const Condition&) = default;
};

// How an option may change. One that moves only one way is irreversible.
enum class Direction { both, forward, back };
template <>
inline constexpr std::array words<Direction>{std::string_view{"both"}, std::string_view{"forward"},
                                             std::string_view{"back"}};

// Something that its owner does or does not do. Not an Option of an issue.
struct ConflictOption {
  std::string name;
  std::size_t owner = 0;  // index of the decision maker
  Direction direction = Direction::both;
  std::vector<PositionId> evidence;  // where it is said, in the case that the conflict is made from

  friend bool operator==(const ConflictOption&, const ConflictOption&) = default;
};

// "wanted", or "wanted if given": where the condition that is given fails, nothing is missed.
struct PreferenceStatement {
  Condition wanted;
  std::optional<Condition> given;
  std::vector<PositionId> evidence;

  bool holds(State state) const { return (given && !given->holds(state)) || wanted.holds(state); }

  friend bool operator==(const PreferenceStatement&, const PreferenceStatement&) = default;
};

// Feasible states from best to worst, each once; those that are liked equally stand together.
using Ranking = std::vector<std::vector<State>>;

// Who owns options, and what it would rather have: by its ranking where there is one, else by its
// statements, the first of which outweighs all that follow.
struct DecisionMaker {
  std::string name;  // no two have the same
  std::vector<PreferenceStatement> statements;
  Ranking ranking;
  std::vector<std::pair<State, State>>
      unknown;  // nobody knows which of the two it would rather have

  friend bool operator==(const DecisionMaker&, const DecisionMaker&) = default;
};

using Coalition = std::vector<std::size_t>;  // indices of decision makers, ascending

// Who could do what, what cannot be together, and what each would rather have: a graph model in
// option form (Fang, Hipel & Kilgour, Interactive Decision Making, 1993).
struct Conflict {
  std::vector<DecisionMaker> decision_makers;
  std::vector<ConflictOption> options;  // at most most_options
  std::vector<Pattern> infeasible;      // no state may match one of them
  std::vector<Coalition> coalitions;    // that somebody means to look at
  std::optional<State> status_quo;

  friend bool operator==(const Conflict&, const Conflict&) = default;
};

// The options that a decision maker owns.
inline State options_of(const Conflict& conflict, std::size_t decision_maker) {
  State own = 0;
  for (std::size_t i = 0; i < conflict.options.size(); ++i)
    if (conflict.options[i].owner == decision_maker) own |= bit(i);
  return own;
}

}  // namespace entente
