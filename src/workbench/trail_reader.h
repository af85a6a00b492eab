// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>

#include "model/case.h"
#include "text/prose.h"
#include "workbench/trail.h"

namespace entente {

// Follows one item of a case back to its sentences.
class TrailReader {
 public:
  TrailReader(const Case& contents, std::function<Document(DocumentId)> text_of);

  // Throws Failed where the case has no such item.
  Trail read(const std::string& item, const std::vector<LogEntry>& log);

 private:
  void take(const Statement& statement);
  void take(const Position& position);
  void take(const Meeting& meeting);
  void take(const Clause& clause);
  void take(const Lever& lever);
  void take(const Person& person);
  void add_passage(Evidence evidence, const std::string& words);
  void add_passage(Evidence evidence);
  static Passage passage_of(const text::Prose& prose, Evidence evidence);
  const Document& text(DocumentId id);
  void hold(bool holds);

  const Case& contents_;
  std::function<Document(DocumentId)> text_of_;
  std::map<DocumentId, Document> texts_;
  Trail trail_;
};

}  // namespace entente
