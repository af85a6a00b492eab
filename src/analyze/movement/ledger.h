// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/case.h"
#include "model/finding.h"
#include "model/ledger.h"

namespace entente::analyze {

// Every change of every cell with its cause, and how each issue went (docs/methods/movement.md).
// `moved` is what movements() found of the case; `recodings` is the log's, in its order.
Ledger ledger(const Case& whole, const std::vector<Movement>& moved,
              const std::vector<Recoded>& recodings);

}  // namespace entente::analyze
