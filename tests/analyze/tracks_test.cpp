// SPDX-License-Identifier: Apache-2.0
// Planned beside held, over all documents; follow-ups by who meets whom.
#include "analyze/tracks/tracks.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

class Diary {
 public:
  Diary& document(const char* day = nullptr) {
    DocumentCard card;
    card.id.number = static_cast<std::uint32_t>(whole_.documents.size() + 1);
    if (day) card.date = parse_date(day);
    whole_.documents.push_back(card);
    return *this;
  }
  Diary& meeting(MeetingStatus status, const std::string& place, const char* day,
                 std::vector<std::string> parties = {"Avara", "Belan"}) {
    Meeting made;
    made.id.number = static_cast<std::uint32_t>(whole_.meetings.size() + 1);
    made.document = whole_.documents.back().id;
    made.parties = std::move(parties);
    made.place = place;
    if (day) made.when = parse_date(day);
    made.status = status;
    whole_.meetings.push_back(made);
    return *this;
  }
  Case& whole() { return whole_; }
  MeetingTrack only_track() {
    const auto found = analyze::tracks(whole_);
    if (found.size() != 1) throw std::logic_error("not one track");
    return found[0];
  }

 private:
  Case whole_;
};

using enum MeetingStatus;

TEST(Tracks, a_meeting_planned_in_one_article_and_held_in_another_was_kept) {
  const auto track = Diary()
                         .document("2031-03-01")
                         .meeting(planned, "Harrow", "2031-03-04")
                         .document("2031-03-05")
                         .meeting(held, "Harrow", "2031-03-04")
                         .only_track();
  ASSERT_EQ(track.events.size(), 1u);
  EXPECT_EQ(track.events[0].outcome, MeetingOutcome::kept);
  EXPECT_EQ(track.events[0].told, (std::vector<MeetingId>{{1}, {2}}));
}

TEST(Tracks, a_planned_day_that_is_past_without_a_word_is_unheard_of_and_not_held) {
  const auto track = Diary()
                         .document("2031-03-01")
                         .meeting(planned, "Harrow", "2031-03-04")
                         .document("2031-03-20")
                         .only_track();
  EXPECT_EQ(track.events.at(0).outcome, MeetingOutcome::unheard);
}

TEST(Tracks, a_plan_is_not_kept_by_what_was_held_before_it) {
  const auto track = Diary()
                         .document("2031-03-01")
                         .meeting(held, "Harrow", "2031-02-27")
                         .document("2031-03-02")
                         .meeting(planned, "Harrow", nullptr)
                         .only_track();
  ASSERT_EQ(track.events.size(), 2u);
  EXPECT_EQ(track.events[0].outcome, MeetingOutcome::held);
  EXPECT_EQ(track.events[1].outcome, MeetingOutcome::planned);
}

TEST(Tracks, a_plan_without_a_day_is_kept_by_the_next_meeting_at_its_place) {
  const auto track = Diary()
                         .document("2031-03-01")
                         .meeting(planned, "Harrow", nullptr)
                         .document("2031-03-09")
                         .meeting(held, "Harrow", "2031-03-08")
                         .only_track();
  ASSERT_EQ(track.events.size(), 1u);
  EXPECT_EQ(track.events[0].outcome, MeetingOutcome::kept);
  EXPECT_EQ(track.events[0].when, parse_date("2031-03-08"));
}

TEST(Tracks, follow_ups_of_the_same_parties_stand_in_order_whoever_mediates) {
  Diary diary;
  diary.whole().codebook.parties = {
      {"Corla", PartyKind::mediator, Consent::not_required, {}, {}, {}}};
  const auto track = diary.document("2031-03-20")
                         .meeting(held, "Harrow", "2031-03-10", {"Avara", "Belan", "Corla"})
                         .meeting(held, "Alton", "2031-03-04")
                         .only_track();
  EXPECT_EQ(track.parties, (std::vector<std::string>{"Avara", "Belan"}));
  ASSERT_EQ(track.events.size(), 2u);
  EXPECT_EQ(track.events[0].place, "Alton");
  EXPECT_EQ(track.events[1].place, "Harrow");
}

TEST(Tracks, other_parties_are_another_track_and_copies_and_rejected_meetings_are_in_none) {
  Diary diary;
  diary.document("2031-03-20")
      .meeting(held, "Harrow", "2031-03-10")
      .meeting(held, "Alton", "2031-03-11", {"Avara", "Corla"})
      .meeting(held, "Alton", "2031-03-12");
  diary.whole().meetings.back().review.status = Status::rejected;
  diary.document("2031-03-20").meeting(held, "Harrow", "2031-03-14");
  diary.whole().documents.back().same_account_as = DocumentId{1};
  const auto found = analyze::tracks(diary.whole());
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].events.size() + found[1].events.size(), 2u);
}

}  // namespace
}  // namespace entente
