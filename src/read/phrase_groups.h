// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "model/document.h"

namespace entente::read {

enum class Place {
  whole,   // the line has these words only, bare numbers aside
  opens,   // the line begins with them; those of a credit are followed by a name
  head,    // as `opens`, and the line is no sentence
  label,   // the line begins with them and a colon
  names,   // as `label`, with nothing but names behind it
  inside,  // they stand anywhere in the line
};

struct PhraseGroup {
  Place place;
  NoiseKind kind;
  std::size_t most_words;  // of a line that may be judged
  bool opens_list;
  std::string_view phrases;  // separated by semicolons
};

// The fixed phrases of web pages, in lower case.
std::span<const PhraseGroup> phrase_groups();

}  // namespace entente::read
