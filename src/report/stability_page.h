// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "model/case.h"
#include "model/conflict_file.h"
#include "model/stability.h"

namespace entente::report {

// All that a page about a conflict shows.
struct StabilityPageInput {
  std::string title;
  std::string program;  // "entente 0.1.0"
  const StabilityFindings& found;
  const std::map<PositionId, QuotedWords>& quotes;  // of the positions that the model rests on
  const Case* contents = nullptr;  // the case that they stand in, where one is known
  bool suggested = false;          // the model was made by the program
};

// One self-contained HTML file, as brief_html: the states and options in a table with what holds
// them, the moves between today's state and the equilibria drawn, the reasons, and the sentences
// that the model rests on.
std::string stability_html(const StabilityPageInput& input);

}  // namespace entente::report
