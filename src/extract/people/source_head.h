// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/mentions.h"
#include "text/prose.h"

namespace entente::extract {

// Of a source as people mark it, what names the speaker: without a clause or apposition behind the
// name ("Ruritania, which backs the army"), what stands between dashes, the day, and the dateline
// of a dispatch before it. The whole where what follows a comma or dash may be the name itself. `mentions` are those of the text.
Span head_of_source(const text::Prose& prose, const std::vector<Mention>& mentions, Span source);

}  // namespace entente::extract
