// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/deals.h"
#include "model/scenario_file.h"
#include "report/terminal.h"

namespace entente::report {

// What could be signed, in words first: is there a deal or who blocks it, what is efficient, what
// is fair and what that costs whom; how sure that is, and what could be traded. `repairs`: what was
// mended on import. `all_packages`: list every point of the frontier with its packages.
std::string deals_text(const ScenarioFile& file, const std::vector<std::string>& repairs,
                       const Deals& deals, bool all_packages, const Screen& screen);

// One JSON object (docs/formats.md).
std::string deals_json(const ScenarioFile& file, const std::vector<std::string>& repairs,
                       const Deals& deals, bool all_packages);

// The numbers themselves, and what could be said of a party besides: one JSON object. Options of
// an issue with very many are left out, and so are the values of it.
std::string numbers_json(const Scenario& scenario);

// A package and what one other option would change: one JSON object.
std::string neighbours_json(const Scenario& scenario, const Neighbourhood& around);

}  // namespace entente::report
