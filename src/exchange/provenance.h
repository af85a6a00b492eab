// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "exchange/json.h"

namespace entente::exchange {

// Holds what an export says beside its quotes against the texts and the log. Throws Failed
// (bad_input) that names the item and the field:
// - a position's condition stands in its evidence; a meeting's place and day words, white space
//   aside, in its document; a speaker is the party, the linked person by one of his names, or has a
//   word of more than three letters in the document. Unless the log holds an edit of that field.
// - whatever is confirmed or rejected has a line of the log in which that person did so.
// `file` names the export.
void hold_provenance(const Whole& whole, const std::string& file);

}  // namespace entente::exchange
