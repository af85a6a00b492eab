// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/case.h"
#include "model/finding.h"

namespace entente::report {

// How the terminal looks. width 0: do not wrap (a pipe). Colour never says what words do not say
// too.
struct Screen {
  std::size_t width = 0;
  bool colour = false;
};

// Listings: one table each, ids first, and below it what the marks mean and what to do next.
// Rejected items are counted, not listed. Text of sources is shown with its control characters made
// visible.
std::string documents_text(const Case& contents, const Screen& screen);
std::string statements_text(const Case& contents, const Screen& screen);
std::string people_text(const Case& contents, const Screen& screen);
std::string positions_text(const Case& contents, const Screen& screen);
std::string meetings_text(const Case& contents, const Screen& screen);
// With the red lines that a clause crosses.
std::string clauses_text(const Case& contents, const std::vector<Crossing>& crossings,
                         const Screen& screen);
std::string levers_text(const Case& contents, const Screen& screen);
std::string log_text(const std::vector<LogEntry>& log, const Screen& screen);

// Whether the sentence behind each cell follows the grid.
enum class Sentences { left_out, below };

// Parties by issues. Where the screen is too narrow for all issues, they follow in groups.
std::string matrix_text(const Case& contents, const Matrix& matrix, const Screen& screen,
                        Sentences sentences = Sentences::left_out);

// Each pair of accounts side by side, sentence by sentence.
std::string accounts_text(const Case& contents, const std::vector<AccountPair>& accounts,
                          const std::function<Document(DocumentId)>& text_of, const Screen& screen);

// What a cell of the matrix tells of the positions behind it: their ids, or how many there are and
// which matter most.
enum class Behind { listed, counted };

// Findings as JSON, each with the items that it rests on (docs/formats.md).
std::string matrix_json(const Case& contents, const Matrix& matrix,
                        const std::vector<Movement>& movements,
                        const std::vector<Contradiction>& contradictions,
                        const std::vector<Crossing>& crossings, Behind behind = Behind::listed);
std::string movements_json(const Case& contents, const std::vector<Movement>& movements);
std::string contradictions_json(const Case& contents,
                                const std::vector<Contradiction>& contradictions);
std::string crossings_json(const Case& contents, const std::vector<Crossing>& crossings);
std::string accounts_json(const Case& contents, const std::vector<AccountPair>& accounts,
                          const std::function<Document(DocumentId)>& text_of);

}  // namespace entente::report
