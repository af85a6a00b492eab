// SPDX-License-Identifier: Apache-2.0
#include "train/gold.h"

#include <algorithm>

#include "extract/learned/labels.h"

namespace entente::train {
namespace {

using namespace extract::learned;

struct Painter {
  const Units& units;
  std::vector<std::uint8_t> labels;

  std::size_t first_unit(Span span) const {
    const auto at =
        std::partition_point(units.units.begin(), units.units.end(),
                             [&](const Unit& unit) { return unit.span.end <= span.begin; });
    return static_cast<std::size_t>(at - units.units.begin());
  }

  // Goes on where the unit before has the same label and only white space lay between.
  void paint(Span span, Label first, bool joined) {
    std::size_t i = first_unit(span);
    const std::uint8_t begin = static_cast<std::uint8_t>(first);
    bool inner = joined && i > 0 && (labels[i - 1] == begin || labels[i - 1] == begin + 1);
    for (; i < units.units.size() && units.units[i].span.begin < span.end; ++i) {
      if (labels[i] != 0) {
        inner = false;
        continue;
      }
      labels[i] = static_cast<std::uint8_t>(begin + (inner ? 1 : 0));
      inner = true;
    }
  }
};

}  // namespace

std::vector<std::uint8_t> labels_of(const Units& units,
                                    const std::vector<Attribution>& attributions) {
  Painter painter{units, std::vector<std::uint8_t>(units.units.size())};
  const auto cue_begin = [](const Attribution& one) {
    return one.cue.empty() ? hull(one.source).begin : one.cue.front().begin;
  };
  for (const Attribution& one : attributions)
    for (std::size_t f = 0; f < one.content.size(); ++f)
      painter.paint(
          one.content[f],
          cue_begin(one) < one.content[f].begin ? Label::b_content_left : Label::b_content_right,
          f > 0);
  for (const Attribution& one : attributions)
    if (!one.cue.empty()) painter.paint(hull(one.cue), Label::b_cue, false);
  for (const Attribution& one : attributions)
    for (Span span : one.source)
      painter.paint(
          span, cue_begin(one) < span.begin ? Label::b_source_left : Label::b_source_right, false);
  return painter.labels;
}

}  // namespace entente::train
