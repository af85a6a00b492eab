// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/learned/atoms.h"
#include "extract/learned/labels.h"

namespace entente::extract::learned {

// Units [first, last) of a passage under one label.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

struct Linked {
  Stretch cue;
  std::vector<Stretch> source;   // one or none
  std::vector<Stretch> content;  // ascending, one at least
};

// Attributions of one passage, in the order of their cues: a source or content belongs to the
// nearest cue on the side that its label names; a cue without a source takes that of the cue before
// it where both stand in one sentence and are joined.
std::vector<Linked> linked(const PassageView& view, const std::vector<std::uint8_t>& labels);

}  // namespace entente::extract::learned
