// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/span.h"

namespace entente {

// Code points to UTF-8. Surrogates and values above U+10FFFF become U+FFFD.
std::string to_utf8(std::u32string_view text);

// UTF-8 to code points. Each byte that is part of no well-formed sequence becomes one U+FFFD.
std::u32string from_utf8(std::string_view bytes);

bool is_utf8(std::string_view bytes);

// The part of `text` that `span` covers, cut at the end of the text.
inline std::u32string_view slice(std::u32string_view text, Span span) {
  if (span.begin >= text.size() || span.empty()) return {};
  return text.substr(span.begin, span.end - span.begin);
}

inline std::string slice_utf8(std::u32string_view text, Span span) {
  return to_utf8(slice(text, span));
}

}  // namespace entente
