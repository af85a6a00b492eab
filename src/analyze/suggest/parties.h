// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "analyze/suggest/names.h"
#include "model/document.h"
#include "model/suggestion.h"

namespace entente::analyze {

struct FoundParties {
  std::vector<SuggestedParty> suggested;
  std::set<std::u32string> names;  // of whoever has an office in the texts, as name_key has them
};

// Who speaks in these statements, or has offices in the texts, and is no party of the codebook.
FoundParties parties_in(const Case& contents, const std::vector<const Statement*>& statements,
                        const Vocabulary& vocabulary, const PartyNamed& known,
                        const DocumentsOf& documents);

// How each party of a codebook is heard in the case.
std::vector<SuggestedParty> heard_of(const std::vector<Party>& parties, const Case& contents);

}  // namespace entente::analyze
