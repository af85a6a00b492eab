// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>

#include "analyze/shared/comparison.h"
#include "analyze/shared/objects.h"

namespace entente::analyze {

// Tells a change of position from a difference in words. Two positions of one party on one issue
// are compared only where both name one thing: they have an object word in common and both are
// placed on the issue's options, or, where an option is not known, two object words that make up at
// least half of the shorter text, or one that is the very object of a firm refusal. All else
// differs in words. Must not outlive the case and the comparison. Used by one thread at a time.
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
  // Whether both name one thing, whatever they say of it.
  bool one_thing(const Position& a, const Position& b) const;
  // Whether the issue's options stand in an order.
  bool is_ordered(const std::string& issue) const;

 private:
  bool placed(const Position& a, const Position& b) const;
  bool meet(const Position& a, const Position& b) const;
  bool apart(const Position& a, const Position& b) const;
  bool wishes_for_nothing_named(const Position& wish, const Position& other) const;
  bool refuses_first(const Position& refusal, const Position& other) const;

  const ObjectWords& objects_of(const Position& position) const;
  const std::optional<OptionSteps>& steps_of(const Position& position) const;

  const Comparison& comparison_;
  std::map<std::string_view, const Issue*> issues_;
  Objects objects_;
  // By position: what was asked for.
  mutable std::unordered_map<std::uint32_t, ObjectWords> read_;
  mutable std::unordered_map<std::uint32_t, std::optional<OptionSteps>> placed_;
};

}  // namespace entente::analyze
