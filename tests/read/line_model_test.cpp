// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "read/noise_kit.h"

namespace entente::read_test {
namespace {

const std::string page_head =
    "Skip to content\nOpen Navigation Menu\nSections\nCanal Watch\nHarbour Life\nSign in\n"
    "Gull census finds record numbers\nEnvoys of Meldria and Dorvane meet in Whitharbour\n"
    "Ansa Morrow\nMonday evening edition\n";
const std::string page_foot =
    "Gull census finds record numbers this spring\nHarbour Life\nBakers march again in Alwen\n"
    "Canal Watch\nPrivacy policy\n\u00A9 2031 The Harbour Post\n";

TEST(Menus, short_lines_at_the_ends_are_a_menu_but_a_list_inside_is_kept) {
  EXPECT_EQ(noise_of("News\nCanal\nBusiness\nSailing\n" + first_paragraph + "\n" + second_paragraph)
                .size(),
            4u);
  EXPECT_EQ(noise_of(first_paragraph + "\nMeldria\nDorvane\nSkarrow\nNemoria\n" + second_paragraph),
            Strings{});
  EXPECT_EQ(noise_of(first_paragraph + "\nSigned by:\nMeldria\nDorvane\nSkarrow\nNemoria\n"),
            Strings{});
}

TEST(Menus, bars_of_places_to_share_and_placeholders_of_a_dump) {
  for (const char* line :
       {"Facebook Tweet Email Link", "Share on Facebook", "[logo.png]", "(BUTTON) Close",
        "Image 1 of 4", "[2/5]", "0:00 / 2:04", "Ad Feedback", "Toggle caption",
        "What we are reading: \u201CThe Long Lock\u201D by Ansa Morrow"}) {
    const Strings found = noise_of(between(line));
    ASSERT_EQ(found.size(), 1u) << line;
    EXPECT_TRUE(found.front().ends_with(line)) << found.front();
  }
}

TEST(Menus, prose_with_such_words_is_kept) {
  for (const char* line :
       {"Share of the tolls 1 of 4", "[1] Facebook was not invited.",
        "Only the board may close the lock.", "Terms:", "Note: the annex is part of the text.",
        "We have sent a delegation to the locks and our partners know it.",
        "Produced by the pilots of Alwen, the chart shows each lock.",
        "No part of this agreement shall limit the rights of the pilots.",
        "Dorvane wants to become a member of the board of the canal.",
        "Contributions from Meldria and Dorvane pay for the locks.",
        "It looks like a settlement, said the pilot.",
        "Neither side may act without the express written consent of the other."})
    expect_kept(line);
}

TEST(Menus, headlines_under_related_articles_go_with_it) {
  const std::string text =
      first_paragraph + "\n" + second_paragraph +
      "\nRelated articles\nStorm closes outer harbour\nGrain prices rise again\n";
  EXPECT_EQ(noise_of(text), (Strings{"menu: Related articles", "menu: Storm closes outer harbour",
                                     "menu: Grain prices rise again"}));
}

TEST(Menus, the_owner_named_by_the_copyright_line_is_no_text) {
  const auto found = noise_of("Ministry of Canals of Meldria\n" + first_paragraph + "\n" +
                              second_paragraph +
                              "\n© 2031 Ministry of Canals of Meldria. All rights reserved.\n");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], "menu: Ministry of Canals of Meldria");
}

TEST(Margins, a_page_copied_whole_keeps_its_title_and_its_report) {
  const Document document = document_of(page_head + report + page_foot);
  EXPECT_EQ(headings_of(document), Strings{"Envoys of Meldria and Dorvane meet in Whitharbour"});
  std::size_t marked = 0;
  for (const Noise& noise : document.noise) marked += slice_utf8(document.text, noise.span).size() + 1;
  const std::string title = "Envoys of Meldria and Dorvane meet in Whitharbour\n";
  EXPECT_EQ(marked, (page_head + page_foot).size() - title.size());
}

TEST(Margins, a_report_with_a_few_short_lines_around_it_keeps_them) {
  EXPECT_EQ(noise_of("Envoys meet in Whitharbour\nPort Alwen\n" + report + "Jorun Estay\nOda Vance\n"),
            Strings{});
}

TEST(Margins, demands_at_the_end_are_no_menu) {
  const std::string demands =
      "The delegation of Dorvane handed over these demands:\nFree passage of grain\n"
      "A new board for the locks\nReturn of the pilots\nAn end to tolls\nOpen archives\n";
  EXPECT_EQ(noise_of("Share\nPrint\n" + report + demands), (Strings{"menu: Share", "menu: Print"}));
  const std::string numbered =
      "1. Free passage of grain\n2. A new board\n3. Return of pilots\n4. An end to tolls\n";
  EXPECT_EQ(noise_of(report + numbered + "\nShare\n"), Strings{"menu: Share"});
}

TEST(Margins, names_over_turns_are_kept_though_a_menu_stands_above) {
  const std::string turns = "Jorun Estay\n" + first_paragraph + "\nOda Vance\n" + second_paragraph +
                            "\nJorun Estay\n" + third_paragraph + "\nOda Vance\n" +
                            "The hosts said that the canal would stay open to all that week.\n";
  for (const std::string& noise : noise_of(page_head + turns)) {
    EXPECT_EQ(noise.find("Estay"), noise.npos) << noise;
    EXPECT_EQ(noise.find("Vance"), noise.npos) << noise;
  }
}

TEST(Margins, lines_of_a_paragraph_broken_at_a_width_are_no_menu) {
  const std::string broken =
      "This note was added by the desk after the delegation of Dorvane had asked\n"
      "for a change in\nthe words about\nthe canal and all\nthe lesser locks\nthat the hosts had named\n";
  for (const std::string& noise : noise_of("Share\nPrint\n" + report + broken))
    EXPECT_TRUE(noise == "menu: Share" || noise == "menu: Print") << noise;
}

}  // namespace
}  // namespace entente::read_test
