// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/acceptance.h"
#include "model/case.h"
#include "workbench/workbench.h"

namespace entente {

// The draft that `name` names in a case: as its clauses call it, or a clause or document that it
// stands in. Else the file of that name: a package ("issue: option" on each line), or a text whose
// clauses are read as those of the case's documents. Throws Failed.
Draft draft_named(const Case& contents, const std::string& name, const Share& share);

// Each draft of each document, in the order of their first clauses.
std::vector<Draft> drafts_of(const Case& contents);

}  // namespace entente
