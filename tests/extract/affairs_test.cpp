// SPDX-License-Identifier: Apache-2.0
// Offices, aides and bodies whose country or group a text leaves to its reader.
#include <gtest/gtest.h>

#include "extract/people_kit.h"

namespace entente::extract {
namespace {

struct Untold {
  std::string text, person, party;
};

void expect_affairs(const std::vector<Untold>& cases) {
  for (const Untold& one : cases) {
    const CaseReader reader = CaseReader{}.learn(one.text);
    const Person* person = reader.person(one.person);
    ASSERT_NE(person, nullptr) << one.person << " in: " << one.text;
    EXPECT_EQ(person->party, one.party) << one.text;
  }
}

const std::string at_home =
    "Ruritania is torn over the truce. Ruritanian troops shelled the ridge, and Ruritania's allies "
    "are angry. Freedonia welcomed the truce.\n\n";

TEST(Affairs, a_minister_without_a_country_is_of_the_state_whose_affairs_are_told) {
  expect_affairs({
      {at_home + "Far-right ministers want to quit.\n\n"
                 "Finance Minister Jane Roe said stopping now would be a mistake.",
       "Jane Roe", "Ruritania"},
      {at_home + "Opposition leader Max Moe offered his votes.", "Max Moe", "Ruritania"},
  });
  EXPECT_TRUE(CaseReader{}
                  .learn(at_home + "\n\nFinance Minister Jane Roe said no.")
                  .person("Jane Roe")
                  ->party_guessed);
}

TEST(Affairs, two_states_that_are_as_near_leave_it_open) {
  expect_affairs({{"Ruritania and Freedonia met. Finance Minister Jane Roe said it was late.",
                   "Jane Roe", ""}});
}

TEST(Affairs, where_talks_are_only_held_is_nobodys_country) {
  expect_affairs(
      {{"Truce talks in Strelsau\n\nThe rebels sat down again in Strelsau. They had met "
        "in Strelsau before. Finance Minister Jane Roe said it was late.",
        "Jane Roe", ""}});
}

TEST(Affairs, only_a_country_that_has_the_office_can_be_meant) {
  const std::string both =
      "France, Germany and Spain wrote a paper. The French army, Germany's army and the Spanish "
      "army would help.\n\n";
  expect_affairs(
      {{both + "Chancellor Jane Roe said it was no spectator's paper.", "Jane Roe", "Germany"},
       {"Spain said no, and Spain's army left. Spain stays away.\n\nPresident Jane Roe "
        "said it was late.",
        "Jane Roe", ""}});
}

TEST(Affairs, an_outlet_leaves_out_its_own_country) {
  const std::string foot = "\n\nCopyright 2031 The Strelsau Courier. All rights reserved.";
  expect_affairs({{"The rebels left the talks on Monday.\n\nGovernment spokesman and chief "
                   "negotiator Prof. J. L. Roe said it was a surprise." +
                       foot,
                   "J. L. Roe", "Ruritania"},
                  {"The rebels left the talks on Monday.\n\nPresident Ada Loe blamed the "
                   "Government for it." +
                       foot,
                   "Ada Loe", "Ruritania"}});
}

TEST(Affairs, whoever_publishes_the_following_statement_has_the_ministers_in_it) {
  expect_affairs(
      {{"The Ministry of Foreign Affairs of Ruritania on Friday published the following "
        "statement.\n\nThe talks were useful. The Minister of Foreign Affairs, Jane Roe, "
        "said that they would go on.",
        "Jane Roe", "Ruritania"}});
}

TEST(Affairs, an_official_speaks_of_his_own_president) {
  expect_affairs(
      {{"Freedonia sent nobody.\n\nThe head of the Ruritanian delegation, Envoy Jane "
        "Roe, recalled that President Otto Loe was ready for a meeting.",
        "Otto Loe", "Ruritania"}});
}

TEST(Affairs, one_person_may_have_two_offices) {
  const CaseReader reader = CaseReader{}.learn(
      "The Ruritanian side was represented by Deputy Prime Minister and Foreign Minister Jane "
      "Roe.");
  ASSERT_NE(reader.person("Jane Roe"), nullptr);
  EXPECT_EQ(reader.person("Jane Roe")->role,
            "Deputy Prime Minister; Foreign Minister; head of delegation");
  EXPECT_EQ(reader.person("Jane Roe")->party, "Ruritania");
}

TEST(Affairs, of_a_president_and_a_minister_each_has_one) {
  const CaseReader reader =
      CaseReader{}.learn("The Ruritanian president and Foreign Minister Jane Roe met on Monday.");
  ASSERT_NE(reader.person("Jane Roe"), nullptr);
  EXPECT_EQ(reader.person("Jane Roe")->role, "Foreign Minister");
}

TEST(Affairs, letters_before_an_office_are_whom_it_serves) {
  expect_affairs({
      {"LWX propaganda secretary Max Moe said his party would march.", "Max Moe", "LWX"},
      {"In came H.E. Minister Max Moe of Ruritania.", "Max Moe", "Ruritania"},
  });
  EXPECT_EQ(
      CaseReader{}.learn("CNX correspondent Max Moe said it was late.").person("Max Moe")->party,
      "");
}

TEST(Affairs, who_acts_for_a_group_is_of_it) {
  expect_affairs({
      {"Max Moe, who signed for the Lake Liberation Front, said it would go on.", "Max Moe",
       "Lake Liberation Front"},
      {"Max Moe of the citizens' movement Red Lake said the town would fall.", "Max Moe",
       "Red Lake"},
      {"The Lake Liberation Front (LLF) left. The rebels' chief negotiator, Max Moe, said it would "
       "not come back.",
       "Max Moe", "Lake Liberation Front"},
  });
}

TEST(Affairs, their_spokesman_is_of_those_who_act_before_and_never_of_the_state) {
  expect_affairs(
      {{"Ruritania's government ruled the talks out.\n\nThe Lake Liberation Front "
        "rejects the offer. \"We want land,\" their spokesman, Max Moe, said.",
        "Max Moe", "Lake Liberation Front"},
       {"Ruritania's government ruled the talks out.\n\nThe farmers reject the offer. \"We "
        "want land,\" their spokesman, Max Moe, said.",
        "Max Moe", ""}});
}

TEST(Affairs, its_head_is_of_the_body_that_the_sentence_before_names) {
  expect_affairs({
      {"Freedonia waits. The Lake bishops' conference, which has long asked for it, offered help. "
       "Its head, Bishop Max Moe, said the church was ready.",
       "Max Moe", "Lake bishops' conference"},
      {"The Ruritania Lake Congress wants a seat. Its leader, Minister Max Moe, warned of a split.",
       "Max Moe", "Ruritania Lake Congress"},
      {"Asked whether Freedonia would come back, its political chief Max Moe said it depended.",
       "Max Moe", "Freedonia"},
  });
}

TEST(Affairs, his_aide_is_of_whoever_spoke_before_not_of_a_town_named_since) {
  expect_affairs({{"Freedonian President Max Moe, speaking in Ombria, demanded a vote. His foreign "
                   "policy aide, Ivo Tarn, said it was late.",
                   "Ivo Tarn", "Freedonia"},
                  {"Ivo Tarn, Freedonian President Max Moe's security adviser, said it was late.",
                   "Ivo Tarn", "Freedonia"}});
}

TEST(Affairs, an_army_that_acts_is_that_of_the_state_the_text_is_about) {
  const auto list = mentions_of(at_home +
                                "The army said it had struck back.\n\nIts spokesman, "
                                "Captain Ivo Tarn, said no more.");
  EXPECT_EQ(mention(list, "The army"), " / Ruritania (party)");
  EXPECT_EQ(mention(list, "Its spokesman"), "Ivo Tarn / Ruritania (role)");
}

TEST(Affairs, somebody_unnamed_in_a_capital_is_of_its_state) {
  const auto list = mentions_of(
      "A presidential adviser in Strelsau said it was late. The adviser declined to say more.");
  EXPECT_EQ(mention(list, "A presidential adviser"), " / Ruritania (unnamed)");
  EXPECT_EQ(mention(list, "The adviser"), " / Ruritania (role)");
}

TEST(Affairs, the_official_is_the_one_without_a_name_until_another_is_named) {
  const auto list = mentions_of(
      "A senior Ruritanian official denied it. The official said Freedonia was to blame. "
      "Freedonian official Max Moe said it was not.");
  EXPECT_EQ(mention(list, "The official"), " / Ruritania (role)");
}

TEST(Affairs, the_president_is_the_subject_before_whose_office_nobody_has_told) {
  const auto list = mentions_of(
      "Freedonian President Max Moe left early. The hall was cold. It rained. Jane Roe thanked the "
      "delegation, a speaker said. She was tired. In her evening address, Jane Roe spoke of peace. "
      "But the president insisted on a vote.");
  EXPECT_EQ(mention(list, "the president"), "Jane Roe /  (role)");
}

TEST(Affairs, he_is_whose_sentence_it_was_not_whom_it_quotes) {
  const auto list = mentions_of(
      "The head of the Ruritanian delegation, Envoy Jane Roe, recalled that Freedonian President "
      "Max "
      "Moe had declared his readiness. She said that was not enough.");
  EXPECT_EQ(mention(list, "She"), "Jane Roe / Ruritania (pronoun)");
}

TEST(Affairs, the_negotiator_is_whoever_heads_the_delegation_here) {
  CaseReader reader;
  reader.learn("Ruritania's chief negotiator, Ada Loe, left.");
  const std::string text =
      "Ruritania's chief negotiator accused Freedonia. Jane Roe, who heads the Ruritanian "
      "delegation, said it was playing for time.";
  reader.learn(text);
  EXPECT_EQ(mention(reader.mentions(text), "Ruritania's chief negotiator"),
            "Jane Roe / Ruritania (role)");
}

TEST(Affairs, a_spelling_that_only_one_of_the_case_may_have_is_that_person) {
  CaseReader reader;
  reader.learn("Ruritanian President Volodar Kerensky spoke.");
  EXPECT_EQ(mention(reader.mentions("Kerenskyy thanked the delegation."), "Kerenskyy"),
            "Volodar Kerensky / Ruritania (person)");
}

TEST(Affairs, swapped_states_give_mirrored_guesses) {
  const auto party = [](std::string home, std::string other) {
    const std::string text = home + " is torn. " + home + "'s army left, and " + home +
                             "'s allies too. " + other +
                             " waits.\n\nFinance Minister Jane Roe "
                             "said no.";
    return CaseReader{}.learn(text).person("Jane Roe")->party;
  };
  EXPECT_EQ(party("Ruritania", "Freedonia"), "Ruritania");
  EXPECT_EQ(party("Freedonia", "Ruritania"), "Freedonia");
}

}  // namespace
}  // namespace entente::extract
