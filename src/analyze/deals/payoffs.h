// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "model/deals.h"
#include "model/scenario.h"

namespace entente::analyze {

// A scenario made ready for counting. Each party's utilities are whole numbers of tiny steps, held
// in doubles: sums below 2^53 are exact, so the order of adding never shows, and every processor
// adds them in vectors. Two packages are the same to a party where their keys are equal: a key is a
// cell of a billionth (2^-30) of what the party can gain, and all comparing is done on keys.

using Key = std::int32_t;

inline constexpr double steps_per_key = 4194304;                      // 2^22
inline constexpr double steps_per_span = steps_per_key * 1073741824;  // 2^52

struct PartyPayoff {
  double base = 0, unit = 1;  // utility = base + unit * steps
  double cap = steps_per_span;
  Key least = 0;                           // of a package the party would take
  std::vector<std::vector<double>> steps;  // [issue][option]; empty: not a sum over issues

  bool additive() const { return !steps.empty(); }
  double steps_of(double utility) const;
  Key key(double steps) const {
    return static_cast<Key>((steps < cap ? steps : cap) * (1 / steps_per_key) + 0.5);
  }
};

// A link or a red line.
struct Rule {
  Combination never;
  std::optional<Obstacle> red_line;  // none: a link
};

struct PackagePayoffs {
  const Scenario* scenario = nullptr;
  std::vector<std::uint64_t> counts;  // options of each issue
  std::vector<PartyPayoff> parties;
  std::vector<Rule> rules;
  std::uint64_t links = 0, red_lines = 0;  // as bits: which rules are which

  bool additive() const;
  bool capped() const;  // a ceiling takes away from some package
  // rules that hold so far as issue `issue` taking `option` goes, as bits
  std::uint64_t rules_left(std::size_t issue, std::uint64_t option) const;
};

// Throws Failed (usage) where the scenario has more than 64 red lines and links, or an issue with
// more than a million options. The scenario must outlive it.
PackagePayoffs package_payoffs(const Scenario& scenario, Reading reading);

// A utility that is within a billionth of the range counts as equal.
inline constexpr double tolerance = 1e-9;

}  // namespace entente::analyze
