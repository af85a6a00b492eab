// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/case.h"
#include "model/track.h"

namespace entente::analyze {

// The meetings of a case over all its documents: tellings of one meeting joined, what was planned
// beside what was held, and the meetings of the same parties as one track
// (docs/methods/meetings.md). Those with fewer than two parties are in none.
std::vector<MeetingTrack> tracks(const Case& whole);

}  // namespace entente::analyze
