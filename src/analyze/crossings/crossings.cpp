// SPDX-License-Identifier: Apache-2.0
#include "analyze/crossings/crossings.h"

#include <algorithm>

#include "analyze/shared/comparison.h"
#include "analyze/shared/objects.h"

namespace entente::analyze {
namespace {

// Two object words in common that make up at least half of the shorter text.
bool one_thing(const ObjectWords& a, const ObjectWords& b) {
  const std::size_t shared = shared_objects(a, b);
  return shared >= 2 && 2 * shared >= std::min(a.size(), b.size());
}

// A line that may be crossed is shown: where both are placed, the options alone decide.
bool crosses(const Clause& clause, const Position& line, const Comparison& comparison,
             const Objects& objects) {
  if (clause.issue != line.issue || clause.review.status == Status::rejected) return false;
  const Side side = side_of(line.stance);
  if (side == Side::neutral) return false;
  const auto written = comparison.steps(clause.issue, clause.option);
  const auto drawn = comparison.steps(line.issue, line.option);
  if (written && drawn) return crosses_line(side, *drawn, *written);
  return side == Side::against && one_thing(objects.of(clause.words), objects.of(line.words));
}

}  // namespace

std::vector<Crossing> crossings(const Case& whole) {
  const Comparison comparison(whole);
  const Objects objects(whole);
  std::vector<Crossing> found;
  for (const Clause& clause : whole.clauses)
    for (const Position& line : whole.positions)
      if (line.firmness == Firmness::red_line && comparison.counts(line) && comparison.own(line) &&
          crosses(clause, line, comparison, objects))
        found.push_back({clause.id, line.id});
  return found;
}

}  // namespace entente::analyze
