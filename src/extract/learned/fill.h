// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/statement.h"

namespace entente::extract::learned {

// Indices of what the rules read and the chain did not: quotations and turns of a transcript with a
// named speaker whose words meet none of `taken` (contents and cues that the chain found). Where
// the layout names the speaker, the chain, which sees one paragraph, is blind.
std::vector<std::size_t> left_over(const std::vector<Statement>& ruled, std::vector<Span> taken);

// A paragraph's beginning up to its colon, which says whose turn of a transcript follows.
struct Turn {
  std::size_t ruled = 0;  // index of the statement
  Span label;             // colon included
};

// Of what the rules read in `text`, the turns; ascending. A turn in quotation marks, which the
// chain sees too, is none.
std::vector<Turn> turns_among(const std::vector<Statement>& ruled, std::u32string_view text);

// Fits what the chain read among the turns: no label is part of a source, and what tells only that
// a turn is its speaker's, or crosses its bounds, goes. What lies inside a turn stays.
class TurnBounds {
 public:
  TurnBounds(const std::vector<Turn>& turns, const std::vector<Statement>& ruled);
  // False: it is to go.
  bool fit(Statement& read) const;

 private:
  bool crosses(Span span) const;
  std::vector<Span> labels_, contents_;
};

}  // namespace entente::extract::learned
