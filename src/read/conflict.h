// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/failure.h"
#include "model/conflict_file.h"

namespace entente::read {

// A conflict in YAML (docs/formats.md), as exchange::write_conflict writes it. A fault is named
// with file, line and what was expected; where a ranking has to be read, also what feasible_states
// says.
Result<ConflictFile> read_conflict(std::string_view yaml, const std::string& name);

}  // namespace entente::read
