// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/people/phrases.h"

namespace entente::extract {

// The item is who says something here: "Roe said", "said Roe", "Roe, the envoy, has also told".
bool stands_as_speaker(const Pieces& pieces, Range item);
// Nothing governs the item: no preposition before, no "'s" behind.
bool stands_free(const Pieces& pieces, Range item);
// A verb of speech at this piece, small words aside: "has also said".
bool speech_at(const Pieces& pieces, std::size_t at, std::size_t end);

}  // namespace entente::extract
