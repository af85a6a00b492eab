// SPDX-License-Identifier: Apache-2.0
#include "analyze/crossings/crossings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "analyze/shared/comparison.h"
#include "analyze/shared/objects.h"

namespace entente::analyze {
namespace {

// Two object words in common that make up at least half of the shorter text.
bool one_thing(const ObjectWords& a, const ObjectWords& b) {
  const std::size_t shared = shared_objects(a, b);
  return shared >= 2 && 2 * shared >= std::min(a.size(), b.size());
}

// A red line that counts, with what every clause on its issue is held against.
struct Line {
  PositionId id;
  Side side;
  std::optional<OptionSteps> drawn;
  ObjectWords named;
};
using Lines = std::map<std::string_view, std::vector<Line>>;  // by issue

Lines red_lines(const Case& whole, const Comparison& comparison, const Objects& objects) {
  Lines lines;
  for (const Position& one : whole.positions) {
    const Side side = side_of(one.stance);
    if (one.firmness != Firmness::red_line || side == Side::neutral) continue;
    if (comparison.counts(one) && comparison.own(one))
      lines[one.issue].push_back(
          {one.id, side, comparison.steps(one.issue, one.option), objects.of(one.words)});
  }
  return lines;
}

// A line that may be crossed is shown: where both are placed, the options alone decide.
bool crosses(const std::optional<OptionSteps>& written, const ObjectWords& named,
             const Line& line) {
  if (written && line.drawn) return crosses_line(line.side, *line.drawn, *written);
  return line.side == Side::against && one_thing(named, line.named);
}

}  // namespace

std::vector<Crossing> crossings(const Case& whole) {
  const Comparison comparison(whole);
  const Objects objects(whole);
  const Lines lines = red_lines(whole, comparison, objects);
  std::vector<Crossing> found;
  for (const Clause& clause : whole.clauses) {
    const auto on_issue = lines.find(clause.issue);
    if (on_issue == lines.end() || clause.review.status == Status::rejected) continue;
    const auto written = comparison.steps(clause.issue, clause.option);
    const ObjectWords named = objects.of(clause.words);
    for (const Line& line : on_issue->second)
      if (crosses(written, named, line)) found.push_back({clause.id, line.id});
  }
  return found;
}

}  // namespace entente::analyze
