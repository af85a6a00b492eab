// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case.h"
#include "model/finding.h"

namespace entente::analyze {

// Parties by issues, each cell with its newest position. Rejected positions are left out.
// Rows: parties by falling number of positions, then name. Columns: issues that somebody has a position on.
Matrix matrix(const Case& whole);

}  // namespace entente::analyze
