// SPDX-License-Identifier: Apache-2.0
#include "analyze/movement/change.h"

#include <algorithm>

namespace entente::analyze {
namespace {

bool is_asked(Stance stance) { return stance == Stance::demands || stance == Stance::wants; }
bool is_conditional(const Position& position) { return position.stance == Stance::conditional; }
bool takes_side(const Position& position) { return side_of(position.stance) != Side::neutral; }
bool is_against(const Position& position) { return position.stance == Stance::rejects; }

// A condition without words is the thing asked for itself: "when they lift the embargo".
bool hangs_on_something(const Position& position) {
  return is_conditional(position) && !position.condition.empty();
}

}  // namespace

Change::Change(const Case& whole, const Comparison& comparison)
    : comparison_(comparison), objects_(whole) {
  for (const Issue& issue : whole.codebook.issues) issues_.emplace(issue.id, &issue);
}

const ObjectWords& Change::objects_of(const Position& position) const {
  const auto known = read_.find(position.id.number);
  if (known != read_.end()) return known->second;
  return read_.emplace(position.id.number, objects_.of(position.words)).first->second;
}

const std::optional<OptionSteps>& Change::steps_of(const Position& position) const {
  const auto known = placed_.find(position.id.number);
  if (known != placed_.end()) return known->second;
  const auto steps = comparison_.steps(position.issue, position.option);
  return placed_.emplace(position.id.number, steps).first->second;
}

bool Change::placed(const Position& a, const Position& b) const {
  return steps_of(a) && steps_of(b);
}

bool Change::is_ordered(const std::string& issue) const {
  const auto found = issues_.find(issue);
  return found != issues_.end() && found->second->ordered;
}

bool Change::meet(const Position& a, const Position& b) const {
  return steps_of(a)->meets(*steps_of(b));
}

bool Change::apart(const Position& a, const Position& b) const {
  return is_ordered(a.issue) && placed(a, b) && !meet(a, b) &&
         shared_objects(objects_of(a), objects_of(b)) > 0;
}

// "ruled out a truce": what a firm refusal names first is what it refuses.
bool Change::refuses_first(const Position& refusal, const Position& other) const {
  if (!is_against(refusal) || refusal.firmness < Firmness::firm) return false;
  const ObjectWords &words = objects_of(refusal), &others = objects_of(other);
  return !words.empty() && std::find(others.begin(), others.end(), words.front()) != others.end();
}

// Beside a placed position a plain wish that names no option wishes for nothing in particular.
bool Change::wishes_for_nothing_named(const Position& wish, const Position& other) const {
  return !is_against(wish) && !is_conditional(wish) && !steps_of(wish) && steps_of(other);
}

bool Change::one_thing(const Position& a, const Position& b) const {
  const bool both_placed = placed(a, b);
  if (both_placed && !meet(a, b)) return false;
  if (!both_placed && (wishes_for_nothing_named(a, b) || wishes_for_nothing_named(b, a)))
    return false;
  const ObjectWords &x = objects_of(a), &y = objects_of(b);
  const std::size_t shared = shared_objects(x, y);
  if (both_placed) return shared > 0;
  return (shared >= 2 && 2 * shared >= std::min(x.size(), y.size())) || refuses_first(a, b) ||
         refuses_first(b, a);
}

bool Change::exclude(const Position& a, const Position& b) const {
  if (!takes_side(a) || !takes_side(b) || is_conditional(a) || is_conditional(b)) return false;
  if (is_against(a) != is_against(b)) return one_thing(a, b);
  return !is_against(a) && is_asked(a.stance) == is_asked(b.stance) && apart(a, b);
}

bool Change::moves(const Position& then, const Position& now) const {
  if (!takes_side(then) || !takes_side(now)) return false;
  const bool wishes = !is_against(then) && !is_against(now);
  if (is_conditional(then) != is_conditional(now))
    return (hangs_on_something(then) || hangs_on_something(now)) &&
           (one_thing(then, now) || (wishes && apart(then, now)));
  if (is_conditional(then)) return false;
  if (is_against(then) != is_against(now)) return one_thing(then, now);
  return wishes && apart(then, now);
}

bool Change::repeats(const Position& then, const Position& now) const {
  return then.stance == now.stance && one_thing(then, now);
}

}  // namespace entente::analyze
