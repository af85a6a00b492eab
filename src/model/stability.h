// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/words.h"
#include "model/certainty.h"
#include "model/conflict.h"
#include "model/states.h"

namespace entente {

// What analyze/stability works out. States go by their index, decision makers by theirs.

// Ways to ask whether somebody would leave a state, by what it reckons with: nothing (Nash), any
// answer of the others (GMR), one that it cannot escape by moving again (SMR), one that does them
// good (SEQ), answers that they give without waiting for its move (SIM).
enum class Concept : std::uint8_t { nash, gmr, smr, seq, sim };
inline constexpr std::array concepts{Concept::nash, Concept::gmr, Concept::smr, Concept::seq,
                                     Concept::sim};
template <>
inline constexpr std::array words<Concept>{std::string_view{"Nash"}, std::string_view{"GMR"},
                                           std::string_view{"SMR"}, std::string_view{"SEQ"},
                                           std::string_view{"SIM"}};

// The concepts under which one decision maker stays in one state.
class Verdict {
 public:
  bool stable(Concept how) const { return (bits_ >> static_cast<int>(how)) & 1; }
  void hold(Concept how) { bits_ = static_cast<std::uint8_t>(bits_ | 1 << static_cast<int>(how)); }
  void both(Verdict other) { bits_ &= other.bits_; }
  static Verdict all() {
    Verdict out;
    for (Concept how : concepts) out.hold(how);
    return out;
  }

  friend bool operator==(Verdict, Verdict) = default;

 private:
  std::uint8_t bits_ = 0;
};

struct Stability {
  std::vector<std::vector<Verdict>> verdicts;  // by decision maker, then state
  std::vector<Verdict> equilibria;             // by state: stable for all of them

  friend bool operator==(const Stability&, const Stability&) = default;
};

// One decision maker changes some of its options.
struct Step {
  std::size_t mover = 0;
  StateIndex to = 0;

  friend bool operator==(const Step&, const Step&) = default;
};

// A move that somebody would like to make, and how the others can answer it.
struct Improvement {
  StateIndex to = 0;
  bool answered = false;
  // From `to`, one after the other; for SIM each from the state itself, all at the same time.
  std::vector<Step> answer;
  StateIndex ends = 0;  // the state that the answer leads to
  bool worse = false;   // there it is worse off than at first, not only no better
};

// Why somebody would stay in a state or leave it.
struct Reason {
  std::size_t decision_maker = 0;
  StateIndex state = 0;
  Concept how = Concept::nash;
  bool stable = false;
  std::size_t improvements = 0;  // how many there are
  std::vector<Improvement>
      shown;  // where it leaves, the one that it would make; else the best ones
};

// A way from one state to another. Nobody moves twice in a row: two moves would be one.
struct Route {
  StateIndex to = 0;
  std::vector<Step> steps;
};

// What may become of today's state.
struct StatusQuo {
  StateIndex state = 0;
  std::vector<Route> by_moves;         // to each equilibrium asked for that any legal moves reach
  std::vector<Route> by_improvements;  // the same, if everybody moves only to what it prefers
  std::vector<StateIndex> stops;  // where improvements from today can end: nobody has one there
  std::size_t reachable = 0;      // states that improvements lead to, today's included
};

// A coalition that leaves a state together, each of its members better off at the end.
struct JointMove {
  Coalition coalition;
  StateIndex from = 0, to = 0;
  std::vector<Step> steps;
};

// What a coalition makes of the states.
struct CoalitionFinding {
  Coalition members;
  std::optional<std::vector<StateIndex>>
      stable;                     // Nash stable for it; none: too many states to ask
  std::vector<JointMove> upsets;  // of the states looked at
};

using Certainties = std::array<Certainty, concepts.size()>;  // by concept

// Two states between which nobody knows the preference of a decision maker.
struct StatePair {
  std::size_t decision_maker = 0;
  StateIndex one = 0, other = 0;

  friend bool operator==(const StatePair&, const StatePair&) = default;
};

// What is known for sure, or not known any less, once one pair is: the lesser of what follows if
// `one` turns out to be preferred and if `other` does.
struct Settled {
  StatePair pair;
  std::size_t equilibria = 0;  // states and concepts that become certain
  std::size_t verdicts = 0;    // decision makers, states and concepts that do
};

// What does not depend on the pairs that nobody knows, and what does (Li, Hipel, Kilgour & Fang
// 2004). A completion takes each pair for itself: the one is preferred, the other, or neither.
struct Unknowns {
  std::vector<StatePair> pairs;
  std::vector<std::vector<Certainties>> verdicts;  // by decision maker, then state
  std::vector<Certainties> equilibria;             // by state
  std::vector<Settled> settled;                    // those first that decide most
  bool seq_asked = true;  // false: too many states; SEQ is then as the rest of the model has it

  friend bool operator==(const Unknowns& a, const Unknowns& b) {
    return a.verdicts == b.verdicts && a.equilibria == b.equilibria;
  }
};

// A decision maker would have to prefer `over` to `under`, and now does not.
struct Reversal {
  std::size_t decision_maker = 0;
  StateIndex over = 0, under = 0;

  friend bool operator==(const Reversal&, const Reversal&) = default;
  friend auto operator<=>(const Reversal&, const Reversal&) = default;
};

// What others could do so that a wanted state is left by nobody.
struct Guarantee {
  State options = 0;          // one or two
  StateIndex state = 0;       // added: the wanted state with them; credible: the wanted state
  bool credible = false;      // not done at once, but sure to be done in answer
  Coalition unwilling;        // of the owners, those that would leave the state themselves
  std::vector<Reason> holds;  // of those that left before: why they stay
};

// How a state that somebody asked for could be made to hold under one concept.
struct Wanted {
  StateIndex state = 0;
  Concept how = Concept::seq;
  bool holds = false;               // as it is
  std::vector<Reason> leaves;       // of those that leave: why
  std::vector<Reversal> reversals;  // make it an equilibrium, taken together
  std::size_t at_least = 0;  // no fewer do; less than the number of reversals: it may be too many
  std::vector<Guarantee> guarantees;
};

// What to ask for where a model tells almost nothing apart: which of its states one decision maker
// prefers, other things equal, by whether an option is taken.
struct Missing {
  Concept how = Concept::nash;    // under which most states are equilibria
  std::size_t equilibria = 0;     // how many
  std::vector<Concept> concepts;  // all under which nearly every state is one
  std::size_t decision_maker = 0, option = 0;
  std::size_t removed = 0;  // equilibria that the answer takes away at least; 0: none would
};

// All that is worked out about a conflict.
struct StabilityFindings {
  Conflict conflict;
  States states;
  std::vector<std::vector<std::uint32_t>> payoffs;  // by decision maker, then state; 0 is the worst
  Stability stability;
  // Today's state, if known, then equilibria: those under most concepts first, as many as fit.
  std::vector<StateIndex> looked_at;
  std::vector<Reason> reasons;  // of the states looked at, by decision maker, then concept
  std::optional<StatusQuo> status_quo;
  std::vector<CoalitionFinding> coalitions;
  std::vector<std::string> passed_over;  // sentences on what the file says beyond this
  std::vector<std::pair<std::string, double>> seconds;  // that each part took
  std::optional<Unknowns> unknown;                      // where the conflict has unknown pairs
  std::optional<Wanted> wanted;                         // where a state was asked for
  std::optional<Missing> missing;  // where nearly every state is an equilibrium
  bool suggested = false;     // the program made the conflict out of a case, and nobody edited it
  std::size_t positions = 0;  // of a case, that the conflict rests on; 0 where no case was given
  std::size_t unseen = 0;     // those of them that no person has looked at yet
};

}  // namespace entente
