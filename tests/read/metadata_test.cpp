// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "read/read_kit.h"

namespace entente::read_test {
namespace {

std::string date_of(const std::string& text) {
  const auto date = document_of(text).card.date;
  return date ? to_string(*date) : "none";
}

std::string with_line(const std::string& line) {
  return line + "\n\n" + first_paragraph + "\n\n" + second_paragraph + "\n";
}

TEST(Header, a_block_of_keys_at_the_top_fills_the_card_and_is_noise) {
  const Document document = document_of(
      "Title: Envoys leave\r\nOutlet: The Post\r\nDate: March 3, 2031\r\nLanguage: en\r\nAuthor: "
      "A. Morrow\r\n\r\n" +
      first_paragraph);
  EXPECT_EQ(document.card.title, "Envoys leave");
  EXPECT_EQ(document.card.outlet, "The Post");
  EXPECT_EQ(to_string(document.card.date.value()), "2031-03-03");
  EXPECT_EQ(document.card.language, "en");
  EXPECT_EQ(document.noise.size(), 1u);
  EXPECT_EQ(document.noise[0].kind, NoiseKind::boilerplate);
  EXPECT_TRUE(slice_utf8(document.text, document.noise[0].span).ends_with("Author: A. Morrow"));
}

TEST(Header, source_is_another_word_for_outlet_and_case_is_free) {
  const DocumentCard card =
      document_of("SOURCE: The Post\nlanguage: English\n\n" + first_paragraph).card;
  EXPECT_EQ(card.outlet, "The Post");
  EXPECT_EQ(card.language, "en");
}

TEST(Header, lines_of_a_conversation_are_no_header) {
  const Document document = document_of(
      "Title: Envoys leave\nQuill: Good morning to you all, and thank you for coming.\n\n" +
      first_paragraph);
  EXPECT_EQ(document.card.title, "Title: Envoys leave");
}

TEST(Dates, the_date_of_publication_is_read_where_it_is_plain) {
  for (const char* line :
       {"WHITHARBOUR, March 3, 2031 (Northwater) - Envoys met here on Monday and spoke about the "
        "canal for an hour.",
        "WHITHARBOUR, 3 March 2031 — Envoys met here on Monday and spoke about the canal for an "
        "hour.",
        "March 3, 2031", "3 March 2031", "Monday, March 3, 2031", "2031-03-03",
        "Published: 3rd March 2031, 10:45 GMT", "Posted on Mar. 3, 2031",
        "By Ansa Morrow, The Calverin Ledger | March 3, 2031", "The Alwen Courier, 3 March 2031"})
    EXPECT_EQ(date_of(with_line(line)), "2031-03-03") << line;
}

TEST(Dates, a_date_that_may_mean_something_else_is_none) {
  for (const char* line : {"3/4/2031",
                           "WHITHARBOUR, March 3 (Northwater) - Envoys met here on Monday and "
                           "spoke about the canal for an hour.",
                           "The treaty of 3 March 2031 is the oldest of the three papers, "
                           "officials said on Monday in Whitharbour.",
                           "Agreement of 3 March 2031", "Updated March 3, 2031",
                           "March 3, 2031\nMarch 4, 2031", "31 February 2031", "March 2031"})
    EXPECT_EQ(date_of(with_line(line)), "none") << line;
}

TEST(Dates, the_date_is_read_beside_what_else_stands_in_its_line) {
  for (const char* line :
       {"By Ansa Morrow · March 3, 2031 · 3 min read", "3 March 2031 · 6-minute read",
        "March 3, 2031 7:12 PM GMT+4 Updated 3 hours ago",
        "Published: 21:14, 3 March 2031 | Updated: 23:52, 4 March 2031",
        "Published Mon, Mar 3 2031 9:47 AM EST Updated 58 Min Ago",
        "Ansa Morrow, Ivo Tarn — Monday, 3 March 2031, 21:47", "March 3, 2031 10:15 pm CET"})
    EXPECT_EQ(date_of(with_line(line)), "2031-03-03") << line;
  for (const char* line : {"Updated: 23:52, 4 March 2031 | 3 min read", "Last updated 4 March 2031",
                           "The Long Table · Agreement of 3 March 2031 · 3 min read",
                           "Ansa Morrow, 3 March 2031, Treaty Day"})
    EXPECT_EQ(date_of(with_line(line)), "none") << line;
}

TEST(Dates, the_words_of_a_menu_do_not_hide_the_date_below_it) {
  std::string menu;
  for (int i = 0; i < 20; ++i) menu += "News World\n";
  EXPECT_EQ(date_of(menu + "Envoys meet at the canal for a second day\nMarch 3, 2031\n\n" +
                    first_paragraph + "\n\n" + second_paragraph + "\n"),
            "2031-03-03");
}

TEST(Dates, a_date_inside_the_report_is_not_its_date) {
  EXPECT_EQ(
      date_of(first_paragraph +
              "\n\nThe war began on 3 March 2031 and ended on 22 March 2031, the ministry said.\n"),
      "none");
}

TEST(Outlets, are_taken_from_dateline_and_byline_only_where_plain) {
  EXPECT_EQ(document_of(with_line("WHITHARBOUR, March 3 (Northwater) - Envoys met here on Monday "
                                  "and spoke about the canal."))
                .card.outlet,
            "Northwater");
  EXPECT_EQ(
      document_of(with_line("By Ansa Morrow, The Calverin Ledger | March 3, 2031")).card.outlet,
      "The Calverin Ledger");
  EXPECT_EQ(document_of(with_line("The Alwen Courier, 3 March 2031")).card.outlet,
            "The Alwen Courier");
  EXPECT_EQ(document_of(with_line("Whitharbour, 3 March 2031")).card.outlet, "");
}

}  // namespace
}  // namespace entente::read_test
