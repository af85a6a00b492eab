// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace entente {

// The words of a position as a file that rests on it repeats them.
struct QuotedWords {
  std::string words;     // "" where the file gives only the id
  std::size_t line = 0;  // of the file, from 1; 0 where there is no file

  friend bool operator==(const QuotedWords& a, const QuotedWords& b) { return a.words == b.words; }
};

}  // namespace entente
