// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/sha256.h"
#include "base/utf8.h"
#include "model/case.h"

// Builders of small documents and of what is read from them. Spans are named by their words, so
// that a test never counts characters; words that the text does not hold throw.
namespace entente::kit {

inline Date day(const char* iso) {
  const auto date = parse_date(iso);
  if (!date) throw std::invalid_argument(std::string("no such day: ") + iso);
  return *date;
}

inline Document document(std::uint32_t number, std::string name, std::string_view utf8,
                         std::optional<Date> date = std::nullopt) {
  Document made;
  made.text = from_utf8(utf8);
  made.card.id = {number};
  made.card.name = std::move(name);
  made.card.language = "en";
  made.card.date = date;
  made.card.sha256 = sha256_hex(utf8);
  made.card.file_sha256 = made.card.sha256;
  made.card.size = made.text.size();
  return made;
}

// The span of `words` in `text`: the first place, or the nth after it.
inline Span span_of(std::u32string_view text, std::string_view words, std::size_t nth = 0) {
  const std::u32string wanted = from_utf8(words);
  std::size_t at = text.find(wanted);
  for (; nth > 0 && at != text.npos; --nth) at = text.find(wanted, at + 1);
  if (at == text.npos) throw std::invalid_argument("not in the text: " + std::string(words));
  return {at, at + wanted.size()};
}
inline Span span_of(const Document& document, std::string_view words, std::size_t nth = 0) {
  return span_of(document.text, words, nth);
}

inline Review suggested() { return {Status::suggested, "entente test"}; }
inline Review confirmed(std::string by) { return {Status::confirmed, std::move(by)}; }
inline Review rejected(std::string by) { return {Status::rejected, std::move(by)}; }

// "" for `source` or `cue`: none.
inline Statement statement(const Document& in, std::uint32_t number, std::string_view content,
                           std::string_view source, std::string_view cue, std::string speaker,
                           std::string party, Speech speech = Speech::indirect) {
  Statement made;
  made.id = {number};
  made.document = in.card.id;
  made.content = {span_of(in, content)};
  if (!source.empty()) made.source = {span_of(in, source)};
  if (!cue.empty()) made.cue = {span_of(in, cue)};
  made.speech = speech;
  made.words = content;
  made.speaker = std::move(speaker);
  made.party = std::move(party);
  made.review = suggested();
  return made;
}

inline Position position(const Document& in, std::uint32_t number, std::string party,
                         std::string issue, Stance stance, std::string_view evidence,
                         std::string reported_by = "narrator") {
  Position made;
  made.id = {number};
  made.document = in.card.id;
  made.party = std::move(party);
  made.issue = std::move(issue);
  made.stance = stance;
  made.evidence = span_of(in, evidence);
  made.words = evidence;
  made.reported_by = std::move(reported_by);
  made.printed = in.card.date;
  made.review = suggested();
  return made;
}

inline Meeting meeting(const Document& in, std::uint32_t number, std::vector<std::string> parties,
                       std::string place, MeetingStatus status, std::string_view evidence) {
  Meeting made;
  made.id = {number};
  made.document = in.card.id;
  made.parties = std::move(parties);
  made.place = std::move(place);
  made.status = status;
  made.evidence = span_of(in, evidence);
  made.words = evidence;
  made.review = suggested();
  return made;
}

inline Clause clause(const Document& in, std::uint32_t number, std::string draft,
                     std::string article, std::string issue, std::string_view evidence) {
  Clause made;
  made.id = {number};
  made.document = in.card.id;
  made.draft = std::move(draft);
  made.number = std::move(article);
  made.issue = std::move(issue);
  made.evidence = span_of(in, evidence);
  made.words = evidence;
  made.review = suggested();
  return made;
}

inline Person person(const Document& in, std::uint32_t number, std::string name, std::string role,
                     std::string party, std::string_view evidence) {
  Person made;
  made.id = {number};
  made.name = std::move(name);
  made.role = std::move(role);
  made.party = std::move(party);
  made.evidence = {{in.card.id, span_of(in, evidence)}};
  made.review = suggested();
  return made;
}

// Two principals, a mediator, three issues (two with ordered options).
inline Codebook small_codebook() {
  Codebook book;
  book.name = "valley";
  book.issues = {{"territory",
                  "Territory",
                  IssueKind::substance,
                  "Who holds the valley.",
                  {"valley"},
                  {"valley news"},
                  true,
                  {{"stay", "Armies stay", {"not leave|stay"}},
                   {"observers", "Observers in the valley", {"observer*"}},
                   {"leave", "Armies leave", {"leave"}}}},
                 {"force_limits",
                  "Force limits",
                  IssueKind::substance,
                  "How large an army may be.",
                  {"limit ~ army"},
                  {},
                  true,
                  {{"none", "No limit", {"reject* ~ limit"}}, {"limit", "A limit", {"limit"}}}},
                 {"progress",
                  "Progress",
                  IssueKind::assessment,
                  "How the talks go.",
                  {"useful", "talks ~ fail*"},
                  {},
                  false,
                  {}}};
  book.parties = {
      {"Arvenia",
       PartyKind::principal,
       Consent::required,
       {"the Arvenian side"},
       {"Arvenian"},
       {"Tolm"}},
      {"Borland",
       PartyKind::principal,
       Consent::required,
       {"the Borland side"},
       {"Borlander"},
       {"Ostrel"}},
      {"Cadmia", PartyKind::mediator, Consent::not_required, {}, {"Cadmian"}, {"Quill"}}};
  return book;
}

inline std::vector<Document> small_documents() {
  Document first = document(
      1, "readout.txt",
      "Valley talks open\n\n"
      "Arvenia and Borland met in Quill on Monday.\n\n"
      "“We will not leave the northern valley,” said Foreign Minister Ilan Torre of Arvenia. "
      "Borland rejected any limit on its army.\n\n"
      "Read more: weather in Quill\n",
      day("2031-03-05"));
  first.card.title = "Valley talks open";
  first.card.outlet = "The Quill Courier";
  first.headings = {span_of(first, "Valley talks open")};
  first.noise = {{span_of(first, "Read more: weather in Quill"), NoiseKind::boilerplate}};
  Document second =
      document(2, "draft.txt",
               "Article 3 of the draft reads: \"Both armies leave the northern valley.\"\n\n"
               "Torre said that Arvenia could accept observers in the valley. "
               "Mira Sandt, who speaks for Borland, called the talks useful.\n\n"
               "A meeting in Quill is planned for April.\n",
               day("2031-03-12"));
  second.card.outlet = "Borland Wire";
  return {first, second};
}

// What a careful reader finds in small_documents(): Arvenia moves on territory, the draft crosses
// its red line.
inline Case small_case() {
  const auto texts = small_documents();
  const Document &readout = texts[0], &draft = texts[1];
  Case made;
  made.codebook = small_codebook();
  made.documents = {readout.card, draft.card};
  made.people = {
      person(readout, 1, "Ilan Torre", "Foreign Minister", "Arvenia",
             "Foreign Minister Ilan Torre of Arvenia"),
      person(draft, 2, "Mira Sandt", "", "Borland", "Mira Sandt, who speaks for Borland")};
  made.people[0].aliases = {"Foreign Minister Ilan Torre", "Torre"};
  made.statements = {
      statement(readout, 1, "We will not leave the northern valley,",
                "Foreign Minister Ilan Torre of Arvenia", "said", "Ilan Torre", "Arvenia",
                Speech::direct),
      statement(readout, 2, "any limit on its army", "Borland", "rejected", "Borland", "Borland"),
      statement(draft, 3, "Arvenia could accept observers in the valley", "Torre", "said",
                "Ilan Torre", "Arvenia"),
      statement(draft, 4, "the talks useful", "Mira Sandt, who speaks for Borland", "called",
                "Mira Sandt", "Borland")};
  made.statements[0].person = PersonId{1};
  made.statements[1].source = {span_of(readout, "Borland", 1)};
  made.statements[1].polarity = Polarity::rejected;
  made.statements[2].person = PersonId{1};
  made.statements[3].person = PersonId{2};
  made.positions = {
      position(readout, 1, "Arvenia", "territory", Stance::rejects,
               "We will not leave the northern valley,", "Ilan Torre"),
      position(readout, 2, "Borland", "force_limits", Stance::rejects,
               "Borland rejected any limit on its army."),
      position(draft, 3, "Arvenia", "territory", Stance::open_to,
               "Torre said that Arvenia could accept observers in the valley.", "Ilan Torre"),
      position(draft, 4, "Borland", "progress", Stance::reports, "called the talks useful",
               "Mira Sandt")};
  made.positions[0].statement = StatementId{1};
  made.positions[0].firmness = Firmness::red_line;
  made.positions[0].option = OptionRange{"stay", "observers"};
  made.positions[1].option = OptionRange{"none", "none"};
  made.positions[2].statement = StatementId{3};
  made.positions[2].option = OptionRange{"observers", "observers"};
  made.positions[3].statement = StatementId{4};
  made.meetings = {meeting(readout, 1, {"Arvenia", "Borland"}, "Quill", MeetingStatus::held,
                           "Arvenia and Borland met in Quill on Monday."),
                   meeting(draft, 2, {}, "Quill", MeetingStatus::planned,
                           "A meeting in Quill is planned for April.")};
  made.meetings[0].when_words = "on Monday";
  made.meetings[0].when = day("2031-03-03");
  made.clauses = {clause(draft, 1, "the draft", "Article 3", "territory",
                         "Both armies leave the northern valley.")};
  made.clauses[0].option = OptionRange{"leave", "leave"};
  return made;
}

}  // namespace entente::kit
