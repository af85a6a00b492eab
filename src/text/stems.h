// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente::text {

// An English word, in small letters, without its ending: "monitors", "monitoring" and "monitored"
// give one stem. Rough: no word list, at least three letters stay.
std::u32string stem_of(std::u32string_view word);

}  // namespace entente::text
