// SPDX-License-Identifier: Apache-2.0
// What the facade does with a whole case: reviews that last, coverage, findings, export and import.
#include <gtest/gtest.h>

#include <fstream>

#include "exchange/json.h"
#include "kit/says.h"
#include "support.h"

namespace entente {
namespace {

Workbench example_case(const std::filesystem::path& path) {
  Workbench bench = new_case(path);
  bench.add({{example() / "articles", {}}}, {{}, 1}, {});
  return bench;
}

TEST(Case, a_review_is_on_disk_when_the_verb_returns) {
  const kit::Folder folder;
  {
    Workbench bench = example_case(folder / "c.entente");
    bench.confirm({"p1", "s1", "m1", "w1"}, {"A. Reader", "read it"});
    bench.reject({"p2"}, {"A. Reader", "not said"});
    bench.edit("p3", {{"stance", "undecided"}}, {"B. Reader", "unclear"});
  }
  const Workbench bench = Workbench::open(folder / "c.entente", source_share(), false);
  const Case contents = bench.contents();
  EXPECT_EQ(contents.positions[0].review, (Review{Status::confirmed, "A. Reader"}));
  EXPECT_EQ(contents.positions[1].review, (Review{Status::rejected, "A. Reader"}));
  EXPECT_EQ(contents.positions[2].stance, Stance::undecided);
  EXPECT_EQ(contents.positions[2].review, (Review{Status::confirmed, "B. Reader"}));
  const auto log = bench.log();
  EXPECT_EQ(log.back().verb, "edit");
  EXPECT_EQ(log.back().why, "unclear");
  EXPECT_EQ(bench.trail("p3").history.size(), 1u);
}

TEST(Case, one_wrong_item_among_several_changes_none) {
  const kit::Folder folder;
  Workbench bench = example_case(folder / "c.entente");
  const std::string before = export_without_times(bench);
  EXPECT_EQ(failure_of([&] { bench.confirm({"p1", "p9999"}, {"A. Reader", ""}); }).kind,
            FailureKind::missing);
  EXPECT_EQ(export_without_times(bench), before);
}

TEST(Case, a_rejected_position_leaves_the_matrix_and_stays_in_the_case) {
  const kit::Folder folder;
  Workbench bench = example_case(folder / "c.entente");
  const Matrix before = bench.matrix();
  ASSERT_FALSE(before.cells.empty());
  const PositionId newest = before.cells.front().newest;
  bench.reject({newest.text()}, {"A. Reader", "misread"});
  for (const Cell& cell : bench.matrix().cells)
    EXPECT_EQ(std::find(cell.all.begin(), cell.all.end(), newest), cell.all.end());
  EXPECT_EQ(bench.contents().positions.at(newest.number - 1).review.status, Status::rejected);
}

TEST(Case, coverage_counts_what_rests_on_suggestions) {
  const kit::Folder folder;
  Workbench bench = example_case(folder / "c.entente");
  const Coverage before = bench.coverage();
  EXPECT_GT(before.sentences, before.coded_sentences);
  EXPECT_GT(before.coded_sentences, 0u);
  EXPECT_EQ(before.items, before.suggested_items);
  EXPECT_EQ(before.items, bench.contents().statements.size() + bench.contents().positions.size() +
                              bench.contents().meetings.size());
  bench.confirm({"m1"}, {"A. Reader", ""});
  bench.reject({"m2"}, {"A. Reader", "no meeting"});
  const Coverage after = bench.coverage();
  EXPECT_EQ(after.items, before.items - 1);
  EXPECT_EQ(after.suggested_items, before.suggested_items - 2);
}

TEST(Case, an_export_fills_a_new_case_with_the_same_and_one_line_in_the_log) {
  const kit::Folder folder;
  Workbench original = example_case(folder / "c.entente");
  original.confirm({"p1"}, {"A. Reader", ""});
  const auto file = folder.write("case.json", exchange::write_json(original.whole()));
  Workbench copy = Workbench::create(folder / "copy.entente", {}, source_share());
  copy.import(file, {"B. Reader", "moved"});
  exchange::Whole whole = copy.whole();
  ASSERT_EQ(whole.log.back().verb, "import");
  EXPECT_EQ(whole.log.back().item, "case.json");
  EXPECT_EQ(whole.log.back().who, "B. Reader");
  whole.log.pop_back();
  EXPECT_EQ(exchange::write_json(whole), kit::bytes_of(file));
  const Coverage of_copy = copy.coverage(), of_original = original.coverage();
  EXPECT_EQ(of_copy.sentences, of_original.sentences);
  EXPECT_EQ(of_copy.coded_sentences, of_original.coded_sentences);
}

TEST(Case, after_an_import_copies_and_repeats_are_still_known) {
  const kit::Folder folder;
  Workbench original = new_case(folder / "c.entente");
  original.add({{example() / "articles/01-northwater-talks-open.txt", {}}}, {{}, 1}, {});
  const auto file = folder.write("case.json", exchange::write_json(original.whole()));
  Workbench copy = Workbench::create(folder / "copy.entente", {}, source_share());
  copy.import(file, {"B. Reader", ""});
  EXPECT_EQ(copy.add({{example() / "articles/01-northwater-talks-open.txt", {}}}, {{}, 1}, {})
                .already_there.size(),
            1u);
  copy.add({{example() / "articles/02-harbour-post-talks-open.txt", {}}}, {{}, 1}, {});
  EXPECT_EQ(copy.contents().documents.at(1).same_account_as, DocumentId{1});
}

TEST(Case, an_import_into_a_case_that_holds_something_is_refused) {
  const kit::Folder folder;
  Workbench bench = example_case(folder / "c.entente");
  const auto file = folder.write("case.json", exchange::write_json(bench.whole()));
  const std::string before = export_without_times(bench);
  EXPECT_EQ(failure_of([&] { bench.import(file, {"B. Reader", ""}); }).kind, FailureKind::usage);
  EXPECT_EQ(export_without_times(bench), before);
}

TEST(Case, an_import_whose_quote_differs_from_its_text_is_refused) {
  const kit::Folder folder;
  Workbench bench = example_case(folder / "c.entente");
  exchange::Whole whole = bench.whole();
  whole.contents.positions.at(0).words += " indeed";
  const auto file = folder.write("forged.json", exchange::write_json(whole));
  Workbench copy = Workbench::create(folder / "copy.entente", {}, source_share());
  const Failure failure = failure_of([&] { copy.import(file, {"B. Reader", ""}); });
  EXPECT_EQ(failure.kind, FailureKind::bad_input);
  EXPECT_TRUE(kit::says(failure.sentence(), "forged.json"));
  EXPECT_TRUE(copy.contents().documents.empty());
}

TEST(Case, a_brief_names_its_title_and_the_program) {
  const kit::Folder folder;
  const std::string brief = example_case(folder / "c.entente").brief("Canal & locks");
  EXPECT_TRUE(kit::says(brief, "Canal &amp; locks"));
  EXPECT_TRUE(kit::says(brief, "entente "));
}

// 5 March 2031 is a Wednesday.
TEST(Case, a_document_dated_later_gives_the_days_of_its_meetings_and_of_what_was_said) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  bench.add({{"a.txt",
              "Talks report\n\nPrime Minister Ruvan Oskarrel of Meldria met President Adela "
              "Wyrick of "
              "Dorvane in Whitharbour on Monday.\n\n\"Meldria will not accept any limit on its "
              "army,\" Oskarrel said on Tuesday.\n"}},
            {{}, 1}, {});
  ASSERT_EQ(bench.contents().meetings.size(), 1u);
  ASSERT_FALSE(bench.contents().positions.empty());
  EXPECT_FALSE(bench.contents().meetings[0].when);

  bench.edit("d1", {{"date", "2031-03-05"}}, {"A. Reader", "as printed"});
  EXPECT_EQ(bench.contents().meetings[0].when, parse_date("2031-03-03"));
  EXPECT_EQ(bench.contents().positions[0].said, parse_date("2031-03-04"));
  EXPECT_EQ(bench.contents().positions[0].printed, parse_date("2031-03-05"));

  bench.edit("d1", {{"date", "2031-03-12"}}, {"A. Reader", "a week later"});
  EXPECT_EQ(bench.contents().meetings[0].when, parse_date("2031-03-10"));
  EXPECT_EQ(bench.contents().positions[0].said, parse_date("2031-03-11"));

  bench.edit("d1", {{"date", ""}}, {"A. Reader", "unknown after all"});
  EXPECT_FALSE(bench.contents().meetings[0].when);
  EXPECT_FALSE(bench.contents().positions[0].said);
}

TEST(Case, a_day_that_somebody_set_outlives_a_new_date_of_the_document) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  bench.add({{"a.txt",
              "Talks report\n\nPrime Minister Ruvan Oskarrel of Meldria met President Adela "
              "Wyrick of "
              "Dorvane in Whitharbour on Monday.\n"}},
            {{}, 1}, {});
  bench.edit("m1", {{"when", "2031-02-24"}}, {"A. Reader", "the Monday before"});
  bench.edit("d1", {{"date", "2031-03-05"}}, {"A. Reader", "as printed"});
  EXPECT_EQ(bench.contents().meetings.at(0).when, parse_date("2031-02-24"));
}

}  // namespace
}  // namespace entente
