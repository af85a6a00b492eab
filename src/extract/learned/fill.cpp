// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/fill.h"

#include <algorithm>

namespace entente::extract::learned {
namespace {

// `taken` ascends by its ends as by its beginnings.
bool meets_sorted(Span span, const std::vector<Span>& taken) {
  const auto at = std::partition_point(taken.begin(), taken.end(),
                                       [&](Span one) { return one.end <= span.begin; });
  return at != taken.end() && at->begin < span.end;
}

// Overlapping spans joined, so that ends ascend too.
std::vector<Span> joined(std::vector<Span> spans) {
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

}  // namespace

std::vector<std::size_t> left_over(const std::vector<Statement>& ruled, std::vector<Span> taken) {
  const std::vector<Span> spans = joined(std::move(taken));
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < ruled.size(); ++i) {
    const Statement& one = ruled[i];
    const bool spoken = one.speech == Speech::direct && !one.source.empty() && !one.within;
    if (spoken && std::none_of(one.content.begin(), one.content.end(),
                               [&](Span span) { return meets_sorted(span, spans); }))
      out.push_back(i);
  }
  return out;
}

}  // namespace entente::extract::learned
