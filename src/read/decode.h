// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/failure.h"

namespace entente::read {

// The code points of a file of text, byte order mark left out. In this order: what a byte order
// mark says; UTF-16 without one, by its zero bytes; UTF-8 where it is well-formed, or nearly; the
// character set that an HTML page declares; Windows-1252. A zero character becomes U+FFFD, so that
// offsets stay those of the file. A binary file is refused in one sentence.
Result<std::u32string> decode(std::string_view bytes, const std::string& name);

// Whether the bytes look like an HTML page: markup at the start.
bool looks_like_html(std::u32string_view text);

}  // namespace entente::read
