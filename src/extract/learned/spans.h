// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "base/span.h"

namespace entente::extract::learned {

// Ascending, overlapping ones joined, so that ends ascend too.
inline std::vector<Span> joined(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (Span span : spans) {
    if (!out.empty() && span.begin <= out.back().end)
      out.back().end = std::max(out.back().end, span.end);
    else
      out.push_back(span);
  }
  return out;
}

// Whether it shares a character with one of `joined` spans.
inline bool meets_joined(Span span, const std::vector<Span>& joined) {
  const auto at = std::partition_point(joined.begin(), joined.end(),
                                       [&](Span one) { return one.end <= span.begin; });
  return at != joined.end() && at->begin < span.end;
}

}  // namespace entente::extract::learned
