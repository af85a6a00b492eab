// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "model/conflict.h"
#include "model/stability.h"

namespace entente {

struct StabilityOptions {
  // Today's state, as a number from 1 or as a pattern of Y and N; else what the conflict says.
  std::optional<std::string> today;
  // A state, named in the same way, that somebody would like to hold, and under which concept.
  std::optional<std::string> want;
  Concept how = Concept::seq;
  unsigned threads = 0;  // 0: one per core
};

// Everything that analyze/stability has to say of a conflict. Throws Failed: bad_input for the
// conflict, usage for a state that is not feasible, interrupted.
StabilityFindings stability_of(Conflict conflict, const StabilityOptions& options,
                               const Progress& progress);

}  // namespace entente
