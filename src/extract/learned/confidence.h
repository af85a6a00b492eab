// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "extract/learned/proposals.h"

namespace entente::extract::learned {

// What an attribution's confidence is worked out from: its worth, how many readings hold it or one
// like it, and what it looks like.
inline constexpr std::size_t sign_count = 10;
using Signs = std::array<float, sign_count>;

Signs signs_of(const PassageView& view, const Proposal& proposal, float worth);

// A logistic curve over the signs, fitted on texts that the weights were not learned from.
struct Confidence {
  Signs weights{};
  float offset = 0;
  double of(const Signs& signs) const;  // 0 to 1

  friend bool operator==(const Confidence&, const Confidence&) = default;
};

}  // namespace entente::extract::learned
