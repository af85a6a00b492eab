// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/natural.h"
#include "base/words.h"
#include "model/scenario.h"

namespace entente {

// In how many of the ways in which what is unknown may turn out something holds: in each of them,
// in some but not in all, in none; `open` where the search was given up before it could tell some
// from none.
enum class Certainty : std::uint8_t { none, some, all, open };
template <>
inline constexpr std::array words<Certainty>{std::string_view{"none"}, std::string_view{"some"},
                                             std::string_view{"all"}, std::string_view{"open"}};

struct PackageCertainty {
  Package package;
  std::vector<Interval> utilities;         // of each party, over all readings
  Certainty acceptable = Certainty::none;  // to every party
  Certainty efficient =
      Certainty::none;  // acceptable, and no package that crosses no limit dominates it
};

// A number of a party that is known within bounds only.
struct Unknown {
  std::size_t party = 0;
  std::optional<std::size_t> issue;     // none: the reservation value
  std::optional<std::uint32_t> option;  // what it is worth; none: the issue's weight
  Interval bounds;

  // What is known once it is settled.
  struct Settled {
    double at = 0;
    Certainty deal = Certainty::open;
    std::optional<std::uint64_t> acceptable;  // packages of which it is no longer open whether
                                              // every party could accept them
    std::optional<std::uint64_t> efficient;   // the same of being efficient, among those looked at
  };
  Settled low, high;  // at the ends of its bounds
};

// What holds whatever the unknown numbers are. A reading is a choice of one number from each
// interval.
struct DealCertainty {
  Certainty deal = Certainty::open;          // some package is acceptable to every party
  std::optional<Natural> certain, possible;  // packages that are in all, in some or all readings;
                                             // none: too many to count
  std::vector<PackageCertainty> packages;    // looked at one by one, in the order of their options
  bool every_package = false;                // these are all that are acceptable in some reading;
                                             // false: those shown of the middle reading's frontier
  std::vector<Unknown> unknowns;             // what changes most when it is settled first
  bool asked = true;                         // false: too many to settle each; as in the scenario
  bool complete = true;                      // false: stopped
};

}  // namespace entente
