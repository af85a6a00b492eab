// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/confidence.h"

#include <algorithm>
#include <cmath>

namespace entente::extract::learned {
namespace {

constexpr float least_chance = 5e-3F;

float kept_odds(float chance) {
  const float kept = std::clamp(chance, least_chance, 1 - least_chance);
  return std::log(kept / (1 - kept));
}

float quoted_share(const PassageView& view, const std::vector<Stretch>& stretches) {
  std::size_t quoted = 0;
  for (Stretch stretch : stretches)
    for (std::size_t i = stretch.first; i < stretch.last; ++i)
      quoted += view.atoms[i].quote != QuoteState::outside;
  return static_cast<float>(quoted) /
         static_cast<float>(std::max<std::size_t>(units_in(stretches), 1));
}

bool rules_agree(const PassageView& view, Stretch cue) {
  for (std::size_t i = cue.first; i < cue.last; ++i)
    if ((view.atoms[i].hint & 7) == static_cast<std::uint8_t>(Hint::cue)) return true;
  return false;
}

}  // namespace

Signs signs_of(const PassageView& view, const Proposal& proposal, float worth) {
  const Linked& one = proposal.one;
  const float inside = quoted_share(view, one.content);
  return {kept_odds(worth),
          kept_odds(proposal.strictly),
          kept_odds(proposal.loosely),
          kept_odds(proposal.cue),
          one.source.empty() ? 1.0F : 0.0F,
          inside > 0.99F ? 1.0F : 0.0F,
          inside > 0.01F && inside <= 0.99F ? 1.0F : 0.0F,
          rules_agree(view, one.cue) ? 1.0F : 0.0F,
          std::log(1.0F + static_cast<float>(units_in(one.content))),
          one.content.size() > 1 ? 1.0F : 0.0F};
}

double Confidence::of(const Signs& signs) const {
  double sum = static_cast<double>(offset);
  for (std::size_t s = 0; s < sign_count; ++s)
    sum += static_cast<double>(weights[s]) * static_cast<double>(signs[s]);
  return 1 / (1 + std::exp(-sum));
}

}  // namespace entente::extract::learned
