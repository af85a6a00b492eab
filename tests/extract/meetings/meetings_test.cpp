// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

using Strings = std::vector<std::string>;

std::vector<Meeting> meetings(const std::string& text, std::optional<Date> date = std::nullopt) {
  return kit::extracted(text, date).meetings;
}

TEST(Meetings, who_where_when) {
  const auto found = meetings(
      "Avarian President Ilan Corvo met Belmarkian President Osa Lind in Haldstad on Monday.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].parties, (Strings{"Avaria", "Belmark"}));
  EXPECT_EQ(found[0].people, (Strings{"Ilan Corvo", "Osa Lind"}));
  EXPECT_EQ(found[0].place, "Haldstad");
  EXPECT_EQ(found[0].when_words, "on Monday");
  EXPECT_EQ(found[0].when, std::nullopt);
  EXPECT_EQ(found[0].status, MeetingStatus::held);
}

TEST(Meetings, a_meeting_to_come_is_planned) {
  const auto found = meetings("Avarian and Belmarkian envoys will meet in Haldstad next week.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].status, MeetingStatus::planned);
  EXPECT_EQ(found[0].when_words, "next week");
}

TEST(Meetings, three_ministers_are_of_the_three_parties_that_the_text_names) {
  const auto found = meetings(
      "Avaria, Belmark and Corland want a truce. Avaria doubts it. Belmark and Corland do not.\n\n"
      "The three ministers met in Haldstad on Monday.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].parties, (Strings{"Avaria", "Belmark", "Corland"}));
}

TEST(Meetings, talks_on_next_year_are_not_held_next_year) {
  const auto found =
      meetings("Avaria and Belmark opened talks on next year's tolls in Haldstad on Monday.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].status, MeetingStatus::held);
}

TEST(Meetings, a_meeting_called_off_is_cancelled) {
  const auto found =
      meetings("Talks between Avaria and Belmark in Haldstad on Monday were called off.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].status, MeetingStatus::cancelled);
}

TEST(Meetings, one_that_somebody_tells_of_is_reported) {
  const auto found = meetings(
      "Avarian President Ilan Corvo said he spoke with Belmarkian President Osa Lind on Monday.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].status, MeetingStatus::reported);
}

TEST(Meetings, one_that_is_offered_lies_ahead_and_the_day_of_the_offer_is_not_its_own) {
  const Date wednesday = parse_date("2031-03-19").value();
  const auto offered = meetings(
      "Avarian President Ilan Corvo said he would be willing to meet Belmarkian President Osa Lind "
      "in Haldstad on Thursday.",
      wednesday);
  ASSERT_EQ(offered.size(), 1u);
  EXPECT_EQ(offered[0].status, MeetingStatus::proposed);
  EXPECT_EQ(offered[0].when, parse_date("2031-03-20"));
  const auto on_monday = meetings(
      "On Monday Avarian President Ilan Corvo offered to meet Belmarkian President Osa Lind in "
      "Haldstad.",
      wednesday);
  ASSERT_EQ(on_monday.size(), 1u);
  EXPECT_EQ(on_monday[0].status, MeetingStatus::proposed);
  EXPECT_EQ(on_monday[0].when, std::nullopt);
}

TEST(Meetings, several_tellings_of_one_meeting_are_one) {
  const auto found = meetings(
      "Avarian President Ilan Corvo met Belmarkian President Osa Lind in Haldstad on Monday.\n"
      "The meeting lasted five hours.\n"
      "Monday's meeting between Avaria and Belmark was hosted by Corland.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].parties, (Strings{"Avaria", "Belmark", "Corland"}));
  EXPECT_EQ(
      found[0].words,
      "Avarian President Ilan Corvo met Belmarkian President Osa Lind in Haldstad on Monday.");
}

TEST(Meetings, the_next_meeting_of_the_same_two_is_another) {
  const auto found = meetings(
      "Avarian President Ilan Corvo met Belmarkian President Osa Lind in Haldstad on Monday. "
      "The two will meet again in Torvik on Thursday.");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].parties, (Strings{"Avaria", "Belmark"}));
  EXPECT_EQ(found[1].status, MeetingStatus::planned);
}

TEST(Meetings, the_day_a_thing_was_said_dates_no_meeting) {
  const auto found = meetings(
      "Avarian President Ilan Corvo said on Sunday that he met Belmarkian President Osa Lind in "
      "Haldstad.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].when_words, "");
}

TEST(Meetings, weekdays_are_dated_by_tense_against_a_known_date) {
  const auto wednesday = parse_date("2031-03-05");
  const auto held = meetings("Avaria and Belmark held talks in Haldstad on Monday.", wednesday);
  const auto planned =
      meetings("Avaria and Belmark will hold talks in Haldstad on Monday.", wednesday);
  ASSERT_EQ(held.size() + planned.size(), 2u);
  EXPECT_EQ(held[0].when, parse_date("2031-03-03"));
  EXPECT_EQ(planned[0].when, parse_date("2031-03-10"));
}

TEST(Meetings, a_calendar_day_needs_no_printed_date_when_it_has_its_year) {
  const auto found = meetings("Avaria and Belmark held talks in Haldstad on 10 March 2031.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].when, parse_date("2031-03-10"));
}

TEST(Meetings, talk_of_talks_is_no_meeting) {
  EXPECT_TRUE(meetings("Talks are the only way. Avaria said the meeting room was cold.").empty());
}

TEST(Meetings, two_who_have_not_met_have_not_met) {
  EXPECT_TRUE(
      meetings("Avarian President Ilan Corvo and Belmarkian President Osa Lind have not met "
               "since the war began.")
          .empty());
}

TEST(Meetings, who_speaks_of_we_is_there) {
  const auto found =
      meetings("\"We met the Belmarkians in Haldstad,\" Avarian President Ilan Corvo said.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].parties, (Strings{"Avaria", "Belmark"}));
}

TEST(Meetings, evidence_is_the_text_at_its_place) {
  const std::string text =
      "“It was good,” he said. Avarian President Ilan Corvo met Belmarkian President Osa Lind on "
      "Monday.";
  for (const Meeting& meeting : meetings(text))
    EXPECT_EQ(slice_utf8(from_utf8(text), meeting.evidence), meeting.words);
}

}  // namespace
}  // namespace entente::extract
