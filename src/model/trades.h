// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/certainty.h"
#include "model/scenario.h"

namespace entente {

// Another option on one issue.
struct IssueChange {
  std::size_t issue = 0;
  std::uint32_t from = 0, to = 0;

  friend bool operator==(const IssueChange&, const IssueChange&) = default;
};

// A change of one or two issues after which some party is better off and none is worse off, within
// every link, red line and reservation value, as the middle of all intervals has it.
struct Move {
  std::vector<IssueChange> changes;
  std::vector<double> gains;               // of each party
  std::vector<Interval> bounds;            // of these gains, over all readings
  Certainty sure = Certainty::some;        // all: in every reading nobody loses, and somebody gains
  Certainty acceptable = Certainty::some;  // the package that results, to every party
};

// Logrolling: `first` gives on changes[0], which `second` gains from, for changes[1], on which
// `second` gives. Both are better off, and nobody else is worse off; sure in all readings where
// both are better off in each.
struct Trade {
  std::size_t first = 0, second = 0;
  Move move;
  std::vector<double> alone[2];  // gains of each party from changes[0] and changes[1] alone
};

// What could be changed about one package.
struct TradesFrom {
  std::string name;  // why it is looked at: "issue by issue" or "asked"
  Package package;
  std::vector<double> utilities;
  Certainty acceptable = Certainty::none;
  // Those first that are sure in all readings, then those of whose two parties the one that gains
  // less gains most, as a share of its range.
  std::vector<Trade> trades;
  // That are no trades, and of which no half is a move by itself; in the same order, by the sum of
  // these shares.
  std::vector<Move> moves;
  std::size_t trades_found = 0, moves_found = 0;  // before only the first were kept
  bool every_pair = true;  // false: some pairs of issues have too many options to look at
};

// One other option, and what it would do to each party.
struct OptionMove {
  IssueChange change;
  std::vector<Interval> gains;        // of each party, over all readings
  std::vector<Certainty> acceptable;  // to each party, the package that results
  bool possible = true;               // no link between issues rules it out
};

// A package, and all that differ from it on one issue.
struct Neighbourhood {
  Package package;
  std::vector<Interval> worth;        // to each party, over all readings
  std::vector<Certainty> acceptable;  // to each party
  bool possible = true;
  std::vector<OptionMove> moves;  // by issue, then option
  bool every_option = true;       // false: there are too many, and only the first are here
};

}  // namespace entente
