// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analyze/suggest/left_over.h"
#include "analyze/suggest/names.h"
#include "model/suggestion.h"

namespace entente::analyze {

// What the sayings `open` are about, as issues; what `fitting` speaks of counts for less. Ids are
// none of `taken`.
std::vector<SuggestedIssue> issues_in(const std::vector<Saying>& open,
                                      const std::vector<Saying>& fitting,
                                      const Vocabulary& vocabulary, const NamesOfCase& names,
                                      const std::vector<Issue>& taken,
                                      std::vector<bool>& spoken_of);

// Issues that were suggested earlier, with the sayings in which their cues stand now; a cue that is
// not written as suggestions are is passed over.
std::vector<SuggestedIssue> resting_on(const std::vector<Issue>& issues,
                                       const std::vector<Saying>& sayings,
                                       const Vocabulary& vocabulary);

}  // namespace entente::analyze
