// SPDX-License-Identifier: Apache-2.0
#include "analyze/movement/movement.h"

#include <algorithm>
#include <map>
#include <set>

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

// The latest earlier position that the one at `at` gives up; none where the party has said since
// then, or on that very day, what it says now. What is `left` already is not given up again. `cell`
// is in order of time, and undated positions come before nothing.
const Position* left_behind(std::size_t at, Date date, const Positions& cell,
                            const std::set<const Position*>& left, const Change& change) {
  const Position& now = *cell[at];
  const Position* given_up = nullptr;
  for (std::size_t before = at; before-- > 0;) {
    const Position* then = cell[before];
    const auto when = day_of(*then);
    if (!when) break;
    if (*when >= date || !ordered(*then, now)) continue;
    if (given_up && day_of(*given_up) != when) break;
    if (change.repeats(*then, now)) return nullptr;
    const bool again = left.contains(then);
    if (!given_up && !again && change.moves(*then, now)) given_up = then;
  }
  return given_up;
}

using Places = std::map<DocumentId, std::vector<std::size_t>>;

Places by_document(const Positions& cell) {
  Places places;
  for (std::size_t i = 0; i < cell.size(); ++i) places[cell[i]->document].push_back(i);
  return places;
}

// Of what stands behind `at`, that which the days need not put later: all if it has no day itself,
// else what is of the same day or the same document. Ascending.
std::vector<std::size_t> not_surely_later(std::size_t at, const Positions& cell,
                                          const Places& places) {
  const auto day = day_of(*cell[at]);
  std::size_t end = at + 1;
  while (end < cell.size() && (!day || day_of(*cell[end]) == day)) ++end;
  std::vector<std::size_t> out;
  for (std::size_t i = at + 1; i < end; ++i) out.push_back(i);
  for (const std::size_t i : places.at(cell[at]->document))
    if (i >= end) out.push_back(i);
  return out;
}

}  // namespace

std::vector<Movement> movements(const Case& whole) {
  const Comparison comparison(whole);
  const Change change(whole, comparison);
  std::vector<Movement> found;
  for (const auto& [key, cell] : by_cell(whole, comparison)) {
    if (!comparison.arguable(key.second)) continue;
    const Positions own = arguments_of(cell, comparison);
    std::set<const Position*> left;
    std::optional<Date> told;  // one movement a day and cell
    for (std::size_t at = 0; at < own.size(); ++at) {
      const auto date = day_of(*own[at]);
      if (!date || told == date) continue;
      const Position* then = left_behind(at, *date, own, left, change);
      if (!then) continue;
      found.push_back({key.first, key.second, then->id, own[at]->id});
      left.insert(then);
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
    const auto places = by_document(own);
    for (std::size_t i = 0; i < own.size(); ++i)
      for (const std::size_t j : not_surely_later(i, own, places))
        if (!ordered(*own[i], *own[j]) && change.exclude(*own[i], *own[j]))
          found.push_back({key.first, key.second, own[i]->id, own[j]->id});
  }
  return found;
}

}  // namespace entente::analyze
