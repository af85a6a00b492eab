// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "read/metadata.h"

namespace entente::read {

// What a script of type application/ld+json says of the article (schema.org NewsArticle and its
// kin). Nothing where it is no JSON or speaks of something else.
Metadata read_ld_json(const std::string& json);

}  // namespace entente::read
