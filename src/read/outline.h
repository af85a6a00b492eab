// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "read/lines.h"

namespace entente::read {

// What a line of plain text is, as far as is known.
enum class Role { text, heading, noise };

// Lines broken at a width, as in mail: few of them end a sentence, and none is long. `considered`:
// indices of lines that have words.
bool is_wrapped(const Lines& lines, const std::vector<std::size_t>& considered);

// Lines among `text` that are headings: short, without a closing stop, over a paragraph. Datelines,
// labels of speakers, lists and questions of an interview are none. The first line may be longer: a
// title. Ascending.
std::vector<std::size_t> heading_lines(const Lines& lines, const std::vector<Role>& roles);

// The title, where the first line that is read is one of those headings.
std::optional<std::size_t> title_line(const std::vector<std::size_t>& headings,
                                      const std::vector<Role>& roles);

}  // namespace entente::read
