// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "read/read_kit.h"

namespace entente::read_test {
namespace {

const std::string talks_title = "Canal talks end without a date for the next round";
const std::string talks_report =
    first_paragraph + "\n\n" + second_paragraph + "\n\n" + third_paragraph;

Strings noise_around(const std::string& head, const std::string& foot = "") {
  return noise_of(head + "\n\n" + talks_report + "\n\n" + foot);
}

void expect_head(const std::string& line, const std::string& kind) {
  EXPECT_EQ(noise_around(line + "\n\n" + talks_title), Strings{kind + ": " + line});
}

void expect_foot(const std::string& line) {
  EXPECT_EQ(noise_around(talks_title, line), Strings{"boilerplate: " + line});
}

TEST(Frame, a_letterhead_with_its_address_and_number_stands_over_a_readout) {
  EXPECT_EQ(noise_around("REPUBLIC OF DORVANE\nMINISTRY OF FOREIGN AFFAIRS\nPress Office\n"
                         "17 Harbour Road, Calverin 10400\nRef. 412/2031\n\n" +
                         talks_title),
            (Strings{"boilerplate: REPUBLIC OF DORVANE", "boilerplate: MINISTRY OF FOREIGN AFFAIRS",
                     "boilerplate: Press Office", "boilerplate: 17 Harbour Road, Calverin 10400",
                     "credit: Ref. 412/2031"}));
}

TEST(Frame, labels_of_a_release_are_noise_and_its_place_and_date_are_not) {
  EXPECT_EQ(noise_around("Department of Trade\nFor Immediate Release\n" + talks_title +
                         "\nWhitharbour\nApril 14"),
            (Strings{"boilerplate: Department of Trade", "boilerplate: For Immediate Release"}));
}

TEST(Frame, reference_numbers_in_many_forms) {
  for (const char* line : {"No. 412/2031", "PR/2031/14", "Press Release No. 17", "Ref: MFA-12/31"})
    expect_head(line, "boilerplate");
}

TEST(Frame, a_title_that_names_an_office_is_kept) {
  for (const char* line :
       {"Statement by the Ministry of Foreign Affairs",
        "Ministry of Foreign Affairs Rejects the Offer of Dorvane",
        "Daily Briefing by the Office of the Spokesperson", "Ministry of Foreign Affairs"})
    EXPECT_EQ(noise_around(line), Strings{}) << line;
}

TEST(Frame, sections_and_paths_stand_over_the_title_only) {
  for (const char* line :
       {"OPINION", "World News", "Basin Institute | Commentary | 3 March", "Analysis · Dorvane"})
    expect_head(line, "credit");
  for (const char* line : {"Home / Research / Basin States", "World › Basin"})
    expect_head(line, "menu");
  const std::string before = "The envoys had come by boat, and they left by boat.";
  EXPECT_EQ(noise_of(before + "\n\nSecurity\n\n" + talks_report), Strings{});
  EXPECT_EQ(noise_around("Analysis"), Strings{});
}

TEST(Frame, names_under_the_title_that_the_report_does_not_use_are_its_authors) {
  for (const char* line : {"Ansa Morrow and Peder Lund", "Ansa Morrow, Peder de Lund",
                           "Ansa Morrow, diplomatic editor"})
    EXPECT_EQ(noise_around(talks_title + "\n" + line), Strings{std::string("credit: ") + line});
  EXPECT_EQ(noise_around(talks_title + "\nAnsa Morrow\n17 February"),
            (Strings{"credit: Ansa Morrow", "credit: 17 February"}));
}

TEST(Frame, names_that_the_report_uses_and_places_are_kept) {
  for (const char* line :
       {"Jorun Estay", "Port Alwen", "WHITHARBOUR", "Calverin, Dorvane", "The Third Lock"})
    EXPECT_EQ(noise_around(talks_title + "\n" + line), Strings{}) << line;
}

TEST(Frame, a_date_under_the_author_goes_with_the_author) {
  EXPECT_EQ(noise_around(talks_title + "\nBy Ansa Morrow\n17 February"),
            (Strings{"credit: By Ansa Morrow", "credit: 17 February"}));
  EXPECT_EQ(noise_around(talks_title + "\n17 February"), Strings{});
}

TEST(Frame, words_without_a_stop_under_the_author_are_a_caption) {
  EXPECT_EQ(
      noise_around(talks_title + "\nBy Ansa Morrow\nThe envoys came late and left without a word"),
      (Strings{"credit: By Ansa Morrow", "caption: The envoys came late and left without a word"}));
  EXPECT_EQ(
      noise_around(talks_title + "\nThe envoys came late and left without a word\nBy Ansa Morrow"),
      Strings{"credit: By Ansa Morrow"});
}

TEST(Frame, a_note_on_the_author_is_known_by_the_name) {
  const std::string note = "Ansa Morrow grew up beside the third lock and keeps bees.";
  EXPECT_EQ(noise_around(talks_title + "\nBy Ansa Morrow", note),
            (Strings{"credit: By Ansa Morrow", "boilerplate: " + note}));
  EXPECT_EQ(noise_around(talks_title, note), Strings{});
}

TEST(Frame, closing_lines_are_noise_at_the_foot) {
  for (const char* line :
       {"Attachment: photographs (4)", "(The briefing was concluded at 2:41 p.m.)",
        "Correction, March 4: The talks were on Monday.", "The views expressed here are her own.",
        "Ministry of Foreign Affairs", "Media contact: press office of the basin"})
    expect_foot(line);
  expect_foot("Further sources: news agencies; the archive of the basin; “Locks”.");
  EXPECT_EQ(noise_around(talks_title, "Ministry of Foreign Affairs\n10 July 2031"),
            (Strings{"boilerplate: Ministry of Foreign Affairs", "boilerplate: 10 July 2031"}));
}

TEST(Frame, last_paragraphs_of_a_report_are_kept) {
  for (const char* line :
       {"Diplomatic sources: the deal is dead, and no one will say so.",
        "The ambassador said that the views were his own.", "(The first round was in Calverin.)",
        "Sources in Calverin agree.", "The Ministry of Foreign Affairs had no comment.",
        "Whitharbour, 3 March"})
    EXPECT_EQ(noise_around(talks_title, line), Strings{}) << line;
}

TEST(Frame, headlines_of_other_pieces_behind_a_label_are_a_menu) {
  const std::string line = "MORE FROM OPINION: Who owns the lock? | Letters: the ferry again";
  EXPECT_EQ(noise_around(talks_title, line), Strings{"menu: " + line});
}

TEST(Frame, known_and_unknown_words_of_a_menu_make_one_run) {
  EXPECT_EQ(noise_around("Home\nBasin\nLive\nSign in\n\n" + talks_title),
            (Strings{"menu: Home", "menu: Basin", "menu: Live", "boilerplate: Sign in"}));
}

TEST(Frame, a_question_that_ends_a_list_of_links_goes_with_it) {
  EXPECT_EQ(noise_of("The envoys had come by boat, and they left by boat.\n\n"
                     "More on this story\nThe lock of my father\nCould salt unite the basin?\n\n"
                     "What happens next?\n\n" +
                     talks_report),
            (Strings{"menu: More on this story", "menu: The lock of my father",
                     "menu: Could salt unite the basin?"}));
}

}  // namespace
}  // namespace entente::read_test
