// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "read/line_cues.h"

namespace entente::read {

// A linear-chain model with two labels, report and furniture (Lafferty et al. 2001). A line's score
// for furniture is the sum of the weights of its cues, of its cues in its zone, and of the cues of
// its two neighbours on either side; two neighbours with one label add a weight of their own. Whole
// numbers, so that the best path is the same everywhere. docs/methods/noise.md is the model's card.
struct LineWeights {
  static constexpr std::array<int, 4> neighbours = {-2, -1, 1, 2};
  std::array<int, cue_count> anywhere{};
  std::array<std::array<int, cue_count>, zone_count> in_zone{};
  std::array<std::array<int, cue_count>, neighbours.size()> beside{};
  int furniture_stays = 0, report_stays = 0;  // two neighbours with one label
  int bias = 0;
};

const LineWeights& line_weights();  // line_weights.cpp, written by tools/noise/train_noise.cpp

// For each unit whether it is furniture on the best path through all of them: known noise stays
// furniture, kept units stay report. Linear in the number of units.
std::vector<bool> best_path(const std::vector<Unit>& units, const LineWeights& weights);

// A report was found, and some noise is known: a text of which no rule knows anything is left
// alone.
bool is_page_around_report(const std::vector<Unit>& units);

// Lines of plain text that are furniture by the best path, where a page stands around a report.
// Ascending; none is noise already. Linear in the text.
std::vector<std::size_t> furniture_lines(const Lines& lines, const std::vector<Role>& roles);

}  // namespace entente::read
