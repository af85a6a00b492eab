// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/failure.h"
#include "extract/learned/weights.h"
#include "train/corpus.h"

namespace entente::train {

using extract::learned::WeightSet;

struct Plan {
  unsigned epochs = 8;
  std::uint64_t seed = 1;
  unsigned courses = 2;  // of the second stage, each in another order; their mean is kept
  std::size_t folds =
      3;  // what the second stage learns from comes from folds left out of the first
  float cue_bias = 0.7F;
  float none_bias = -0.2F;
  float least_worth = 0.25F;    // of a proposal that is taken
  std::uint8_t least_uses = 3;  // of a feature that is kept
  float least_weight = 0.02F;   // of those kept in the file
};

// What to refuse a plan for: a bias beyond 20 on either side, a least worth or weight outside 0 to
// 1, or one that is no number.
std::optional<Failure> fault_of(const Plan& plan);

using Tell = std::function<void(const std::string&)>;

// Both stages, learned from the texts. `tell` hears of each step; it may be called from another
// thread than the caller's.
WeightSet learn_weights(const std::vector<const Text*>& texts,
                        const std::vector<Vocabulary::Entry>& classes, const Plan& plan,
                        const Tell& tell);

}  // namespace entente::train
