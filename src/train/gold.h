// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "extract/learned/units.h"
#include "train/brat.h"

namespace entente::train {

// The label of each unit, as the marks have it. Where marks overlap, content comes before cue, and
// cue before source.
std::vector<std::uint8_t> labels_of(const extract::learned::Units& units,
                                    const std::vector<Attribution>& attributions);

}  // namespace entente::train
