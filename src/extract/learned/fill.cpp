// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/fill.h"

#include <algorithm>

#include "extract/learned/spans.h"

namespace entente::extract::learned {

std::vector<std::size_t> left_over(const std::vector<Statement>& ruled, std::vector<Span> taken) {
  const std::vector<Span> spans = joined(std::move(taken));
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < ruled.size(); ++i) {
    const Statement& one = ruled[i];
    const bool spoken = one.speech == Speech::direct && !one.source.empty() && !one.within;
    if (spoken && std::none_of(one.content.begin(), one.content.end(),
                               [&](Span span) { return meets_joined(span, spans); }))
      out.push_back(i);
  }
  return out;
}

}  // namespace entente::extract::learned
