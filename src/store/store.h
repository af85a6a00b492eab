// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/failure.h"
#include "model/case.h"

namespace entente::store {

// One document with all that was read from it. Ids inside count from 1 (0: none); append() numbers
// them anew and returns nothing lost: `continues`, `within` and `statement` are carried over.
struct Entry {
  Document document;
  std::string sketch;
  std::size_t sentences = 0, coded_sentences = 0;
  std::vector<Statement> statements;
  std::vector<Position> positions;
  std::vector<Meeting> meetings;
  std::vector<Clause> clauses;
  std::vector<Lever> levers = {};
  std::string by = {};  // who adds it, for the log; "": the program
};

enum class Access { read, write };

// A case on disk: one SQLite file. Every call that changes something is one transaction and is on
// disk when it returns; when it throws, the case is as it was. A writer has the case to itself from
// opening to closing, readers read meanwhile and see each change as a whole. Used by one thread at
// a time. Throws Failed: missing, locked (another process writes), damaged, bad_input (no case at
// all), too_new, no_space, unreadable.
class Store {
 public:
  // Open for writing. usage where something is at `path` already; if anything fails, nothing is
  // left there.
  static Store create(const std::filesystem::path& path, const Codebook& codebook,
                      const std::string& program);
  // `program`, with its version, signs what append() adds to the log. A case of an older schema is
  // brought up to date by whoever opens it for writing; read, it looks the same, but the file stays
  // as it is.
  static Store open(const std::filesystem::path& path, Access access, const std::string& program);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  Codebook codebook() const;
  Case load() const;  // everything but the texts
  std::vector<Person> people() const;
  std::vector<DocumentCard> documents() const;
  Document document(DocumentId id) const;  // with its text; missing if there is none
  // Calls `use` with each of these documents, one after the other; quicker than asking for each.
  void each_document(const std::vector<DocumentId>& ids,
                     const std::function<void(Document)>& use) const;
  std::vector<std::pair<DocumentId, std::string>> sketches() const;
  std::pair<std::size_t, std::size_t> sentence_counts() const;  // of all documents: readable, coded
  std::vector<LogEntry> log() const;
  std::vector<LogEntry> log(std::uint64_t after) const;  // lines with a higher number
  std::uint64_t log_number() const;                      // of the newest line; 0: none
  bool holds_file() const;  // opened to write, and nobody else has written since

  // The ids that the next document gets.
  DocumentId next_document() const;

  // Adds documents and replaces the list of people, with one log line a document ("add").
  // `same_account_as`, `person` and the people's evidence name items of the case, not of the entry.
  // bad_input where a document's name is taken or its text is not that of its checksum. U+0000 is
  // kept as U+FFFD.
  void append(std::vector<Entry> entries, const std::vector<Person>& people);

  // Puts items in place of those with the same id, and new ones beside them, with their log lines
  // (number is given here), in one transaction. missing where there is nothing to replace,
  // bad_input where a new one's id is taken.
  struct Change {
    std::vector<DocumentCard> documents;
    std::vector<Statement> statements;
    std::vector<Position> positions;
    std::vector<Meeting> meetings;
    std::vector<Clause> clauses;
    std::vector<Lever> levers;
    std::vector<Person> people;
    std::optional<std::vector<Party>> parties;  // all of the codebook's, where they change
    std::vector<LogEntry> log;

    // Items that are new, with ids after the last of their kind.
    struct Added {
      std::vector<Statement> statements;
      std::vector<Position> positions;
      std::vector<Meeting> meetings;
      std::vector<Clause> clauses;
      std::vector<Lever> levers;
      std::vector<Person> people;
    } added;
  };
  void apply(const Change& change);

  // What was worked out when a document was read, and is no part of an export.
  struct Reading {
    std::string sketch;
    std::size_t sentences = 0, coded_sentences = 0;
  };

  // Fills an empty case with a whole one: ids and the log's numbers are kept. For import.
  // `documents` are those of `whole`, with their texts. usage where the case is not empty;
  // bad_input where two items have one id.
  void restore(const Case& whole, const std::vector<Document>& documents,
               const std::vector<LogEntry>& log,
               const std::map<DocumentId, Reading>& readings = {});

 private:
  struct Connection;
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace entente::store
