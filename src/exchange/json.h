// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "model/case.h"

namespace entente::exchange {

// A case as one JSON object (docs/formats.md). The keys documents, statements, positions and meetings are also what a
// scorer reads: name/noise, doc/content/source/speaker/party, doc/party/issue/stance/evidence, doc/parties/place/status/evidence.
struct Whole {
  Case contents;
  std::vector<Document> documents;  // with texts, in the order of contents.documents
  std::vector<LogEntry> log;
};

// The parts of a case that a listing can ask for.
enum class Part { documents, statements, people, positions, meetings, clauses, log };

std::string write_json(const Whole& whole);
std::string write_json(const Case& contents, const std::vector<LogEntry>& log, Part part);  // {"<part>": [...]}

// Refuses what does not hold: unknown words, offsets outside the text, a quote that differs from the text at its offsets.
Result<Whole> read_json(std::string_view json, const std::string& name);

}  // namespace entente::exchange
