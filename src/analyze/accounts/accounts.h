// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/case.h"
#include "model/finding.h"

namespace entente::analyze {

// Meetings that two documents tell of (parties, place and day agree; copies of one wire report are
// one account), each pair aligned sentence by sentence.
std::vector<AccountPair> accounts(const Case& whole, const DocumentsOf& documents_of);

}  // namespace entente::analyze
