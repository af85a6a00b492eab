// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "exchange/json.h"

namespace entente::exchange {

// W3C Web Annotation Data Model (2017): an AnnotationCollection in JSON-LD, one annotation per statement and position,
// each with a TextQuoteSelector and a TextPositionSelector.
std::string write_webannotation(const Whole& whole);

}  // namespace entente::exchange
