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
#include "workbench/fields.h"
#include "workbench/places.h"
#include "workbench/workbench.h"

namespace entente {

// Throws Failed (usage) where nobody signs.
void refuse_unsigned(const Signature& by);

// The fields that differ, as two JSON objects: before and after.
std::pair<std::string, std::string> difference(const Words& before, const Words& after);

// The fields that say something, as a JSON object: what the log keeps of an item that is new.
std::string all_fields(const Words& words);

// Confirmations, rejections, edits, splits and merges, collected into one change for the store with
// its log lines. What follows from a change (a rejected statement's positions, a person's
// statements) is changed and logged with it. Throws Failed; nothing is then to be written.
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

  // Takes lines of the log back, the newest first; a merge with all its lines, whichever is named.
  // What was read while parties were one is shared out between them as a split does it.
  void undo(const std::vector<std::uint64_t>& lines, const TextOf& text_of = nullptr);

  // The first item is one with each of the others. A person is then another's spelling, a statement
  // goes on where the earlier one ends; of positions, meetings and clauses, which have to stand in
  // one document, the others are rejected, and the first takes from them what it lacks. They have
  // to be one thing: of one party, issue and stance; one status, and one day and place as far as
  // both are known; one draft and issue; one holder, kind and use; statements of one speaker and
  // party, people of one party, as far as both are known. All its lines are undone as one.
  void merge(const std::vector<std::string>& items);
  // Each item is two: beside it stands a new one, like it but for `fields`, and resting on `words`
  // of it where given. Of a person the other items are the statements that the new one said. What
  // rests on the part of a statement that `words` cuts off follows it. A person or statement that
  // was merged, with neither fields nor words, stands for itself again.
  using Fields = std::map<std::string, std::string>;
  void split(const std::vector<std::string>& items, const Fields& fields, const std::string& words);

  // The first party is one with each of the others: they become other names of it, and what is
  // theirs becomes its. A party is one of the codebook, or any name that items carry.
  void merge_parties(const std::vector<std::string>& parties);
  // Other names of a party of the codebook become a party of their own, called as the first of
  // them. What the texts tell of by one of these names, and by none that stays, goes with it.
  void split_party(const std::string& party, const std::vector<std::string>& names,
                   const TextOf& text_of);

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
  template <class Item>
  bool fell_with(const Item& item, StatementId statement) const;
  void reject_item(Statement& statement);
  void reject_item(Person& person);
  template <class Item>
  void reject_item(Item& item);
  void undo(const LogEntry& line, const TextOf& text_of);
  void undo_party(const LogEntry& line, const std::string& name, const std::string& why);
  void undo_split(const LogEntry& line, const std::string& why);
  void refuse_if_rested_on(const Statement& statement) const;
  template <class Item>
  void refuse_if_rested_on(const Item&) const {}
  void edit_document(const std::string& item, const std::map<std::string, std::string>& fields,
                     const DaysOf& days_of);
  void date_positions(const DocumentCard& before, const DocumentCard& after,
                      const extract::DocumentDays* days);
  void date_levers(const DocumentCard& document);
  void date_meetings(const DocumentCard& before, const DocumentCard& after,
                     const extract::DocumentDays& days);
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

  void merge_into(Person& first, Person& other);
  void merge_into(Statement& first, Statement& other);
  void merge_into(Meeting& first, Meeting& other);
  void merge_into(Position& first, Position& other);
  void merge_into(Clause& first, Clause& other);
  void merge_into(Lever& first, Lever& other);
  template <class Item>
  void reject_as_one(const Item& first, Item& other);
  template <class Alter>
  void alter_party(const std::string& name, const std::string& verb, const std::string& why,
                   const Alter& alter);
  void rename_party(const std::string& from, const std::string& to);
  class LeavingParty;
  void share_out_again(const std::set<std::uint64_t>& undone, const TextOf& text_of);
  std::set<DocumentId> added_after(std::uint64_t line) const;
  void split_person(const std::vector<std::string>& items, const Fields& fields);
  void split_item(Person& person, const Fields& fields, const std::string& words);
  void split_item(Statement& statement, const Fields& fields, const std::string& words);
  template <class Item>
  void split_item(Item& item, const Fields& fields, const std::string& words);
  template <class Item>
  void split_off(Item& item, Item other, const Fields& fields);
  Statement cut_off(Statement& statement, const std::string& words);
  void move_what_rests(const Statement& from, const Statement& to);
  template <class Item>
  Item& add(std::vector<Item>& items, Item item, const std::string& why);
  std::string with_reason(const std::string& what) const;

  Case contents_;  // as it will be
  bool parties_changed_ = false;
  Signature by_;
  std::string at_;
  std::set<std::string> touched_, added_;
  std::vector<LogEntry> earlier_, log_;  // of the case, of this revision
};

template <class Item, class Alter>
void Revision::alter(Item& item, const std::string& verb, const std::string& why,
                     const Alter& alter) {
  const Item before = item;
  alter(item);
  if (verb == "merge" && item == before) return;
  const auto [was, became] = difference(words_in(before), words_in(item));
  log_.push_back({0, at_, by_.who, verb, item.id.text(), was, became, why});
  touched_.insert(item.id.text());
}

template <class Item>
void Revision::mark(Item& item, Status status, const std::string& verb, const std::string& why) {
  alter(item, verb, why, [&](Item& one) { one.review = {status, by_.who}; });
}

// What rests on a rejected statement is nobody's word. Throws Failed (usage).
void refuse_if_rejected(const std::string& item, StatementId statement, const Case& in);
template <class Item>
void refuse_if_unsaid(const Item& item, const Case& in) {
  if constexpr (requires { *item.statement; })
    if (item.statement) refuse_if_rejected(item.id.text(), *item.statement, in);
}

}  // namespace entente
