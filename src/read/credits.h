// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/document.h"
#include "read/lines.h"

namespace entente::read {

// Captions and credits in one line of plain text: the whole line where it is one, or only the part
// of it that was joined to a sentence ("Photo: NAME/AgencyThe ministers met ..."). Ascending; empty
// where there is none. Names are matched by their shape only.
std::vector<Noise> credits_in(const Lines& lines, const Line& line);

}  // namespace entente::read
