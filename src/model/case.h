// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/clause.h"
#include "model/codebook.h"
#include "model/document.h"
#include "model/lever.h"
#include "model/meeting.h"
#include "model/party.h"
#include "model/position.h"
#include "model/statement.h"

namespace entente {

// All that is known of one negotiation, but for the texts: those stay in the store until one is
// asked for. Every list is in the order of its ids.
struct Case {
  Codebook codebook;
  std::vector<DocumentCard> documents;
  std::vector<Person> people;
  std::vector<Statement> statements;
  std::vector<Position> positions;
  std::vector<Meeting> meetings;
  std::vector<Clause> clauses;
  std::vector<Lever> levers;

  friend bool operator==(const Case&, const Case&) = default;
};

// One line of the case's log: who changed what, and why. The log is only added to.
struct LogEntry {
  std::uint64_t number = 0;
  std::string at;      // UTC, ISO 8601
  std::string who;     // a person, or the program with its version
  std::string verb;    // "add", "confirm", "reject", "edit", "undo", "split", "merge", "learn",
                       // "agree", "dispute", "import"
  std::string item;    // id, or a file's name, or "party:" and a party's name
  std::string before;  // JSON of the changed fields, "" where nothing was there
  std::string after;
  std::string why;

  friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

}  // namespace entente
