// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/case.h"
#include "model/finding.h"

namespace entente::report {

// How the terminal looks. width 0: do not wrap (a pipe).
struct Screen {
  std::size_t width = 0;
  bool colour = false;
};

std::string documents_text(const Case& contents, const Screen& screen);
std::string statements_text(const Case& contents, const Screen& screen);
std::string people_text(const Case& contents, const Screen& screen);
std::string positions_text(const Case& contents, const Screen& screen);
std::string meetings_text(const Case& contents, const Screen& screen);
std::string log_text(const std::vector<LogEntry>& log, const Screen& screen);
std::string matrix_text(const Case& contents, const Matrix& matrix, const Screen& screen);
std::string accounts_text(const Case& contents, const std::vector<AccountPair>& accounts,
                          const std::function<Document(DocumentId)>& text_of, const Screen& screen);

// Findings as JSON, each with the items that it rests on.
std::string matrix_json(const Case& contents, const Matrix& matrix, const std::vector<Movement>& movements,
                        const std::vector<Contradiction>& contradictions, const std::vector<Crossing>& crossings);
std::string accounts_json(const Case& contents, const std::vector<AccountPair>& accounts,
                          const std::function<Document(DocumentId)>& text_of);

}  // namespace entente::report
