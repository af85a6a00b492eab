// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/failure.h"
#include "extract/learned/chain.h"
#include "extract/learned/confidence.h"
#include "extract/learned/scale.h"
#include "extract/learned/table.h"
#include "extract/learned/vocabulary.h"

namespace entente::extract::learned {

// All that training gives.
struct WeightSet {
  Vocabulary vocabulary;
  FeatureTable features;
  float cue_unit = 1;     // a whole-number weight of the first stage times this
  float label_unit = 1;   // the same of the second
  float cue_bias = 0;     // added to the cue labels of the first stage: it is to miss few
  float none_bias = 0;    // added to `none` in the second
  Edges cue_edges;        // of cue_label_count labels
  Edges label_edges;      // of label_count labels
  Scale scale;            // the third stage
  float least_worth = 0;  // of a proposal that is taken
  Confidence confidence;
  Confidence of_rules;                // over signs_beside(): of what the rules read
  float left_over_confidence = 0.5F;  // of what only the rules read
};

inline constexpr std::uint32_t weights_version = 4;

// A head, the numbers in little-endian order, and a SHA-256 of it all. The same set gives the same
// bytes on every machine.
std::string write_weights(const WeightSet& weights);

// damaged: not a weight file, cut off or altered; too_new: of another version. `name` names it.
Result<WeightSet> read_weights(std::string_view bytes, const std::string& name);

Result<WeightSet> load_weights(const std::filesystem::path& file);

}  // namespace entente::extract::learned
