// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/document.h"
#include "read/lines.h"

namespace entente::read {

// Links and notices that a copy has joined to a paragraph: "(Read more: What the canal is worth)",
// "... on Monday. Read more", "... on Monday. READ ALSO: Envoys to meet again", "ADVERTISEMENT The
// ministers met ...". Only the part that is one; ascending.
std::vector<Noise> inserts_in(const Lines& lines, const Line& line);

}  // namespace entente::read
