// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "model/clause.h"
#include "model/codebook.h"

namespace entente::read {

// A package as people write it down, one line for each issue: "issue: option", both by id or label,
// a range as low..high. "# ..." and blank lines are passed over (docs/formats.md).
// Whether its first line names an issue of the codebook: else the text is something else.
bool is_package(std::string_view text, const Codebook& codebook);

// A clause for each line, numbered from 1, of no document; its words are the line. bad_input, with
// `name` and the line, where a line is none or names what the codebook lacks.
Result<std::vector<Clause>> read_package(std::string_view text, const Codebook& codebook,
                                         const std::string& name);

}  // namespace entente::read
