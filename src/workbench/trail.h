// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/case.h"
#include "model/evidence.h"

namespace entente {

// A place where it is written: the sentences that hold the evidence, and their neighbours.
struct Passage {
  Evidence evidence;
  Span sentences;      // of the document's text, the evidence inside
  std::string before;  // the sentence before and the one after; "" where there is none
  std::string text;    // at `sentences`
  std::string after;
};

// The way back from one item: item -> statement -> sentence -> document.
struct Trail {
  std::optional<Position> position;    // the item is the first of these six that is there
  std::optional<Statement> statement;  // the item, or what a position or lever rests on
  std::optional<Meeting> meeting;
  std::optional<Clause> clause;
  std::optional<Lever> lever;
  std::optional<Person> person;
  std::vector<Passage> passages;
  std::vector<DocumentCard> documents;  // of the passages, each once, in their order
  bool unchanged = false;  // texts match their checksums, quoted words the text at their offsets
  std::vector<LogEntry> history;  // of the item, oldest first
};

}  // namespace entente
