// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

using Strings = std::vector<std::string>;

std::vector<Meeting> told_in(const std::string& text, std::optional<Date> date = std::nullopt) {
  return kit::extracted(text, date).meetings;
}

// "Avaria+Belmark Haldstad held", parties in the order of the alphabet.
std::string short_form_of(const Meeting& meeting) {
  Strings parties = meeting.parties;
  std::sort(parties.begin(), parties.end());
  std::string out;
  for (const std::string& party : parties) out += (out.empty() ? "" : "+") + party;
  return out + " " + (meeting.place.empty() ? "-" : meeting.place) + " " +
         std::string(word_of(meeting.status));
}
Strings short_forms(const std::string& text) {
  Strings out;
  for (const Meeting& meeting : told_in(text)) out.push_back(short_form_of(meeting));
  return out;
}

TEST(MeetingPassages, a_wire_report_of_a_day_of_talks_and_the_next_round) {
  EXPECT_EQ(
      short_forms("HALDSTAD, Corland (Northwater) — Two days of talks between Avaria and Belmark "
                  "ended on Sunday without a deal on prisoners.\n"
                  "\"We are no closer,\" Avarian Foreign Minister Ilan Corvo told reporters.\n"
                  "The two delegations ate at separate tables.\n"
                  "The next round is set for Sept. 14 in Lorne Bay."),
      (Strings{"Avaria+Belmark Haldstad held", "Avaria+Belmark Lorne Bay planned"}));
}

TEST(MeetingPassages, a_readout_of_a_call_is_a_meeting_without_a_place) {
  EXPECT_EQ(short_forms("Corlandic President Una Brandt spoke by telephone with Avarian President "
                        "Ilan Corvo on Tuesday.\n"
                        "During the call, President Brandt underlined the need for restraint."),
            (Strings{"Avaria+Corland - held"}));
}

TEST(MeetingPassages, two_calls_of_one_minister_are_two) {
  EXPECT_EQ(short_forms("Corlandic Foreign Minister Una Brandt held a telephone call on Monday "
                        "with "
                        "Avarian Foreign Minister Ilan Corvo.\n"
                        "In a separate call, she spoke with Belmarkian Foreign Minister Osa Lind."),
            (Strings{"Avaria+Corland - held", "Belmark+Corland - held"}));
}

TEST(MeetingPassages, shuttle_diplomacy_is_one_meeting_for_each_capital) {
  EXPECT_EQ(short_forms("Corlandic envoy Una Brandt met Avarian President Ilan Corvo in Port "
                        "Sel on "
                        "Monday. On Tuesday she held talks with Belmarkian President Osa Lind in "
                        "Torvik."),
            (Strings{"Avaria+Corland Port Sel held", "Belmark+Corland Torvik held"}));
}

TEST(MeetingPassages, those_who_reconvene_are_those_whom_the_text_is_about) {
  const auto found = short_forms(
      "Avaria and Belmark accused each other on Friday of shelling the valley. Avaria said that "
      "Belmark fired first. Belmark denied that its troops had fired. Corland called for calm.\n"
      "The delegations are due to meet again on Thursday in Haldstad.");
  EXPECT_EQ(found, (Strings{"Avaria+Belmark Haldstad planned"}));
}

TEST(MeetingPassages, a_meeting_within_a_quotation_is_reported) {
  EXPECT_EQ(short_forms("\"We sat down with the Belmarkians in Haldstad on Monday,\" Avarian "
                        "President Ilan Corvo told parliament."),
            (Strings{"Avaria+Belmark Haldstad reported"}));
}

TEST(MeetingPassages, an_offer_to_host_is_no_plan) {
  const auto found = told_in(
      "Avaria and Belmark have not agreed on a date. Avarian President Ilan Corvo said he was "
      "ready "
      "to meet Belmarkian President Osa Lind in Haldstad.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(short_form_of(found[0]), "Avaria+Belmark Haldstad proposed");
}

TEST(MeetingPassages, no_plans_and_refusals_are_no_meetings) {
  EXPECT_TRUE(told_in("Avarian President Ilan Corvo has no plans to meet Belmarkian President Osa "
                      "Lind in Haldstad.")
                  .empty());
  EXPECT_TRUE(told_in("Avarian President Ilan Corvo refused to sit down with Belmarkian President "
                      "Osa Lind in Haldstad on Monday.")
                  .empty());
  EXPECT_TRUE(told_in("Avarian President Ilan Corvo and Belmarkian President Osa Lind did not meet "
                      "in Haldstad on Monday.")
                  .empty());
}

TEST(MeetingPassages, what_would_be_if_they_met_is_no_meeting) {
  EXPECT_TRUE(told_in("If Avarian President Ilan Corvo and Belmarkian President Osa Lind meet in "
                      "Haldstad on Monday the guns may fall silent.")
                  .empty());
}

TEST(MeetingPassages, a_postponed_session_is_cancelled) {
  EXPECT_EQ(short_forms("A second session of talks between Avaria and Belmark in Haldstad, due on "
                        "Monday, was postponed."),
            (Strings{"Avaria+Belmark Haldstad cancelled"}));
}

TEST(MeetingPassages, the_one_who_speaks_after_talks_with_another_was_there) {
  EXPECT_EQ(short_forms("A truce is near, Avaria's foreign minister said on Monday after three "
                        "hours of "
                        "talks with Belmark in Haldstad."),
            (Strings{"Avaria+Belmark Haldstad held"}));
}

TEST(MeetingPassages, a_mediator_is_not_one_of_the_two) {
  EXPECT_EQ(short_forms("Avaria's foreign minister left without a word as Corland-mediated "
                        "talks ended "
                        "in Haldstad on Monday. Belmark was blamed by Avaria. Belmark denied "
                        "it. Avaria and Belmark are still at war."),
            (Strings{"Avaria+Belmark+Corland Haldstad held"}));
}

TEST(MeetingPassages, whose_summit_it_is_on_the_sidelines_of_which_two_meet_need_not_be_there) {
  EXPECT_EQ(short_forms("Avarian President Ilan Corvo met Belmarkian President Osa Lind on the "
                        "sidelines of the Corland summit in Haldstad on Monday."),
            (Strings{"Avaria+Belmark Haldstad held"}));
}

TEST(MeetingPassages, a_fight_or_a_journey_is_no_meeting) {
  EXPECT_TRUE(
      told_in("Avarian soldiers clashed with Belmarkian troops near Haldstad on Monday.").empty());
  EXPECT_TRUE(told_in("Avarian President Ilan Corvo left before travelling to Torvik on Monday. "
                      "Belmarkian President Osa Lind received assurances.")
                  .empty());
}

TEST(MeetingPassages, a_target_or_demand_that_is_met_is_no_meeting) {
  EXPECT_TRUE(
      told_in("Avaria said in Haldstad on Monday that Belmark had met all its demands.").empty());
}

TEST(MeetingPassages, a_city_told_by_its_country_is_the_dateline_s) {
  EXPECT_EQ(short_forms("HALDSTAD (Northwater) — Avarian President Ilan Corvo held talks with "
                        "Belmarkian President Osa Lind in the Corlandic capital on Monday."),
            (Strings{"Avaria+Belmark Haldstad held"}));
}

TEST(MeetingPassages, who_hosted_the_meeting_was_there) {
  EXPECT_EQ(short_forms("Avarian President Ilan Corvo met Belmarkian President Osa Lind in "
                        "Haldstad "
                        "on Monday. Corlandic President Una Brandt, who hosted the meeting, spoke "
                        "of progress."),
            (Strings{"Avaria+Belmark+Corland Haldstad held"}));
}

}  // namespace
}  // namespace entente::extract
