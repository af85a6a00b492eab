// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/deals.h"
#include "model/scenario_file.h"
#include "report/terminal.h"

namespace entente::report {

// How sure the answers are, and which unknown number decides most. "" without unknown numbers.
std::string certainty_text(const Scenario& scenario, const Deals& deals, const Screen& screen);

// What parties could trade from a package, and on what that rests.
std::string trades_text(const ScenarioFile& file, const Deals& deals, const Screen& screen);

// Values of the keys `certainty` and `trades` (docs/formats.md).
std::string certainty_json(const Scenario& scenario, const Deals& deals, bool all_packages);
std::string trades_json(const ScenarioFile& file, const Deals& deals);

}  // namespace entente::report
