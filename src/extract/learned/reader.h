// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/learned/confidence.h"
#include "extract/learned/proposals.h"
#include "extract/learned/weights.h"

namespace entente::extract::learned {

// An attribution that is read, with what its confidence is worked out from.
struct Found {
  Linked one;
  Signs signs;
};

// The three stages, one passage at a time. Const calls may run in parallel.
class Reader {
 public:
  explicit Reader(WeightSet weights)
      : weights_(std::move(weights)),
        cue_edges_(weights_.cue_edges),
        label_edges_(weights_.label_edges) {}
  const WeightSet& weights() const { return weights_; }

  // In the order of their cues.
  std::vector<Found> read(const PassageView& view) const;

 private:
  Scored scored(const PassageView& view) const;

  WeightSet weights_;
  ReadyEdges cue_edges_, label_edges_;
};

// The cues among the labels of the first stage.
std::vector<FoundCue> cues_among(const std::vector<std::uint8_t>& labels);

}  // namespace entente::extract::learned
