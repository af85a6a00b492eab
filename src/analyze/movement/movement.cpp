// SPDX-License-Identifier: Apache-2.0
#include "analyze/movement/movement.h"

#include <algorithm>

#include "analyze/movement/change.h"
#include "analyze/shared/comparison.h"

namespace entente::analyze {
namespace {

using Positions = std::vector<const Position*>;

Positions arguments_of(const Positions& cell, const Comparison& comparison) {
  Positions own;
  for (const Position* position : cell)
    if (comparison.own(*position) && side_of(position->stance) != Side::neutral)
      own.push_back(position);
  return own;
}

// In one document the day of printing bounds that of saying and puts nothing before or after.
bool ordered(const Position& a, const Position& b) {
  const auto x = day_of(a), y = day_of(b);
  return x && y && *x != *y && (a.document != b.document || (a.said && b.said));
}

// The latest earlier position that `now` gives up; none where the party has said since then, or on
// that very day, what it says now. What is `left` already is not given up again. `cell` is in order
// of time; undated positions come before nothing.
const Position* left_behind(const Position& now, Date date, const Positions& cell,
                            const Positions& left, const Change& change) {
  const Position* given_up = nullptr;
  for (auto then = cell.rbegin(); then != cell.rend(); ++then) {
    const auto when = day_of(**then);
    if (!when || *when >= date || !ordered(**then, now)) continue;
    if (given_up && day_of(*given_up) != when) break;
    if (change.repeats(**then, now)) return nullptr;
    const bool again = std::find(left.begin(), left.end(), *then) != left.end();
    if (!given_up && !again && change.moves(**then, now)) given_up = *then;
  }
  return given_up;
}

}  // namespace

std::vector<Movement> movements(const Case& whole) {
  const Comparison comparison(whole);
  const Change change(whole, comparison);
  std::vector<Movement> found;
  for (const auto& [key, cell] : by_cell(whole, comparison)) {
    if (!comparison.arguable(key.second)) continue;
    const Positions own = arguments_of(cell, comparison);
    Positions left;
    std::optional<Date> told;  // one movement a day and cell
    for (const Position* now : own) {
      const auto date = day_of(*now);
      if (!date || told == date) continue;
      const Position* then = left_behind(*now, *date, own, left, change);
      if (!then) continue;
      found.push_back({key.first, key.second, then->id, now->id});
      left.push_back(then);
      told = date;
    }
  }
  return found;
}

std::vector<Contradiction> contradictions(const Case& whole) {
  const Comparison comparison(whole);
  const Change change(whole, comparison);
  std::vector<Contradiction> found;
  for (const auto& [key, cell] : by_cell(whole, comparison)) {
    if (!comparison.arguable(key.second)) continue;
    const Positions own = arguments_of(cell, comparison);
    for (std::size_t i = 0; i < own.size(); ++i)
      for (std::size_t j = i + 1; j < own.size(); ++j)
        if (!ordered(*own[i], *own[j]) && change.exclude(*own[i], *own[j]))
          found.push_back({key.first, key.second, own[i]->id, own[j]->id});
  }
  return found;
}

}  // namespace entente::analyze
