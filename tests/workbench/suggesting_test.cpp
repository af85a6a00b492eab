// SPDX-License-Identifier: Apache-2.0
// Suggestions of a whole case: against the matcher that will read by their cues, and new cases made
// of articles alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "exchange/codebook_yaml.h"
#include "extract/positions.h"
#include "read/codebook.h"
#include "workbench/support.h"

namespace entente {
namespace {

Workbench without_issues(const kit::Folder& folder) {
  const auto codebook = folder.write("none.yaml", "name: none\nissues: []\n");
  Workbench bench = Workbench::create(
      folder / "a.entente", {codebook.string(), example() / "parties.yaml"}, source_share());
  bench.add({{example() / "articles", std::nullopt}}, {}, {});
  return bench;
}

std::set<std::size_t> issues_in(const extract::IssueMatcher& matcher, const std::string& utf8) {
  const std::u32string words = from_utf8(utf8);
  const text::Prose prose = text::read_prose(words, {});
  std::set<std::size_t> out;
  for (const auto& mark : matcher.find(prose).issues) out.insert(mark.issue);
  return out;
}

Codebook with(const Suggestions& found) {
  Codebook codebook;
  for (const SuggestedIssue& one : found.issues) codebook.issues.push_back(one.issue);
  return codebook;
}

class SuggestingFromArticles : public testing::Test {
 protected:
  kit::Folder folder;
  Workbench bench = without_issues(folder);
  Suggestions found = bench.suggestions();
};

TEST_F(SuggestingFromArticles, the_words_of_an_example_hold_a_cue_of_their_issue) {
  ASSERT_GE(found.issues.size(), 10u);
  const extract::IssueMatcher matcher(with(found));
  for (std::size_t i = 0; i < found.issues.size(); ++i)
    for (const Sample& one : found.issues[i].examples)
      EXPECT_TRUE(issues_in(matcher, one.words).contains(i))
          << found.issues[i].issue.label << ": " << one.words;
}

TEST_F(SuggestingFromArticles, what_is_left_over_holds_no_cue) {
  ASSERT_FALSE(found.left_over.empty());
  const extract::IssueMatcher matcher(with(found));
  for (StatementId id : found.left_over) {
    const Statement& one = bench.contents().statements.at(id.number - 1);
    EXPECT_TRUE(issues_in(matcher, one.words).empty()) << one.words;
  }
}

TEST_F(SuggestingFromArticles, samples_stand_in_the_documents) {
  for (const SuggestedIssue& issue : found.issues)
    for (const auto* samples : {&issue.examples, &issue.wordings})
      for (const Sample& one : *samples)
        EXPECT_EQ(slice_utf8(bench.document(one.at.document).text, one.at.span), one.words);
}

TEST_F(SuggestingFromArticles, the_same_case_suggests_the_same) {
  EXPECT_EQ(bench.suggestions(), found);
}

TEST_F(SuggestingFromArticles, the_codebook_written_is_the_codebook_read) {
  const std::string yaml = bench.suggested_codebook(found);
  const Codebook read = or_throw(read::read_codebook(yaml, "my.yaml"));
  ASSERT_EQ(read.issues.size(), found.issues.size());
  for (std::size_t i = 0; i < read.issues.size(); ++i) {
    EXPECT_EQ(read.issues[i].cues, found.issues[i].issue.cues);
    EXPECT_EQ(read.issues[i].label, found.issues[i].issue.label);
    EXPECT_TRUE(read.issues[i].description.starts_with("Suggested by entente"));
  }
  EXPECT_EQ(read.parties, bench.contents().codebook.parties);
}

TEST(Suggesting, a_statement_that_holds_a_cue_of_the_codebook_is_not_left_over) {
  kit::Folder folder;
  Workbench bench = new_case(folder / "a.entente");
  bench.add({{example() / "articles", std::nullopt}}, {}, {});
  const Suggestions found = bench.suggestions();
  const extract::IssueMatcher matcher(bench.contents().codebook);
  EXPECT_GT(found.fitting, found.statements / 2);
  for (StatementId id : found.left_over) {
    const Statement& one = bench.contents().statements.at(id.number - 1);
    EXPECT_TRUE(issues_in(matcher, one.words).empty()) << one.words;
    for (const Position& position : bench.contents().positions)
      EXPECT_NE(position.statement, std::optional(id));
  }
}

TEST(Suggesting, every_shipped_codebook_is_written_as_it_was_read) {
  for (const auto& file : std::filesystem::directory_iterator(source_share().codebooks)) {
    const Codebook codebook = or_throw(read::read_codebook_file(file.path()));
    const std::string yaml = exchange::write_codebook({codebook, {"one"}, {}, {}, {"last"}});
    EXPECT_EQ(or_throw(read::read_codebook(yaml, "again.yaml")), codebook) << file.path();
  }
}

TEST(Suggesting, a_remark_with_line_ends_stays_a_remark) {
  Codebook codebook;
  codebook.name = "x";
  const std::string yaml =
      exchange::write_codebook({codebook, {"one\nissues: [{id: stray}]"}, {}, {}, {}});
  EXPECT_EQ(or_throw(read::read_codebook(yaml, "x.yaml")), codebook);
}

Workbench::Started start(const kit::Folder& folder, const NewOptions& options,
                         const std::filesystem::path& from) {
  return Workbench::start_from(folder / "b.entente", options, {{from, std::nullopt}}, {},
                               source_share(), {});
}

TEST(StartingFrom, articles_alone_give_parties_issues_and_positions) {
  kit::Folder folder;
  const auto made = start(folder, {"", std::nullopt}, example() / "articles");
  std::set<std::string> parties;
  for (const Party& one : made.bench.contents().codebook.parties) parties.insert(one.name);
  for (const char* party : {"Meldria", "Dorvane", "Skarrow", "Nemoria", "Inland Sea Compact"})
    EXPECT_TRUE(parties.contains(party)) << party;
  EXPECT_EQ(made.added.added.size(), 13u);
  EXPECT_GT(made.added.positions, 50u);
  EXPECT_EQ(made.bench.contents().codebook.issues.size(), made.suggestions.issues.size());
  for (const SuggestedIssue& issue : made.suggestions.issues)
    for (const std::string party : {"Meldria", "Dorvane", "Nemoria"})
      EXPECT_NE(issue.issue.label, party);
}

TEST(StartingFrom, a_host_in_a_transcript_is_no_party_of_whom_nothing_is_heard) {
  kit::Folder folder;
  std::filesystem::create_directory(folder / "talks");
  folder.write(
      "talks/a.txt",
      "Title: Ferries and fares\n"
      "Outlet: Radio Fenwick\n"
      "Date: 2031-03-03\n"
      "Language: en\n"
      "\n"
      "LENA VARK, HOST: Odo Brem, you are back from Harrow. Will the ferry run on Sundays?\n"
      "\n"
      "ODO BREM: The transport minister of Sellin will not object when Harrow pays for the ferry "
      "crews.\n"
      "\n"
      "VARK: Harrow wants cameras on every ferry.\n"
      "\n"
      "BREM: We will not have cameras on the ferry.\n"
      "\n"
      "VARK: You set your own fares two years ago.\n"
      "\n"
      "BREM: We are ready to talk about the fares.\n");
  folder.write(
      "talks/b.txt",
      "Sellin's transport minister, Odo Brem, said on Tuesday that the ferry would not run on "
      "Sundays. Harrow's harbour minister, Ila Stane, said that Harrow wanted lower fares. Stane, "
      "the harbour minister of Harrow, said the ferry crews were too few. \"The crews of Harrow "
      "are paid,\" said Sellin's transport minister, Odo Brem.\n");
  const auto made = start(folder, {"", std::nullopt}, folder / "talks");
  const Case& contents = made.bench.contents();
  std::set<std::string> parties;
  for (const Party& one : contents.codebook.parties) parties.insert(one.name);
  EXPECT_EQ(parties, (std::set<std::string>{"Harrow", "Sellin"}));
  EXPECT_TRUE(std::any_of(contents.statements.begin(), contents.statements.end(),
                          [](const Statement& one) { return one.speaker == "VARK"; }));
  for (const SuggestedParty& one : made.suggestions.parties)
    EXPECT_TRUE(one.person || parties.contains(one.party.name)) << one.party.name;
}

TEST(StartingFrom, the_issues_of_a_codebook_that_is_named_stay_and_others_are_added) {
  kit::Folder folder;
  const auto codebook =
      folder.write("one.yaml", "name: one\nissues:\n  - id: prisoners\n    cues: [prisoner*]\n");
  const auto made =
      start(folder, {codebook.string(), example() / "parties.yaml"}, example() / "articles");
  const auto& issues = made.bench.contents().codebook.issues;
  ASSERT_GT(issues.size(), 5u);
  EXPECT_EQ(issues.front().id, "prisoners");
  for (std::size_t i = 1; i < issues.size(); ++i)
    EXPECT_EQ(std::count(issues[i].cues.begin(), issues[i].cues.end(), "prisoner*"), 0);
  EXPECT_EQ(made.bench.contents().codebook.parties.size(), 6u);
}

TEST(StartingFrom, a_folder_without_an_article_makes_no_case) {
  kit::Folder folder;
  std::filesystem::create_directory(folder / "nothing");
  const Failure failure =
      failure_of([&] { start(folder, {"", std::nullopt}, folder / "nothing"); });
  EXPECT_EQ(failure.kind, FailureKind::bad_input);
  EXPECT_FALSE(std::filesystem::exists(folder / "b.entente"));
}

TEST(StartingFrom, a_case_that_is_there_already_is_left_alone) {
  kit::Folder folder;
  {
    new_case(folder / "b.entente");
  }
  const std::string before = kit::bytes_of(folder / "b.entente");
  const Failure failure =
      failure_of([&] { start(folder, {"", std::nullopt}, example() / "articles"); });
  EXPECT_EQ(failure.kind, FailureKind::usage);
  EXPECT_EQ(kit::bytes_of(folder / "b.entente"), before);
}

TEST(StartingFrom, stopped_at_any_time_leaves_no_case) {
  for (int stop_at = 0; stop_at < 8; ++stop_at) {
    kit::Folder folder;
    std::stop_source source;
    int calls = 0;
    const auto count = [&] {
      if (calls++ >= stop_at) source.request_stop();
    };
    Progress progress{[&](auto, auto) { count(); }, source.get_token(),
                      [&](auto, auto, auto) { count(); }};
    const Failure failure = failure_of([&] {
      Workbench::start_from(folder / "b.entente", {"", std::nullopt},
                            {{example() / "articles", std::nullopt}}, {}, source_share(), progress);
      throw Failed({FailureKind::interrupted, "went through", ""});
    });
    EXPECT_EQ(failure.kind, FailureKind::interrupted);
    if (failure.what == "went through") return;
    EXPECT_FALSE(std::filesystem::exists(folder / "b.entente")) << stop_at;
  }
}

TEST(StartingFrom, nonsense_makes_a_case_without_issues) {
  kit::Folder folder;
  std::string nonsense;
  for (unsigned i = 0, seed = 7; i < 60'000; ++i) {
    seed = seed * 1'103'515'245 + 12'345;
    nonsense += " abcdefgh ijklmno prstuvw,.\"'ABCD\n"[(seed >> 16) % 34];
  }
  const auto article = folder.write("in/nonsense.txt", nonsense);
  const auto made = start(folder, {"", std::nullopt}, article);
  EXPECT_EQ(made.added.added.size(), 1u);
  EXPECT_TRUE(made.suggestions.issues.empty());
}

}  // namespace
}  // namespace entente
