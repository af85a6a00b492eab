// SPDX-License-Identifier: Apache-2.0
#include "workbench/review.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_text.h"
#include "exchange/fields_text.h"
#include "model/telling.h"
#include "workbench/fields.h"
#include "workbench/items.h"
#include "workbench/parties.h"
#include "workbench/plain.h"
#include "workbench/steps.h"

namespace entente {
namespace {

using Values = std::map<std::string, std::string>;

bool blank(const std::string& text) { return text.find_first_not_of(" \t\n") == text.npos; }

// The name that a person's statements carry: the one at the end of the merges.
const Person& namesake(const Person& person, const std::vector<Person>& people) {
  const Person* at = &person;
  for (std::size_t steps = 0;
       at->same_as && at->review.status != Status::rejected && steps < people.size(); ++steps) {
    const auto next = find_item(people, *at->same_as);
    if (!next) break;
    at = next;
  }
  return *at;
}

std::map<PersonId, std::string> names_of_speakers(const std::vector<Person>& people) {
  std::map<PersonId, std::string> names;
  for (const Person& person : people) names[person.id] = namesake(person, people).name;
  return names;
}

template <class Item>
void collect(const std::vector<Item>& items, const std::set<std::string>& touched,
             const std::set<std::string>& added, std::vector<Item>& changed,
             std::vector<Item>& fresh) {
  for (const Item& item : items) {
    const std::string id = item.id.text();
    if (added.contains(id))
      fresh.push_back(item);
    else if (touched.contains(id))
      changed.push_back(item);
  }
}

bool can_be_undone(const LogEntry& line) {
  static const std::set<std::string> verbs{"confirm", "reject", "edit", "split", "merge", "undo"};
  return verbs.contains(line.verb);
}

// A split put the item into the case: there is nothing that it was before.
bool made_by_split(const LogEntry& line) { return line.verb == "split" && line.before.empty(); }

const LogEntry& line_numbered(std::uint64_t number, const std::vector<LogEntry>& log) {
  const auto line = std::lower_bound(
      log.begin(), log.end(), number,
      [](const LogEntry& entry, std::uint64_t wanted) { return entry.number < wanted; });
  if (line == log.end() || line->number != number)
    throw Failed({FailureKind::missing, fmt::format("The log has no line {}", number),
                  "entente log CASE shows its lines"});
  if (can_be_undone(*line)) return *line;
  throw Failed(
      {FailureKind::usage,
       fmt::format("Line {} of the log, {} {}, cannot be undone", number, line->verb, line->item),
       "Confirmations, rejections, edits, splits and merges can"});
}

// The log of a case that came from elsewhere may hold anything.
Values values_before(const LogEntry& line) {
  if (auto fields = exchange::read_fields(line.before)) return std::move(*fields);
  throw Failed({FailureKind::damaged,
                fmt::format("Line {} of the log does not say how {} was", line.number, line.item),
                "Edit the item instead"});
}

}  // namespace

std::pair<std::string, std::string> difference(const Words& before, const Words& after) {
  JsonObject was, became;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].second == after[i].second) continue;
    was.put(before[i].first, before[i].second);
    became.put(after[i].first, after[i].second);
  }
  return {was.text(), became.text()};
}

std::string all_fields(const Words& words) {
  JsonObject all;
  for (const auto& [name, value] : words)
    if (!value.empty()) all.put(name, value);
  return all.text();
}

void refuse_if_rejected(const std::string& item, StatementId id, const Case& in) {
  const auto statement = find_item(in.statements, id);
  if (!statement || statement->review.status != Status::rejected) return;
  throw Failed({FailureKind::usage,
                fmt::format("{} rests on {}, which is rejected", item, statement->id.text()),
                fmt::format("Confirm {} first", statement->id.text())});
}

void refuse_unsigned(const Signature& by) {
  if (blank(by.who))
    throw Failed(
        {FailureKind::usage, "Nobody signs this change", "Say who, as in --who \"A. Reader\""});
  hold_plain(by);
}

Revision::Revision(const Case& contents, Signature by, std::string at, std::vector<LogEntry> log)
    : contents_(contents), by_(std::move(by)), at_(std::move(at)), earlier_(std::move(log)) {
  refuse_unsigned(by_);
}

std::string Revision::follows(const std::string& item) const {
  return by_.why.empty() ? "follows " + item : fmt::format("follows {}: {}", item, by_.why);
}

void Revision::confirm(const std::string& item) {
  with_item(contents_, item, [&](auto& one) { confirm_item(one); });
}

template <class Item>
void Revision::confirm_item(Item& item) {
  refuse_if_unsaid(item, contents_);
  mark(item, Status::confirmed, "confirm", by_.why);
}

// The positions that were rejected because their statement was come back as suggestions.
void Revision::confirm_item(Statement& statement) {
  const bool was_rejected = statement.review.status == Status::rejected;
  mark(statement, Status::confirmed, "confirm", by_.why);
  if (!was_rejected) return;
  for (Position& position : contents_.positions)
    if (position.statement == statement.id && fell_with(position, statement.id))
      mark(position, Status::suggested, "confirm", follows(statement.id.text()));
  for (Lever& lever : contents_.levers)
    if (lever.statement == statement.id && fell_with(lever, statement.id))
      mark(lever, Status::suggested, "confirm", follows(statement.id.text()));
}

// Whether the newest thing that was done to the position is that it was rejected with its
// statement.
template <class Item>
bool Revision::fell_with(const Item& one, StatementId statement) const {
  if (one.review.status != Status::rejected) return false;
  const std::string item = one.id.text(), why = "follows " + statement.text();
  for (const auto* log : {&log_, &earlier_})
    for (auto entry = log->rbegin(); entry != log->rend(); ++entry)
      if (entry->item == item)
        return entry->verb == "reject" && (entry->why == why || entry->why.starts_with(why + ":"));
  return false;
}

void Revision::reject(const std::string& item) {
  if (blank(by_.why))
    throw Failed(
        {FailureKind::usage, "A rejection needs a reason", "Say why, as in --why \"misread\""});
  with_item(contents_, item, [&](auto& one) { reject_item(one); });
}

template <class Item>
void Revision::reject_item(Item& item) {
  mark(item, Status::rejected, "reject", by_.why);
}

void Revision::reject_item(Statement& statement) {
  mark(statement, Status::rejected, "reject", by_.why);
  for (Position& position : contents_.positions)
    if (position.statement == statement.id && position.review.status != Status::rejected)
      mark(position, Status::rejected, "reject", follows(statement.id.text()));
  for (Lever& lever : contents_.levers)
    if (lever.statement == statement.id && lever.review.status != Status::rejected)
      mark(lever, Status::rejected, "reject", follows(statement.id.text()));
}

// What is rejected of a merged person is the merge: the name stays, as a person of its own that
// somebody looked at.
void Revision::reject_item(Person& person) {
  if (person.same_as) return change_person(person, "reject", {{"same_as", ""}});
  mark(person, Status::rejected, "reject", by_.why);
}

void Revision::edit(const std::string& item, const Values& fields, const DaysOf& days_of,
                    const TextOf& text_of) {
  if (fields.empty())
    throw Failed({FailureKind::usage, "Nothing to change in " + item, "Give --set FIELD=VALUE"});
  if (DocumentId::parse(item)) return edit_document(item, fields, days_of);
  with_item(contents_, item, [&](auto& one) { edit_item(one, fields, text_of); });
}

// What a document is read as was settled when it was added.
void Revision::edit_document(const std::string& item, const Values& fields, const DaysOf& days_of) {
  use_if_named(contents_.documents, item, [&](DocumentCard& document) {
    const DocumentCard before = document;
    const bool was_read = is_read(document);
    alter(document, "edit", by_.why,
          [&](DocumentCard& one) { set_fields(one, fields, contents_); });
    if (is_read(document) != was_read)
      throw Failed({FailureKind::usage,
                    fmt::format("{} was {} when it was added, and its language cannot change that",
                                item, was_read ? "read as English" : "kept but not read"),
                    "Add the file to a new case, with --language"});
    if (document.date == before.date) return;
    const extract::DocumentDays* days = days_of ? &days_of(document.id) : nullptr;
    date_positions(before, document, days);
    date_levers(document);
    if (days) date_meetings(before, document, *days);
  });
}

// A day that is not what the earlier date gave was set by somebody, and stays.
void Revision::date_positions(const DocumentCard& before, const DocumentCard& after,
                              const extract::DocumentDays* days) {
  const auto said = [&](const Position& position) {
    const auto statement =
        position.statement ? find_item(contents_.statements, *position.statement) : nullptr;
    if (!days || !statement || position.said != days->said(*statement, before.date))
      return position.said;
    return days->said(*statement, after.date);
  };
  for (Position& position : contents_.positions) {
    if (position.document != after.id) continue;
    const auto day = said(position);
    if (position.printed == after.date && position.said == day) continue;
    alter(position, "edit", follows(after.id.text()), [&](Position& one) {
      one.said = day;
      one.printed = after.date;
    });
  }
}

// A deadline that was counted from the day of printing is not known any more.
void Revision::date_levers(const DocumentCard& document) {
  for (Lever& lever : contents_.levers) {
    if (lever.document != document.id || lever.printed == document.date) continue;
    alter(lever, "edit", follows(document.id.text()), [&](Lever& one) {
      one.printed = document.date;
      if (one.review.status == Status::suggested) one.deadline.reset();
    });
  }
}

void Revision::date_meetings(const DocumentCard& before, const DocumentCard& after,
                             const extract::DocumentDays& days) {
  for (Meeting& meeting : contents_.meetings) {
    if (meeting.document != after.id || meeting.when != days.when(meeting, before.date)) continue;
    const auto when = days.when(meeting, after.date);
    if (when != meeting.when)
      alter(meeting, "edit", follows(after.id.text()), [&](Meeting& one) { one.when = when; });
  }
}

template <class Item>
void Revision::edit_item(Item& item, const Values& fields, const TextOf& text_of) {
  refuse_if_unsaid(item, contents_);
  alter(item, "edit", by_.why, [&](Item& one) {
    Values others = fields;
    if (text_of) set_places(one, others, text_of);
    set_fields(one, others, contents_);
    one.review = {Status::confirmed, by_.who};
  });
}

void Revision::edit_item(Statement& statement, const Values& fields, const TextOf& text_of) {
  const Statement before = statement;
  edit_item<Statement>(statement, fields, text_of);
  carry_to_positions(before, statement, false);
}

void Revision::edit_item(Person& person, const Values& fields, const TextOf&) {
  change_person(person, "edit", fields);
}

void Revision::change_person(Person& person, const std::string& verb, const Values& fields) {
  const auto names_before = names_of_speakers(contents_.people);
  const std::string party_before = person.party;
  alter(person, verb, by_.why, [&](Person& one) {
    set_fields(one, fields, contents_);
    one.review = {Status::confirmed, by_.who};
  });
  carry_to_statements(person, party_before, names_before, false);
}

void Revision::learn_party(const Person& learned) {
  use_if_named(contents_.people, learned.id.text(), [&](Person& person) {
    const std::string party_before = person.party;
    alter(person, "edit", by_.why, [&](Person& one) {
      one.party = learned.party;
      one.party_guessed = learned.party_guessed;
    });
    carry_to_statements(person, party_before, names_of_speakers(contents_.people), true);
  });
}

void Revision::carry_to_statements(const Person& person, const std::string& party_before,
                                   const Names& names_before, bool only_suggested) {
  const auto names_after = names_of_speakers(contents_.people);
  for (Statement& statement : contents_.statements) {
    if (!statement.person || !names_before.contains(*statement.person)) continue;
    if (only_suggested && statement.review.status != Status::suggested) continue;
    const std::string& was = names_before.at(*statement.person);
    const std::string& is = names_after.at(*statement.person);
    const bool renamed = was != is && statement.speaker == was;
    const bool moved = statement.person == person.id && statement.party == party_before &&
                       person.party != party_before;
    if (!renamed && !moved) continue;
    const Statement before = statement;
    alter(statement, "edit", follows(person.id.text()), [&](Statement& one) {
      if (renamed) one.speaker = is;
      if (moved) one.party = person.party;
    });
    carry_to_positions(before, statement, only_suggested);
  }
}

void Revision::carry_to_positions(const Statement& before, const Statement& after,
                                  bool only_suggested) {
  for (Position& position : contents_.positions) {
    if (only_suggested && position.review.status != Status::suggested) continue;
    const auto told =
        telling(position, [&](StatementId id) { return find_item(contents_.statements, id); });
    if (std::find(told.begin(), told.end(), &after) == told.end()) continue;
    const bool named = before.speaker != after.speaker && position.reported_by == before.speaker;
    const bool moved = position.statement == after.id && before.party != after.party &&
                       position.party == before.party && !after.party.empty();
    if (!named && !moved) continue;
    alter(position, "edit", follows(after.id.text()), [&](Position& one) {
      if (named) one.reported_by = after.speaker;
      if (moved) one.party = after.party;
    });
  }
}

void Revision::undo(const std::vector<std::uint64_t>& lines, const TextOf& text_of) {
  if (lines.empty())
    throw Failed({FailureKind::usage, "No line of the log is named", "Say which to undo"});
  const std::set<std::uint64_t> undone = whole_steps(lines, earlier_);
  if (const auto [line, later] = changed_again(undone, earlier_); later)
    throw Failed(
        {FailureKind::usage,
         fmt::format("{} was changed again after line {} of the log", line->item, line->number),
         fmt::format("Undo line {} first", later->number)});
  for (auto number = undone.rbegin(); number != undone.rend(); ++number)
    undo(line_numbered(*number, earlier_), text_of);
  if (text_of) share_out_again(undone, text_of);
}

// What a split made stays in the case, rejected, as everything does.
void Revision::undo_split(const LogEntry& line, const std::string& why) {
  with_item(contents_, line.item, [&](auto& item) {
    refuse_if_rested_on(item);
    mark(item, Status::rejected, "undo", why);
  });
}

void Revision::refuse_if_rested_on(const Statement& statement) const {
  const auto rests = [&](const auto& item) {
    return item.statement == statement.id && item.review.status != Status::rejected;
  };
  if (std::none_of(contents_.positions.begin(), contents_.positions.end(), rests) &&
      std::none_of(contents_.levers.begin(), contents_.levers.end(), rests))
    return;
  throw Failed({FailureKind::usage,
                fmt::format("Positions rest on {}, which the split made", statement.id.text()),
                "Undo the other lines of the split with it, or reject the statement"});
}

void Revision::undo(const LogEntry& line, const TextOf& text_of) {
  const std::string undoes = fmt::format("undoes line {}", line.number),
                    why = by_.why.empty() ? undoes : undoes + ": " + by_.why;
  if (const auto party = party_named(line.item)) return undo_party(line, *party, why);
  if (made_by_split(line)) return undo_split(line, why);
  const Values before = values_before(line);
  const auto set_back = [&](auto& item) {
    alter(item, "undo", why, [&](auto& one) {
      restore_fields(one, before);
      if (text_of && (before.contains("content") || before.contains("evidence")))
        quote_anew(one, text_of);
    });
  };
  if (!use_if_named(contents_.documents, line.item, set_back))
    with_item(contents_, line.item, set_back);
}

store::Store::Change Revision::change() const {
  store::Store::Change change;
  std::vector<DocumentCard> none;
  collect(contents_.documents, touched_, added_, change.documents, none);
  collect(contents_.statements, touched_, added_, change.statements, change.added.statements);
  collect(contents_.positions, touched_, added_, change.positions, change.added.positions);
  collect(contents_.meetings, touched_, added_, change.meetings, change.added.meetings);
  collect(contents_.clauses, touched_, added_, change.clauses, change.added.clauses);
  collect(contents_.levers, touched_, added_, change.levers, change.added.levers);
  collect(contents_.people, touched_, added_, change.people, change.added.people);
  if (parties_changed_) change.parties = contents_.codebook.parties;
  change.log = log_;
  return change;
}

}  // namespace entente
