// SPDX-License-Identifier: Apache-2.0
// The ledger, the disputes and the levers of a case on disk.
#include <gtest/gtest.h>

#include <algorithm>

#include "support.h"

namespace entente {
namespace {

const Signature editor{"A. Reader", "see the transcript"};

class ReadCase : public testing::Test {
 protected:
  ReadCase() : bench_(new_case(folder_ / "c.entente")) {
    bench_.add(
        {{"first.txt",
          "WHITHARBOUR, March 3, 2031 (Northwater) - Dorvane ruled out a ceasefire on Monday.\n\n"
          "\"We will not hand over a single metre of the Upper Locks to anyone,\" Dorvanian Prime "
          "Minister Ruvan Oskarrel said.\n\nMeldria threatened to impose sanctions on Dorvane by "
          "Friday.\n"},
         {"second.txt",
          "TAMRITH, March 5, 2031 (Harbour Post) - Dorvane now accepts a ceasefire.\n\n\"We will "
          "not hand over one metre of the Upper Locks to anyone,\" Dorvanian "
          "Prime Minister Ruvan Oskarrel boasted.\n"}},
        {}, {});
  }
  // The changes with this cause.
  std::vector<CellChange> changes(Cause cause) const {
    auto found = bench_.ledger().changes;
    std::erase_if(found, [&](const CellChange& change) { return change.cause != cause; });
    return found;
  }

  kit::Folder folder_;
  Workbench bench_;
};

TEST_F(ReadCase, a_party_that_turns_around_between_two_dated_articles_has_moved) {
  const auto moved = changes(Cause::party_moved);
  ASSERT_EQ(moved.size(), 1u);
  EXPECT_EQ(moved[0].party, "Dorvane");
  EXPECT_EQ(moved[0].issue, "ceasefire");
  EXPECT_TRUE(changes(Cause::analyst_recoded).empty());
}

TEST_F(ReadCase, what_an_analyst_edits_is_a_recoding_with_the_fields_and_the_reason) {
  const std::string first = changes(Cause::party_moved).at(0).from->text();
  bench_.confirm({first}, editor);
  EXPECT_TRUE(changes(Cause::analyst_recoded).empty()) << "a confirmation changes no cell";
  bench_.edit(first, {{"firmness", "red_line"}}, editor);
  const auto recoded = changes(Cause::analyst_recoded);
  ASSERT_EQ(recoded.size(), 1u);
  EXPECT_EQ(recoded[0].recoding->who, "A. Reader");
  EXPECT_EQ(recoded[0].recoding->why, "see the transcript");
  EXPECT_EQ(recoded[0].recoding->after.at("firmness"), "red_line");
  const Matrix matrix = bench_.matrix();
  const auto cell = std::find_if(matrix.cells.begin(), matrix.cells.end(), [](const Cell& one) {
    return one.party == "Dorvane" && one.issue == "ceasefire";
  });
  ASSERT_NE(cell, matrix.cells.end());
  EXPECT_TRUE(cell->recoded);
  EXPECT_EQ(std::count_if(matrix.cells.begin(), matrix.cells.end(),
                          [](const Cell& one) { return one.recoded; }),
            1);
}

TEST_F(ReadCase, a_rejected_position_moves_nobody_and_the_rejection_is_in_the_ledger) {
  const std::string last = changes(Cause::party_moved).at(0).to->text();
  bench_.reject({last}, editor);
  EXPECT_TRUE(changes(Cause::party_moved).empty());
  ASSERT_EQ(changes(Cause::analyst_recoded).size(), 1u);
  EXPECT_EQ(changes(Cause::analyst_recoded)[0].to, std::nullopt);
}

TEST_F(ReadCase, two_wordings_of_a_quotation_and_a_narrators_colour_are_disputes) {
  const Disputes found = bench_.disputes();
  ASSERT_EQ(found.variants.size(), 1u);
  ASSERT_EQ(found.colours.size(), 1u);
  EXPECT_EQ(found.colours[0].colour, Colour::scorn);
  EXPECT_EQ(found.colours[0].party, "Dorvane");
}

TEST_F(ReadCase, a_lever_is_confirmed_edited_rejected_and_followed_back_like_any_item) {
  const auto levers = bench_.contents().levers;
  ASSERT_EQ(levers.size(), 1u);
  EXPECT_EQ(levers[0].holder, "Meldria");
  EXPECT_EQ(levers[0].use, LeverUse::threatened);
  EXPECT_EQ(levers[0].deadline, parse_date("2031-03-07"));
  bench_.confirm({"l1"}, editor);
  EXPECT_EQ(bench_.contents().levers[0].review.status, Status::confirmed);
  bench_.edit("l1", {{"use", "applied"}, {"target", "Nemoria"}}, editor);
  EXPECT_EQ(bench_.contents().levers[0].target, "Nemoria");
  EXPECT_EQ(failure_of([&] { bench_.edit("l1", {{"use", "liked"}}, editor); }).kind,
            FailureKind::usage);
  const Trail trail = bench_.trail("l1");
  ASSERT_TRUE(trail.lever);
  EXPECT_TRUE(trail.unchanged);
  EXPECT_EQ(trail.history.size(), 2u);
  bench_.reject({"l1"}, editor);
  EXPECT_EQ(bench_.contents().levers[0].review.status, Status::rejected);
}

TEST_F(ReadCase, levers_shifts_and_colours_come_back_from_an_export) {
  const auto file = folder_ / "c.json";
  folder_.write("c.json", exchange::write_json(bench_.whole()));
  Workbench other = new_case(folder_ / "other.entente");
  other.import(file, editor);
  EXPECT_EQ(other.contents().levers, bench_.contents().levers);
  EXPECT_EQ(other.contents().positions, bench_.contents().positions);
  EXPECT_EQ(other.contents().statements, bench_.contents().statements);
}

TEST_F(ReadCase, an_export_of_before_there_were_levers_is_read) {
  exchange::Whole whole = bench_.whole();
  std::string json = exchange::write_json(whole);
  const auto begin = json.find("\"levers\": ["), end = json.find("\"log\": [");
  ASSERT_NE(begin, json.npos);
  json.erase(begin, end - begin);
  whole.contents.levers.clear();
  EXPECT_EQ(or_throw(exchange::read_json(json, "old.json")).contents, whole.contents);
}

}  // namespace
}  // namespace entente
