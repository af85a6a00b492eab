// SPDX-License-Identifier: Apache-2.0
#include "report/terminal.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/ledger.h"
#include "report/log_words.h"
#include "report/lookup.h"
#include "report/table.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr const char* add_some = "No documents yet. Add some: entente add CASE FILE\n";

std::string date_words(const std::optional<Date>& date) {
  return date ? to_string(*date) : "no date";
}

std::string mark_of(const Review& review) { return is_suggested(review) ? "?" : ""; }

template <class Items>
std::size_t count_with(const Items& items, Status status) {
  return static_cast<std::size_t>(std::count_if(
      items.begin(), items.end(), [&](const auto& item) { return item.review.status == status; }));
}

template <class Items>
std::string example_of(const Items& items) {
  const auto first = std::find_if(items.begin(), items.end(),
                                  [](const auto& item) { return is_suggested(item.review); });
  return first == items.end() ? "" : first->id.text();
}

template <class Items>
std::size_t count_in_copies(const Lookup& lookup, const Items& items) {
  return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [&](const auto& item) {
    return !is_rejected(item.review) && lookup.original_of(item.document);
  }));
}

// The part of a footer on items that an earlier document has already.
template <class Items>
std::string copies_text(const Lookup& lookup, const Items& items, const Screen& screen) {
  const std::size_t copies = count_in_copies(lookup, items);
  return copies == 0
             ? ""
             : paragraph(fmt::format("{} of them in copies of earlier documents: the matrix "
                                     "and the brief do not count them again.",
                                     copies),
                         screen);
}

// How many, how much of it is suggested, and what to do about it.
template <class Items>
std::string footer(const Items& items, std::string_view one, std::string_view many,
                   const Screen& screen) {
  const std::size_t rejected = count_with(items, Status::rejected),
                    suggested = count_with(items, Status::suggested);
  std::string out =
      "\n" +
      paragraph(
          counted(items.size() - rejected, one, many) +
              (rejected > 0 ? fmt::format(", and {} rejected (entente log CASE)", rejected) : "") +
              ".",
          screen);
  if (suggested > 0)
    out += paragraph(
        fmt::format("? marks what the program suggests and nobody has looked at yet ({} of {}). "
                    "Confirm or reject it: entente confirm CASE {}",
                    suggested, items.size() - rejected, example_of(items)),
        screen);
  return out;
}

// Nothing to list: either nothing was read yet, or nothing was found in what was read.
std::string none_found(const Case& contents, std::string_view what, const Screen& screen) {
  if (contents.documents.empty()) return add_some;
  return paragraph(fmt::format("No {} found in {}.", what,
                               counted(contents.documents.size(), "document", "documents")),
                   screen);
}

std::string copy_words(const Lookup& lookup, DocumentId id) {
  const auto original = lookup.original_of(id);
  return original ? ", copy of " + original->text() : "";
}

std::string place_words(const Lookup& lookup, DocumentId id) {
  return id.text() + copy_words(lookup, id);
}

std::string document_words(const Lookup& lookup, DocumentId id) {
  const DocumentCard* card = lookup.document(id);
  const std::string outlet = card && !card->outlet.empty() ? " " + card->outlet : "";
  return id.text() + outlet + copy_words(lookup, id);
}

std::string joined_words(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string in_parentheses(const std::string& text, const std::string& more) {
  return more.empty() || more == text ? text : text.empty() ? more : text + " (" + more + ")";
}

std::string said_words(const Statement& statement) {
  std::string out = statement.polarity == Polarity::rejected ? "denies or refuses: " : "";
  return out + (statement.speech == Speech::direct ? "“" + statement.words + "”" : statement.words);
}

std::string stance_words(const Lookup& lookup, const Position& position) {
  std::string out = spoken(word_of(position.stance));
  const std::string option = lookup.option_words(position.issue, position.option);
  if (!option.empty()) out += ": " + option;
  if (position.firmness != Firmness::unstated)
    out += " [" + spoken(word_of(position.firmness)) + "]";
  if (!position.condition.empty()) out += " if: " + position.condition;
  return out;
}

std::string reporter_words(const Lookup& lookup, const Position& position) {
  const std::string speaker = lookup.speaker_words(position);
  return speaker.empty() ? "the text itself" : speaker;
}

std::string role_words(const Lookup& lookup, const Person& person) {
  if (!person.same_as) return roles_shown(person);
  const Person* other = lookup.person(*person.same_as);
  return fmt::format("same as {}{}", person.same_as->text(), other ? " " + other->name : "");
}

// Of the clauses that are listed.
std::string crossings_text(const Lookup& lookup, const std::vector<Crossing>& crossings,
                           const Screen& screen) {
  std::string out;
  for (const Crossing& crossing : crossings)
    if (const Position* line = lookup.position(crossing.red_line);
        line && lookup.clause(crossing.clause))
      out += paragraph(
          visible(fmt::format("{} crosses a red line of {}: {}, “{}”", crossing.clause.text(),
                              line->party, line->id.text(), line->words)),
          screen, 4);
  return out.empty() ? out : "\n" + out;
}

std::string ended(const std::string& sentence) {
  return sentence.find_last_of(".!?") + 1 == sentence.size() ? sentence : sentence + ".";
}

std::string why_and_what(const LogEntry& entry) {
  const std::string change = change_words(entry);
  if (entry.why.empty() || change.empty()) return entry.why + change;
  return ended(entry.why) + " " + change;
}

std::string file_words(const DocumentCard& card) {
  return is_read(card) ? card.name : card.name + " (not read)";
}

// A party that no text prints is shown as the guess it is until a person has looked at it.
std::string speaks_for(const Person& person) {
  if (person.party.empty()) return "unknown";
  return party_is_guess(person) ? person.party + " (a guess)" : person.party;
}

}  // namespace

std::string documents_text(const Case& contents, const Screen& screen) {
  if (contents.documents.empty()) return add_some;
  Table table{{{"id"}, {"date", 10}, {"outlet", 10}, {"title", 16}, {"file", 12}}};
  for (const DocumentCard& card : contents.documents) {
    const std::string copy =
        card.same_account_as ? " (same copy as " + card.same_account_as->text() + ")" : "";
    table.add({card.id.text(), date_words(card.date),
               card.outlet.empty() ? "not stated" : card.outlet, card.title + copy,
               file_words(card)});
  }
  const std::size_t copies = contents.documents.size() - source_count(contents.documents);
  const std::vector<DocumentId> undated = undated_sources(contents.documents);
  std::string note = counted(contents.documents.size(), "document", "documents");
  if (copies > 0)
    note += fmt::format(", {} of them printing the copy of an earlier one: {}", copies,
                        counted(source_count(contents.documents), "account", "accounts"));
  if (!undated.empty())
    note += fmt::format(". {} without a date: entente edit CASE {} --set date=2031-03-05 gives one",
                        undated.size(), undated.front().text());
  return table.text(screen) + "\n" + paragraph(note + ".", screen);
}

std::string statements_text(const Case& contents, const Screen& screen) {
  if (contents.statements.empty()) return none_found(contents, "statements", screen);
  Table table{{{"id"}, {"", 1}, {"who says it", 14}, {"what is said", 30}, {"where", 9}}};
  const Lookup lookup{contents};
  for (const Statement& s : contents.statements) {
    if (is_rejected(s.review)) continue;
    const std::string party = s.party + (lookup.party_is_guess(s) ? ", a guess" : "");
    const std::string who =
        s.speaker.empty() && s.party.empty() ? "unknown" : in_parentheses(s.speaker, party);
    table.add(
        {s.id.text(), mark_of(s.review), who, said_words(s), document_words(lookup, s.document)});
  }
  return table.text(screen) + footer(contents.statements, "statement", "statements", screen) +
         copies_text(lookup, contents.statements, screen);
}

std::string people_text(const Case& contents, const Screen& screen) {
  if (contents.people.empty()) return none_found(contents, "people", screen);
  Table table{
      {{"id"}, {"", 1}, {"name", 14}, {"role", 16}, {"speaks for", 10}, {"also printed as", 15}}};
  const Lookup lookup{contents};
  for (const Person& person : contents.people) {
    if (is_rejected(person.review) && !person.same_as) continue;
    const bool merged = person.same_as && !is_rejected(person.review);
    table.add({person.id.text(), mark_of(person.review), person.name,
               merged ? role_words(lookup, person) : roles_shown(person), speaks_for(person),
               joined_words(person.aliases)});
  }
  return table.text(screen) + footer(contents.people, "name", "names", screen);
}

std::string positions_text(const Case& contents, const Screen& screen) {
  if (contents.positions.empty()) return none_found(contents, "positions", screen);
  Table table{{{"id"},
               {"", 1},
               {"party", 10},
               {"issue", 12},
               {"position", 18},
               {"words", 26},
               {"reported by", 12},
               {"date", 10},
               {"in"}}};
  const Lookup lookup{contents};
  for (const Position& p : contents.positions) {
    if (is_rejected(p.review)) continue;
    table.add({p.id.text(), mark_of(p.review), p.party, lookup.issue_label(p.issue),
               stance_words(lookup, p), p.words, reporter_words(lookup, p), date_words(day_of(p)),
               place_words(lookup, p.document)});
  }
  return table.text(screen) + footer(contents.positions, "position", "positions", screen) +
         copies_text(lookup, contents.positions, screen);
}

std::string meetings_text(const Case& contents, const Screen& screen) {
  if (contents.meetings.empty()) return none_found(contents, "meetings", screen);
  Table table{{{"id"},
               {"", 1},
               {"when", 10},
               {"status", 9},
               {"who", 14},
               {"where", 10},
               {"words", 28},
               {"in"}}};
  const Lookup lookup{contents};
  for (const Meeting& m : contents.meetings) {
    if (is_rejected(m.review)) continue;
    const std::string when = m.when ? in_parentheses(to_string(*m.when), m.when_words)
                                    : in_parentheses("no date", m.when_words);
    const std::string who = joined_words(m.parties.empty() ? m.people : m.parties);
    table.add({m.id.text(), mark_of(m.review), when, std::string{word_of(m.status)},
               who.empty() ? "not stated" : who, m.place.empty() ? "not stated" : m.place, m.words,
               place_words(lookup, m.document)});
  }
  return table.text(screen) + footer(contents.meetings, "meeting", "meetings", screen) +
         copies_text(lookup, contents.meetings, screen);
}

std::string clauses_text(const Case& contents, const std::vector<Crossing>& crossings,
                         const Screen& screen) {
  if (contents.clauses.empty()) return none_found(contents, "clauses of a draft", screen);
  Table table{
      {{"id"}, {"", 1}, {"clause", 12}, {"issue", 12}, {"settles on", 14}, {"words", 26}, {"in"}}};
  const Lookup lookup{contents};
  for (const Clause& c : contents.clauses) {
    if (is_rejected(c.review)) continue;
    const std::string option = lookup.option_words(c.issue, c.option);
    table.add({c.id.text(), mark_of(c.review), in_parentheses(c.number, c.draft),
               c.issue.empty() ? "none of the codebook" : lookup.issue_label(c.issue),
               option.empty() ? "no option named" : option, c.words, c.document.text()});
  }
  return table.text(screen) + crossings_text(lookup, crossings, screen) +
         footer(contents.clauses, "clause", "clauses", screen);
}

std::string levers_text(const Case& contents, const Screen& screen) {
  if (contents.levers.empty()) return none_found(contents, "levers", screen);
  Table table{{{"id"},
               {"", 1},
               {"who", 10},
               {"what", 24},
               {"words", 26},
               {"reported by", 12},
               {"date", 10},
               {"in"}}};
  const Lookup lookup{contents};
  for (const Lever& l : contents.levers) {
    if (is_rejected(l.review)) continue;
    table.add({l.id.text(), mark_of(l.review), l.holder, lever_words(l), l.words,
               l.reported_by == "narrator" ? "the text itself" : l.reported_by,
               date_words(l.printed), place_words(lookup, l.document)});
  }
  return table.text(screen) + footer(contents.levers, "lever", "levers", screen) +
         copies_text(lookup, contents.levers, screen);
}

std::string log_text(const std::vector<LogEntry>& log, const Screen& screen) {
  if (log.empty())
    return "Nothing is in the log yet. It records what is added, confirmed, rejected and edited.\n";
  Table table{{{"no", 2},
               {"at (UTC)", 20},
               {"who", 10},
               {"did", 7},
               {"item", 10},
               {"why, and what changed", 26}}};
  for (const LogEntry& entry : log)
    table.add({std::to_string(entry.number), entry.at, entry.who, entry.verb, entry.item,
               why_and_what(entry)});
  return table.text(screen) + "\n" + counted(log.size(), "entry", "entries") + ".\n";
}

}  // namespace entente::report
