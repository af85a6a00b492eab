// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "train/brat.h"

namespace entente::train {

// Precision, recall and their harmonic mean, of counts.
struct Ratio {
  std::size_t hit = 0;         // of what was found
  std::size_t hit_marked = 0;  // of what was marked
  std::size_t found = 0;
  std::size_t marked = 0;

  double precision() const { return found == 0 ? 0 : double(hit) / double(found); }
  double recall() const { return marked == 0 ? 0 : double(hit_marked) / double(marked); }
  double f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
};

enum class Kind { direct, mixed, indirect, other };

// How found attributions agree with marked ones. A token is a run of letters, digits and
// underscores, or one other mark. Two attributions agree loosely where their contents share half of
// all their tokens or more, strictly where also their sources share a token or both have none; they
// are paired one to one, the most alike first.
struct Scores {
  Ratio loose, strict;
  std::array<Ratio, 4> strict_by_kind;  // by Kind
  std::array<Ratio, 3> tokens;          // source, cue, content

  // For each of `found`: whether it agrees strictly with a marked one.
  std::vector<bool> add(std::u32string_view text, const std::vector<Attribution>& marked,
                        const std::vector<Attribution>& found);
  std::string table() const;
};

}  // namespace entente::train
