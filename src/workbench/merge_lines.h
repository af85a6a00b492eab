// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "model/case.h"

namespace entente {

// How the line on what a merge took in begins its reason, before the id of what took it in.
inline constexpr std::string_view one_with = "one with ";

// The lines of the log that are named, and of each merge among them, or undoing of one, all its
// others: what was taken in, however many, what took it in, and what followed. Those of parties:
// steps.h. `log`: ascending by number.
std::set<std::uint64_t> with_whole_merges(std::set<std::uint64_t> lines,
                                          const std::vector<LogEntry>& log);

}  // namespace entente
