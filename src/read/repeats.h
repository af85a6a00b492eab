// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "read/lines.h"

namespace entente::read {

// For each line, whether it only prints again what stands elsewhere in the text: the second copy of
// a body (lines of it may be edited), a long line printed twice, a pull quote or teaser that a
// longer line holds whole. A single line that was edited is no repeat: two clauses may differ by
// the name of a party. Expected time is linear in the number of words.
std::vector<bool> repeated_lines(const Lines& lines);

}  // namespace entente::read
