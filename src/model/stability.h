// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/words.h"
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
};

}  // namespace entente
