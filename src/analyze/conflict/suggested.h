// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "model/case.h"
#include "model/conflict_file.h"

namespace entente::analyze {

inline constexpr std::size_t most_suggested_options = 12;

// A first graph model out of what the parties say, for an analyst to edit:
// docs/methods/stability.md has the rules. Each option and preference names the positions that it
// rests on; what could not be used is told in `remarks`. Today's state is never guessed. A conflict
// without options where no party is said to hold a move.
ConflictFile suggested_conflict(const Case& whole);

}  // namespace entente::analyze
