// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "model/case.h"

namespace entente {

// The lines of the log that are named, and of each merge among them, or undoing of one, all its
// others: what was taken in, what took it in, and what followed. Those of parties: steps.h. `log`:
// ascending by number.
std::set<std::uint64_t> with_whole_merges(std::set<std::uint64_t> lines,
                                          const std::vector<LogEntry>& log);

}  // namespace entente
