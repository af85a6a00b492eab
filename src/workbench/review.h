// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "extract/days.h"
#include "store/store.h"
#include "workbench/places.h"
#include "workbench/workbench.h"

namespace entente {

// Confirmations, rejections and edits, collected into one change for the store with its log lines.
// What follows from a change (a rejected statement's positions, a person's statements) is changed
// and logged with it. Throws Failed; nothing is then to be written.
class Revision {
 public:
  // Somebody has to sign. `at`: UTC, ISO 8601, for the log.
  // `log` is the case's, as far as it was written.
  Revision(const Case& contents, Signature by, std::string at, std::vector<LogEntry> log = {});

  void confirm(const std::string& item);
  void reject(const std::string& item);
  // Where a document gets another date, what `days_of` works out again follows it: the days of its
  // meetings and of what was said, but for those that somebody set.
  using DaysOf = std::function<const extract::DocumentDays&(DocumentId)>;
  // Where an item is put elsewhere in its text, `text_of` tells the words.
  void edit(const std::string& item, const std::map<std::string, std::string>& fields,
            const DaysOf& days_of = nullptr, const TextOf& text_of = nullptr);

  // Takes lines of the log back, the newest first.
  void undo(const std::vector<std::uint64_t>& lines, const TextOf& text_of = nullptr);

  // What the texts tell of a person's party has changed: what the person said follows, as far as
  // nobody has looked at it.
  void learn_party(const Person& learned);

  store::Store::Change change() const;

 private:
  template <class Item, class Alter>
  void alter(Item& item, const std::string& verb, const std::string& why, const Alter& alter);
  template <class Item>
  void mark(Item& item, Status status, const std::string& verb, const std::string& why);

  template <class Item>
  void confirm_item(Item& item);
  void confirm_item(Statement& statement);
  bool fell_with(const Position& position, StatementId statement) const;
  void reject_item(Statement& statement);
  void reject_item(Person& person);
  template <class Item>
  void reject_item(Item& item);
  void undo(const LogEntry& line, const TextOf& text_of);
  void refuse_if_changed_after(const LogEntry& line, const std::set<std::uint64_t>& undone) const;
  void edit_document(const std::string& item, const std::map<std::string, std::string>& fields,
                     const DaysOf& days_of);
  void date_positions(const DocumentCard& before, const DocumentCard& after,
                      const extract::DocumentDays* days);
  void date_meetings(const DocumentCard& before, const DocumentCard& after,
                     const extract::DocumentDays& days);
  using Fields = std::map<std::string, std::string>;
  void edit_item(Statement& statement, const Fields& fields, const TextOf& text_of);
  void edit_item(Person& person, const Fields& fields, const TextOf& text_of);
  template <class Item>
  void edit_item(Item& item, const Fields& fields, const TextOf& text_of);

  void change_person(Person& person, const std::string& verb,
                     const std::map<std::string, std::string>& fields);
  using Names = std::map<PersonId, std::string>;  // that the people's statements carry
  void carry_to_statements(const Person& person, const std::string& party_before,
                           const Names& names_before, bool only_suggested);
  void carry_to_positions(const Statement& before, const Statement& after, bool only_suggested);
  std::string follows(const std::string& item) const;

  Case contents_;  // as it will be
  Signature by_;
  std::string at_;
  std::set<std::string> touched_;
  std::vector<LogEntry> earlier_, log_;  // of the case, of this revision
};

}  // namespace entente
