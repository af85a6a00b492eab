// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/acceptance.h"
#include "model/case.h"
#include "model/conflict_file.h"
#include "model/dispute.h"
#include "model/finding.h"
#include "model/ledger.h"
#include "model/stability.h"

namespace entente::report {

// A conflict with what follows from it, for a brief.
struct BriefConflict {
  const StabilityFindings& found;
  const std::map<PositionId, QuotedWords>& quotes;  // of the positions that the model rests on
  std::string file;                                 // its name
  bool suggested = false;                           // the model was made by the program
};

// All that a brief shows. `text_of` gives a document with its text, for the sentences around a
// quote.
struct BriefInput {
  std::string title;
  std::string program;  // "entente 0.1.0"
  const Case& contents;
  const Matrix& matrix;
  const std::vector<Movement>& movements;
  const std::vector<Contradiction>& contradictions;
  const std::vector<Crossing>& crossings;
  const std::vector<AccountPair>& accounts;
  const Coverage& coverage;
  std::function<Document(DocumentId)> text_of;
  const BriefConflict* conflict = nullptr;
  std::vector<DraftCheck> checks = {};  // of the drafts, against what the parties have said
  const Ledger* ledger = nullptr;       // every change with its cause; none: left out
  const Disputes* disputes = nullptr;   // the same
};

// One self-contained HTML file: no script from outside, strict content security policy, every text
// escaped.
std::string brief_html(const BriefInput& input);

// The same findings as Markdown, in which each leads to a footnote with its sentence and place. No
// drawings.
std::string brief_markdown(const BriefInput& input);

}  // namespace entente::report
