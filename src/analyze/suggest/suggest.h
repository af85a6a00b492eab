// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "analyze/suggest/names.h"
#include "analyze/suggest/vocabulary.h"
#include "model/case.h"
#include "model/document.h"
#include "model/suggestion.h"

namespace entente::analyze {

// New issues and parties out of what fits none of the codebook's. `spoken_of`: the statements in
// which an issue's cue stands, as whoever can match cues finds them; `known`: the party that a name
// means by a list of names, as whoever has such a list knows it. Terms are noun phrases, told by
// how much more often they are said than in English and than where issues are spoken of, gathered
// by their heads (docs/methods/suggest.md). The order of the documents does not matter, nor which
// party says a thing. Nearly linear in the statements and the texts.
Suggestions suggestions(const Case& contents, const std::set<StatementId>& spoken_of,
                        const Vocabulary& vocabulary, const PartyNamed& known,
                        const DocumentsOf& documents);

// On what of the case the parties of its codebook rest now, and issues of it that were suggested
// once (`suggested`): those as suggestions() would count them.
struct TakenOver {
  std::vector<SuggestedIssue> issues;
  std::vector<SuggestedParty> parties;
};
TakenOver taken_over(const Case& contents, const std::vector<Issue>& suggested,
                     const Vocabulary& vocabulary);

}  // namespace entente::analyze
