// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/people_kit.h"

namespace entente::extract {
namespace {

struct Spoken {
  std::string text, person, party;
};

void expect_parties(const std::vector<Spoken>& cases) {
  for (const Spoken& one : cases) {
    const CaseReader reader = CaseReader{}.learn(one.text);
    const Person* person = reader.person(one.person);
    ASSERT_NE(person, nullptr) << one.text;
    EXPECT_EQ(person->party, one.party) << one.text;
  }
}

TEST(SpeaksFor, the_long_name_of_a_state_is_the_state) {
  expect_parties({
      {"They met the Prime Minister of the Federal Democratic Republic of Freedonia, Max Moe.",
       "Max Moe", "Freedonia"},
      {"The Kingdom of Ruritania's ambassador, Jane Roe, said that all was well.", "Jane Roe",
       "Ruritania"},
      {"Ada Loe, envoy of the Islamic Republic of Freedonia, said it was late.", "Ada Loe",
       "Freedonia"},
  });
}

TEST(SpeaksFor, a_minister_of_anything_has_a_name_behind_it) {
  const CaseReader reader =
      CaseReader{}.learn("Ruritanian Minister of Water Resources and Irrigation Jane Roe left.");
  ASSERT_NE(reader.person("Jane Roe"), nullptr);
  EXPECT_EQ(reader.person("Jane Roe")->role, "Minister of Water Resources and Irrigation");
}

TEST(SpeaksFor, who_leads_a_delegation_speaks_for_whom_it_comes_from) {
  expect_parties({
      {"Ruritania's delegation, led by Trade Minister Jane Roe, agreed.", "Jane Roe", "Ruritania"},
      {"The Ruritanian delegation was headed by Vice Minister Jane Roe, and that of Freedonia by "
       "Vice Minister Max Moe.",
       "Max Moe", "Freedonia"},
  });
}

TEST(SpeaksFor, soldiers_speak_for_the_state_of_their_army) {
  expect_parties({
      {"\"We hold the ridge,\" said Colonel Ivo Tarn of the Ruritanian army.", "Ivo Tarn",
       "Ruritania"},
      {"Lt. Gen. Ivo Tarn, spokesman for the Ruritanian General Staff, said it was over.",
       "Ivo Tarn", "Ruritania"},
      {"Gen. Ada Loe, commander of Freedonia's armed forces, said that it was over.", "Ada Loe",
       "Freedonia"},
  });
  const auto list = mentions_of("Freedonian Lt-Gen Ada Loe arrived. The general said it was over.");
  EXPECT_EQ(mention(list, "The general"), "Ada Loe / Freedonia (role)");
}

TEST(SpeaksFor, the_general_public_is_no_general) {
  const auto list =
      mentions_of("Freedonian General Ada Loe arrived. The general public said it was over.");
  EXPECT_EQ(mention(list, "The general"), "not mentioned");
}

TEST(SpeaksFor, a_body_introduced_with_its_letters_is_a_party_of_its_own) {
  const char* text =
      "Fighters of the Southern Liberation Council (SLC) held the town. The SLC said that it would "
      "stay. Omar Tal, chief negotiator of the Southern Liberation Council, said no more.";
  EXPECT_EQ(mention(mentions_of(text), "SLC", 2), " / Southern Liberation Council (party)");
  expect_parties({{text, "Omar Tal", "Southern Liberation Council"}});
}

TEST(SpeaksFor, letters_that_do_not_begin_the_words_introduce_nothing) {
  const auto list = mentions_of("He came by the Southern Canal Road (A40). The A40 said nothing.");
  for (const std::string& one : list) EXPECT_EQ(one.find("Canal Road"), std::string::npos) << one;
}

TEST(SpeaksFor, a_movement_with_a_leader_needs_no_letters) {
  expect_parties({
      {"The rebel Free Hills Movement took the town. Free Hills Movement commander Omar Tal said "
       "that it would stay.",
       "Omar Tal", "Free Hills Movement"},
      {"The Northern People's Front, which holds the hills, sent Omar Tal, its chief negotiator.",
       "Omar Tal", "Northern People's Front"},
  });
}

TEST(SpeaksFor, rebels_of_a_state_are_not_the_state) {
  const auto list = mentions_of(
      "Ruritania's largest rebel group said that it would stay. The Free Hills Movement has "
      "fought for years. The rebels said so again.");
  EXPECT_EQ(mention(list, "Ruritania's largest rebel group"), " / Free Hills Movement (party)");
  EXPECT_EQ(mention(list, "The rebels"), " / Free Hills Movement (unnamed)");
  EXPECT_EQ(mention(mentions_of("A Ruritanian rebel group said that it would stay."),
                    "A Ruritanian rebel group"),
            " /  (unnamed)");
}

TEST(SpeaksFor, a_letterhead_over_several_lines_says_whose_president_it_is) {
  expect_parties({{"Republic of Ruritania\n\nPresidency of the Republic\n\nOffice of the "
                   "Presidential Spokesman\n\nPresident Jane Roe received the Prime Minister of "
                   "Freedonia, Max Moe. The Presidential Spokesman, Ivo Tarn, said it went well.",
                   "Ivo Tarn", "Ruritania"},
                  {"Ministry of Foreign Affairs of the Republic of Ruritania\n\nPress "
                   "release\n\nThe Minister, Jane Roe, received the Ambassador of Freedonia, Max "
                   "Moe, today.",
                   "Jane Roe", "Ruritania"}});
}

TEST(SpeaksFor, the_secretary_general_is_of_the_body_that_the_text_speaks_of) {
  expect_parties(
      {{"The Secretary-General's Special Envoy, Henrik Sol, said that a list was agreed. "
        "UN staff are still held. The Security Council met.",
        "Henrik Sol", "United Nations"}});
}

TEST(SpeaksFor, an_army_without_a_country_is_that_of_the_only_state_in_the_headline) {
  const std::string body =
      "\n\nThe head of the army delegation, Lt-Gen Osman Hale, said that it would sign.";
  expect_parties(
      {{("Truce within reach in Ruritania, mediators say" + body), "Osman Hale", "Ruritania"},
       {("Ruritania and Freedonia near a truce" + body), "Osman Hale", ""}});
}

TEST(SpeaksFor, the_office_tells_more_than_where_a_diplomat_comes_from) {
  expect_parties(
      {{"The OSCE chair, Ruritanian diplomat Ina Poe, said it was cold.", "Ina Poe", "OSCE"}});
}

TEST(SpeaksFor, a_party_may_stand_in_brackets_behind_the_name) {
  expect_parties(
      {{"Ambassador Ada Loe (Freedonia) said that the draft was weak.", "Ada Loe", "Freedonia"}});
}

TEST(SpeaksFor, what_follows_a_colon_is_said_by_whom_the_sentence_began_with) {
  expect_parties(
      {{"Ruritania has asked for more. Freedonia is cautious: Foreign Minister Max Moe "
        "warned that a bad deal would not last.",
        "Max Moe", "Freedonia"}});
}

TEST(SpeaksFor, who_is_asked_for_something_refuses_it) {
  expect_parties({{"Freedonia also demands that Ruritania leave. President Jane Roe has refused.",
                   "Jane Roe", "Ruritania"}});
}

TEST(SpeaksFor, a_nickname_in_quotation_marks_is_part_of_the_name) {
  expect_parties({{"Freedonia's chief negotiator “Red” Tarn said that peace is made otherwise.",
                   "Red Tarn", "Freedonia"}});
}

TEST(SpeaksFor, a_family_name_may_come_first) {
  CaseReader reader;
  reader.learn("Ruritanian Vice Minister Roe Min-jae spoke. Vice Minister Roe said it was late.");
  ASSERT_EQ(reader.roster.people().size(), 1u);
}

TEST(SpeaksFor, a_printed_party_overrides_the_one_understood_from_a_turn) {
  CaseReader reader;
  reader.learn(
      "Ruritanian Foreign Minister Jane Roe took questions.\n\nJANE ROE: We met.\n\n"
      "JANE ROE: Minister Ivo Tarn stays at home.");
  reader.learn("Freedonian Minister Ivo Tarn said he would come.");
  EXPECT_EQ(reader.person("Ivo Tarn")->party, "Freedonia");
}

TEST(SpeaksFor, one_body_and_the_people_named_beside_it_are_two) {
  const auto list = mentions_of(
      "Talks between the Government of Ruritania and the Freedonians ended. The Government said "
      "that it would sign.");
  EXPECT_EQ(mention(list, "The Government"), " / Ruritania (party)");
}

// Name, party, whether the party is a guess, and the text that tells it.
struct Told {
  const char* name;
  const char* party;
  bool guessed;
  const char* text;
};

void expect_told(const Told& told) {
  CaseReader reader;
  reader.learn(told.text);
  const Person* person = reader.person(told.name);
  ASSERT_NE(person, nullptr) << told.text;
  EXPECT_EQ(person->party, told.party) << told.text;
  EXPECT_EQ(person->party_guessed, told.guessed) << told.text;
}

TEST(SpeaksFor, whoever_serves_somebody_named_with_a_title_is_of_that_party) {
  expect_told({"Ina Poe", "Ruritania", false,
               "Ruritanian President Karl Roe left. Mr. Roe's spokeswoman, Ina Poe, said the road "
               "was shut."});
}

TEST(SpeaksFor, an_office_between_two_names_is_that_of_the_first_where_the_second_has_its_own) {
  const char* text =
      "The talks were attended by Mr. Karl Roe, Foreign Minister of Ruritania, Dr. Ina Poe, "
      "representative of Freedonia, and observers.";
  expect_told({"Karl Roe", "Ruritania", false, text});
  expect_told({"Ina Poe", "Freedonia", false, text});
}

TEST(SpeaksFor, a_union_that_the_text_names_is_the_party_of_who_comes_from_it) {
  const char* text =
      "Ina Poe from the Harbour Workers Union says the offer is low. \"They have not "
      "moved,\" she said. The HWU will meet again.";
  expect_told({"Ina Poe", "Harbour Workers Union", false, text});
  CaseReader reader;
  const auto found = reader.learn(text).mentions(text);
  EXPECT_NE(std::find(found.begin(), found.end(), "HWU ->  / Harbour Workers Union (party)"),
            found.end());
}

TEST(SpeaksFor, a_firm_is_the_party_of_its_chief_executive) {
  expect_told({"Ina Poe", "Lakeair", false,
               "Lakeair's chief executive, Ina Poe, said the offer was final."});
}

TEST(SpeaksFor, what_speaks_of_itself_as_it_is_a_party) {
  const std::string text = "Lakeair said it had made an offer. Roe said it was late.";
  CaseReader reader;
  const auto found = reader.learn(text).mentions(text);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0], "Lakeair ->  / Lakeair (party)");
  for (const std::string& mention : found) EXPECT_FALSE(mention.starts_with("Roe ->"));
}

TEST(SpeaksFor, the_only_one_who_answers_in_a_transcript_speaks_for_whoever_issues_it) {
  expect_told({"Roe", "Ruritania", true,
               "Ministry of Foreign Affairs of Ruritania\n\nPress Briefing\n\nMR. ROE: We are "
               "ready to talk.\n\nQUESTION: When?\n\nMR. ROE: Soon.\n"});
}

TEST(SpeaksFor, an_office_in_apposition_is_that_of_the_state_of_which_the_text_speaks) {
  expect_told({"Ina Poe", "Ruritania", true,
               "In its paper of July, the Ruritanian government asked for a corridor. The foreign "
               "minister, Ina Poe, told reporters that it was urgent."});
}

TEST(SpeaksFor, an_office_that_one_state_alone_has_tells_the_party) {
  expect_told({"Ina Poe", "Ireland", false,
               "Freedonia fears that. The Taoiseach, Ina Poe, said she had urged calm."});
}

TEST(SpeaksFor, of_several_such_offices_the_one_named_last_before_the_name_is_meant) {
  expect_told({"Roe", "Freedonia", true,
               "The Ruritanian foreign minister carried messages.\n\nThe Freedonian foreign "
               "minister is threatening sanctions.\n\nMinister Roe has said that he will not "
               "wait."});
}

TEST(SpeaksFor, the_leader_of_a_people_is_the_only_one_who_is_named_without_an_office) {
  expect_told({"Ina Poe", "Freedonia", true,
               "Ina Poe has accused Ruritania of shelling, she said. Ruritanian President Karl Roe "
               "said he was waiting for action from the Freedonian leader."});
}

TEST(SpeaksFor, somebody_with_a_trade_and_an_age_speaks_for_nobody) {
  expect_told({"Ina Poe", "", false,
               "The ministers will meet. \"I make bread,\" says baker Ina Poe, 52. \"One day.\""});
}

TEST(SpeaksFor, its_minister_is_that_of_the_sentences_subject) {
  const std::string text =
      "STRELSAU, June 9 (Lakewire) - Ruritania will not lease a base to Freedonia, its foreign "
      "minister said. Ruritanian Foreign Minister Ina Poe left.";
  CaseReader reader;
  const auto found = reader.learn(text).mentions(text);
  EXPECT_NE(
      std::find(found.begin(), found.end(), "its foreign minister -> Ina Poe / Ruritania (role)"),
      found.end());
}

TEST(SpeaksFor, an_official_price_is_nobody) {
  const std::string text = "Ruritania kept its official price, he said.";
  CaseReader reader;
  for (const std::string& mention : reader.learn(text).mentions(text))
    EXPECT_FALSE(mention.starts_with("its official")) << mention;
}

}  // namespace
}  // namespace entente::extract
