// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/case.h"
#include "model/suggestion.h"
#include "report/terminal.h"

namespace entente::report {

// Suggested issues with their cues and example sentences, suggested parties, and what fits nothing.
std::string suggestions_text(const Case& contents, const Suggestions& found, const Screen& screen);
std::string suggestions_json(const Case& contents, const Suggestions& found);

// What a new case took over, in a few words; no ids of statements. `contents`: that case.
std::string taken_over_json(const Suggestions& found);
std::string taken_over_text(const Case& contents, const Suggestions& found, const Screen& screen);

}  // namespace entente::report
