// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "read/line_cues.h"

namespace entente::read {

// Sets `kept` on the lines that belong to a report whatever else is seen of them: the title, direct
// speech, sentences that tell what was said, turns of a transcript and the names over them, what a
// colon brings in, numbered items, points of a live page, times over its entries.
void keep_sure_lines(const Lines& lines, std::vector<Unit>& units);

}  // namespace entente::read
