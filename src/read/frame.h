// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "model/document.h"
#include "read/lines.h"
#include "read/outline.h"

namespace entente::read {

struct FrameLine {
  std::size_t line = 0;
  NoiseKind kind = NoiseKind::boilerplate;
};

// The lines around a report that belong to whoever prints it, told by their words and their place:
// above the first paragraph letterheads with their addresses and reference numbers, labels of
// sections, paths of pages, names of authors without "by", and the caption that stands under them;
// below the last one imprints, notes on the authors, sources, attachments and closing notes. The
// title stays. Ascending; none is noise already. Linear in the text.
std::vector<FrameLine> frame_lines(const Lines& lines, const std::vector<Role>& roles);

}  // namespace entente::read
