// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/acceptance.h"
#include "model/case.h"
#include "model/finding.h"
#include "model/scenario_file.h"

namespace entente::analyze {

// What each party has said to each option of each issue. Only a party's own word can be a yes; its
// newest word counts, but a red line stays until a person rejects the position that draws it.
Acceptance acceptance(const Case& whole);

// What could be signed by these words. Exact for any number of issues, since options of different
// issues do not bear on each other here.
Leeway leeway(const Acceptance& acceptance);

// Drafts, or packages, against these words. `crossings`: of their clauses, as analyze/crossings
// finds them; clauses of several drafts have ids of their own.
std::vector<DraftCheck> checks(const Case& whole, const Acceptance& acceptance,
                               std::vector<Draft> drafts, const std::vector<Crossing>& crossings);

// A first scenario for an analyst to edit: the issues with options on which a party whose yes is
// needed has taken a side, its red lines, and what it said to each option as a place on the scale:
// the upper half for a yes, the lower for a no, all of it for anything else. Weights are unknown.
ScenarioFile suggested_scenario(const Case& whole, const Acceptance& acceptance);

}  // namespace entente::analyze
