// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/case.h"
#include "model/finding.h"

namespace entente::analyze {

// Draft clauses that meet a red line which the party itself declared, on the same issue.
std::vector<Crossing> crossings(const Case& whole);

}  // namespace entente::analyze
