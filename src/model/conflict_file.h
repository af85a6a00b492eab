// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "model/conflict.h"

namespace entente {

// The words of a position as a file about a conflict repeats them.
struct QuotedWords {
  std::string words;     // "" where the file gives only the id
  std::size_t line = 0;  // of the file, from 1; 0 where there is no file

  friend bool operator==(const QuotedWords& a, const QuotedWords& b) { return a.words == b.words; }
};

// A conflict as it is written down for people: with the sentences that it rests on, and with what
// was left out of it.
struct ConflictFile {
  Conflict conflict;
  std::map<PositionId, QuotedWords> quotes;
  std::vector<std::string> remarks;  // sentences
};

}  // namespace entente
