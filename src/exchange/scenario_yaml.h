// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/scenario_file.h"

namespace entente::exchange {

// A scenario as YAML for people to edit (docs/formats.md); read::read_scenario gives it back. The
// remarks stand before it as comments. Throws Failed (usage) where it holds what the form has no
// place for: numbered issues, utilities that are no tables, a constant, a ceiling, a discount,
// weights or values outside 0..1.
std::string write_scenario(const ScenarioFile& file);

}  // namespace entente::exchange
