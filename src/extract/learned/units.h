// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/attribution.h"
#include "text/prose.h"

// The learned reading of who said what. A text is cut into units, each unit gets a label by a chain
// of conditional probabilities, and the labels are linked to attributions.
namespace entente::extract::learned {

enum class QuoteState : std::uint8_t { outside, opening, inside, closing };

// A token, but "'s", "'re" and their like stand alone: who "the envoy's" names is "the envoy".
struct Unit {
  Span span;
  std::uint32_t sentence = 0;   // of the prose
  std::uint32_t quotation = 0;  // 1 + index of the outermost quotation; 0: outside
  QuoteState quote = QuoteState::outside;
  std::uint8_t names = 0;  // bits: which pieces between its hyphens are names; see names.h
};

// The units of one paragraph, or of a part of one that is very long: [first, last).
struct Passage {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t size() const { return last - first; }
};

struct Units {
  std::vector<Unit> units;
  std::vector<Passage> passages;
};

// Linear in the text's length.
Units cut_units(const text::Prose& prose);

}  // namespace entente::extract::learned
