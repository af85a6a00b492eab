// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "read/line_model.h"
#include "read/noise.h"
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
  const auto found =
      noise_of("Ministry of Canals of Meldria\n" + first_paragraph + "\n" + second_paragraph +
               "\n© 2031 Ministry of Canals of Meldria. All rights reserved.\n");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], "menu: Ministry of Canals of Meldria");
}

TEST(LineModel, a_page_copied_whole_keeps_its_title_and_its_report) {
  const Document document = document_of(page_head + report + page_foot);
  EXPECT_EQ(headings_of(document), Strings{"Envoys of Meldria and Dorvane meet in Whitharbour"});
  std::size_t marked = 0;
  for (const Noise& noise : document.noise)
    marked += slice_utf8(document.text, noise.span).size() + 1;
  const std::string title = "Envoys of Meldria and Dorvane meet in Whitharbour\n";
  EXPECT_EQ(marked, (page_head + page_foot).size() - title.size());
}

TEST(LineModel, a_report_with_a_few_short_lines_around_it_keeps_them) {
  EXPECT_EQ(
      noise_of("Envoys meet in Whitharbour\nPort Alwen\n" + report + "Jorun Estay\nOda Vance\n"),
      Strings{});
}

TEST(LineModel, demands_at_the_end_are_no_menu) {
  const std::string demands =
      "The delegation of Dorvane handed over these demands:\nFree passage of grain\n"
      "A new board for the locks\nReturn of the pilots\nAn end to tolls\nOpen archives\n";
  EXPECT_EQ(noise_of("Share\nPrint\n" + report + demands), (Strings{"menu: Share", "menu: Print"}));
  const std::string numbered =
      "1. Free passage of grain\n2. A new board\n3. Return of pilots\n4. An end to tolls\n";
  EXPECT_EQ(noise_of(report + numbered + "\nShare\n"), Strings{"menu: Share"});
}

TEST(LineModel, names_over_turns_are_kept_though_a_menu_stands_above) {
  const std::string turns = "Jorun Estay\n" + first_paragraph + "\nOda Vance\n" + second_paragraph +
                            "\nJorun Estay\n" + third_paragraph + "\nOda Vance\n" +
                            "The hosts said that the canal would stay open to all that week.\n";
  for (const std::string& noise : noise_of(page_head + turns)) {
    EXPECT_EQ(noise.find("Estay"), noise.npos) << noise;
    EXPECT_EQ(noise.find("Vance"), noise.npos) << noise;
  }
}

TEST(LineModel, lines_of_a_paragraph_broken_at_a_width_are_no_menu) {
  const std::string broken =
      "This note was added by the desk after the delegation of Dorvane had asked\n"
      "for a change in\nthe words about\nthe canal and all\nthe lesser locks\nthat the hosts had "
      "named\n";
  for (const std::string& noise : noise_of("Share\nPrint\n" + report + broken))
    EXPECT_TRUE(noise == "menu: Share" || noise == "menu: Print") << noise;
}

TEST(LineModel, a_live_page_keeps_its_points_and_the_times_of_its_entries) {
  const std::string live =
      "Canal talks live: Dorvane answers the hosts\nKEY POINTS\n"
      "\u2022 Dorvane answers the offer of the hosts on the canal\n"
      "\u2022 Meldria expects the talks to begin on Monday\n";
  const std::string entries = "21.40 GMT\n" + first_paragraph + "\n18.30 GMT\n" + second_paragraph +
                              "\n17.05 GMT\n" + third_paragraph +
                              "\n16.10 GMT\nThe hosts said that the canal would stay open to all "
                              "ships while the talks go on.\n";
  for (const std::string& noise : noise_of("Share\nPrint\n" + live + entries)) {
    EXPECT_EQ(noise.find("GMT"), noise.npos) << noise;
    EXPECT_EQ(noise.find("\u2022"), noise.npos) << noise;
    EXPECT_EQ(noise.find("KEY"), noise.npos) << noise;
  }
}

TEST(LineModel, direct_speech_stays_wherever_it_stands) {
  const std::string spoken =
      "\u201CWe will not sell the locks.\u201D\n\u201CNobody asked us.\u201D\n"
      "\u201CIt was a long night for all of us, said the pilot.\u201D\n";
  for (const std::string& text :
       {report + spoken, report + spoken + page_foot, first_paragraph + "\n" + spoken + report})
    for (const std::string& noise : noise_of(text))
      EXPECT_EQ(noise.find("\u201C"), noise.npos) << noise;
}

TEST(LineModel, without_weights_nothing_is_furniture_and_known_noise_stays) {
  using namespace read;
  const std::u32string text = from_utf8("Share\n" + page_head + report);
  const Lines lines = cut_lines(text);
  std::vector<Role> roles(lines.lines.size(), Role::text);
  roles.front() = Role::noise;
  const std::vector<bool> path = best_path(units_of(lines, roles), LineWeights{});
  EXPECT_TRUE(path.front());
  EXPECT_EQ(std::count(path.begin(), path.end(), true), 1);
}

TEST(LineModel, of_two_paths_the_better_is_taken) {
  using namespace read;
  std::vector<Unit> units(5);
  units[1].set(Cue::bar);
  units[2].set(Cue::slash);
  units[3].set(Cue::bar);
  LineWeights weights;
  weights.anywhere[static_cast<std::size_t>(Cue::bar)] = 10;
  weights.anywhere[static_cast<std::size_t>(Cue::slash)] = -1;
  weights.bias = -5;
  EXPECT_EQ(best_path(units, weights), (std::vector<bool>{false, true, false, true, false}));
  weights.furniture_stays = 4;
  EXPECT_EQ(best_path(units, weights), (std::vector<bool>{false, true, true, true, false}));
  units[3].kept = true;
  EXPECT_EQ(best_path(units, weights), (std::vector<bool>{false, true, false, false, false}));
  units[4].known = true;
  EXPECT_EQ(best_path(units, weights), (std::vector<bool>{false, true, false, false, true}));
}

// A page of invented lines: furniture and paragraphs in any order around a report.
rc::Gen<std::string> any_page() {
  const auto line = rc::gen::elementOf(Strings{
      "Share", "Home", "Latest news", "Gull census finds record numbers", "", "12 March",
      "Sign up for our newsletter", "| Canal | Harbour |", "Photo: Jorun Estay/Alwen Courier",
      "\u201CWe came to talk,\u201D said the envoy of Dorvane.", "1. Free passage",
      "QUESTION: Why?", "The envoy said that the locks stay open.", "Read more: the long lock",
      "[applause]"});
  return rc::gen::map(
      rc::gen::pair(rc::gen::container<Strings>(line), rc::gen::container<Strings>(line)),
      [](const std::pair<Strings, Strings>& around) {
        std::string page;
        for (const std::string& above : around.first) page += above + "\n";
        page += report;
        for (const std::string& below : around.second) page += below + "\n";
        return page;
      });
}

RC_GTEST_PROP(LineModel, marks_are_sound_and_the_same_each_time_and_the_report_is_kept, ()) {
  const std::string page = *any_page();
  const Document document = document_of(page);
  RC_ASSERT(is_sound(document));
  RC_ASSERT(noise_of(page) == noise_of(page));
  for (const Noise& noise : document.noise)
    for (const std::string& paragraph : {first_paragraph, second_paragraph, third_paragraph})
      RC_ASSERT(slice_utf8(document.text, noise.span).find(paragraph) == std::string::npos);
}

}  // namespace
}  // namespace entente::read_test
