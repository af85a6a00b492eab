// SPDX-License-Identifier: Apache-2.0
#include "analyze/matrix/matrix.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "analyze/crossings/crossings.h"
#include "analyze/movement/movement.h"
#include "kit/case_language.h"

namespace entente {
namespace {

using analyze::crossings;
using analyze::matrix;
using kit::case_of;

const std::string issues = "issue corridor: closed shared open\nissue ports: none some all\n";

const Cell* cell(const Matrix& matrix, const std::string& party, const std::string& issue) {
  const auto found = std::find_if(matrix.cells.begin(), matrix.cells.end(), [&](const Cell& c) {
    return c.party == party && c.issue == issue;
  });
  return found == matrix.cells.end() ? nullptr : &*found;
}

TEST(Matrix, a_cell_shows_the_position_of_the_latest_date_whatever_the_order_of_reading) {
  const Matrix found = matrix(case_of(issues + R"(
    document 2031-03-09
    Avara wants corridor shared "later"
    document 2031-03-01
    Avara wants corridor open "earlier"
    document
    Avara wants corridor closed "undated"
  )"));
  const Cell* avara = cell(found, "Avara", "corridor");
  ASSERT_NE(avara, nullptr);
  EXPECT_EQ(avara->newest.text(), "p1");
  EXPECT_EQ(avara->all, (std::vector<PositionId>{{3}, {2}, {1}}));
}

TEST(Matrix, a_cell_is_unsure_where_its_statement_is_and_nobody_has_looked) {
  Case whole = case_of(issues + R"(
    document 2031-03-01
    says Avara Avara rejects corridor open "no"
  )");
  ASSERT_EQ(whole.statements.size(), 1u);
  const auto unsure = [&] { return cell(matrix(whole), "Avara", "corridor")->unsure; };
  EXPECT_FALSE(unsure());
  whole.statements[0].confidence = low_confidence - 1;
  EXPECT_TRUE(unsure());
  whole.statements[0].confidence = low_confidence;
  EXPECT_FALSE(unsure());
  whole.statements[0].confidence = 0;
  whole.positions[0].review.status = Status::confirmed;
  EXPECT_FALSE(unsure());
  whole.positions[0].review.status = Status::suggested;
  whole.statements[0].review.status = Status::confirmed;
  EXPECT_FALSE(unsure());
}

TEST(Matrix, a_later_remark_does_not_hide_the_stand_taken_before) {
  const Matrix found = matrix(case_of(issues + R"(
    document 2031-03-01
    Avara rejects corridor open "no"
    document 2031-03-09
    Avara reports corridor - "we spoke of the corridor"
  )"));
  EXPECT_EQ(cell(found, "Avara", "corridor")->newest.text(), "p1");
}

TEST(Matrix, anothers_account_of_a_party_does_not_hide_its_own_words) {
  const Matrix found = matrix(case_of(issues + R"(
    document 2031-03-01
    Avara rejects corridor open "no"
    document 2031-03-09
    says Belan Avara concedes corridor open "Avara gave in"
    says Belan Avara concedes ports all "Avara gave in"
  )"));
  EXPECT_EQ(cell(found, "Avara", "corridor")->newest.text(), "p1");
  EXPECT_TRUE(cell(found, "Avara", "corridor")->own);
  EXPECT_FALSE(cell(found, "Avara", "ports")->own);
}

TEST(Matrix, what_somebody_else_reports_that_a_party_said_is_not_its_own_word) {
  Case whole = case_of(issues + R"(
    document 2031-03-01
    Avara open_to corridor open "Avara could open it"
    Belan rejects ports all "told me so"
  )");
  ASSERT_TRUE(cell(matrix(whole), "Avara", "corridor")->own);
  whole.statements[0].within = whole.statements[1].id;
  EXPECT_FALSE(cell(matrix(whole), "Avara", "corridor")->own);
  whole.statements[0].within.reset();
  whole.statements[0].continues = whole.statements[1].id;
  EXPECT_FALSE(cell(matrix(whole), "Avara", "corridor")->own);
}

TEST(Matrix, what_another_partys_readout_tells_of_a_party_is_not_its_own_word) {
  Case whole = case_of(issues + R"(
    document 2031-03-01
    Avara concedes corridor open "gave in"
    Belan rejects ports all "no"
  )");
  for (const bool said : {true, false}) {
    if (!said) whole.positions[0].statement.reset();
    whole.positions[0].reported_by = "Belan";
    EXPECT_FALSE(cell(matrix(whole), "Avara", "corridor")->own);
    whole.positions[0].reported_by = said ? "Mira Sandt" : "narrator";
    EXPECT_TRUE(cell(matrix(whole), "Avara", "corridor")->own);
  }
}

TEST(Matrix, what_was_said_earlier_is_earlier_however_late_it_was_printed) {
  Case whole = case_of(issues + R"(
    document 2031-03-05
    Avara open_to corridor open "yes"
    document 2031-03-09
    Avara rejects corridor open "no"
  )");
  EXPECT_EQ(cell(matrix(whole), "Avara", "corridor")->newest.text(), "p2");
  whole.positions[1].said = parse_date("2031-03-01");
  EXPECT_EQ(cell(matrix(whole), "Avara", "corridor")->newest.text(), "p1");
}

TEST(Matrix, nobody_draws_another_partys_red_line) {
  const std::string clause = "clause corridor open \"open\"\n";
  const Case told =
      case_of(issues + "document\nsays Belan Avara rejects corridor open! \"never\"\n" + clause);
  EXPECT_FALSE(cell(matrix(told), "Avara", "corridor")->red_line);
  EXPECT_TRUE(crossings(told).empty());
  const Case own = case_of(issues + "document\nAvara rejects corridor open! \"never\"\n" + clause);
  EXPECT_EQ(cell(matrix(own), "Avara", "corridor")->red_line, PositionId{1});
  EXPECT_EQ(crossings(own).size(), 1u);
}

TEST(Matrix, a_cell_without_positions_is_absent_and_an_issue_without_any_is_no_column) {
  const Matrix found = matrix(case_of(issues + "document\nAvara wants corridor open \"x\"\n"));
  EXPECT_EQ(found.issues, std::vector<std::string>{"corridor"});
  EXPECT_EQ(cell(found, "Belan", "corridor"), nullptr);
}

TEST(Matrix, columns_stand_in_the_codebooks_order_and_rows_by_number_of_positions) {
  const Matrix found = matrix(case_of(issues + R"(
    document
    Belan wants ports all "x"
    Avara wants ports all "x"
    Avara wants corridor open "x"
  )"));
  EXPECT_EQ(found.issues, (std::vector<std::string>{"corridor", "ports"}));
  EXPECT_EQ(found.parties, (std::vector<std::string>{"Avara", "Belan"}));
}

TEST(Matrix, parties_that_must_agree_stand_first_and_those_that_are_not_asked_last) {
  Case whole = case_of(issues + R"(
    document
    Belan wants ports all "x"
    Avara wants ports all "x"
    Avara wants corridor open "x"
  )");
  const auto states = [&](const std::string& name, Consent consent) {
    Party party;
    party.name = name;
    party.consent = consent;
    whole.codebook.parties.push_back(party);
  };
  std::erase_if(whole.codebook.parties,
                [](const Party& p) { return p.name == "Avara" || p.name == "Belan"; });
  states("Avara", Consent::not_required);
  EXPECT_EQ(matrix(whole).parties, (std::vector<std::string>{"Belan", "Avara"}));
  states("Belan", Consent::required);
  EXPECT_EQ(matrix(whole).parties, (std::vector<std::string>{"Belan", "Avara"}));
  std::swap(whole.codebook.parties.back().name,
            whole.codebook.parties[whole.codebook.parties.size() - 2].name);
  EXPECT_EQ(matrix(whole).parties, (std::vector<std::string>{"Avara", "Belan"}));
}

TEST(Matrix, rejected_positions_and_copies_leave_no_cell) {
  Case whole = case_of(
      issues +
      "document\nAvara wants ports all \"x\"\ndocument copy d1\nBelan wants ports all \"x\"\n");
  whole.positions[0].review.status = Status::rejected;
  EXPECT_TRUE(matrix(whole).cells.empty());
}

TEST(Matrix, every_position_of_a_cell_is_of_its_party_and_issue_and_marks_follow_findings) {
  const Case whole = case_of(issues + R"(
    document 2031-03-01
    Avara rejects corridor open "an open corridor"
    Belan wants ports all "all ports"
    document 2031-03-02
    Avara wants corridor open "an open corridor"
    Belan rejects ports all "all ports"
    Belan wants ports all "all ports"
  )");
  Matrix found = matrix(whole);
  analyze::mark(found, analyze::movements(whole), analyze::contradictions(whole));
  for (const Cell& c : found.cells)
    for (PositionId id : c.all) {
      EXPECT_EQ(whole.positions[id.number - 1].party, c.party);
      EXPECT_EQ(whole.positions[id.number - 1].issue, c.issue);
    }
  EXPECT_TRUE(cell(found, "Avara", "corridor")->moved);
  EXPECT_FALSE(cell(found, "Avara", "corridor")->contradicted);
  EXPECT_TRUE(cell(found, "Belan", "ports")->contradicted);
}

TEST(Crossing, a_clause_inside_what_a_party_calls_unacceptable_crosses_its_red_line) {
  const auto found = crossings(case_of(issues + R"(
    document
    Avara rejects corridor shared..open! "never"
    Belan rejects corridor closed! "never"
    clause corridor open "the corridor shall be open"
  )"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].red_line.text(), "p1");
}

TEST(Crossing, a_clause_outside_what_a_party_demands_as_a_red_line_crosses_it) {
  const Case whole = case_of(issues + R"(
    document
    Avara demands corridor closed! "closed or nothing"
    clause corridor shared "shared"
    clause corridor closed "closed"
  )");
  ASSERT_EQ(crossings(whole).size(), 1u);
  EXPECT_EQ(crossings(whole)[0].clause.text(), "c1");
}

TEST(Crossing, what_is_no_red_line_or_of_another_issue_is_not_crossed) {
  EXPECT_TRUE(crossings(case_of(issues + R"(
    document
    Avara rejects corridor open "we would rather not"
    Avara rejects ports all! "never"
    clause corridor open "open"
  )"))
                  .empty());
}

}  // namespace
}  // namespace entente
