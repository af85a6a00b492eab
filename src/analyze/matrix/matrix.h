// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/case.h"
#include "model/finding.h"
#include "model/ledger.h"

namespace entente::analyze {

// Parties by issues. A cell shows the newest position that takes a side in the party's own words,
// else its newest own one, else what others tell of it. Positions that a person rejected, and those
// of a copy of an earlier document, are left out. Rows: parties whose consent the codebook
// requires, then those of which it says nothing, then those that are not asked; within each by
// falling number of positions, then name. Columns: issues that somebody has a position on.
Matrix matrix(const Case& whole);

// Marks the cells that these findings name.
void mark(Matrix& matrix, const std::vector<Movement>& movements,
          const std::vector<Contradiction>& contradictions,
          const std::vector<Recoded>& recodings = {});

}  // namespace entente::analyze
