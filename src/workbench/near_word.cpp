// SPDX-License-Identifier: Apache-2.0
#include "workbench/near_word.h"

#include <algorithm>

namespace entente {
namespace {

// Optimal string alignment distance (Damerau-Levenshtein without overlapping swaps).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> near_word(std::string_view typed,
                                     const std::vector<std::string>& known) {
  if (typed.size() > 64) return std::nullopt;
  std::size_t least = std::max<std::size_t>(1, typed.size() / 3) + 1;
  std::optional<std::string> nearest;
  for (const std::string& word : known)
    if (const std::size_t far = distance(typed, word); far < least) {
      least = far;
      nearest = word;
    }
  return nearest;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known,
                         const std::string& otherwise) {
  const auto near = near_word(typed, known);
  return near ? "Did you mean " + *near + "?" : otherwise;
}

}  // namespace entente
