// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/document.h"
#include "read/lines.h"
#include "read/outline.h"

namespace entente::read {

// What is not read, or read for context only. Both lists ascend; nothing overlaps.
struct Marks {
  std::vector<Noise> noise;
  std::vector<Span> headings;
};

enum class Headings { guess, given };  // plain text shows none; a page names its own

// What the rules alone say of each line of plain text; the learned model (line_model.h) adds to it.
std::vector<Role> roles_by_rules(const Lines& lines);

// Adds what the lines of the text show to what is known already (a page's menus, a block of
// metadata).
Marks mark_lines(const Lines& lines, Marks known, Headings headings);

}  // namespace entente::read
