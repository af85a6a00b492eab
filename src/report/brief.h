// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/case.h"
#include "model/finding.h"

namespace entente::report {

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
};

// One self-contained HTML file: no script from outside, strict content security policy, every text
// escaped.
std::string brief_html(const BriefInput& input);

}  // namespace entente::report
