// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "extract/learned/proposals.h"
#include "extract/learned/scale.h"
#include "train/corpus.h"

namespace entente::train {

// A proposal to learn from: what it is weighed by, and what it is worth.
struct Tried {
  extract::learned::Features features;
  float worth = 0;
};

// What people marked in a text, in units of the text.
struct MarkedUnits {
  std::vector<extract::learned::Stretch> source, content;
};
std::vector<MarkedUnits> marked_units(const Text& text);

// How much of a marked attribution the proposal meets: the share of units that the contents have in
// common, where that is half or more; of that three tenths where the source is another. The best of
// all marked ones; 0 where there is none. `first`: the unit that the proposal's passage begins at.
float worth_of(const extract::learned::Linked& proposal, std::size_t first,
               const std::vector<MarkedUnits>& marked);

// A logistic scale whose worths are those of `tried`, as nearly as the features tell; by AdaGrad,
// the weights averaged; few are gone through more often than many. Features that occur in fewer
// than eight proposals are left out. The same seed gives the same scale.
extract::learned::Scale learn_scale(const std::vector<Tried>& tried, std::uint64_t seed);

}  // namespace entente::train
