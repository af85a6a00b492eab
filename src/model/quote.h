// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "base/utf8.h"

namespace entente {

// The words at these places, as an item keeps them: joined by " … ".
inline std::string words_at(const std::u32string& text, const std::vector<Span>& spans) {
  std::string words;
  for (Span span : spans) words += (words.empty() ? "" : " … ") + slice_utf8(text, span);
  return words;
}

}  // namespace entente
