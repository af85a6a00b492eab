// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "model/conflict.h"

namespace entente::exchange {

struct ReadGmcr {
  Conflict conflict;
  std::vector<std::string> passed_over;  // sentences on what the file says and a Conflict cannot
};

// A .gmcr file, JSON in UTF-8, of older and newer spelling (docs/formats.md). `name` is the file's,
// for the failures: bad_input, with the place of what is wrong ("decisionMakers[1].options[0]"), or
// what feasible_states says where a ranking has to be read.
Result<ReadGmcr> read_gmcr(std::string_view json, const std::string& name);

// In the newer spelling, which has no words for evidence, unknown preferences and the status quo:
// these are left out. "p if q" becomes "p or not q". Where one decision maker goes by a ranking,
// all get one; then bad_input where the conflict has no feasible state or too many
// (feasible_states).
Result<std::string> write_gmcr(const Conflict& conflict);

}  // namespace entente::exchange
