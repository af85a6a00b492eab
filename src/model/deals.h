// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/natural.h"
#include "base/words.h"
#include "model/certainty.h"
#include "model/scenario.h"
#include "model/trades.h"

namespace entente {

// What could be signed, worked out of a Scenario. Parties and issues by their place in it.

// A point of the Pareto frontier: utilities that no package betters for one party without being
// worse for another, and the packages that give them.
struct FrontierPoint {
  std::vector<double> utilities;  // one for each party
  std::uint64_t packages = 1;     // how many there are; 2^64 - 1: as many or more; 0: not counted
  std::vector<Package> shown;     // some of them, the first always
};

// Ways to say which efficient package is fair. u: utility, d: disagreement point, M: best possible.
enum class Fairness {
  nash,           // the largest product of the gains u - d
  kalai,          // the largest least gain (egalitarian)
  ks_maxmin,      // the largest least share (u - d) / (M - d) (Kalai-Smorodinsky)
  ks_equal_gain,  // the smallest difference between these shares (Kalai-Smorodinsky)
  max_welfare,    // the largest sum of utilities (utilitarian)
};
template <>
inline constexpr std::array words<Fairness>{
    std::string_view{"nash"}, std::string_view{"kalai"}, std::string_view{"ks_maxmin"},
    std::string_view{"ks_equal_gain"}, std::string_view{"max_welfare"}};

struct FairPoints {
  Fairness notion = Fairness::nash;
  // None of the two by shares where some party can gain nothing: then all points tie in all but the
  // sum.
  std::optional<double> value;
  std::vector<std::size_t> points;  // of the frontier; several where they tie
};

// What keeps a party from a package: its reservation value or one of its red lines.
struct Obstacle {
  std::size_t party = 0;
  std::optional<std::size_t> red_line;  // none: the reservation value

  friend bool operator==(const Obstacle&, const Obstacle&) = default;
};

// A way to a deal: give up these red lines, lower these reservation values.
struct Opening {
  struct Step {
    Obstacle obstacle;
    double from = 0, to = 0;  // of a reservation value
    double share = 0;         // of the party's range that it gives up, 0..1
  };
  std::vector<Step> steps;
  Package package;  // becomes possible
  std::vector<double> utilities;
};

// Why there is no deal. The sets are the smallest whose members together rule out every package;
// there can be several of one size. The openings change as few things as possible, the last one may
// ask less of each.
struct Blockers {
  std::vector<std::vector<Obstacle>> sets;
  bool smallest = true;  // false: no member of a set can be left out, but a smaller set may exist
  std::vector<Opening> openings;
};

struct Deals {
  Natural packages;                 // that can be put together
  std::optional<Natural> rational;  // that every party could accept; none: too many to count
  std::vector<Interval> ranges;     // of each party's utility over all packages
  std::vector<double>
      disagreement;  // the reservation value, or the worst package where that is better
  std::vector<FrontierPoint> frontier;  // among the rational ones, the first party's best first
  std::vector<FairPoints> fair;
  std::optional<Blockers> blockers;  // where nothing is rational
  std::string method;                // how the frontier was found: "swept", "combined" or "boxes"
  bool complete = true;              // false: stopped before all packages were seen

  struct Part {
    std::string name;
    double seconds = 0;
  };
  std::vector<Part> parts;

  std::optional<DealCertainty> certainty;  // where a number is known within bounds only; what
                                           // stands above is then the middle of all bounds
  std::vector<TradesFrom> trades;
};

}  // namespace entente
