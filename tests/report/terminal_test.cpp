// SPDX-License-Identifier: Apache-2.0
#include "report/terminal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "kit/grown_case.h"
#include "kit/says.h"
#include "report/visible.h"

namespace entente::report {
namespace {

using kit::says;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string line_with(const std::string& text, const std::string& part) {
  for (const std::string& line : lines_of(text))
    if (line.find(part) != std::string::npos) return line;
  return "";
}

// Every listing of a case.
std::vector<std::string> all_listings(const kit::GrownCase& c, const Screen& screen) {
  const auto text_of = [&](DocumentId id) { return c.text_of(id); };
  return {documents_text(c.contents, screen),
          statements_text(c.contents, screen),
          people_text(c.contents, screen),
          positions_text(c.contents, screen),
          meetings_text(c.contents, screen),
          clauses_text(c.contents, c.crossings, screen),
          matrix_text(c.contents, c.matrix(), screen, Sentences::below),
          accounts_text(c.contents, c.accounts, text_of, screen)};
}

TEST(Terminal, an_empty_case_says_what_to_do_next) {
  for (const std::string& text : all_listings(kit::GrownCase{}, {80, false}))
    EXPECT_TRUE(says(text, "entente add CASE FILE"));
  EXPECT_TRUE(says(log_text({}, {80, false}), "Nothing is in the log yet"));
}

TEST(Terminal, documents_without_findings_say_so) {
  kit::GrownCase c;
  c.open("Nothing new", "Wire", std::nullopt).line("The lake was calm.");
  c.close();
  EXPECT_TRUE(says(positions_text(c.contents, {}), "No positions found in 1 document."));
  EXPECT_TRUE(says(matrix_text(c.contents, c.matrix(), {}), "No positions found in 1 document."));
  EXPECT_TRUE(says(accounts_text(c.contents, {}, nullptr, {}), "No meeting is told of by two"));
}

TEST(Terminal, no_line_is_wider_than_the_screen) {
  const kit::GrownCase c = kit::lake_case();
  for (const std::size_t width : {24u, 40u, 60u, 80u, 100u, 137u, 200u})
    for (const std::string& text : all_listings(c, {width, false}))
      for (const std::string& line : lines_of(text)) EXPECT_LE(columns_of(line), width) << line;
}

TEST(Terminal, into_a_pipe_each_item_is_one_line) {
  const kit::GrownCase c = kit::lake_case();
  const std::string text = positions_text(c.contents, {0, false});
  for (const Position& position : c.contents.positions) {
    const std::string line = line_with(text, position.words);
    EXPECT_EQ(line.substr(0, position.id.text().size() + 1), position.id.text() + " ");
  }
}

TEST(Terminal, colour_changes_no_word) {
  const kit::GrownCase c = kit::lake_case();
  const auto plain = all_listings(c, {90, false}), coloured = all_listings(c, {90, true});
  for (std::size_t i = 0; i < plain.size(); ++i) {
    std::string stripped;
    for (std::size_t at = 0; at < coloured[i].size(); ++at)
      if (coloured[i][at] == '\x1b')
        at = coloured[i].find('m', at);
      else
        stripped += coloured[i][at];
    EXPECT_EQ(stripped, plain[i]);
    EXPECT_EQ(plain[i].find('\x1b'), std::string::npos);
    EXPECT_NE(coloured[i].find('\x1b'), std::string::npos);
  }
}

TEST(Terminal, what_is_suggested_is_marked_and_what_is_confirmed_is_not) {
  const kit::GrownCase c = kit::lake_case();
  const std::string text = positions_text(c.contents, {0, false});
  EXPECT_TRUE(says(line_with(text, "long, cold and useful"), "p6   ?"));
  EXPECT_FALSE(says(line_with(text, "thin out their posts"), "?"));
  EXPECT_TRUE(says(text, "12 of 13"));
  EXPECT_TRUE(says(text, "entente confirm CASE p1"));
}

TEST(Terminal, on_a_narrow_screen_the_mark_stands_beside_the_id) {
  const kit::GrownCase c = kit::lake_case();
  const std::vector<std::string> lines = lines_of(positions_text(c.contents, {30, false}));
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "p6 ?"), 1);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "  ?"), 0);
}

TEST(Terminal, what_is_rejected_is_counted_and_not_listed) {
  kit::GrownCase c = kit::lake_case();
  c.contents.positions[5].review = kit::rejected("A. Reader");
  const std::string text = positions_text(c.contents, {0, false});
  EXPECT_FALSE(says(text, "long, cold and useful"));
  EXPECT_TRUE(says(text, "12 positions, and 1 rejected"));
}

TEST(Terminal, a_copy_is_named_and_counted_once) {
  const std::string text = documents_text(kit::lake_case().contents, {0, false});
  EXPECT_TRUE(says(text, "same copy as d1"));
  EXPECT_TRUE(says(text, "5 documents, 1 of them printing the copy of an earlier one: 4 accounts"));
  EXPECT_TRUE(says(line_with(text, "d4"), "no date"));
}

TEST(Terminal, what_stands_in_a_copy_says_so_in_every_list_and_is_counted) {
  kit::GrownCase c = kit::lake_case();
  c.open("Lake talks open in Sandport", "The Shore Post", kit::day("2031-03-03"))
      .copy_of(DocumentId{1});
  c.says("Velmar", "Tomas Arke", "border", Stance::demands, 1, 1,
         "The border follows the middle of the lake, Arke said.", "The border follows the middle");
  c.meets({"Ostravia", "Velmar"}, "Sandport", MeetingStatus::held, kit::day("2031-03-03"), "Monday",
          "They met in Sandport on Monday.");
  c.close();
  EXPECT_TRUE(says(line_with(positions_text(c.contents, {0, false}), "p14"), "d6, copy of d1"));
  EXPECT_TRUE(says(positions_text(c.contents, {0, false}), "1 of them in copies"));
  EXPECT_TRUE(says(statements_text(c.contents, {0, false}), "d6 The Shore Post, copy of d1"));
  const std::string meetings = meetings_text(c.contents, {0, false});
  EXPECT_TRUE(says(line_with(meetings, "They met in Sandport"), "d6, copy of d1"));
  EXPECT_FALSE(says(line_with(meetings, "since the ice broke"), "copy of"));
}

TEST(Terminal, a_matrix_row_says_whose_consent_a_deal_needs) {
  kit::GrownCase c = kit::lake_case();
  c.party("Lake Commission", PartyKind::mediator, Consent::not_required)
      .party("Velmar", PartyKind::principal, Consent::required);
  const std::string piped = matrix_text(c.contents, c.matrix(), {0, false});
  EXPECT_TRUE(says(piped, "Lake Commission (mediator, not asked to agree)"));
  EXPECT_TRUE(says(piped, "Velmar (principal, must agree)"));
  EXPECT_FALSE(says(piped, "Ostravia ("));
  const std::string wide = matrix_text(c.contents, c.matrix(), {200, false});
  EXPECT_EQ(line_with(wide, "mediator, not").substr(0, 13), "mediator, not");
}

TEST(Terminal, a_date_says_when_it_is_the_day_of_speaking) {
  kit::GrownCase c = kit::lake_case();
  c.contents.positions[3].said = kit::day("2031-03-02");
  const std::string text = matrix_text(c.contents, c.matrix(), {0, false});
  EXPECT_TRUE(says(text, "[red line] said 2031-03-02 p4 ?"));
  EXPECT_TRUE(says(text, "the day of printing, where \"said\" does not stand before it"));
}

TEST(Terminal, the_matrix_shows_stance_option_marks_date_and_id) {
  const kit::GrownCase c = kit::lake_case();
  const std::string text = matrix_text(c.contents, c.matrix(), {0, false});
  EXPECT_TRUE(says(text, "rejects: As each side likes [red line] 2031-03-03 p4 ?"));
  EXPECT_TRUE(says(text, "offers: All released [moved] 2031-03-21 p11 ?"));
  EXPECT_TRUE(says(text, "[contradicts itself] no date p9 ?"));
  EXPECT_TRUE(says(text, "no data"));
  EXPECT_TRUE(says(text, "As of 2031-03-21, from 4 sources (1 undated)"));
}

TEST(Terminal, a_red_line_stands_when_the_party_speaks_of_something_else_later) {
  kit::GrownCase c = kit::lake_case();
  c.open("Later", "Northern Wire", kit::day("2031-03-25"));
  c.says("Velmar", "Tomas Arke", "troops", Stance::wants, -1, -1,
         "Velmar wanted quiet on the shore, he said.", "Velmar wanted quiet on the shore");
  c.close();
  EXPECT_TRUE(
      says(matrix_text(c.contents, c.matrix(), {0, false}),
           "wants “Velmar wanted quiet on the shore” [red line p4 2031-03-03] 2031-03-25 p14 ?"));
}

TEST(Terminal, a_position_without_an_option_shows_its_words) {
  const kit::GrownCase c = kit::lake_case();
  EXPECT_TRUE(
      says(matrix_text(c.contents, c.matrix(), {0, false}), "reports “long, cold and useful”"));
}

TEST(Terminal, a_narrow_matrix_goes_on_in_groups_and_loses_no_issue) {
  const kit::GrownCase c = kit::lake_case();
  const std::string text = matrix_text(c.contents, c.matrix(), {60, false});
  EXPECT_TRUE(says(text, "Issues 1 to 2 of 6"));
  EXPECT_TRUE(says(text, "Issues 5 to 6 of 6"));
  const Matrix matrix = c.matrix();
  for (const Cell& cell : matrix.cells) EXPECT_TRUE(says(text, cell.newest.text()));
}

TEST(Terminal, accounts_stand_side_by_side_with_a_sign_between) {
  const kit::GrownCase c = kit::lake_case();
  const std::string text = accounts_text(c.contents, c.accounts,
                                         [&](DocumentId id) { return c.text_of(id); }, {0, false});
  EXPECT_TRUE(says(line_with(text, "twelve nets"), "#  Ostravia undertook"));
  EXPECT_TRUE(says(line_with(text, "telephone line open"), "=  The parties agreed"));
  EXPECT_TRUE(says(line_with(text, "recalled the drowned"), ">"));
}

TEST(Terminal, a_log_line_tells_who_did_what_and_why) {
  LogEntry entry{7,
                 "2031-03-07T09:30:00Z",
                 "A. Reader",
                 "reject",
                 "p4",
                 R"({"review": "suggested"})",
                 R"({"review": "rejected"})",
                 "a programme title"};
  const std::string text = log_text({entry}, {0, false});
  EXPECT_TRUE(says(text, "7   2031-03-07T09:30:00Z  A. Reader  reject  p4"));
  EXPECT_TRUE(says(text, "a programme title. suggested -> rejected"));
  entry.why = "Is it one?";
  EXPECT_TRUE(says(log_text({entry}, {0, false}), "Is it one? suggested -> rejected"));
  entry.why = "";
  EXPECT_TRUE(says(log_text({entry}, {0, false}), "p4    suggested -> rejected"));
}

TEST(Terminal, a_clause_stands_with_what_it_settles_on_and_the_red_line_it_crosses) {
  kit::GrownCase c;
  c.issue("boats", "Boats", {"None", "Two", "Ten"});
  c.open("The draft", "Wire", kit::day("2031-03-05"));
  const PositionId line = c.says("Arvenia", "Ilan Torre", "boats", Stance::rejects, 2, 2,
                                 "Never ten boats, Torre said.", "Never ten boats")
                              .id;
  const ClauseId crossing = c.drafts("Article 2", "boats", 2, "There may be ten boats.").id;
  c.drafts("", "", -1, "The parties are friends.");
  c.drafts("Article 4", "boats", 1, "Two at night.").review.status = Status::rejected;
  c.crossings.push_back({crossing, line});
  c.close();
  const std::string text = clauses_text(c.contents, c.crossings, {0, false});
  const std::string row = line_with(text, "ten boats.");
  for (const char* part : {"c1", "?", "Article 2 (the draft)", "Boats", "Ten", "d1"})
    EXPECT_TRUE(says(row, part)) << row;
  EXPECT_TRUE(says(line_with(text, "friends"), "none of the codebook"));
  EXPECT_TRUE(says(text, "c1 crosses a red line of Arvenia: p1, “Never ten boats”"));
  EXPECT_TRUE(says(text, "2 clauses, and 1 rejected"));
  EXPECT_FALSE(says(text, "Two at night"));
}

TEST(Terminal, text_of_a_source_cannot_break_a_table) {
  kit::GrownCase c = kit::lake_case();
  c.contents.positions[0].words = "two\nlines \x1b[2J and a \xE2\x80\xAE turn";
  for (const std::string& text : all_listings(c, {100, false})) {
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
  }
}

TEST(FindingsJson, each_cell_cites_its_sentence) {
  const kit::GrownCase c = kit::lake_case();
  const auto json = nlohmann::json::parse(
      matrix_json(c.contents, c.matrix(), c.movements, c.contradictions, c.crossings));
  ASSERT_EQ(json["cells"].size(), c.matrix().cells.size());
  for (const auto& cell : json["cells"]) {
    const auto id = PositionId::parse(cell["newest"]["id"].get<std::string>());
    EXPECT_EQ(cell["newest"]["words"], c.contents.positions[id->number - 1].words);
    EXPECT_FALSE(cell["newest"]["doc"].get<std::string>().empty());
    EXPECT_EQ(cell["newest"]["evidence"].size(), 2u);
  }
  EXPECT_EQ(json["as_of"], "2031-03-21");
  EXPECT_EQ(json["sources"], 4);
  EXPECT_EQ(json["movements"][0]["from"]["id"], "p5");
  EXPECT_EQ(json["contradictions"][0]["party"], "Ostravia");
  EXPECT_EQ(json["crossings"][0]["red_line"]["id"], "p4");
}

TEST(FindingsJson, parties_carry_kind_and_consent_and_dates_say_what_they_are) {
  kit::GrownCase c = kit::lake_case();
  c.party("Velmar", PartyKind::principal, Consent::required);
  c.contents.positions[1].said = kit::day("2031-03-02");
  const auto json = nlohmann::json::parse(matrix_json(c.contents, c.matrix(), {}, {}, {}));
  const auto velmar =
      nlohmann::json{{"name", "Velmar"}, {"kind", "principal"}, {"consent", "required"}};
  const auto ostravia =
      nlohmann::json{{"name", "Ostravia"}, {"kind", "unstated"}, {"consent", "unstated"}};
  const auto& parties = json["parties"];
  EXPECT_NE(std::find(parties.begin(), parties.end(), velmar), parties.end());
  EXPECT_NE(std::find(parties.begin(), parties.end(), ostravia), parties.end());
  for (const auto& cell : json["cells"]) {
    const auto& newest = cell["newest"];
    const auto& date_is = newest["date_is"];
    EXPECT_EQ(date_is.is_null(), newest["date"].is_null());
    if (!date_is.is_null()) {
      EXPECT_EQ(date_is, newest["id"] == "p2" ? "said" : "printed");
    }
  }
}

TEST(FindingsJson, accounts_cite_both_sides_or_null) {
  const kit::GrownCase c = kit::lake_case();
  const auto json = nlohmann::json::parse(
      accounts_json(c.contents, c.accounts, [&](DocumentId id) { return c.text_of(id); }));
  const auto& lines = json["accounts"][0]["lines"];
  EXPECT_EQ(lines[1]["agreement"], "differs");
  EXPECT_EQ(lines[1]["left"]["words"],
            "Ostravia promised to return twelve nets by the end of the month.");
  EXPECT_TRUE(lines[2]["left"].is_null());
}

// A case whose first person's party no text prints; the first statement is that person's.
kit::GrownCase with_guessed_party() {
  kit::GrownCase c = kit::lake_case();
  Person& person = c.contents.people[0];
  person.party_guessed = true;
  Statement& statement = c.contents.statements[0];
  statement.person = person.id;
  statement.speaker = person.name;
  statement.party = person.party;
  statement.review = {};
  return c;
}

TEST(Terminal, a_party_that_no_text_prints_is_listed_as_a_guess) {
  const kit::GrownCase c = with_guessed_party();
  Screen wide;
  wide.width = 400;
  const std::string name = c.contents.people[0].name, party = c.contents.people[0].party;
  EXPECT_TRUE(says(line_with(people_text(c.contents, wide), "w1"), party + " (a guess)"));
  EXPECT_FALSE(says(line_with(people_text(c.contents, wide), "w2"), "a guess"));
  EXPECT_TRUE(says(line_with(statements_text(c.contents, wide), "s1 "),
                   name + " (" + party + ", a guess)"));
}

TEST(Terminal, a_guess_that_a_person_has_confirmed_is_none) {
  kit::GrownCase c = with_guessed_party();
  c.contents.people[0].review = {Status::confirmed, "A. Reader"};
  EXPECT_FALSE(says(people_text(c.contents, {}), "a guess"));
  EXPECT_FALSE(says(statements_text(c.contents, {}), "a guess"));
}

}  // namespace
}  // namespace entente::report
