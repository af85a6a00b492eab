// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "exchange/scenario_files.h"

namespace entente::exchange {

// The XML of GENIUS 10: one domain (root negotiation_template) and one profile for each party (root
// utility_space). Issues are matched by their index, options by their value. *pareto.xml is passed
// over. See read_scenario.
Result<ReadScenario> read_genius(const std::vector<FileBytes>& files, Semantics semantics);

// domain.xml and one profile for each party, named so that the parties keep their order, which
// read_genius reads back to the same utilities. usage where the format cannot say it: a table on an
// issue of numbers, a best value that is not above 0, red lines, links, intervals.
Result<std::vector<FileBytes>> write_genius(const Scenario& scenario);

}  // namespace entente::exchange
