// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::report {

// Text of a source, made safe to look at on one line: runs of white space become one blank, and
// characters that steer a terminal or turn the reading direction around (controls, bidirectional
// overrides and isolates) are shown by their number, "<U+001B>", so that they do nothing and nobody
// overlooks them.
std::string visible(std::string_view utf8);

// The same, where white space and line ends matter and stay (a quote in its surroundings).
std::u32string visible_characters(std::u32string_view text);

// How many columns a terminal gives the text: 2 for wide characters, 0 for combining ones.
std::size_t columns_of(std::string_view utf8);

// Cut into lines of at most `width` columns, at blanks where there are any. Never empty.
std::vector<std::string> wrapped(std::string_view utf8, std::size_t width);

// visible(), cut at a blank to about `columns`, with "…" where cut.
std::string shortened(std::string_view utf8, std::size_t columns);

}  // namespace entente::report
