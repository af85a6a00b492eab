// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace entente {

// A half-open range [begin, end) of Unicode code points of one text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(std::size_t at) const { return begin <= at && at < end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool meets(Span other) const { return begin < other.end && other.begin < end; }

  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

inline Span hull(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

// The smallest range that holds all of them; {0, 0} of none.
inline Span hull(const std::vector<Span>& spans) {
  if (spans.empty()) return {};
  Span all = spans.front();
  for (Span span : spans) all = hull(all, span);
  return all;
}

inline std::size_t overlap(Span a, Span b) {
  const std::size_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

inline bool meets_any(Span span, const std::vector<Span>& others) {
  return std::any_of(others.begin(), others.end(), [&](Span other) { return span.meets(other); });
}

}  // namespace entente
