// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "extract/learned/atoms.h"

namespace entente::extract::learned {

using Features = std::vector<std::uint64_t>;  // hashes

// What both stages see of unit `at`. Appends to `out`.
void base_features(const PassageView& view, std::size_t at, Features& out);

// A cue that the first stage found: units [first, last) of the passage.
struct FoundCue {
  std::size_t first = 0;
  std::size_t last = 0;
};

// What the second stage sees besides: where the cues stand from here.
void cue_features(const PassageView& view, const std::vector<FoundCue>& cues, std::size_t at,
                  Features& out);

// The kind of place that a change of label happens at, below `edge_kinds`.
inline constexpr std::size_t edge_kinds = 16;
std::size_t edge_kind(const PassageView& view, std::size_t at);

}  // namespace entente::extract::learned
