// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/failure.h"
#include "model/scenario_file.h"

namespace entente::read {

// A scenario in YAML (docs/formats.md), as exchange::write_scenario writes it. A weight, value or
// reservation value that is left out is not known: the widest interval that it could have. A fault
// is named with file, line and what was expected.
Result<ScenarioFile> read_scenario(std::string_view yaml, const std::string& name);

}  // namespace entente::read
