// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::report {

// Text of a source as one line of Markdown (CommonMark with the tables, footnotes and strikethrough
// of GitHub): it reads as it is written, and nothing in it is a mark, a link, HTML or a cell's end.
// What turns the reading direction around is shown by its number.
std::string in_markdown(std::string_view utf8);

// A table. Heads and cells are Markdown already; a bar in them is escaped by in_markdown().
std::string markdown_table(const std::vector<std::string>& heads,
                           const std::vector<std::vector<std::string>>& rows);

}  // namespace entente::report
