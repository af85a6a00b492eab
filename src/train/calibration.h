// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "extract/learned/confidence.h"

namespace entente::train {

struct Judged {
  extract::learned::Signs signs{};
  bool right = false;
};

// The logistic curve that makes what was judged most likely, slightly held back from extremes.
extract::learned::Confidence calibrated(const std::vector<Judged>& judged);

// Of ten ranges of confidence: how many attributions, their mean confidence, the share that is
// right.
std::string reliability(const std::vector<Judged>& judged,
                        const extract::learned::Confidence& confidence);

}  // namespace entente::train
