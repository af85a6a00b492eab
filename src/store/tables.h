// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case.h"

// Which field stands in which column: written once, for insert, update and select. The first column
// is the key.
namespace entente::store {

template <class Item>
struct Table;

// A document without its text.
struct StoredDocument {
  DocumentCard card;
  std::vector<Noise> noise;
  std::vector<Span> headings;
  std::string sketch;
  std::size_t sentences = 0, coded_sentences = 0;
};

struct StoredSketch {
  DocumentId document;
  std::string sketch;
};

struct StoredText {
  DocumentId document;
  std::string words;  // UTF-8
};

// One Evidence of a person. A list of its own, as a name that comes up in each document would else
// be written anew, ever longer, with each batch.
struct StoredEvidence {
  PersonId person;
  std::size_t place = 0;
  Evidence evidence;
};

struct StoredIssue {
  std::size_t place = 0;
  Issue issue;
};
struct StoredOption {
  std::size_t issue = 0, place = 0;
  Option option;
};
struct StoredParty {
  std::size_t place = 0;
  Party party;
};

template <>
struct Table<DocumentCard> {
  static constexpr const char* name = "documents";
  static constexpr const char* order = "id";
  static void columns(auto& card, auto&& at) {
    at("id", card.id);
    at("name", card.name);
    at("title", card.title);
    at("outlet", card.outlet);
    at("language", card.language);
    at("printed", card.date);
    at("sha256", card.sha256);
    at("file_sha256", card.file_sha256);
    at("size", card.size);
    at("same_account_as", card.same_account_as);
  }
};

template <>
struct Table<StoredDocument> : Table<DocumentCard> {
  static void columns(auto& document, auto&& at) {
    Table<DocumentCard>::columns(document.card, at);
    at("noise", document.noise);
    at("headings", document.headings);
    at("sketch", document.sketch);
    at("sentences", document.sentences);
    at("coded_sentences", document.coded_sentences);
  }
};

template <>
struct Table<StoredSketch> {
  static constexpr const char* name = "documents";
  static constexpr const char* order = "id";
  static void columns(auto& one, auto&& at) {
    at("id", one.document);
    at("sketch", one.sketch);
  }
};

template <>
struct Table<StoredText> {
  static constexpr const char* name = "texts";
  static constexpr const char* order = "document";
  static void columns(auto& text, auto&& at) {
    at("document", text.document);
    at("words", text.words);
  }
};

void review_columns(auto& review, auto&& at) {
  at("status", review.status);
  at("reviewed_by", review.by);
}

template <>
struct Table<Statement> {
  static constexpr const char* name = "statements";
  static constexpr const char* order = "id";
  static void columns(auto& statement, auto&& at) {
    at("id", statement.id);
    at("document", statement.document);
    at("content", statement.content);
    at("source", statement.source);
    at("cue", statement.cue);
    at("speech", statement.speech);
    at("polarity", statement.polarity);
    at("words", statement.words);
    at("speaker", statement.speaker);
    at("party", statement.party);
    at("person", statement.person);
    at("continues", statement.continues);
    at("within", statement.within);
    at("loaded", statement.loaded);
    at("confidence", statement.confidence);
    review_columns(statement.review, at);
  }
};

template <>
struct Table<Position> {
  static constexpr const char* name = "positions";
  static constexpr const char* order = "id";
  static void columns(auto& position, auto&& at) {
    at("id", position.id);
    at("document", position.document);
    at("statement", position.statement);
    at("party", position.party);
    at("issue", position.issue);
    at("stance", position.stance);
    at("firmness", position.firmness);
    at("options", position.option);
    at("condition", position.condition);
    at("shift", position.shift);
    at("evidence", position.evidence);
    at("words", position.words);
    at("reported_by", position.reported_by);
    at("said", position.said);
    at("printed", position.printed);
    review_columns(position.review, at);
  }
};

template <>
struct Table<Meeting> {
  static constexpr const char* name = "meetings";
  static constexpr const char* order = "id";
  static void columns(auto& meeting, auto&& at) {
    at("id", meeting.id);
    at("document", meeting.document);
    at("parties", meeting.parties);
    at("people", meeting.people);
    at("place", meeting.place);
    at("when_words", meeting.when_words);
    at("when_date", meeting.when);
    at("kind", meeting.status);
    at("evidence", meeting.evidence);
    at("words", meeting.words);
    review_columns(meeting.review, at);
  }
};

template <>
struct Table<Clause> {
  static constexpr const char* name = "clauses";
  static constexpr const char* order = "id";
  static void columns(auto& clause, auto&& at) {
    at("id", clause.id);
    at("document", clause.document);
    at("draft", clause.draft);
    at("number", clause.number);
    at("issue", clause.issue);
    at("options", clause.option);
    at("evidence", clause.evidence);
    at("words", clause.words);
    review_columns(clause.review, at);
  }
};

template <>
struct Table<Lever> {
  static constexpr const char* name = "levers";
  static constexpr const char* order = "id";
  static void columns(auto& lever, auto&& at) {
    at("id", lever.id);
    at("document", lever.document);
    at("statement", lever.statement);
    at("holder", lever.holder);
    at("kind", lever.kind);
    at("use", lever.use);
    at("target", lever.target);
    at("condition", lever.condition);
    at("deadline_words", lever.deadline_words);
    at("deadline", lever.deadline);
    at("evidence", lever.evidence);
    at("words", lever.words);
    at("reported_by", lever.reported_by);
    at("printed", lever.printed);
    review_columns(lever.review, at);
  }
};

template <>
struct Table<Person> {
  static constexpr const char* name = "people";
  static constexpr const char* order = "id";
  static void columns(auto& person, auto&& at) {
    at("id", person.id);
    at("name", person.name);
    at("aliases", person.aliases);
    at("role", person.role);
    at("roles", person.roles);
    at("party", person.party);
    at("party_guessed", person.party_guessed);
    at("same_as", person.same_as);
    review_columns(person.review, at);
  }
};

template <>
struct Table<StoredEvidence> {
  static constexpr const char* name = "people_evidence";
  static constexpr const char* order = "person, place";
  static void columns(auto& one, auto&& at) {
    at("person", one.person);
    at("place", one.place);
    at("document", one.evidence.document);
    at("span", one.evidence.span);
  }
};

template <>
struct Table<StoredIssue> {
  static constexpr const char* name = "issues";
  static constexpr const char* order = "place";
  static void columns(auto& one, auto&& at) {
    at("place", one.place);
    at("id", one.issue.id);
    at("label", one.issue.label);
    at("kind", one.issue.kind);
    at("description", one.issue.description);
    at("cues", one.issue.cues);
    at("exceptions", one.issue.except);
    at("ordered", one.issue.ordered);
  }
};

template <>
struct Table<StoredOption> {
  static constexpr const char* name = "options";
  static constexpr const char* order = "issue, place";
  static void columns(auto& one, auto&& at) {
    at("issue", one.issue);
    at("place", one.place);
    at("id", one.option.id);
    at("label", one.option.label);
    at("cues", one.option.cues);
  }
};

template <>
struct Table<StoredParty> {
  static constexpr const char* name = "parties";
  static constexpr const char* order = "place";
  static void columns(auto& one, auto&& at) {
    at("place", one.place);
    at("name", one.party.name);
    at("kind", one.party.kind);
    at("consent", one.party.consent);
    at("aliases", one.party.aliases);
    at("demonyms", one.party.demonyms);
    at("seats", one.party.seats);
  }
};

template <>
struct Table<LogEntry> {
  static constexpr const char* name = "log";
  static constexpr const char* order = "number";
  static void columns(auto& line, auto&& at) {
    at("number", line.number);
    at("at", line.at);
    at("who", line.who);
    at("verb", line.verb);
    at("item", line.item);
    at("was", line.before);
    at("became", line.after);
    at("why", line.why);
  }
};

}  // namespace entente::store
