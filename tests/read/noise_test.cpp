// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "read/read_kit.h"

namespace entente::read_test {
namespace {

bool ascend(const std::vector<Span>& spans, std::size_t size) {
  std::size_t end = 0;
  for (Span span : spans) {
    if (span.begin < end || span.empty() || span.end > size) return false;
    end = span.end;
  }
  return true;
}

bool is_sound(const Document& document) {
  std::vector<Span> noise, both = document.headings;
  for (const Noise& n : document.noise) noise.push_back(n.span);
  both.insert(both.end(), noise.begin(), noise.end());
  std::sort(both.begin(), both.end());
  return ascend(noise, document.text.size()) && ascend(document.headings, document.text.size()) &&
         ascend(both, document.text.size());
}

void expect_whole_noise(const std::string& line, const std::string& kind) {
  EXPECT_EQ(noise_of(between(line)), Strings{kind + ": " + line});
}

void expect_kept(const std::string& line) {
  const std::string rest =
      third_paragraph + "\n" +
      "The talks go on.\nThe host is content.\nSo are the guests.\nNobody left early.\n";
  EXPECT_EQ(noise_of(between(line) + rest), Strings{}) << line;
}

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

TEST(Captions, a_line_with_a_credit_at_its_end_is_a_caption) {
  for (const char* line :
       {"Jorun Estay (L) meets Mirele Tandrach and Sorley Quill (R) in Whitharbour on Monday. /Ivo "
        "Tarn/Pool via Northwater",
        "The delegations arrive at the Customs House /Ivo Tarn/Northwater",
        "Villagers collect water below the pumping station. (Ivo Tarn/Northwater Pictures)",
        "Villagers collect water below the pumping station. (Photo by Ivo Tarn)",
        "Villagers collect water below the pumping station. (Northwater Photo/Ivo Tarn)",
        "Villagers collect water below the pumping station [File: Ivo Tarn/Northwater]",
        "Villagers collect water below the pumping station. Photograph: Ivo Tarn/Northwater "
        "Pictures",
        "Villagers collect water below the pumping station. Ivo Tarn/Pool via Northwater",
        "Villagers collect water below the pumping station. Ivo Tarn | Northwater",
        "FILE PHOTO: The locks in January, before the war",
        "FILE - The locks in January, before the war.",
        "Estay, left, and Tandrach, right, shake hands in Whitharbour.",
        "Estay (left) and Tandrach at the Customs House.",
        "Meldrian Foreign Minister Jorun Estay speaks at a news conference in Whitharbour, "
        "Skarrow, March 3, 2031.",
        "Meldrian Foreign Minister Jorun Estay speaks at a news conference in Whitharbour. "
        "NORTHWATER/Ivo Tarn",
        "Meldrian Foreign Minister Jorun Estay speaks at a news conference in Whitharbour. NWP",
        "Estay and Tandrach shake hands at the Customs House | Photo Credit: NORTHWATER",
        "The third lock in spring. File photo",
        "Mr. Estay greets J. Tandrach on the steps, Sept. 3, 2031."})
    expect_whole_noise(line, "caption");
}

TEST(Captions, a_line_that_is_only_a_credit_is_a_credit) {
  for (const char* line :
       {"Photo: Ivo Tarn/Northwater", "Image credit: Ivo Tarn / Stringer / Northwater",
        "Ivo Tarn/Northwater Pictures", "Pool via Northwater", "Northwater Images",
        "(Photo: Ivo Tarn)", "Credit: Ivo Tarn", "NORTHWATER/Ivo Tarn",
        "Image: Jorun Estay. Pic: Northwater"})
    expect_whole_noise(line, "credit");
}

TEST(Captions, a_credit_joined_to_a_sentence_ends_where_the_sentence_begins) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Image Credit: IVO TARN / Contributor / Northwater",
       " On Monday the envoys met again in Whitharbour, officials said."},
      {"Photo: Ivo Tarn/Northwater Pictures",
       "The envoys met again in Whitharbour, officials said."},
      {"Photo: Ivo Tarn/Northwater Images",
       " Meldrian ministers met the envoys in Whitharbour on Monday."},
      {"Photo credit: Ivo Tarn/Northwater",
       " Officials said on Monday that the envoys would meet again."},
      {"Photo by Ivo Tarn", " The envoys met again in Whitharbour, officials said."},
      {"Photo: Ivo Tarn.", " Meldrian ministers met the envoys in Whitharbour on Monday."},
      {"Photo: Ivo Tarn", " \"We shall sign nothing,\" Estay said on Monday in Whitharbour."},
      {"Picture: Ivo Tarn via The Harbour Post",
       " In Whitharbour the envoys met again, officials said."},
      {"Photo: Ivo Tarn", " Ministers met the envoys in Whitharbour on Monday."}};
  for (const auto& [credit, sentence] : cases)
    EXPECT_EQ(noise_of(between(credit + sentence)), Strings{"credit: " + credit})
        << credit + sentence;
}

TEST(Captions, a_credit_in_brackets_after_a_long_paragraph_takes_no_sentence_with_it) {
  std::string paragraph;
  for (int i = 0; i < 8; ++i)
    paragraph += "The envoys spoke about the third lock and about the fate of the barges. ";
  EXPECT_EQ(noise_of(between(paragraph + "(Photo by Ivo Tarn)")),
            Strings{"credit: (Photo by Ivo Tarn)"});
  EXPECT_EQ(noise_of(between(paragraph + "(Reporting by Ansa Morrow)")),
            Strings{"credit: (Reporting by Ansa Morrow)"});
}

TEST(Captions, a_credit_behind_a_quotation_takes_only_itself) {
  const std::string said = "\"We shall come back,\" Estay said on the steps of the Customs House.";
  EXPECT_EQ(noise_of(between(said + " (Photo: Ivo Tarn/Northwater)")),
            Strings{"credit: (Photo: Ivo Tarn/Northwater)"});
  EXPECT_EQ(noise_of(between(said + " /Ivo Tarn/Pool via Northwater")),
            Strings{"credit: /Ivo Tarn/Pool via Northwater"});
}

TEST(Captions, brackets_and_slashes_of_prose_are_kept) {
  for (const char* line :
       {"The minister spoke (via video link) to the council about the and/or clause of the draft.",
        "Ansa Morrow (Inland Party) voted against the plan of the North/South Council.",
        "They left the hall, right after the vote, and said nothing.",
        "The envoy (a former judge) said that the left bank, right bank and the locks are one "
        "question."})
    expect_kept(line);
}

TEST(Repeats, a_body_printed_twice_is_read_once) {
  const std::string body =
      first_paragraph + "\n" + second_paragraph + "\n" + third_paragraph + "\n";
  const Document document = document_of(body + "Comments\n" + body + "Comments");
  ASSERT_EQ(document.noise.size(), 2u);
  EXPECT_EQ(document.noise[0].kind, NoiseKind::boilerplate);
  EXPECT_EQ(document.noise[1].kind, NoiseKind::repeat);
  EXPECT_EQ(slice_utf8(document.text, document.noise[1].span), body + "Comments");
}

TEST(Repeats, a_second_copy_with_an_edited_line_is_still_a_repeat) {
  const std::string edited =
      "Neither side has said when the next round will be held, but both described this meeting as "
      "useful.";
  const std::string fourth =
      "A joint statement was read out by the host after the session, and no questions were taken.";
  const std::string body = first_paragraph + "\n" + fourth + "\n" + third_paragraph + "\n";
  const Document document =
      document_of(body + second_paragraph + "\n" + "Share\n" + body + edited + "\n");
  ASSERT_EQ(document.noise.size(), 2u);
  EXPECT_EQ(slice_utf8(document.text, document.noise[1].span), body + edited);
}

TEST(Repeats, new_lines_in_a_second_copy_are_kept) {
  const std::string fresh =
      "Late on Monday Dorvane said that its envoy had been called home for talks with the prime "
      "minister.";
  const std::string a = first_paragraph + "\n" + second_paragraph + "\n",
                    b = third_paragraph + "\n" + "The session lasted three hours in all.\n";
  const Document document = document_of(a + b + a + fresh + "\n" + b);
  std::string kept = to_utf8(document.text);
  for (auto noise = document.noise.rbegin(); noise != document.noise.rend(); ++noise)
    kept.erase(noise->span.begin, noise->span.size());
  EXPECT_NE(kept.find(fresh), std::string::npos);
  EXPECT_EQ(kept.find(first_paragraph), kept.rfind(first_paragraph));
  EXPECT_EQ(kept.find(third_paragraph), kept.rfind(third_paragraph));
}

TEST(Repeats, clauses_that_differ_by_the_name_of_a_party_are_no_repeats) {
  const std::string clause =
      " shall withdraw its heavy weapons to a line fifteen kilometres from the canal within thirty "
      "days.\n";
  EXPECT_EQ(
      noise_of(first_paragraph + "\nMeldria" + clause + "Dorvane" + clause + second_paragraph),
      Strings{});
}

TEST(Repeats, a_pull_quote_is_a_repeat_wherever_it_stands) {
  const std::string quote =
      "\"We shall come back to this town when there is something for us to sign.\"";
  const std::string holder =
      "Estay was brief. " + quote + " With that he left the Customs House for the harbour.";
  EXPECT_EQ(noise_of(quote + "\n" + first_paragraph + "\n" + holder), Strings{"repeat: " + quote});
  EXPECT_EQ(noise_of(holder + "\n" + first_paragraph + "\n" + quote + "\n" + second_paragraph),
            Strings{"repeat: " + quote});
}

TEST(Repeats, short_turns_of_a_transcript_may_recur) {
  const std::string text = "QUILL: Thank you, Minister.\n" + first_paragraph +
                           "\nQUILL: Thank you, Minister.\n" + second_paragraph +
                           "\nQUILL: Thank you, Minister.\n";
  EXPECT_EQ(noise_of(text), Strings{});
}

TEST(Menus, short_lines_at_the_ends_are_a_menu_but_a_list_inside_is_kept) {
  EXPECT_EQ(noise_of("News\nCanal\nBusiness\nSailing\n" + first_paragraph + "\n" + second_paragraph)
                .size(),
            4u);
  EXPECT_EQ(noise_of(first_paragraph + "\nMeldria\nDorvane\nSkarrow\nNemoria\n" + second_paragraph),
            Strings{});
  EXPECT_EQ(noise_of(first_paragraph + "\nSigned by:\nMeldria\nDorvane\nSkarrow\nNemoria\n"),
            Strings{});
}

const std::string page_head =
    "Skip to content\nOpen Navigation Menu\nSections\nCanal Watch\nHarbour Life\nSign in\n"
    "Gull census finds record numbers\nEnvoys of Meldria and Dorvane meet in Whitharbour\n"
    "Ansa Morrow\nMonday evening edition\n";
const std::string page_foot =
    "Gull census finds record numbers this spring\nHarbour Life\nBakers march again in Alwen\n"
    "Canal Watch\nPrivacy policy\n\u00A9 2031 The Harbour Post\n";
const std::string report = first_paragraph + "\n" + second_paragraph + "\n" + third_paragraph + "\n" +
                           "The hosts said that the canal would stay open to all during the talks.\n";

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

TEST(Captions, a_labelled_line_that_is_no_sentence_is_a_caption) {
  const std::string line = "Image: Jorun Estay and Oda Vance did not shake hands in front of cameras";
  EXPECT_EQ(noise_of(between(line)), Strings{"caption: " + line});
}

TEST(Inserts, a_link_joined_to_a_paragraph_takes_only_itself) {
  EXPECT_EQ(noise_of(between("The hosts kept the locks open all day. (Read more: What the canal is worth)")),
            Strings{"menu: (Read more: What the canal is worth)"});
  EXPECT_EQ(noise_of(between("The hosts were content with the first round. Read more")),
            Strings{"menu: Read more"});
  EXPECT_EQ(noise_of(between("The hosts were content with the first round. READ ALSO: Envoys to meet again")),
            Strings{"menu: READ ALSO: Envoys to meet again"});
  EXPECT_EQ(noise_of(between("ADVERTISEMENT The hosts were content with the first round of talks.")),
            Strings{"boilerplate: ADVERTISEMENT"});
}

TEST(Inserts, prose_that_reads_more_or_advertises_is_kept) {
  for (const char* line :
       {"The pilots asked the board to read more of the report.",
        "Advertisement of the tender began on Monday, the board said.",
        "He told the pilots: Read more.",
        "Envoys wrote that they would continue reading the draft on Monday."})
    expect_kept(line);
}

TEST(Noise, a_note_on_the_author_is_noise_only_at_the_end) {
  const std::string note = "Ansa Morrow is a correspondent for the Harbour Post in Port Alwen.";
  EXPECT_EQ(noise_of(first_paragraph + "\n" + second_paragraph + "\n" + note),
            Strings{"boilerplate: " + note});
}

TEST(Menus, headlines_under_related_articles_go_with_it) {
  const std::string text =
      first_paragraph + "\n" + second_paragraph +
      "\nRelated articles\nStorm closes outer harbour\nGrain prices rise again\n";
  EXPECT_EQ(noise_of(text), (Strings{"menu: Related articles", "menu: Storm closes outer harbour",
                                     "menu: Grain prices rise again"}));
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
  for (const char* line : {"list 2 of 3 Who holds the locks, and why?", "list of 3 items",
                           "Reuse this content"})
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

TEST(Repeats, a_short_pull_quote_goes_with_its_signature) {
  const std::string quote = "“There is no half of a lock.”";
  EXPECT_EQ(noise_of(first_paragraph + "\n" + quote +
                     "\nJorun Estay, minister of Meldria\n" + second_paragraph +
                     "\nEstay was brief. “There is no half of a lock,” he said, and left.\n"),
            Strings{"repeat: " + quote + "\nJorun Estay, minister of Meldria"});
}

TEST(Menus, the_owner_named_by_the_copyright_line_is_no_text) {
  const auto found = noise_of("Ministry of Canals of Meldria\n" + first_paragraph + "\n" +
                              second_paragraph +
                              "\n© 2031 Ministry of Canals of Meldria. All rights reserved.\n");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], "menu: Ministry of Canals of Meldria");
}

TEST(HeadingLines, a_short_line_over_a_paragraph_is_a_heading_and_no_noise) {
  const Document document =
      document_of(first_paragraph + "\n\nWhat comes after the talks\n\n" + second_paragraph +
                  "\nWho pays for the locks?\n" + third_paragraph);
  EXPECT_EQ(headings_of(document),
            (Strings{"What comes after the talks", "Who pays for the locks?"}));
  EXPECT_EQ(noise_of(document), Strings{});
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
