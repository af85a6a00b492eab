// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/learned/links.h"
#include "extract/learned/weights.h"

namespace entente::extract::learned {

// What the labels of one passage come to.
struct Labelled {
  std::vector<std::uint8_t> labels;
  std::vector<Row> chances;  // of each label at each unit
};

// The two stages, one passage at a time. Const calls may run in parallel.
class Reader {
 public:
  explicit Reader(WeightSet weights)
      : weights_(std::move(weights)),
        cue_edges_(weights_.cue_edges),
        label_edges_(weights_.label_edges) {}
  const WeightSet& weights() const { return weights_; }

  Labelled read(const PassageView& view) const;

 private:
  WeightSet weights_;
  ReadyEdges cue_edges_, label_edges_;
};

// The cues among the labels of the first stage.
std::vector<FoundCue> cues_among(const std::vector<std::uint8_t>& labels);

}  // namespace entente::extract::learned
