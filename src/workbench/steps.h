// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "model/case.h"

// Which lines of a log are taken back together: those of a merge (merge_lines.h); a line on a party
// (parties.h) and what followed from it, and what took such a step back.
namespace entente {

bool follows_party(const LogEntry& line);       // its party got another name, and so did it
std::uint64_t undone_by(const LogEntry& line);  // the line that it takes back; 0: none

// The lines with those that belong to the same steps.
std::set<std::uint64_t> whole_steps(const std::vector<std::uint64_t>& lines,
                                    const std::vector<LogEntry>& log);

// A line by which an item of `undone` was changed again, and which is not to be undone with it: the
// newest, one on a party before others; nullptr: none. A line that was taken back, and what took it
// back, are no change where both are later than the line of `undone`. Where an item only got another party's name,
// a line that changes none of the same fields does not stand in the way.
struct ChangedAgain {
  const LogEntry* line = nullptr;   // to be undone
  const LogEntry* later = nullptr;  // in its way
};
ChangedAgain changed_again(const std::set<std::uint64_t>& undone, const std::vector<LogEntry>& log);

}  // namespace entente
