// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "kit/sample_case.h"

// RapidCheck generators of whole cases, for what has to come out as it went in. Spans and
// references lead to something, words are the text at their span, texts are odd: marks that files
// and formats treat in a special way, letters of one to four bytes, combining marks, writing from
// right to left.
namespace entente::kit {

inline rc::Gen<char32_t> any_letter() {
  return rc::gen::weightedOneOf<char32_t>(
      {{6, rc::gen::element(U'a', U'b', U' ', U'.', U'é', U'ж', U'日')},
       {3, rc::gen::element(U'\n', U'\\', U';', U'"', U'\'', U',', U'\t', U'\r', U'-', U':', U'<',
                            U'&', U'{', U'\x01')},
       {2, rc::gen::element<char32_t>(0x301, 0x202E, 0x200D, 0xFEFF, 0xFFFD, 0x1F54A, 0x10FFFF,
                                      0x85, 0x2028, 0x5D0)}});
}

inline rc::Gen<std::u32string> any_text() {
  return rc::gen::container<std::u32string>(any_letter());
}
inline std::string some_words() { return to_utf8(*any_text()); }
inline bool coin() { return *rc::gen::arbitrary<bool>(); }
inline std::uint32_t up_to(std::size_t most) {
  return static_cast<std::uint32_t>(*rc::gen::inRange<std::size_t>(0, most + 1));
}

template <class Enum>
Enum any_of() {
  return static_cast<Enum>(up_to(words<Enum>.size() - 1));
}
inline std::vector<std::string> some_lists() {
  std::vector<std::string> list(up_to(3));
  for (std::string& item : list) item = some_words();
  return list;
}
inline std::optional<Date> maybe_date() {
  if (coin()) return std::nullopt;
  return Date{std::chrono::sys_days{day("1999-12-28")} + std::chrono::days{up_to(20000)}};
}
template <class Item>
auto maybe_id_of(const std::vector<Item>& items) -> std::optional<decltype(items[0].id)> {
  if (items.empty() || coin()) return std::nullopt;
  return items[up_to(items.size() - 1)].id;
}
inline std::optional<OptionRange> maybe_range() {
  if (coin()) return std::nullopt;
  return OptionRange{some_words(), some_words()};
}
inline Review any_review() { return {any_of<Status>(), some_words()}; }

inline Span span_in(const Document& document) {
  const std::size_t begin = up_to(document.text.size() - 1);
  return {begin, begin + 1 + up_to(document.text.size() - begin - 1)};
}
// Ascending, not overlapping, not empty.
inline std::vector<Span> spans_in(const Document& document, std::size_t most = 3) {
  std::vector<Span> spans;
  std::size_t from = 0;
  for (std::size_t n = up_to(most); n > 0 && from < document.text.size(); --n) {
    const std::size_t begin = from + up_to(document.text.size() - from - 1);
    spans.push_back({begin, begin + 1 + up_to(document.text.size() - begin - 1)});
    from = spans.back().end + 1;
  }
  return spans;
}

inline Document any_document(std::uint32_t number) {
  const std::string name = some_words() + " " + std::to_string(number);
  Document made = document(number, name, some_words() + "x", maybe_date());
  made.card.title = some_words();
  made.card.outlet = some_words();
  made.card.language = some_words();
  made.card.file_sha256 = sha256_hex(some_words());
  made.headings = spans_in(made);
  for (Span span : spans_in(made)) made.noise.push_back({span, any_of<NoiseKind>()});
  if (number > 1 && coin()) made.card.same_account_as = DocumentId{1 + up_to(number - 2)};
  return made;
}

// Anything but its id; `words` is the text at the span.
template <class Item>
Item placed_item(const Document& document) {
  Item item;
  item.document = document.card.id;
  item.evidence = span_in(document);
  item.words = slice_utf8(document.text, item.evidence);
  item.review = any_review();
  return item;
}

inline Statement any_statement(const Document& in, const std::vector<Person>& people) {
  Statement made;
  made.document = in.card.id;
  made.content = {span_in(in)};
  made.source = spans_in(in);
  made.cue = spans_in(in);
  made.speech = any_of<Speech>();
  made.polarity = any_of<Polarity>();
  made.words = slice_utf8(in.text, made.content[0]);
  made.speaker = some_words();
  made.party = some_words();
  made.person = maybe_id_of(people);
  for (const Span span : spans_in(in)) made.loaded.push_back({span, any_of<Colour>()});
  made.review = any_review();
  return made;
}

inline Position any_position(const Document& in, const std::vector<Statement>& statements) {
  Position made = placed_item<Position>(in);
  made.statement = maybe_id_of(statements);
  made.party = some_words();
  made.issue = some_words();
  made.stance = any_of<Stance>();
  made.firmness = any_of<Firmness>();
  made.option = maybe_range();
  made.condition = some_words();
  made.shift = any_of<Shift>();
  made.reported_by = some_words();
  made.said = maybe_date();
  made.printed = maybe_date();
  return made;
}

inline Meeting any_meeting(const Document& in) {
  Meeting made = placed_item<Meeting>(in);
  made.parties = some_lists();
  made.people = some_lists();
  made.place = some_words();
  made.when_words = some_words();
  made.when = maybe_date();
  made.status = any_of<MeetingStatus>();
  return made;
}

inline Clause any_clause(const Document& in) {
  Clause made = placed_item<Clause>(in);
  made.draft = some_words();
  made.number = some_words();
  made.issue = some_words();
  made.option = maybe_range();
  return made;
}

inline Lever any_lever(const Document& in, const std::vector<Statement>& statements) {
  Lever made = placed_item<Lever>(in);
  made.statement = maybe_id_of(statements);
  made.holder = some_words();
  made.kind = some_words();
  made.use = any_of<LeverUse>();
  made.target = some_words();
  made.condition = some_words();
  made.deadline_words = some_words();
  made.deadline = maybe_date();
  made.reported_by = some_words();
  made.printed = maybe_date();
  return made;
}

inline Person any_person(const std::vector<Document>& documents,
                         const std::vector<Person>& before) {
  Person made;
  made.name = some_words();
  made.aliases = some_lists();
  made.role = some_words();
  for (std::size_t n = up_to(2); n > 0; --n)
    if (const auto role = parse_role(".. " + some_words()))
      made.roles.push_back({role->name, maybe_date(), {}});
  made.party = some_words();
  made.party_guessed = coin();
  made.same_as = maybe_id_of(before);
  for (std::size_t n = documents.empty() ? 0 : up_to(3); n > 0; --n) {
    const Document& in = documents[up_to(documents.size() - 1)];
    made.evidence.push_back({in.card.id, span_in(in)});
  }
  made.review = any_review();
  return made;
}

inline Codebook any_codebook() {
  Codebook made;
  made.name = some_words();
  for (std::size_t n = up_to(3); n > 0; --n) {
    Issue issue{some_words(),
                some_words(),
                any_of<IssueKind>(),
                some_words(),
                some_lists(),
                some_lists(),
                coin(),
                {}};
    for (std::size_t k = up_to(3); k > 0; --k)
      issue.options.push_back({some_words(), some_words(), some_lists()});
    made.issues.push_back(issue);
  }
  for (std::size_t n = up_to(3); n > 0; --n)
    made.parties.push_back({some_words(), any_of<PartyKind>(), any_of<Consent>(), some_lists(),
                            some_lists(), some_lists()});
  return made;
}

// Ids ascend, with gaps where `gaps` says so.
template <class Item>
void put_with_id(std::vector<Item>& items, Item item, bool gaps) {
  item.id = {(items.empty() ? 1 : items.back().id.number + 1) + (gaps && coin() ? up_to(1000) : 0)};
  items.push_back(std::move(item));
}

struct AnyCase {
  Case contents;
  std::vector<Document> documents;
  std::vector<LogEntry> log;
};

inline void add_items(Case& contents, const Document& in, bool gaps) {
  for (std::size_t n = up_to(3); n > 0; --n)
    put_with_id(contents.statements, any_statement(in, contents.people), gaps);
  for (std::size_t n = up_to(3); n > 0; --n)
    put_with_id(contents.positions, any_position(in, contents.statements), gaps);
  for (std::size_t n = up_to(2); n > 0; --n) put_with_id(contents.meetings, any_meeting(in), gaps);
  for (std::size_t n = up_to(2); n > 0; --n) put_with_id(contents.clauses, any_clause(in), gaps);
  for (std::size_t n = up_to(2); n > 0; --n)
    put_with_id(contents.levers, any_lever(in, contents.statements), gaps);
}

inline std::vector<LogEntry> any_log() {
  std::vector<LogEntry> log;
  for (std::uint64_t n = up_to(3), number = 1; n > 0; --n, ++number)
    log.push_back({number, "2031-03-05T12:00:00Z", some_words(), some_words(), some_words(),
                   some_words(), some_words(), some_words()});
  return log;
}

// To be called within a property. `continues` and `within` name earlier statements, so that none
// goes in a circle.
inline AnyCase any_case(bool gaps = true) {
  AnyCase made;
  for (std::uint32_t n = up_to(3), number = 1; n > 0; --n, ++number)
    made.documents.push_back(any_document(number));
  made.contents.codebook = any_codebook();
  for (std::size_t n = up_to(3); n > 0; --n)
    put_with_id(made.contents.people, any_person(made.documents, made.contents.people), gaps);
  for (const Document& document : made.documents) {
    made.contents.documents.push_back(document.card);
    add_items(made.contents, document, gaps);
  }
  std::vector<Statement> earlier;
  for (Statement& statement : made.contents.statements) {
    statement.continues = maybe_id_of(earlier);
    statement.within = maybe_id_of(earlier);
    if (*rc::gen::arbitrary<bool>()) statement.confidence = *rc::gen::inRange(0u, 101u);
    earlier.push_back(statement);
  }
  made.log = any_log();
  return made;
}

}  // namespace entente::kit
