// SPDX-License-Identifier: Apache-2.0
// `entente deals CASE` and `entente check` as a user meets them, on the shipped example.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "flow/expect.h"

namespace entente::flow {
namespace {

using kit::says;
using nlohmann::json;

class WordsVerbs : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = new kit::Folder;
    example_case(*folder / "talks.entente");
  }
  static void TearDownTestSuite() {
    delete folder;
    folder = nullptr;
  }

  static std::string file() { return (*folder / "talks.entente").string(); }
  static json found(Words words) {
    words.insert(words.end(), {"--format", "json"});
    const Ran ran = run(words);
    expect_done(ran);
    return json::parse(ran.out);
  }
  static json answer(const json& check, const std::string& clause, const std::string& party) {
    for (const json& one : check.at("clauses"))
      if (one.at("name") == clause)
        for (const json& word : one.at("answers"))
          if (word.at("party") == party) return word;
    ADD_FAILURE() << "no answer of " << party << " to " << clause;
    return {};
  }

  static inline kit::Folder* folder = nullptr;
};

TEST_F(WordsVerbs, deals_tells_what_the_words_make_possible_and_who_stands_in_the_way) {
  const Ran ran = run({"deals", file()});
  expect_done(ran);
  EXPECT_TRUE(
      says(ran.out, "A deal needs the yes of Meldria, Dorvane, Nemoria and Inland Sea Compact."));
  EXPECT_TRUE(says(ran.out, "Not as things stand"));
  EXPECT_TRUE(says(ran.out, "Foreign troops at the Upper Locks are a red line for Dorvane"));
  EXPECT_TRUE(says(
      ran.out,
      "War crimes and accountability: every option inside the red lines has a word against it."));
  EXPECT_TRUE(says(ran.out, "Not placed, since the codebook gives no options: "));
}

TEST_F(WordsVerbs, deals_gives_every_key_of_the_format) {
  const json all = found({"deals", file()});
  for (const char* key :
       {"deal", "packages", "inside_red_lines", "unopposed", "accepted", "parties", "bars",
        "nearest", "pivots", "issues", "without_options", "unspoken", "unplaced_red_lines"})
    EXPECT_TRUE(all.contains(key)) << key;
  EXPECT_EQ(all["deal"], "opposed");
  EXPECT_EQ(all["accepted"], 0);
  EXPECT_EQ(all["parties"][0]["needed"], true);
}

TEST_F(WordsVerbs, check_says_no_to_a_draft_that_crosses_a_red_line_with_sentence_and_date) {
  for (const char* name : {"d11", "11-alwen-courier-draft.txt", "the four-page paper", "c6"}) {
    const Ran ran = run({"check", file(), name});
    expect_done(ran);
    EXPECT_TRUE(says(ran.out, "No: Article 4 crosses a red line of Dorvane."));
    EXPECT_TRUE(says(ran.out, "(Ruvan Oskarrel, 2031-03-03, p2 ?)"));
  }
}

TEST_F(WordsVerbs, check_gives_every_key_of_the_format) {
  const json all = found({"check", file(), "d11"});
  for (const char* key : {"draft", "outcome", "words", "parties", "clauses", "balance", "gets_all",
                          "gives_way", "one_sided"})
    EXPECT_TRUE(all.contains(key)) << key;
  EXPECT_EQ(all["outcome"], "crosses_a_red_line");
  const json line = answer(all, "Article 4", "Dorvane");
  EXPECT_EQ(line["answer"], "red_line");
  EXPECT_EQ(line["bearing"], "crossed");
  EXPECT_EQ(line["position"]["date"], "2031-03-03");
}

TEST_F(WordsVerbs, a_package_from_a_file_is_held_against_the_same_words) {
  const auto package =
      folder->write("package.yaml",
                    "# as of today\n- Prisoners and the missing: all_released\n"
                    "security_guarantees: \"Forces of guarantors stand in the country\"\n"
                    "sanctions: lifted..eased  # to be settled\n");
  const json all = found({"check", file(), package.string()});
  EXPECT_EQ(all["outcome"], "crosses_a_red_line");
  EXPECT_EQ(all["clauses"].size(), 3u);
  EXPECT_EQ(answer(all, "clause 1", "Dorvane")["answer"], "accepts");
  EXPECT_EQ(answer(all, "clause 2", "Dorvane")["answer"], "red_line");
  EXPECT_EQ(answer(all, "clause 3", "Dorvane")["why"], "clause");
  EXPECT_TRUE(all["clauses"][0]["id"].is_null());
}

TEST_F(WordsVerbs, a_text_with_articles_is_read_as_the_drafts_of_documents_are) {
  const auto text =
      folder->write("draft.txt",
                    "The lake paper\n\nArticle 1. All prisoners of war shall be released at "
                    "once.\n\nArticle 2. Peacekeepers shall be stationed at the locks as part of "
                    "the security guarantees.\n");
  const json all = found({"check", file(), text.string()});
  EXPECT_EQ(all["draft"], "draft.txt");
  EXPECT_EQ(answer(all, "Article 1", "Dorvane")["answer"], "accepts");
  EXPECT_EQ(answer(all, "Article 2", "Dorvane")["answer"], "red_line");
}

TEST_F(WordsVerbs, a_draft_on_which_one_gets_all_and_another_gives_way_is_called_so) {
  const std::string known = (*folder / "known.entente").string();
  std::filesystem::copy_file(file(), known);
  expect_done(run({"confirm", known, "w6", "--who", "A. Reader"}));
  const auto package = folder->write(
      "one-sided.yaml", "accountability: international_court\nprisoners: all_released\n");
  EXPECT_TRUE(says(run({"check", known, package.string()}).out,
                   "Meldria gets everything that it asked for in these clauses (1 of 1);"));
  const auto other = folder->write("other.yaml", "accountability: inquiry\nsanctions: lifted\n");
  EXPECT_TRUE(says(run({"check", known, other.string()}).out,
                   "Dorvane gets everything that it asked for in these clauses (1 of 1);"));
}

TEST_F(WordsVerbs, a_guess_counts_once_a_person_confirms_who_the_speaker_is) {
  const std::string known = (*folder / "guess.entente").string();
  std::filesystem::copy_file(file(), known);
  const auto word = [&] { return answer(found({"check", known, "d11"}), "Article 1", "Meldria"); };
  EXPECT_EQ(word()["why"], "guessed");
  EXPECT_TRUE(says(run({"check", known, "d11"}).out, "once a person confirms w6, it counts"));
  expect_done(run({"confirm", known, "w6", "--who", "A. Reader"}));
  EXPECT_EQ(word()["answer"], "conditional");
  EXPECT_EQ(word()["condition"], "if Dorvane wishes it");
}

TEST_F(WordsVerbs, check_refuses_what_names_no_draft_and_says_what_there_is) {
  expect_refused(run({"check", file(), "d1"}), FailureKind::missing, "d1");
  expect_refused(run({"check", file(), "no-such-draft"}), FailureKind::missing,
                 "The four-page paper");
  const auto bad = folder->write("bad.yaml", "ceasefire: unconditional\nfish: none\n");
  expect_refused(run({"check", file(), bad.string()}), FailureKind::bad_input, "bad.yaml:2");
  const auto option = folder->write("option.yaml", "ceasefire: tomorrow\n");
  expect_refused(run({"check", file(), option.string()}), FailureKind::bad_input,
                 "after_settlement");
  const auto prose = folder->write("prose.txt", "Nothing here is an article of anything.\n");
  expect_refused(run({"check", file(), prose.string()}), FailureKind::bad_input, "prose.txt");
}

TEST_F(WordsVerbs, deals_writes_a_scenario_with_the_sentence_behind_each_entry) {
  const auto yaml = *folder / "talks.deal.yaml";
  const Ran ran = run({"deals", file(), "--model", "-o", yaml.string()});
  expect_done(ran);
  EXPECT_EQ(ran.out, "wrote " + yaml.string() + "\n");
  const std::string text = kit::bytes_of(yaml);
  EXPECT_TRUE(says(text, "Foreign troops at the Upper Locks are a red line for Dorvane"));
  EXPECT_TRUE(says(text, "[0.5, 1]"));
  EXPECT_EQ(run({"deals", file(), "--model"}).out, text);
  expect_done(run({"deals", yaml.string(), "--case", file(), "--format", "json"}));
}

TEST_F(WordsVerbs, what_goes_with_a_scenario_in_numbers_is_refused_for_a_case) {
  expect_refused(run({"deals", file(), "--packages"}), FailureKind::usage, "--packages");
  expect_refused(run({"deals", (source() / "examples/orchard").string(), "--model"}),
                 FailureKind::usage, "orchard");
}

TEST_F(WordsVerbs, a_case_without_positions_has_nothing_to_put_together) {
  const std::string empty = (*folder / "empty.entente").string();
  expect_done(run({"new", empty}));
  const Ran ran = run({"deals", empty});
  expect_done(ran);
  EXPECT_TRUE(says(ran.out, "Not known: nobody has spoken of an issue that has options."));
  EXPECT_EQ(found({"deals", empty})["deal"], "unknown");
}

TEST_F(WordsVerbs, the_brief_holds_each_draft_against_what_the_parties_have_said) {
  const auto page = *folder / "brief.html";
  expect_done(run({"brief", file(), "-o", page.string()}));
  const std::string html = kit::bytes_of(page);
  EXPECT_TRUE(says(html, "Would they pass?"));
  EXPECT_TRUE(says(html, "No: Article 4 crosses a red line of Dorvane."));
}

}  // namespace
}  // namespace entente::flow
