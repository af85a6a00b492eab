// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/conflict_file.h"

namespace entente::exchange {

// A conflict as YAML for people to edit (docs/formats.md); read::read_conflict gives it back. The
// remarks stand before it as comments.
std::string write_conflict(const ConflictFile& file);

}  // namespace entente::exchange
