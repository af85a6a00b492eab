// SPDX-License-Identifier: Apache-2.0
// Where speakers and what they say begin and end.
#include <gtest/gtest.h>

#include "extract/attribution_kit.h"

namespace entente::extract {
namespace {

TEST(Attribution, that_after_a_speech_is_not_what_was_said) {
  EXPECT_EQ(told("“We accept the map,” Bright told the council in a speech that was broken off "
                 "twice. “A map is not a peace.”"),
            (Strings{"Bright [told] We accept the map, + A map is not a peace."}));
}

TEST(Attribution, a_parenthesis_of_the_speaker_splits_a_sentence) {
  EXPECT_EQ(told("The monitors, according to Bright, will be unarmed."),
            (Strings{"Bright [according to] The monitors + will be unarmed"}));
  EXPECT_EQ(told("The lawyers, Bright said, were “looking for a second port.”"),
            (Strings{"Bright [said] The lawyers + were “looking for a second port.”"}));
  EXPECT_EQ(told("Rebuilding the port will cost much, Bright told the council on Monday."),
            (Strings{"Bright [told] Rebuilding the port will cost much"}));
}

TEST(Attribution, somebody_cited_as_saying_is_the_speaker) {
  EXPECT_EQ(told("The paper cited an unnamed senior official as saying that the port would open."),
            (Strings{"an unnamed senior official [saying] the port would open"}));
}

TEST(Attribution, an_apposition_with_who_does_not_make_the_next_name_the_speaker) {
  EXPECT_EQ(
      told("A senior diplomat, who spoke on Sunday, said Veland, Norra and Skarrow were ready "
           "to wait."),
      (Strings{"A senior diplomat [said] Veland, Norra and Skarrow were ready to wait"}));
}

TEST(Attribution, and_she_announced_begins_a_report_of_its_own) {
  EXPECT_EQ(
      told("Bright said the sides were close, and she announced £40m for the harbour."),
      (Strings{"Bright [said] the sides were close", "she [announced] £40m for the harbour"}));
}

TEST(Attribution, a_renewed_call_is_what_is_called_for) {
  EXPECT_EQ(told("Bright renewed Veland's call for an immediate truce."),
            (Strings{"Bright [renewed Veland's call] an immediate truce"}));
}

TEST(Attribution, a_condition_with_while_belongs_to_what_is_refused) {
  EXPECT_EQ(told("Bright ruled out a truce while the army held the locks."),
            (Strings{"Bright [ruled out] !a truce while the army held the locks"}));
}

TEST(Attribution, when_it_was_said_is_left_out_after_a_quoted_charge) {
  EXPECT_EQ(told("Bright has accused Norra of “stalling the talks” after two days without a text."),
            (Strings{"Bright [has accused] Norra of “stalling the talks”"}));
}

TEST(Attribution, words_that_tell_nothing_are_no_statements) {
  EXPECT_EQ(told("Norra, meanwhile, sought to reassure."), Strings{});
  EXPECT_EQ(told("Last month, minutes show, Bright said so again."), Strings{});
  EXPECT_EQ(told("Asked about reports that Norra had threatened to leave, Bright said she would "
                 "stay."),
            (Strings{"Bright [said] she would stay"}));
}

TEST(Attribution, a_turn_holds_the_reports_its_speaker_gives_of_others) {
  const auto found = told(
      "Q: Norra says the port is closed to us.\n\nA: It is not. We opened it.\n\n"
      "Q: Will you meet?\n\nA: We will. President Stern has proposed that the two sides meet.");
  EXPECT_NE(std::find(found.begin(), found.end(), "Norra [says] the port is closed to us"),
            found.end());
  EXPECT_NE(
      std::find(found.begin(), found.end(), "President Stern [has proposed] the two sides meet"),
      found.end());
}

TEST(Attribution, mediators_who_are_described_are_still_those_told) {
  EXPECT_EQ(
      told("Bright has told visiting Norran mediators that her country will not sign, the "
           "ministry said."),
      (Strings{"the ministry [said] Bright has told visiting Norran mediators that her country "
               "will not sign",
               "Bright [has told] her country will not sign"}));
}

TEST(Attribution, the_narrator_after_the_last_turn_is_no_part_of_it) {
  const auto found = told(
      "ANN MARLOW: Who gave way?\n\nPAUL TERN: Nobody did, I think.\n\nANN MARLOW: And now?\n\n"
      "PAUL TERN: I would wait.\n\nIn an address on Sunday, Bright said the port would \"never be "
      "shared.\" We asked for an interview.");
  EXPECT_NE(std::find(found.begin(), found.end(), "PAUL TERN [] I would wait."), found.end());
  EXPECT_NE(
      std::find(found.begin(), found.end(), "Bright [said] the port would \"never be shared.\""),
      found.end());
}

TEST(Attribution, a_condition_behind_a_comma_belongs_to_the_offer) {
  EXPECT_EQ(told("Bright has offered to cut the tolls by half, on condition that the locks open."),
            (Strings{"Bright [has offered] to cut the tolls by half, on condition that the locks "
                     "open"}));
  EXPECT_EQ(told("The council offered to hold talks in May, provided Norra withdraws the decree."),
            (Strings{"The council [offered] to hold talks in May, provided Norra withdraws the "
                     "decree"}));
}

TEST(Attribution, a_date_after_since_ends_no_request) {
  EXPECT_EQ(told("She requested the release of all those detained since February and an end to air "
                 "strikes."),
            (Strings{"She [requested] the release of all those detained since February and an end "
                     "to air strikes"}));
}

TEST(Attribution, a_second_speaker_with_his_name_between_commas_ends_the_first_report) {
  const Strings found = told(
      "The council demanded that the port be opened, and its chairman, Ada Bright, warned "
      "that time was short.");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], "The council [demanded] the port be opened");
  EXPECT_TRUE(found[1].ends_with("[warned] time was short")) << found[1];
}

TEST(Attribution, a_further_deed_is_not_said) {
  EXPECT_EQ(told("The council called the pact a mistake and expelled the envoy in April."),
            (Strings{"The council [called] the pact a mistake"}));
  EXPECT_EQ(told("Bright demanded the release of captured and wounded soldiers."),
            (Strings{"Bright [demanded] the release of captured and wounded soldiers"}));
}

TEST(Attribution, what_was_described_by_somebody_is_his_word) {
  EXPECT_EQ(told("The speech was hailed by Ada Bright as \"a turning point\"."),
            (Strings{"Ada Bright [was hailed] a turning point"}));
}

TEST(Attribution, a_speech_in_which_something_was_said_has_a_verb_of_its_own) {
  const Strings found = told(
      "The speech, in which he said that the raids must stop, was broadcast by the state radio.");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0], "he [said] the raids must stop");
}

TEST(Attribution, a_sentence_goes_on_with_its_verb_behind_the_speaker) {
  EXPECT_EQ(told("The withdrawal of the third brigade from the road, she explained, could be "
                 "considered in May."),
            (Strings{"she [explained] The withdrawal of the third brigade from the road + could be "
                     "considered in May"}));
  EXPECT_EQ(told("On troops, she admitted, they were still far apart."),
            (Strings{"she [admitted] On troops + they were still far apart"}));
}

TEST(Attribution, a_comment_on_what_was_quoted_is_the_writers) {
  EXPECT_EQ(told("Bright said the work \"goes on\", which is what the union fears."),
            (Strings{"Bright [said] the work \"goes on\""}));
}

TEST(Attribution, according_to_behind_a_colon_looks_forward) {
  EXPECT_EQ(told("The council has not moved: according to Bright, one toll for all would be a "
                 "mistake."),
            (Strings{"Bright [according to] one toll for all would be a mistake"}));
}

TEST(Attribution, officials_briefed_on_something_speak_with_the_verb_behind) {
  for (const std::string& one : told("Two officials briefed on the plan said Norra had agreed."))
    EXPECT_EQ(one.find("] said"), std::string::npos) << one;
}

TEST(Attribution, what_is_let_be_known_or_maintained) {
  EXPECT_EQ(told("The council has let it be known that the port stays shut."),
            (Strings{"The council [has let it be known] the port stays shut"}));
  EXPECT_EQ(told("The council maintains it has to close the port."),
            (Strings{"The council [maintains] it has to close the port"}));
  EXPECT_EQ(told("The council maintains order in the port."), Strings{});
}

TEST(Attribution, whoever_did_something_that_who_tells_is_the_speaker_himself) {
  EXPECT_EQ(
      told("An envoy who briefed reporters on condition of anonymity said the port was shut."),
      (Strings{"An envoy [said] the port was shut"}));
  EXPECT_EQ(told("Ada Bright, who signed for the Lake Union, the largest group that has a seat, "
                 "said her side would press on."),
            (Strings{"Ada Bright [said] her side would press on"}));
}

TEST(Attribution, somebody_close_to_or_familiar_with_something_is_named_to_the_end) {
  EXPECT_EQ(told("According to a source close to the presidency, a list was handed over."),
            (Strings{"a source close to the presidency [According to] a list was handed over"}));
  EXPECT_EQ(told("The demand was dropped, according to an official involved in the secret talks."),
            (Strings{"an official involved in the secret talks [according to] The demand was "
                     "dropped"}));
}

}  // namespace
}  // namespace entente::extract
