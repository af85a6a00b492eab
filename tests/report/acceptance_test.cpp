// SPDX-License-Identifier: Apache-2.0
#include "report/acceptance.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "kit/grown_case.h"
#include "kit/says.h"
#include "report/visible.h"

namespace entente::report {
namespace {

using kit::says;

Word word_of_position(Answer answer, std::uint32_t id) {
  return {answer, Doubt::none, PositionId{id}, std::nullopt, false};
}

// Two parties whose red lines close an issue of two options.
struct ClosedIssue {
  kit::GrownCase talks;
  Acceptance acceptance;
  Leeway leeway;

  ClosedIssue() {
    talks.issue("corridor", "The corridor", {"Closed", "Open"});
    talks.party("Avara", PartyKind::principal, Consent::required);
    talks.party("Belan", PartyKind::principal, Consent::unstated);
    talks.open("Talks", "The Post", kit::day("2031-03-01"));
    talks.says("Avara", "Ilan Corvo", "corridor", Stance::rejects, 0, 0,
               "“A closed corridor is a red line,” Ilan Corvo said.",
               "A closed corridor is a red line");
    talks.says("Belan", "Mina Okoro", "corridor", Stance::rejects, 1, 1,
               "“An open one is ours,” said Mina Okoro.", "An open one is ours");
    talks.close();
    const Word silent;
    acceptance.parties = {{"Avara", true, true}, {"Belan", true, false}};
    acceptance.issues = {{"corridor",
                          {{word_of_position(Answer::red_line, 1), silent},
                           {silent, word_of_position(Answer::red_line, 2)}},
                          {{0, true, {PositionId{1}}, {0}}, {1, true, {PositionId{2}}, {1}}}}};
    leeway.packages = 2;
    leeway.bars = {{0, true, acceptance.issues[0].red_lines, {{0, 1}}, true, {{0, {0}}, {1, {1}}}}};
  }

  std::string text(Screen screen = {}) const {
    return leeway_text(talks.contents, acceptance, leeway, screen);
  }
};

TEST(LeewayText, says_who_blocks_and_what_would_open_it_with_the_sentences) {
  const std::string text = ClosedIssue().text();
  EXPECT_TRUE(says(text, "No: every package crosses a declared red line."));
  EXPECT_TRUE(says(text,
                   "the red line of Avara: “A closed corridor is a red line” (Ilan Corvo, "
                   "2031-03-01, p1 ?)"));
  EXPECT_TRUE(says(text, "“Closed”: Avara gives up its red line (p1)"));
  EXPECT_TRUE(says(text, "“Open”: Belan gives up its red line (p2)"));
}

TEST(LeewayText, says_whose_consent_the_case_leaves_open) {
  EXPECT_TRUE(says(ClosedIssue().text(),
                   "The case does not say so of Belan: taken as needed, as principals."));
}

TEST(LeewayText, counts_what_nobody_has_looked_at) {
  ClosedIssue closed;
  EXPECT_TRUE(says(closed.text(), "2 of the 2 positions cited here"));
  for (Position& position : closed.talks.contents.positions)
    position.review = kit::confirmed("A. Reader");
  EXPECT_EQ(closed.text().find("not yet looked at"), std::string::npos);
}

TEST(LeewayText, keeps_to_the_width_of_the_screen) {
  std::istringstream lines(ClosedIssue().text({60, false}));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), 60u) << line;
}

DraftCheck crossing_draft() {
  DraftCheck check;
  check.draft = "the draft";
  Clause clause;
  clause.id = {1};
  clause.number = "Article 1";
  clause.issue = "corridor";
  clause.option = OptionRange{"corridor0", "corridor0"};
  clause.words = "The corridor shall be closed.";
  check.clauses = {clause};
  check.parties = {{"Avara", true, true}, {"Belan", true, false}};
  check.words = {{word_of_position(Answer::red_line, 1), Word{}}};
  check.balances = {{{Bearing::crossed}}, {{Bearing::unknown}}};
  check.outcome = Outcome::crosses;
  return check;
}

TEST(CheckText, names_the_clause_the_party_and_the_sentence_of_a_crossed_line) {
  const ClosedIssue closed;
  const std::string text = check_text(closed.talks.contents, crossing_draft(), {});
  EXPECT_TRUE(says(text, "No: Article 1 crosses a red line of Avara."));
  EXPECT_TRUE(says(text, "RED LINE p1"));
  EXPECT_TRUE(
      says(text, "Avara crosses a red line: “A closed corridor is a red line” (Ilan Corvo"));
  EXPECT_TRUE(says(text, "no word: Belan"));
}

TEST(CheckJson, is_json_and_cites_the_line) {
  const ClosedIssue closed;
  const auto found = nlohmann::json::parse(check_json(closed.talks.contents, crossing_draft()));
  const auto& answers = found["clauses"][0]["answers"];
  EXPECT_EQ(answers[0]["answer"], "red_line");
  EXPECT_EQ(answers[0]["position"]["words"], "A closed corridor is a red line");
  EXPECT_EQ(answers[1]["why"], "silent");
  EXPECT_TRUE(answers[1]["position"].is_null());
}

TEST(CheckText, shows_what_steers_a_terminal_by_its_number) {
  const ClosedIssue closed;
  DraftCheck check = crossing_draft();
  check.draft = "the \x1b[2Jdraft";
  check.clauses[0].words = "closed\x1b[2J";
  check.clauses[0].number = "Article \x1b[1m1";
  check.parties[1].party = "Bel\x1b[0man";
  EXPECT_EQ(check_text(closed.talks.contents, check, {}).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace entente::report
