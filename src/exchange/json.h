// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "model/case.h"

namespace entente::exchange {

// A case as one JSON object (docs/formats.md). The keys documents, statements, positions and
// meetings are also what a scorer reads: name/noise, doc/content/source/speaker/party,
// doc/party/issue/stance/evidence, doc/parties/place/status/evidence.
struct Whole {
  Case contents;
  std::vector<Document> documents;  // with texts, in the order of contents.documents
  std::vector<LogEntry> log;
  std::string program = "";  // that wrote the export, with its version

  friend bool operator==(const Whole&, const Whole&) = default;
};

// The number that the key "version" of an export carries. Higher ones are refused as too new.
inline constexpr std::uint64_t json_version = 1;

// The parts of a case that a listing can ask for.
enum class Part { documents, statements, people, positions, meetings, clauses, levers, log };

// One item a line. The same case gives the same bytes.
std::string write_json(const Whole& whole);
std::string write_json(const Case& contents, const std::vector<LogEntry>& log,
                       Part part);  // {"<part>": [...]}

std::string write_json(const Codebook& codebook);
std::string counts_json(
    const Case& contents);  // how many items of each kind: {"documents": 5, ...}

// Items of a case one by one, as in the export but with the id of their document beside its name,
// for a door that is asked for documents by id. The list must outlive it.
class ItemWriter {
 public:
  explicit ItemWriter(const std::vector<DocumentCard>& documents) : documents_(documents) {}

  std::string operator()(const DocumentCard& card) const;
  std::string operator()(const Document& document) const;
  std::string operator()(const Statement& statement) const;
  std::string operator()(const Position& position) const;
  std::string operator()(const Meeting& meeting) const;
  std::string operator()(const Clause& clause) const;
  std::string operator()(const Lever& lever) const;
  std::string operator()(const Person& person) const;
  std::string operator()(const LogEntry& entry) const;

 private:
  const std::vector<DocumentCard>& documents_;
};

// The case that write_json wrote. `name` is the file's, for the failures: bad_input where something
// does not hold (unknown words, offsets outside the text, a quote or checksum that differs from the
// text, ids given twice, references to nothing or in a circle), too_new where `version` is higher
// than ours. Each names the place, as in "statements[3].content".
Result<Whole> read_json(std::string_view json, const std::string& name);

}  // namespace entente::exchange
