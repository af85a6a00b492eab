// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "analyze/shared/comparison.h"
#include "analyze/shared/objects.h"

namespace entente::analyze {

// Tells a change of position from a difference in words. Two positions of one party on one issue
// are compared only where both name one thing: they have an object word in common and both are
// placed on the issue's options, or, where an option is not known, two object words that make up at
// least half of the shorter text, or one that is the very object of a firm refusal. All else
// differs in words. Must not outlive the case and the comparison.
class Change {
 public:
  Change(const Case& whole, const Comparison& comparison);

  // Whether both cannot hold: opposite sides on one thing, or two wishes (two offers) for options
  // that do not meet. What is said on a condition excludes nothing.
  bool exclude(const Position& a, const Position& b) const;
  // Whether `now` gives up what `then` held: the sides changed, options wanted no longer meet, or
  // a condition that was said in words was set or dropped.
  bool moves(const Position& then, const Position& now) const;
  // Whether both take the same stance on the same thing.
  bool repeats(const Position& then, const Position& now) const;

 private:
  bool placed(const Position& a, const Position& b) const;
  bool meet(const Position& a, const Position& b) const;
  bool apart(const Position& a, const Position& b) const;
  bool wishes_for_nothing_named(const Position& wish, const Position& other) const;
  bool one_thing(const Position& a, const Position& b) const;
  bool refuses_first(const Position& refusal, const Position& other) const;

  const Comparison& comparison_;
  std::map<std::string_view, const Issue*> issues_;
  std::map<PositionId, ObjectWords> objects_;
};

}  // namespace entente::analyze
