// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/words.h"
#include "model/evidence.h"

namespace entente {

// What analyze/ works out. Each names the items that it rests on; none keeps a text of its own.

// One party on one issue. `all` is in order of time: undated documents first in order of id.
struct Cell {
  std::string party, issue;
  PositionId newest;  // see analyze/matrix for which one that is
  std::vector<PositionId> all;
  std::optional<PositionId> red_line;  // the latest that the party itself has declared
  bool own = true;            // `newest` is the party's own word, not another's account of it
  bool unsure = false;        // `newest` rests on a statement of which the program is not sure
  bool moved = false;         // a Movement names this cell
  bool contradicted = false;  // a Contradiction names this cell
};

struct Matrix {
  std::vector<std::string> parties;  // rows
  std::vector<std::string> issues;   // columns, ids in the order of the codebook
  std::vector<Cell> cells;           // by row, then column; a missing cell is "no data"
};

// The party's own position differs between two dated documents.
struct Movement {
  std::string party, issue;
  PositionId from, to;
};

// Two positions of one party that cannot both hold, with no dated change between them.
struct Contradiction {
  std::string party, issue;
  PositionId one, other;
};

// A draft's clause meets what a party called a red line.
struct Crossing {
  ClauseId clause;
  PositionId red_line;
};

enum class Agreement { agreed, only_left, only_right, differs };
template <>
inline constexpr std::array words<Agreement>{
    std::string_view{"agreed"}, std::string_view{"only_left"}, std::string_view{"only_right"},
    std::string_view{"differs"}};

// A sentence of one account beside its counterpart in the other.
struct AccountLine {
  Agreement agreement = Agreement::agreed;
  std::optional<Evidence> left, right;
};

// Two documents that tell of one meeting.
struct AccountPair {
  MeetingId left, right;
  std::vector<AccountLine> lines;  // in the order of the left text, then what only the right has
};

// How much of a case a reader may lean on.
struct Coverage {
  std::size_t sentences = 0;        // read, noise left out
  std::size_t coded_sentences = 0;  // that a position or meeting rests on
  std::size_t items = 0;            // positions, statements, meetings that are not rejected
  std::size_t suggested_items = 0;  // of these, not yet looked at by a person
};

}  // namespace entente
