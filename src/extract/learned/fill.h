// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/span.h"
#include "model/statement.h"

namespace entente::extract::learned {

// Indices of what the rules read and the chain did not: quotations and turns of a transcript with a
// named speaker whose words meet none of `taken` (contents and cues that the chain found). Where
// the layout names the speaker, the chain, which sees one paragraph, is blind.
std::vector<std::size_t> left_over(const std::vector<Statement>& ruled, std::vector<Span> taken);

}  // namespace entente::extract::learned
