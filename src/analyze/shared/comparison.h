// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "model/case.h"

namespace entente::analyze {

enum class Side { for_it, against, neutral };
Side side_of(Stance stance);

// A range of options as indices into the issue's list. One from end to end says nothing and counts
// as none.
struct OptionSteps {
  std::size_t low, high;
  bool meets(OptionSteps other) const { return low <= other.high && other.low <= high; }
};

// Whether a text that settles on `written` crosses a red line drawn on `drawn`: by lying in what is
// rejected, or outside what is demanded.
inline bool crosses_line(Side side, OptionSteps drawn, OptionSteps written) {
  return side != Side::neutral && (side == Side::against) == written.meets(drawn);
}

// Looks up what comparing positions needs; must not outlive the case.
class Comparison {
 public:
  explicit Comparison(const Case& whole);

  // Neither rejected by a person nor printed in a copy of an earlier document.
  bool counts(const Position& position) const;
  // Said by the party itself, or told of it by the narrator: neither somebody else who tells what
  // was said nor another party that issues the document vouches for it.
  bool own(const Position& position) const;
  // Said by somebody whose party no text prints, and nobody has looked at it since.
  bool guessed(const Position& position) const;
  // Whether the issue is one that parties take sides on, not an assessment or the course of events.
  bool arguable(const std::string& issue) const;
  std::optional<OptionSteps> steps(const std::string& issue,
                                   const std::optional<OptionRange>& range) const;

 private:
  const Case& whole_;
  std::map<std::string_view, const Issue*> issues_;
  std::unordered_set<std::string_view> parties_;
};

using CellKey = std::pair<std::string, std::string>;  // party, issue

// The positions that count, by cell, in order of time: undated ones first in order of id, then by
// date and id.
std::map<CellKey, std::vector<const Position*>> by_cell(const Case& whole,
                                                        const Comparison& comparison);

}  // namespace entente::analyze
