// SPDX-License-Identifier: Apache-2.0
#include "extract/corrections.h"

#include <gtest/gtest.h>

namespace entente::extract {
namespace {

JudgedCoding judged(std::uint32_t document, std::string coded, std::string right,
                    std::vector<std::string> signs) {
  return {DocumentId{document}, std::move(coded), std::move(right), std::move(signs)};
}

// In each document one coding with the misleading sign and one without.
std::vector<JudgedCoding> with_a_misleading_word(std::uint32_t documents) {
  std::vector<JudgedCoding> all;
  for (std::uint32_t d = 1; d <= documents; ++d) {
    all.push_back(judged(d, "territory", "aid", {"corridor", "w" + std::to_string(d)}));
    all.push_back(judged(d, "territory", "territory", {"border", "v" + std::to_string(d)}));
  }
  return all;
}

TEST(Corrections, learn_a_word_that_misleads_and_tell_how_often) {
  const Corrections learned(with_a_misleading_word(5));
  const auto found = learned.of("territory", {"corridor", "new"});
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, (Correction{"aid", "corridor", 5, 5}));
  EXPECT_EQ(learned.changed(), 5u);
  EXPECT_EQ(learned.mended(), 5u);
}

TEST(Corrections, leave_other_codings_and_other_words_alone) {
  const Corrections learned(with_a_misleading_word(5));
  EXPECT_FALSE(learned.of("territory", {"border"}));
  EXPECT_FALSE(learned.of("ceasefire", {"corridor"}));
}

TEST(Corrections, what_was_corrected_in_one_document_only_teaches_nothing) {
  std::vector<JudgedCoding> all;
  for (int i = 0; i < 6; ++i) all.push_back(judged(1, "territory", "aid", {"corridor"}));
  for (std::uint32_t d = 2; d < 6; ++d) all.push_back(judged(d, "aid", "aid", {"convoy"}));
  EXPECT_TRUE(Corrections(all).empty());
}

TEST(Corrections, a_word_that_misleads_as_often_as_not_teaches_nothing) {
  std::vector<JudgedCoding> all = with_a_misleading_word(6);
  for (std::uint32_t d = 1; d <= 6; ++d)
    all.push_back(judged(d, "territory", "territory", {"corridor"}));
  EXPECT_TRUE(Corrections(all).empty());
}

// "war" stands only where "swallow" does too.
TEST(Corrections, a_word_that_only_goes_with_the_one_that_misleads_is_none) {
  std::vector<JudgedCoding> all;
  for (std::uint32_t d = 1; d <= 6; ++d) {
    std::vector<std::string> signs{"swallow"};
    if (d <= 3) signs.push_back("war");
    all.push_back(judged(d, "offers", "concedes", signs));
  }
  const Corrections learned(all);
  EXPECT_TRUE(learned.of("offers", {"swallow"}));
  EXPECT_FALSE(learned.of("offers", {"war"}));
}

TEST(Corrections, may_be_that_it_is_nothing_of_the_kind) {
  std::vector<JudgedCoding> all;
  for (std::uint32_t d = 1; d <= 4; ++d) all.push_back(judged(d, "elections", "", {"hall"}));
  const auto found = Corrections(all).of("elections", {"hall"});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->right, "");
}

TEST(Corrections, do_not_hang_on_the_order_of_what_was_judged) {
  auto all = with_a_misleading_word(4);
  const auto before = Corrections(all).of("territory", {"corridor"});
  std::reverse(all.begin(), all.end());
  EXPECT_EQ(Corrections(all).of("territory", {"corridor"}), before);
}

TEST(Signs, are_words_and_pairs_without_endings_names_and_function_words) {
  Codebook book;
  book.parties = {{"Arvenia", {}, {}, {}, {"Arvenian"}, {}}};
  Person person;
  person.name = "Ilan Torre";
  EXPECT_EQ(
      SignReader(book, {person}).signs_in("The Arvenian side opened grain corridors, Torre said."),
      (std::vector<std::string>{"corridor*", "grain*", "grain* corridor*", "open*", "open* grain*",
                                "sid*", "sid* open*"}));
}

TEST(Signs, a_word_of_a_longer_name_is_one_but_for_where_the_name_stands) {
  Codebook book;
  book.parties = {{"Arvenia", {}, {}, {}, {}, {"the Lantern House"}}};
  const SignReader reader(book, {});
  EXPECT_EQ(reader.signs_in("The Lantern House agreed"), (std::vector<std::string>{"agre*"}));
  EXPECT_EQ(reader.signs_in("Referendum House"),
            (std::vector<std::string>{"hous*", "referendum*", "referendum* hous*"}));
}

}  // namespace
}  // namespace entente::extract
