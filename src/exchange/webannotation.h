// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "exchange/json.h"

namespace entente::exchange {

// W3C Web Annotation Data Model (2017): an AnnotationCollection in JSON-LD, one annotation per
// statement and position that is not rejected. A target is one range of a document (its source is
// urn:sha256: and the text's checksum) with a TextQuoteSelector and a TextPositionSelector that
// select the same words; content in several ranges has several targets. Offsets count Unicode code
// points, as the standard asks.
std::string write_webannotation(const Whole& whole);

}  // namespace entente::exchange
