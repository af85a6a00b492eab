// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "read/noise_kit.h"

namespace entente::read_test {
namespace {

TEST(HeadingLines, a_short_line_over_a_paragraph_is_a_heading_and_no_noise) {
  const Document document =
      document_of(first_paragraph + "\n\nWhat comes after the talks\n\n" + second_paragraph +
                  "\nWho pays for the locks?\n" + third_paragraph);
  EXPECT_EQ(headings_of(document),
            (Strings{"What comes after the talks", "Who pays for the locks?"}));
  EXPECT_EQ(noise_of(document), Strings{});
}

TEST(Titles, a_line_over_a_byline_or_a_date_is_the_title_though_nothing_sets_it_apart) {
  const std::string body = first_paragraph + "\n" + second_paragraph + "\n";
  const std::string title = "Envoys agree on a swap of prisoners but stay apart on the locks";
  for (const char* under : {"By Ansa Morrow and Ivo Tarn", "Last updated: 18:52 CET | Follow us"})
    EXPECT_EQ(
        document_of("Skip to main content\nNews | Basin\n" + title + "\n" + under + "\n" + body)
            .card.title,
        title)
        << under;
  EXPECT_EQ(document_of(body).card.title, "");
}

TEST(Titles, the_time_of_day_is_none) {
  EXPECT_EQ(
      document_of("2:09 p.m. EDT\n\n" + first_paragraph + "\n\n" + second_paragraph).card.title,
      "");
  EXPECT_EQ(document_of("Talks 2031\n\n" + first_paragraph + "\n\n" + second_paragraph).card.title,
            "Talks 2031");
}

TEST(HeadingLines, the_first_line_is_the_title) {
  const Document document = document_of("Envoys leave canal talks without a word on the locks\n" +
                                        first_paragraph + "\n" + second_paragraph);
  EXPECT_EQ(document.card.title, "Envoys leave canal talks without a word on the locks");
  EXPECT_EQ(headings_of(document), Strings{document.card.title});
}

TEST(HeadingLines, datelines_labels_lists_and_questions_are_none) {
  for (const char* line :
       {"WHITHARBOUR", "NEW WHITHARBOUR", "Whitharbour, Skarrow",
        "MIRELE TANDRACH:", "Mirele Tandrach", "DALE: How many prisoners does Dorvane hold?",
        "Do you believe that it will hold?", "1. Territory and the locks",
        "- Free passage for the barges", "\"We shall not go\"", "The talks ended on 3 March 2031",
        "Peace,"})
    EXPECT_EQ(headings_of(document_of(between(line))), Strings{}) << line;
}

TEST(HeadingLines, lines_broken_at_a_width_are_no_headings_unless_they_stand_alone) {
  const Document document = document_of(
      "The locks and the law\n\nThe envoys of Meldria and Dorvane met in Whitharbour on Monday "
      "and\nspoke for three hours about the canal. Neither side "
      "has said when\nthe next round will be held.\nThe host spoke of a good start and of a long "
      "way that still lay\nahead of both of them. A paper "
      "was handed out. It names no date\nand no place.\n\nWhat comes next\n\nThe delegations will "
      "go home on Tuesday and come back when there is\nsomething "
      "to sign, officials of both sides said. Nobody would say\nwhat that might be.\n");
  EXPECT_EQ(headings_of(document), (Strings{"The locks and the law", "What comes next"}));
}

TEST(HeadingLines, the_name_over_each_turn_is_none) {
  EXPECT_EQ(headings_of(document_of("The foreign minister of Dorvane\n" + first_paragraph +
                                    "\nThe foreign minister of Dorvane\n" + second_paragraph)),
            Strings{});
}

}  // namespace
}  // namespace entente::read_test
