// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

std::vector<Clause> clauses(const std::string& text) { return kit::extracted(text).clauses; }

TEST(Clauses, a_numbered_line_under_a_draft_is_a_clause) {
  const auto found = clauses(
      "The draft has two articles.\n\nArticle 1. The parties shall observe a complete "
      "ceasefire.\n\n"
      "Article 2. All prisoners of war shall be released.");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].number, "Article 1");
  EXPECT_EQ(found[0].draft, "The draft");
  EXPECT_EQ(found[0].issue, "ceasefire");
  EXPECT_EQ(found[0].words, "The parties shall observe a complete ceasefire.");
  EXPECT_EQ(found[1].issue, "prisoners");
  EXPECT_EQ(found[1].option, (OptionRange{"all_released", "all_released"}));
}

TEST(Clauses, a_list_of_a_draft_that_counts_on_from_one_has_a_clause_in_each_item) {
  const auto found = clauses(
      "The draft has two points.\n\n1. The parties shall observe a complete ceasefire.\n\n"
      "2) All prisoners of war shall be released.\n\n4. The sanctions are lifted.");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].number, "1");
  EXPECT_EQ(found[0].issue, "ceasefire");
  EXPECT_EQ(found[1].number, "2");
  EXPECT_EQ(found[1].words, "All prisoners of war shall be released.");
}

TEST(Clauses, a_list_without_a_draft_before_it_has_none) {
  EXPECT_TRUE(clauses("Read also:\n\n1. The ceasefire holds.\n\n2. Sanctions lifted.").empty());
}

TEST(Clauses, what_a_draft_would_do_is_a_clause_for_each_thing) {
  const auto found = clauses(
      "The draft would halt the fighting, lift the sanctions and bring foreign troops to the "
      "locks.");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].issue, "ceasefire");
  EXPECT_EQ(found[1].issue, "sanctions");
  EXPECT_EQ(found[2].issue, "security_guarantees");
}

TEST(Clauses, under_a_draft_and_article_of_a_draft) {
  const auto under = clauses("Under the draft, sanctions would be lifted.");
  ASSERT_EQ(under.size(), 1u);
  EXPECT_EQ(under[0].option, (OptionRange{"lifted", "lifted"}));
  const auto article = clauses("Article 3 of the draft would lift the sanctions.");
  ASSERT_EQ(article.size(), 1u);
  EXPECT_EQ(article[0].number, "Article 3");
}

TEST(Clauses, a_negated_end_of_a_scale_is_its_other_end) {
  const auto found = clauses("Under the draft, Avaria would not join the alliance.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].issue, "alliance_membership");
  EXPECT_EQ(found[0].option, (OptionRange{"excluded", "excluded"}));
}

TEST(Clauses, an_article_of_a_charter_is_no_clause) {
  EXPECT_TRUE(
      clauses(
          "Article 5 of the charter obliges members to defend a member. The plan was a surprise.")
          .empty());
}

TEST(Clauses, evidence_is_the_text_at_its_place) {
  const std::string text = "The “draft” is long.\n\nThe draft would lift the sanctions.";
  const auto found = clauses(text);
  EXPECT_EQ(found.size(), 1u);
  for (const Clause& clause : found)
    EXPECT_EQ(slice_utf8(from_utf8(text), clause.evidence), clause.words);
}

}  // namespace
}  // namespace entente::extract
