// SPDX-License-Identifier: Apache-2.0
#include "analyze/crossings/crossings.h"

#include "analyze/shared/comparison.h"
#include "base/utf8.h"

namespace entente::analyze {
namespace {

bool crosses(const Clause& clause, const Position& line, const Comparison& comparison) {
  if (clause.issue != line.issue || clause.review.status == Status::rejected) return false;
  const Side side = side_of(line.stance);
  if (side == Side::neutral) return false;
  const auto written = comparison.steps(clause.issue, clause.option), drawn = comparison.steps(line.issue, line.option);
  if (written && drawn) return (side == Side::against) == written->meets(*drawn);
  return side == Side::against && same_subject(content_words(from_utf8(clause.words)), content_words(from_utf8(line.words)));
}

}  // namespace

std::vector<Crossing> crossings(const Case& whole) {
  const Comparison comparison(whole);
  std::vector<Crossing> found;
  for (const Clause& clause : whole.clauses)
    for (const Position& line : whole.positions)
      if (line.firmness == Firmness::red_line && comparison.counts(line) && comparison.own(line) && crosses(clause, line, comparison))
        found.push_back({clause.id, line.id});
  return found;
}

}  // namespace entente::analyze
