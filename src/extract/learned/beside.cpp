// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/beside.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "extract/learned_attribution.h"

namespace entente::extract::learned {
namespace {

std::size_t size_of(const std::vector<Span>& spans) {
  std::size_t size = 0;
  for (Span span : spans) size += span.size();
  return size;
}

bool meet(const std::vector<Span>& some, const std::vector<Span>& others) {
  return std::any_of(some.begin(), some.end(), [&](Span one) {
    return std::any_of(others.begin(), others.end(), [&](Span other) { return one.meets(other); });
  });
}

// Whose content a stretch of the text is.
struct Owned {
  Span span;
  std::size_t owner;
};

std::vector<Owned> contents_of(const std::vector<Reported>& read) {
  std::vector<Owned> out;
  for (std::size_t i = 0; i < read.size(); ++i)
    for (Span span : read[i].statement.content) out.push_back({span, i});
  std::sort(out.begin(), out.end(), [](const Owned& a, const Owned& b) { return a.span < b.span; });
  return out;
}

struct Closest {
  const Reported* reported = nullptr;
  float overlap = 0;  // Jaccard, of characters
};

Closest closest(const Statement& ruled, const std::vector<Reported>& read,
                const std::vector<Owned>& contents) {
  std::map<std::size_t, std::size_t> shared;
  for (Span span : ruled.content) {
    auto at = std::partition_point(contents.begin(), contents.end(),
                                   [&](const Owned& one) { return one.span.end <= span.begin; });
    for (; at != contents.end() && at->span.begin < span.end; ++at)
      shared[at->owner] += std::min(at->span.end, span.end) - std::max(at->span.begin, span.begin);
  }
  Closest out;
  for (const auto& [owner, size] : shared) {
    const std::size_t all = size_of(ruled.content) + size_of(read[owner].statement.content) - size;
    const float overlap = static_cast<float>(size) / static_cast<float>(all);
    if (overlap > out.overlap) out = {&read[owner], overlap};
  }
  return out;
}

float log_odds(double confidence) {
  const double kept = std::clamp(confidence, 0.01, 0.99);
  return static_cast<float>(std::log(kept / (1 - kept)));
}

float yes(bool is) { return is ? 1.0F : 0.0F; }

Signs signs_of(const Statement& ruled, const Closest& near) {
  const bool any = near.reported != nullptr;
  const bool same_source =
      any && (ruled.source.empty() ? near.reported->statement.source.empty()
                                   : meet(ruled.source, near.reported->statement.source));
  return {yes(any),
          near.overlap,
          any ? log_odds(near.reported->confidence) : 0,
          yes(same_source),
          yes(any && meet(ruled.cue, near.reported->statement.cue)),
          yes(ruled.speech == Speech::direct),
          yes(ruled.speech == Speech::mixed),
          yes(ruled.source.empty()),
          std::log(1.0F + static_cast<float>(size_of(ruled.content))),
          yes(ruled.within.has_value())};
}

}  // namespace

std::vector<Signs> signs_beside(const std::vector<Statement>& ruled,
                                const std::vector<Reported>& read) {
  const std::vector<Owned> contents = contents_of(read);
  std::vector<Signs> out;
  for (const Statement& one : ruled) out.push_back(signs_of(one, closest(one, read, contents)));
  return out;
}

}  // namespace entente::extract::learned
