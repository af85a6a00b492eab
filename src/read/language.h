// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "read/lines.h"

namespace entente::read {

// BCP 47 as far as it goes: "en_gb" gives "en-gb", "English" gives "en", anything that is no tag
// gives "".
std::string language_tag(std::string_view said);

// The language of a text that says it is in `said`, a tag or "". Words are believed before what a
// page says: "en" where a part of the text is plainly English, "und" where none is and the small
// words or most letters are another language's, unless `said` names one; else `said`.
std::string language_of(const std::string& said, const Lines& lines);

}  // namespace entente::read
