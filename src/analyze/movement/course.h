// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "analyze/shared/comparison.h"
#include "model/ledger.h"

namespace entente::analyze {

// How each issue that parties take sides on went, by the parties' own dated words. Parties that a
// deal does not ask count for nothing here.
std::vector<IssueCourse> courses(const Case& whole, const Comparison& comparison,
                                 const std::map<CellKey, std::vector<const Position*>>& cells,
                                 std::optional<Date> as_of);

}  // namespace entente::analyze
