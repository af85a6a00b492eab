// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "kit/says.h"
#include "support.h"

namespace entente {
namespace {

std::vector<Input> articles(int first, int last) {
  std::vector<Input> inputs;
  for (int i = first; i <= last; ++i)
    inputs.push_back({"article" + std::to_string(i) + ".txt", article(i)});
  return inputs;
}

AddReport add(Workbench& bench, const std::vector<Input>& inputs, unsigned threads = 1) {
  return bench.add(inputs, {{}, threads}, {});
}

TEST(Add, the_result_is_the_same_for_any_number_of_threads) {
  const kit::Folder folder;
  std::string of_one;
  for (unsigned threads : {1u, 4u, 0u}) {
    Workbench bench = new_case(folder / (std::to_string(threads) + ".entente"));
    add(bench, {{example() / "articles", {}}}, threads);
    add(bench, articles(1, 150), threads);
    const std::string all = export_without_times(bench);
    if (of_one.empty()) of_one = all;
    ASSERT_EQ(all, of_one) << threads;
  }
  EXPECT_GT(of_one.size(), 100000u);
}

TEST(Add, everything_the_program_codes_is_suggested_and_signed_with_its_version) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  add(bench, {{example() / "articles", {}}});
  const Case contents = bench.contents();
  const auto signed_by_program = [](const auto& item) {
    return item.review.status == Status::suggested && item.review.by.starts_with("entente ") &&
           item.review.by.size() > 8;
  };
  EXPECT_FALSE(contents.statements.empty());
  EXPECT_FALSE(contents.positions.empty());
  EXPECT_FALSE(contents.people.empty());
  EXPECT_TRUE(
      std::all_of(contents.statements.begin(), contents.statements.end(), signed_by_program));
  EXPECT_TRUE(std::all_of(contents.positions.begin(), contents.positions.end(), signed_by_program));
  EXPECT_TRUE(std::all_of(contents.meetings.begin(), contents.meetings.end(), signed_by_program));
  EXPECT_TRUE(std::all_of(contents.clauses.begin(), contents.clauses.end(), signed_by_program));
  EXPECT_TRUE(std::all_of(contents.people.begin(), contents.people.end(), signed_by_program));
}

TEST(Add, every_item_leads_back_to_an_unchanged_sentence) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  add(bench, {{example() / "articles", {}}});
  const Case contents = bench.contents();
  const auto follow = [&](const auto& items) {
    for (const auto& item : items) {
      const Trail trail = bench.trail(item.id.text());
      EXPECT_TRUE(trail.unchanged) << item.id.text();
      EXPECT_FALSE(trail.passages.empty()) << item.id.text();
    }
  };
  follow(contents.positions);
  follow(contents.statements);
  follow(contents.meetings);
  follow(contents.clauses);
  follow(contents.people);
}

TEST(Add, a_file_whose_bytes_are_there_is_left_alone) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  add(bench, articles(1, 3));
  const std::string before = export_without_times(bench);
  const AddReport again =
      add(bench, {{"article2.txt", article(2)}, {"other name.txt", article(3)}});
  EXPECT_TRUE(again.added.empty());
  EXPECT_EQ(again.already_there, (std::vector<std::string>{"article2.txt", "other name.txt"}));
  EXPECT_EQ(export_without_times(bench), before);
}

TEST(Add, two_files_of_one_call_with_the_same_bytes_are_one_document) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  const AddReport report = add(bench, {{"a.txt", article(1)}, {"b.txt", article(1)}});
  EXPECT_EQ(report.added.size(), 1u);
  EXPECT_EQ(report.already_there, std::vector<std::string>{"b.txt"});
}

TEST(Add, other_bytes_under_a_name_that_is_taken_get_a_number) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  add(bench, {{"x/a.txt", article(1)}, {"y/a.txt", article(2)}, {"a.txt (2)", article(3)}});
  add(bench, {{"z/a.txt", article(4)}});
  std::vector<std::string> names;
  for (const DocumentCard& card : bench.contents().documents) names.push_back(card.name);
  EXPECT_EQ(names, (std::vector<std::string>{"a.txt", "a.txt (2)", "a.txt (2) (2)", "a.txt (3)"}));
}

TEST(Add, one_bad_file_among_many_is_refused_with_its_reason_and_the_others_are_added) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  const AddReport report =
      add(bench, {{"a.txt", article(1)}, {"empty.txt", ""}, {"b.txt", article(2)}});
  EXPECT_EQ(report.added.size(), 2u);
  ASSERT_EQ(report.refused.size(), 1u);
  EXPECT_EQ(report.refused[0].kind, FailureKind::bad_input);
  EXPECT_TRUE(kit::says(report.refused[0].sentence(), "empty.txt"));
}

TEST(Add, a_file_that_is_refused_alone_changes_nothing) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  const std::string before = export_without_times(bench);
  EXPECT_EQ(add(bench, {{"zero.bin", std::string(400, '\0')}}).refused.size(), 1u);
  EXPECT_EQ(export_without_times(bench), before);
}

TEST(Add, a_wire_report_printed_twice_points_to_its_first_print_across_calls) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  add(bench, {{example() / "articles/01-northwater-talks-open.txt", {}}});
  add(bench, articles(1, 2));
  add(bench, {{example() / "articles/02-harbour-post-talks-open.txt", {}}});
  EXPECT_EQ(bench.contents().documents.at(3).same_account_as, DocumentId{1});
}

TEST(Add, what_the_user_says_of_a_file_goes_before_what_it_says_itself) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  bench.add({{example() / "articles/01-northwater-talks-open.txt", {}}},
            {{parse_date("2031-01-02"), "Own Wire", "en", "Own title"}, 1}, {});
  const DocumentCard card = bench.contents().documents.at(0);
  EXPECT_EQ(card.date, parse_date("2031-01-02"));
  EXPECT_EQ(card.outlet, "Own Wire");
  EXPECT_EQ(card.title, "Own title");
}

TEST(Add,
     stopped_between_two_batches_it_keeps_what_it_has_and_a_second_call_gives_the_same_as_one_run) {
  const kit::Folder folder;
  const auto inputs = articles(1, 200);
  Workbench whole = new_case(folder / "whole.entente");
  add(whole, inputs);

  Workbench cut = new_case(folder / "cut.entente");
  std::stop_source stop;
  const Progress progress{[&](std::size_t done, std::size_t) {
                            if (done >= 64) stop.request_stop();
                          },
                          stop.get_token()};
  const Failure failure = failure_of([&] { cut.add(inputs, {{}, 1}, progress); });
  EXPECT_EQ(failure.kind, FailureKind::interrupted);
  EXPECT_TRUE(kit::says(failure.sentence(), "64 of 200"));
  EXPECT_EQ(cut.contents().documents.size(), 64u);
  EXPECT_EQ(add(cut, inputs).already_there.size(), 64u);
  EXPECT_EQ(export_without_times(cut), export_without_times(whole));
}

TEST(Add, progress_counts_up_to_the_number_of_files) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  std::vector<std::pair<std::size_t, std::size_t>> seen;
  bench.add(articles(1, 70), {{}, 1},
            {[&](std::size_t done, std::size_t total) { seen.emplace_back(done, total); }, {}});
  EXPECT_EQ(seen, (std::vector<std::pair<std::size_t, std::size_t>>{{0, 70}, {64, 70}, {70, 70}}));
}

std::string naming(const std::string& person) {
  return "Meldria will not accept the limit, " + person + " said on Monday.\n";
}

TEST(Add, a_person_named_in_full_only_in_the_last_of_130_files_is_known_in_the_first) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  std::vector<Input> inputs = articles(1, 130);
  inputs.front().bytes = "Talks\n\nThe limit cannot stand, Quennick said on Monday.\n";
  inputs.back().bytes =
      "Talks end\n\nForeign Minister Orla Quennick of Dorvane said on Friday that Dorvane rejects "
      "the limit on its army.\n";
  add(bench, inputs);
  const Case contents = bench.contents();
  ASSERT_FALSE(contents.statements.empty());
  EXPECT_EQ(contents.statements[0].document, DocumentId{1});
  EXPECT_EQ(contents.statements[0].speaker, "Orla Quennick");
}

TEST(Add, a_person_known_from_files_that_a_stop_left_out_has_no_places_in_them) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  std::vector<Input> inputs = articles(1, 130);
  inputs.back().bytes = naming("Foreign Minister Orla Quennick of Dorvane");
  std::stop_source stop;
  const Progress progress{[&](std::size_t done, std::size_t) {
                            if (done >= 64) stop.request_stop();
                          },
                          stop.get_token()};
  failure_of([&] { bench.add(inputs, {{}, 1}, progress); });
  const Case contents = bench.contents();
  ASSERT_EQ(contents.documents.size(), 64u);
  for (const Person& person : contents.people)
    for (const Evidence& evidence : person.evidence) EXPECT_LE(evidence.document.number, 64u);
}

TEST(Add, what_is_not_in_english_is_kept_and_not_read) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  std::string greek;
  for (int i = 0; i < 20; ++i) greek += "Η κυβέρνηση δεν δέχεται τους όρους. ";
  AddReport report = add(bench, {{"a.txt", article(1)}, {"b.txt", greek}});
  EXPECT_EQ(report.not_read, std::vector<DocumentId>{{2}});
  EXPECT_EQ(report.names.at({2}), "b.txt");
  report = bench.add({{"c.txt", article(2)}}, {{{}, "", "fr", ""}, 1}, {});
  EXPECT_EQ(report.not_read, std::vector<DocumentId>{{3}});
  EXPECT_EQ(report.statements, 0u);
  EXPECT_EQ(bench.contents().documents.at(1).language, "und");
  for (const Statement& statement : bench.contents().statements)
    EXPECT_EQ(statement.document, DocumentId{1});
  EXPECT_FALSE(bench.contents().statements.empty());
}

TEST(Add, a_text_of_hardly_any_letters_is_named) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  const AddReport report = add(bench, {{"a.txt", "Log in 1 2 3\n"}, {"b.txt", article(1)}});
  EXPECT_EQ(report.scant, std::vector<DocumentId>{{1}});
}

TEST(Add, characters_that_cannot_be_read_are_counted) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  using namespace std::string_literals;
  const AddReport report =
      add(bench, {{"mark.txt", "\xEF\xBB\xBFThe talks \xFF went on in the old town hall.\n"},
                  {"lone.txt",
                   "\xFF\xFEt\0h\0e\0 \0t\0a\0l\0k\0s\0 \0o\0f\0 \0t\0h\0e\0 \0t\0o\0w\0n\0s\0 \0"
                   "e\0n\0d\0\x00\xD8 \0.\0"s},
                  {"odd.txt",
                   "\xFF\xFEt\0h\0e\0 \0t\0a\0l\0k\0s\0 \0o\0f\0 \0t\0h\0e\0 \0t\0o\0w\0n\0s\0 \0"
                   "f\0a\0i\0l\0."s},
                  {"nul.txt", "The talks \0 went \0 on in the old town hall of Dorvane.\n"s},
                  {"good.txt", article(1)}});
  ASSERT_EQ(report.added.size(), 5u);
  EXPECT_EQ(report.unreadable,
            (std::map<DocumentId, std::size_t>{{{1}, 1}, {{2}, 1}, {{3}, 1}, {{4}, 2}}));
  EXPECT_EQ(report.names.at({1}), "mark.txt");
}

TEST(Add, a_source_without_a_date_has_that_of_its_copy_in_whatever_order_they_come) {
  const kit::Folder folder;
  const std::string text = "Talks in Whitharbour\n\n" + article(3) + article(4);
  const Input undated{"undated.txt", text}, dated{"dated.txt", "Date: 2031-03-05\n\n" + text};
  const auto days = [&](const std::string& name, const std::vector<Input>& inputs) {
    Workbench bench = new_case(folder / name);
    add(bench, inputs);
    std::vector<std::optional<Date>> printed;
    const Case contents = bench.contents();
    EXPECT_EQ(contents.documents.at(1).same_account_as, DocumentId{1});
    EXPECT_EQ(contents.documents.at(0).date, parse_date("2031-03-05"));
    for (const Position& position : contents.positions)
      if (position.document == DocumentId{1}) printed.push_back(position.printed);
    EXPECT_FALSE(printed.empty());
    return printed;
  };
  EXPECT_EQ(days("one.entente", {undated, dated}), days("two.entente", {dated, undated}));
}

TEST(Add, a_dated_copy_of_an_undated_document_of_the_case_is_told) {
  const kit::Folder folder;
  const std::string text = "Talks in Whitharbour\n\n" + article(3) + article(4);
  Workbench bench = new_case(folder / "c.entente");
  add(bench, {{"undated.txt", text}});
  const AddReport report = add(bench, {{"dated.txt", "Date: 2031-03-05\n\n" + text}});
  EXPECT_EQ(report.dated_by_copy, (std::map<DocumentId, Date>{{{1}, *parse_date("2031-03-05")}}));
  EXPECT_FALSE(bench.contents().documents.at(0).date);
}

TEST(Add, looking_for_the_people_tells_how_far_it_is) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  std::vector<std::size_t> seen;
  const Progress progress{{}, {}, [&](std::string_view doing, std::size_t done, std::size_t total) {
                            EXPECT_EQ(doing, "looking who is named");
                            EXPECT_EQ(total, 70u);
                            seen.push_back(done);
                          }};
  bench.add(articles(1, 70), {{}, 1}, progress);
  EXPECT_EQ(seen.size(), 71u);
  EXPECT_EQ(seen.back(), 70u);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST(Add, a_file_that_is_there_is_named_by_its_id) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  add(bench, articles(1, 3));
  EXPECT_EQ(add(bench, {{"other.txt", article(2)}}).there_as, std::vector<DocumentId>{{2}});
}

// ---- a party that a later text tells

constexpr const char* without_party =
    "Talks go on\n\nMeldria will take part, officials said.\n\nOdan Brell said on Monday that the "
    "ceasefire had to hold. \"We will not accept a truce without monitors,\" Brell said.\n";
constexpr const char* with_party =
    "Envoy arrives\n\nDorvane's chief negotiator, Odan Brell of Dorvane, arrived in Whitharbour on "
    "Tuesday. Dorvane's negotiator Odan Brell said that prisoners would be freed.\n";

std::vector<std::string> parties_of_brell(const Case& contents) {
  std::vector<std::string> parties;
  for (const Statement& statement : contents.statements)
    if (statement.document == DocumentId{1} && statement.speaker == "Odan Brell")
      parties.push_back(statement.party);
  return parties;
}

TEST(Add, what_was_said_before_follows_when_a_later_text_tells_the_speakers_party) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  add(bench, {{"one.txt", without_party}});
  const auto before = parties_of_brell(bench.contents());
  ASSERT_GE(before.size(), 2u);
  ASSERT_EQ(before, std::vector<std::string>(before.size(), ""));
  add(bench, {{"two.txt", with_party}});
  EXPECT_EQ(parties_of_brell(bench.contents()), std::vector<std::string>(before.size(), "Dorvane"));
  const std::vector<LogEntry> log = bench.whole().log;
  EXPECT_TRUE(std::any_of(log.begin(), log.end(), [](const LogEntry& entry) {
    return entry.verb == "edit" && entry.who.starts_with("entente ") &&
           entry.why == "told by a text added since";
  }));
}

TEST(Add, a_statement_that_somebody_looked_at_stays_as_it_is) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "c.entente");
  add(bench, {{"one.txt", without_party}});
  const Case contents = bench.contents();
  const auto said = std::find_if(contents.statements.begin(), contents.statements.end(),
                                 [](const Statement& one) { return one.speaker == "Odan Brell"; });
  ASSERT_NE(said, contents.statements.end());
  bench.confirm({said->id.text()}, {"A. Reader", ""});
  add(bench, {{"two.txt", with_party}});
  const auto after = parties_of_brell(bench.contents());
  EXPECT_EQ(std::count(after.begin(), after.end(), ""), 1);
  EXPECT_EQ(std::count(after.begin(), after.end(), "Dorvane"),
            static_cast<std::ptrdiff_t>(after.size()) - 1);
}

}  // namespace
}  // namespace entente
