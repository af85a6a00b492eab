// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "report/lookup.h"

namespace entente::report {

// A position with its evidence, as JSON, so that a finding can be read without the rest of the
// case; null where the case has none of that id.
std::string cited_json(const Lookup& lookup, PositionId id);

}  // namespace entente::report
