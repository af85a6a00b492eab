// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "extract/learned/chain.h"

namespace entente::train {

using extract::learned::Edges;
using extract::learned::Row;

// Numbers of features, unit after unit.
struct FeatureRows {
  std::vector<std::uint32_t> numbers;
  std::vector<std::uint64_t> ends;  // of each unit's numbers

  const std::uint32_t* begin_of(std::size_t unit) const {
    return numbers.data() + (unit == 0 ? 0 : ends[unit - 1]);
  }
  const std::uint32_t* end_of(std::size_t unit) const { return numbers.data() + ends[unit]; }
};

// One paragraph: units [first, last) of all.
struct Example {
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<std::uint8_t> kinds;   // of edges
  std::vector<std::uint8_t> labels;  // the marked ones
};

struct Model {
  std::vector<Row> rows;  // by feature number
  Edges edges;
};

struct Course {
  std::size_t labels = 0;
  unsigned epochs = 14;
  float step = 0.05F;
  std::uint64_t seed = 1;
};

// Maximum likelihood by AdaGrad, one paragraph after the other in an order shuffled from the seed;
// the weights are the mean over all steps. `examples` name what is learned from; the same on every
// run.
Model learn(const std::vector<const FeatureRows*>& features, std::size_t feature_count,
            const std::vector<const Example*>& examples, const Course& course);

std::vector<Row> scores_of(const Model& model, const std::vector<const FeatureRows*>& features,
                           const Example& example);

}  // namespace entente::train
