// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/acceptance.h"
#include "model/case.h"
#include "report/lookup.h"
#include "report/terminal.h"

namespace entente::report {

// What could be signed by the parties' own words alone: in words first, then who blocks, what is
// nearest, what would decide, and every option with who has said what to it.
std::string leeway_text(const Case& contents, const Acceptance& acceptance, const Leeway& leeway,
                        const Screen& screen);

// A draft clause by clause and party by party; whether it passes; how one-sided it is. Clauses that
// stand in no document of the case are of a file.
std::string check_text(const Case& contents, const DraftCheck& check, const Screen& screen);

// One JSON object each (docs/formats.md).
std::string leeway_json(const Case& contents, const Acceptance& acceptance, const Leeway& leeway);
std::string check_json(const Case& contents, const DraftCheck& check);

// ---- words that the terminal, JSON and the brief share

std::string answer_words(Answer answer);  // "accepts", "crosses a red line"
// Why it is unknown, as a part of a sentence: "only others say so".
std::string doubt_words(Doubt doubt);
// The condition on which a party accepts, "" where it was not read.
std::string condition_of(const Lookup& lookup, const Word& word);
std::string bearing_words(Bearing bearing);  // "as it wanted"
// "Article 4", or its number in the list where it has none.
std::string clause_name(const DraftCheck& check, std::size_t clause);
// The answer to whether a draft passes, in sentences.
std::string outcome_words(const DraftCheck& check);
// Whether one gets all while another gives way, in sentences; and what the count is of.
std::string balance_words(const DraftCheck& check);

}  // namespace entente::report
