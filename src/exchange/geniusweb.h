// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "exchange/scenario_files.h"

namespace entente::exchange {

// The JSON of GeniusWeb: one domain (key issuesValues) and one LinearAdditiveUtilitySpace for each
// party. A reservation bid counts as a reservation value: what it is worth. See read_scenario.
Result<ReadScenario> read_geniusweb(const std::vector<FileBytes>& files, Semantics semantics);

}  // namespace entente::exchange
