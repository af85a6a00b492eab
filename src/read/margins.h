// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "read/lines.h"
#include "read/outline.h"

namespace entente::read {

// A text that was copied with the page around it has a head and a foot of short lines: menus, names
// of sections, headlines of other reports. The report is where sentences stand close together; what
// stands before and after it is furniture only if enough of those lines are known as noise already,
// or are as short as the entries of a menu. Kept there: the title (the line whose words the report
// uses), labels that recur in the report, numbered items, and lists that a colon introduces.
// The lines found, ascending; `roles` says what is known. Linear in the text.
std::vector<std::size_t> margin_lines(const Lines& lines, const std::vector<Role>& roles);

}  // namespace entente::read
