// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/certainty.h"
#include "model/scenario.h"

namespace entente::analyze {

// What each party's utility can be, whatever numbers the intervals stand for. Every interval is one
// number of one party, so that parties vary independently of each other; so do the issues of one
// party, as weights need not add up to anything. Extremes are then sums of extremes of the issues,
// and exact. (A slope known within bounds only, or a ceiling over such numbers, gives outer
// bounds.)
class Readings {
 public:
  // The scenario must outlive it.
  explicit Readings(const Scenario& scenario);

  const Scenario& scenario() const { return scenario_; }
  std::size_t parties() const { return parties_.size(); }
  bool exact(std::size_t party) const { return parties_[party].exact; }

  // utility(to) - utility(from) is the sum of what the issues add, and none is cut off.
  bool separable(std::size_t party) const { return parties_[party].separable; }

  // Below this a difference counts as nothing: a billionth of what the party's packages can span.
  double hair(std::size_t party) const { return parties_[party].hair; }

  Interval worth(std::size_t party, const Package& package) const;
  Interval difference(std::size_t party, const Package& to, const Package& from) const;

  // What changing one issue adds; of a separable party.
  Interval difference(std::size_t party, std::size_t issue, std::uint32_t to,
                      std::uint32_t from) const;

  // The numbers themselves, of a separable party: bounds where the evaluator is no table.
  Interval weight(std::size_t party, std::size_t issue) const;
  Interval value(std::size_t party, std::size_t issue, std::uint32_t option) const;

  bool allowed(const Package& package) const;  // no link and no red line holds
  Certainty acceptable(std::size_t party, const Package& package) const;
  Certainty acceptable(const Package& package) const;

  // Exact scenarios in which each package is worth what it is at the least and at the most, and the
  // reservation values stand at their highest and lowest. Where weights and values are not
  // negative, the first is itself a reading, in which every package is at its worst at once.
  Scenario worst() const;
  Scenario best() const;

 private:
  struct Party {
    bool exact = true, separable = true;
    double hair = 0;
    Interval constant;
    std::vector<Interval> weights;              // [issue]
    std::vector<std::vector<Interval>> values;  // [issue][option]
  };

  Party party_of(const Profile& profile) const;
  Interval sum(const Party& party, const Package& package) const;
  Scenario extreme(bool high) const;

  const Scenario& scenario_;
  std::vector<Party> parties_;
};

// Some number of the scenario is known within bounds only.
bool uncertain(const Scenario& scenario);

// The product of any number of the one with any number of the other.
Interval times(Interval a, Interval b);

}  // namespace entente::analyze
