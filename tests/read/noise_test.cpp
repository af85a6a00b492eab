// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "read/noise_kit.h"

namespace entente::read_test {
namespace {

TEST(Noise, an_article_without_noise_is_all_kept) {
  EXPECT_EQ(noise_of(first_paragraph + "\n\n" + second_paragraph + "\n\n" + third_paragraph),
            Strings{});
}

TEST(Noise, page_notices_are_boilerplate) {
  for (const char* line :
       {"We use cookies to improve your visit. By clicking Accept you agree to our privacy policy.",
        "By continuing to use this site you consent to the use of cookies in accordance with our "
        "cookie policy.",
        "Sign up for our newsletter and get the week's news in your inbox",
        "Advertisement",
        "ADVERTISEMENT",
        "Comments",
        "Comments (12)",
        "12 Comments",
        "Kommentare",
        "Комментарии",
        "Subscribe to our letter for news from the basin, every morning.",
        "This is a rush transcript. It may contain errors and may be updated.",
        "All rights reserved.",
        "© 2031 The Harbour Post. All rights reserved.",
        "Copyright 2031 Skarrow Public Radio",
        "Tip-off hotline: 0800-555-0147",
        "Publishing licence No. 2031-44-107",
        "Newsroom: +44 555 0100",
        "desk@harbourpost.example",
        "https://harbourpost.example/canal",
        "Published 10:45 GMT, 3 March 2031",
        "Updated 3 hours ago",
        "The views expressed in this article are the author's own.",
        "Editor's note: This text was shortened.",
        "Published - August 18, 2031 09:15 am IST - WHITHARBOUR",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Story continues below this ad",
        "(This story has not been edited by staff and comes from a syndicated feed.)",
        "To continue reading, subscribe.",
        "互联网新闻信息许可证10120180008",
        "Лицензия на вещание 10245"})
    expect_whole_noise(line, "boilerplate");
}

TEST(Noise, links_and_pickers_are_menu) {
  for (const char* line :
       {"CHOOSE YOUR LANGUAGE", "English | Français | Español", "Русский", "Share",
        "Share this article", "Read more", "Read more: Envoys to meet again next week",
        "ALSO READ: What the canal is worth", "READ | Envoys leave canal talks",
        "Home > World > Canal", "About us | Contact | Privacy | Terms", "Skip to content",
        "Back to top", "Lesen Sie auch: Der Kanal"})
    expect_whole_noise(line, "menu");
}

TEST(Noise, sign_offs_and_bylines_are_credits) {
  for (const char* line :
       {"(Reporting by Ansa Morrow in Port Alwen; Editing by Peder Lund)",
        "Reporting by Northwater", "By Ansa Morrow",
        "By Ansa Morrow and Peder Lund-Asher, Staff Writers",
        "Ansa Morrow in Port Alwen contributed to this report.", "am/pl (Northwater, Inland News)",
        "(With inputs from agencies)", "Translated by Ansa Morrow."})
    expect_whole_noise(line, "credit");
}

TEST(Noise, prose_that_speaks_of_such_things_is_kept) {
  for (const char* line : {"The privacy policy of the ministry was never a subject of the talks, "
                           "officials said on Friday.",
                           "\"Sign up for our peace plan or leave the table,\" he said, waving the "
                           "newsletter of his party.",
                           "By Monday both armies had left the locks, and nobody had fired a shot.",
                           "Share prices fell in Calverin after the talks.",
                           "The two armies set up a hotline in 2031, and it has rung twice.",
                           "Copyright is one of nine subjects in the trade chapter.",
                           "Produced in Dorvane, the drones were found by the monitors.",
                           "Send us the map and we shall sign it.",
                           "Join our side of the table, she told him.",
                           "The comments of the minister were brief.",
                           "Updated maps were handed to both of the delegations in Whitharbour.",
                           "NO DEAL",
                           "WHITHARBOUR",
                           "Whitharbour, Skarrow",
                           "He said the ceasefire (the third in a month) would hold.",
                           "(BEGIN VIDEO CLIP)",
                           "@harbourmaster",
                           "Support for the truce rose to 61 percent in both countries. [Basin "
                           "Polls, Inland/Quay/Lock, Tide]",
                           "The ledger (State Messaging and Archive Office) was closed.",
                           "The film (above) shows the third lock in spring.",
                           "Pause.",
                           "Article 3. All prisoners shall be released within 30 days."})
    expect_kept(line);
}

TEST(Noise, words_of_notices_inside_statements_are_kept) {
  for (const char* line :
       {"REPORTER: Will you sign it?",
        "EDITOR: What do you make of the map?",
        "We thank our partners for their contribution to the monitoring of this site.",
        "Do you agree that this site must be inspected before the embargo is lifted?",
        "Sign up to the plan or face new tolls, Royd told both capitals.",
        "Become a member of the compact and the loan is yours, she told them.",
        "A force of 3,000 troops contributed from four states would stand at the locks.",
        "The minister's remarks do not necessarily reflect the view of the government, a spokesman "
        "said.",
        "The views expressed by the general were his own, the ministry said.",
        "More from both sides is needed, Quill said.",
        "Reporting by the monitors is slow, and both armies know it.",
        "The compact asked for additional reporting by Dorvane on its stocks.",
        "Reported by the monitors on Friday, the violation was denied by Tamrith.",
        "Displaced people in the district: 1,200,000",
        "Deadline: 2031-04-01",
        "Credit: the loan to Meldria stays frozen until the text is signed.",
        "We subscribe to the view of our partners that you must sign up.",
        "Meldria | 12 seats | 30 votes",
        "In Dorvane, left, right and centre agree on the locks.",
        "Estay speaks for half of the cabinet, Quill said on March 3, 2031.",
        "Ansa Morrow is a reporter of the Harbour Post who was held at the locks in October."})
    expect_kept(line);
}

TEST(Noise, a_foreign_sentence_or_quotation_in_a_latin_text_is_kept) {
  expect_kept("Мы подпишем это завтра, сказал он.");
  expect_kept("«Хватит войны»");
}

TEST(Noise, a_text_in_another_script_is_not_foreign_to_itself) {
  EXPECT_EQ(noise_of("Министр сообщил, что переговоры продолжатся во вторник.\nБез перерыва\nОб "
                     "этом заявил его представитель."),
            Strings{});
}

TEST(Noise, the_head_of_a_newsletter_stands_over_the_article) {
  EXPECT_EQ(noise_of("View this email in your browser\n\nLOCK NOTES\nA weekly newsletter from the "
                     "Canal Forum | Issue 14\n\nWhat the envoys want\n\n" +
                     report),
            (Strings{"boilerplate: View this email in your browser", "credit: LOCK NOTES",
                     "credit: A weekly newsletter from the Canal Forum | Issue 14"}));
}

TEST(Noise, a_kicker_is_known_below_a_notice) {
  EXPECT_EQ(noise_of("This website uses cookies to improve its service for you, and you agree.\n"
                     "Politics | Meldria\nEnvoys meet in Whitharbour\n" +
                     report)
                .size(),
            2u);
}

TEST(Noise, a_note_on_the_author_is_noise_only_at_the_end) {
  const std::string note = "Ansa Morrow is a correspondent for the Harbour Post in Port Alwen.";
  EXPECT_EQ(noise_of(first_paragraph + "\n" + second_paragraph + "\n" + note),
            Strings{"boilerplate: " + note});
}

TEST(Noise, end_matter_and_furniture_of_pages_and_live_blogs_are_boilerplate) {
  for (const char* line :
       {"Enditem", "Listen to this article | 4 mins", "Show key events only",
        "This live blog is now closed.", "Please turn on JavaScript to use this feature",
        "Privacy notice: newsletters may hold advertising.", "Sat 13 Sep 2031 18.40 BST", "___",
        "Subscribe to the Harbour Dispatch podcast wherever you listen.",
        "[Subscribe today to get unlimited access to our reporting.]",
        "This conversation has been edited for length.", "end of list"})
    expect_whole_noise(line, "boilerplate");
  for (const char* line : {"Editor: Ansa Morrow", "Reporters: Ansa Morrow and Peder Lund"})
    expect_whole_noise(line, "credit");
  for (const char* line :
       {"list 2 of 3 Who holds the locks, and why?", "list of 3 items", "Reuse this content"})
    expect_whole_noise(line, "menu");
}

TEST(Noise, prose_like_such_furniture_is_kept) {
  for (const char* line : {"Editor: And what did the envoy say?",
                           "The list 2 of 3 envoys had asked for was never handed over.",
                           "Subscribe to the treaty or leave it, she told both of the delegations.",
                           "Talks began on 13 September at 18.40 in Whitharbour."})
    expect_kept(line);
}

TEST(Noise, kickers_and_bylines_with_a_place_stand_over_the_article_only) {
  EXPECT_EQ(noise_of("News | Canal talks\nEnvoys leave the canal talks without a text\n"
                     "Ansa Morrow in Port Alwen\n" +
                     first_paragraph + "\n" + second_paragraph),
            (Strings{"credit: News | Canal talks", "credit: Ansa Morrow in Port Alwen"}));
  EXPECT_EQ(noise_of(between("Ansa Morrow in Port Alwen")), Strings{});
}

TEST(Inserts, a_link_joined_to_a_paragraph_takes_only_itself) {
  EXPECT_EQ(noise_of(between(
                "The hosts kept the locks open all day. (Read more: What the canal is worth)")),
            Strings{"menu: (Read more: What the canal is worth)"});
  EXPECT_EQ(noise_of(between("The hosts were content with the first round. Read more")),
            Strings{"menu: Read more"});
  EXPECT_EQ(noise_of(between(
                "The hosts were content with the first round. READ ALSO: Envoys to meet again")),
            Strings{"menu: READ ALSO: Envoys to meet again"});
  EXPECT_EQ(
      noise_of(between("ADVERTISEMENT The hosts were content with the first round of talks.")),
      Strings{"boilerplate: ADVERTISEMENT"});
}

TEST(Inserts, prose_that_reads_more_or_advertises_is_kept) {
  for (const char* line : {"The pilots asked the board to read more of the report.",
                           "Advertisement of the tender began on Monday, the board said.",
                           "He told the pilots: Read more.",
                           "Envoys wrote that they would continue reading the draft on Monday."})
    expect_kept(line);
}

const char* const odd_lines[] = {"Comments",
                                 "Share",
                                 "Photo: Ivo Tarn/Northwater",
                                 "(L)",
                                 "(Photo by",
                                 "/A/B via C",
                                 "\"",
                                 "....",
                                 "www.x.example",
                                 "Title: X",
                                 "Date: 3 March 2031",
                                 "By A B",
                                 "Related articles",
                                 "— —",
                                 "English | Deutsch",
                                 "\u3000",
                                 "你好",
                                 "A/B"};

std::string arbitrary_page() {
  const auto line =
      rc::gen::oneOf(rc::gen::map(rc::gen::inRange<std::size_t>(0, std::size(odd_lines)),
                                  [](std::size_t i) { return std::string(odd_lines[i]); }),
                     rc::gen::element(first_paragraph, second_paragraph, third_paragraph,
                                      std::string("What comes after the talks"), std::string()),
                     rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~')));
  std::string page;
  for (const std::string& text : *rc::gen::container<std::vector<std::string>>(line))
    page += text + *rc::gen::element(std::string("\n"), std::string("\r\n"), std::string("\n\n"),
                                     std::string(" "));
  return page;
}

RC_GTEST_PROP(Noise, marks_ascend_and_never_overlap_whatever_the_text, ()) {
  const auto document = read::read_bytes(arbitrary_page(), "a.txt");
  if (document) RC_ASSERT(is_sound(*document));
}

RC_GTEST_PROP(Noise, marks_ascend_and_never_overlap_whatever_the_page, ()) {
  std::string page = "<html>";
  const auto piece = rc::gen::element<std::string>(
      "<div>", "</div>", "<p>", "<nav>", "</nav>", "<a href=x>", "</a>", "<h2>", "</h2>",
      "<table><td>", "<figure>", "</figure>", "<script>", "</script>", "<article>", "&lt;", "<!--",
      "-->", "<br>", "<ul><li>", "Comments", "Envoys met on Monday. ", first_paragraph,
      "<div class=\"share\">", "<");
  for (const std::string& text : *rc::gen::container<std::vector<std::string>>(piece)) page += text;
  const auto document = read::read_bytes(page, "a.html");
  if (document) RC_ASSERT(is_sound(*document));
}

RC_GTEST_PROP(Noise, the_same_text_is_marked_the_same_twice, ()) {
  const std::string page = arbitrary_page();
  const auto once = read::read_bytes(page, "a.txt"), twice = read::read_bytes(page, "a.txt");
  RC_ASSERT(once.has_value() == twice.has_value());
  if (once) RC_ASSERT(*once == *twice);
}

}  // namespace
}  // namespace entente::read_test
