// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/case.h"
#include "model/ledger.h"

namespace entente {

// What the log tells of changes to positions: all but their being added or imported.
std::vector<Recoded> recodings_in(const std::vector<LogEntry>& log);

}  // namespace entente
