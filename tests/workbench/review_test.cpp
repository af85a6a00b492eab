// SPDX-License-Identifier: Apache-2.0
#include "workbench/review.h"

#include <gtest/gtest.h>

#include "kit/sample_case.h"
#include "kit/says.h"
#include "support.h"

namespace entente {
namespace {

using kit::says;
using Fields = std::map<std::string, std::string>;

const Signature reader{"A. Reader", "misread"};

Revision revise(const Case& contents) { return Revision(contents, reader, "2031-04-01T10:00:00Z"); }

store::Store::Change edited(const Case& contents, const std::string& item, const Fields& fields) {
  Revision revision = revise(contents);
  revision.edit(item, fields);
  return revision.change();
}

// "Ilan Tore" is a spelling of w1, and said statement 4.
Case with_variant() {
  Case contents = kit::small_case();
  Person variant = contents.people[1];
  variant.name = "Ilan Tore";
  variant.party = "Arvenia";
  variant.same_as = PersonId{1};
  contents.people[1] = variant;
  contents.statements[3].person = PersonId{2};
  contents.statements[3].speaker = "Ilan Torre";
  contents.positions[3].reported_by = "Ilan Torre";
  return contents;
}

TEST(Review, confirming_signs_the_item_and_logs_what_changed) {
  Revision revision = revise(kit::small_case());
  revision.confirm("p1");
  const auto change = revision.change();
  ASSERT_EQ(change.positions.size(), 1u);
  EXPECT_EQ(change.positions[0].review, (Review{Status::confirmed, "A. Reader"}));
  ASSERT_EQ(change.log.size(), 1u);
  EXPECT_EQ(change.log[0], (LogEntry{0, "2031-04-01T10:00:00Z", "A. Reader", "confirm", "p1",
                                     R"({"review": "suggested", "by": "entente test"})",
                                     R"({"review": "confirmed", "by": "A. Reader"})", "misread"}));
}

TEST(Review, nothing_is_changed_without_a_name) {
  EXPECT_EQ(failure_of([] { Revision({}, {"  ", "why"}, "now"); }).kind, FailureKind::usage);
}

TEST(Review, a_rejection_needs_a_reason_and_a_confirmation_does_not) {
  Revision revision(kit::small_case(), {"A. Reader", ""}, "now");
  EXPECT_EQ(failure_of([&] { revision.reject("p1"); }).kind, FailureKind::usage);
  revision.confirm("p1");
  EXPECT_EQ(revision.change().log.size(), 1u);
}

TEST(Review, rejecting_a_statement_rejects_the_positions_that_rest_on_it) {
  Revision revision = revise(kit::small_case());
  revision.reject("s3");
  const auto change = revision.change();
  ASSERT_EQ(change.positions.size(), 1u);
  EXPECT_EQ(change.positions[0].id.text(), "p3");
  EXPECT_EQ(change.positions[0].review.status, Status::rejected);
  ASSERT_EQ(change.log.size(), 2u);
  EXPECT_EQ(change.log[1].item, "p3");
  EXPECT_EQ(change.log[1].why, "follows s3: misread");
}

TEST(Review, a_position_cannot_be_confirmed_while_its_statement_is_rejected) {
  Revision revision = revise(kit::small_case());
  revision.reject("s3");
  const Failure failure = failure_of([&] { revision.confirm("p3"); });
  EXPECT_TRUE(says(failure.sentence(), "s3"));
  revision.confirm("s3");
  revision.confirm("p3");
  EXPECT_EQ(revision.change().positions[0].review.status, Status::confirmed);
}

TEST(Review, rejecting_a_merged_person_gives_the_statements_their_own_name_back) {
  Revision revision = revise(with_variant());
  revision.reject("w2");
  const auto change = revision.change();
  ASSERT_EQ(change.people.size(), 1u);
  EXPECT_FALSE(change.people[0].same_as);
  EXPECT_EQ(change.people[0].review.status, Status::confirmed);
  ASSERT_EQ(change.statements.size(), 1u);
  EXPECT_EQ(change.statements[0].speaker, "Ilan Tore");
  EXPECT_EQ(change.positions.at(0).reported_by, "Ilan Tore");
  EXPECT_EQ(change.log[0].verb, "reject");
  EXPECT_EQ(change.log[0].before,
            R"({"same_as": "w1", "review": "suggested", "by": "entente test"})");
}

TEST(Review, confirming_a_merged_person_keeps_the_merge) {
  Revision revision = revise(with_variant());
  revision.confirm("w2");
  const auto change = revision.change();
  EXPECT_EQ(change.people.at(0).same_as, PersonId{1});
  EXPECT_TRUE(change.statements.empty());
}

TEST(Review, merging_by_hand_and_undoing_it_restores_every_name) {
  const Case before = kit::small_case();
  Revision revision = revise(before);
  revision.edit("w2", {{"same_as", "w1"}});
  EXPECT_EQ(revision.change().statements.at(0).speaker, "Ilan Torre");
  revision.edit("w2", {{"same_as", ""}});
  EXPECT_EQ(revision.change().statements.at(0), before.statements[3]);
}

TEST(Review, a_person_is_never_the_same_as_itself_by_any_detour) {
  EXPECT_EQ(failure_of([] { edited(kit::small_case(), "w1", {{"same_as", "w1"}}); }).kind,
            FailureKind::usage);
  EXPECT_EQ(failure_of([] { edited(with_variant(), "w1", {{"same_as", "w2"}}); }).kind,
            FailureKind::usage);
  EXPECT_EQ(failure_of([] { edited(with_variant(), "w1", {{"same_as", "w9"}}); }).kind,
            FailureKind::usage);
}

TEST(Review, undoing_a_merge_rejects_no_statement) {
  Revision revision = revise(with_variant());
  revision.reject("w2");
  const auto change = revision.change();
  ASSERT_GT(change.log.size(), 1u);
  EXPECT_EQ(change.log[0].verb, "reject");
  EXPECT_EQ(change.log[0].item, "w2");
  for (std::size_t i = 1; i < change.log.size(); ++i) {
    EXPECT_EQ(change.log[i].verb, "edit") << change.log[i].item;
    EXPECT_TRUE(change.log[i].why.starts_with("follows ")) << change.log[i].why;
  }
  for (const Statement& statement : change.statements)
    EXPECT_EQ(statement.review.status, Status::suggested);
}

TEST(Review, a_persons_new_name_and_party_reach_the_statements_and_positions) {
  const auto change =
      edited(kit::small_case(), "w1", {{"name", "Ilan Torre-Vey"}, {"party", "Cadmia"}});
  ASSERT_EQ(change.statements.size(), 2u);
  for (const Statement& statement : change.statements) {
    EXPECT_EQ(statement.speaker, "Ilan Torre-Vey");
    EXPECT_EQ(statement.party, "Cadmia");
    EXPECT_EQ(statement.review.status, Status::suggested);
  }
  ASSERT_EQ(change.positions.size(), 2u);
  for (const Position& position : change.positions) EXPECT_EQ(position.party, "Cadmia");
}

TEST(Review, a_corrected_speaker_reaches_the_positions_that_rest_on_the_statement) {
  const auto change =
      edited(kit::small_case(), "s3", {{"speaker", "Mira Sandt"}, {"party", "Borland"}});
  EXPECT_EQ(change.statements.at(0).person, PersonId{2});
  EXPECT_EQ(change.statements.at(0).review, (Review{Status::confirmed, "A. Reader"}));
  ASSERT_EQ(change.positions.size(), 1u);
  EXPECT_EQ(change.positions[0].reported_by, "Mira Sandt");
  EXPECT_EQ(change.positions[0].party, "Borland");
}

TEST(Review, an_edit_logs_only_the_fields_that_changed) {
  const auto change =
      edited(kit::small_case(), "p1", {{"stance", "demands"}, {"firmness", "red_line"}});
  EXPECT_EQ(change.log.at(0).before,
            R"({"stance": "rejects", "review": "suggested", "by": "entente test"})");
  EXPECT_EQ(change.log.at(0).after,
            R"({"stance": "demands", "review": "confirmed", "by": "A. Reader"})");
}

TEST(Review, an_item_that_is_not_there_is_missing_and_a_word_that_names_none_is_misuse) {
  Revision revision = revise(kit::small_case());
  EXPECT_EQ(failure_of([&] { revision.confirm("p99"); }).kind, FailureKind::missing);
  EXPECT_EQ(failure_of([&] { revision.confirm("d1"); }).kind, FailureKind::usage);
  EXPECT_EQ(failure_of([&] { revision.confirm("p0"); }).kind, FailureKind::usage);
}

TEST(Edit, a_wrong_word_is_answered_with_the_words_that_are_allowed) {
  const auto sentence = [](const std::string& item, const Fields& fields) {
    const Failure failure = failure_of([&] { edited(kit::small_case(), item, fields); });
    EXPECT_EQ(failure.kind, FailureKind::usage);
    return failure.sentence();
  };
  EXPECT_TRUE(says(sentence("p1", {{"stance", "maybe"}}), "demands, wants, offers"));
  EXPECT_TRUE(says(sentence("p1", {{"firmness", "hard"}}), "red_line"));
  EXPECT_TRUE(says(sentence("p1", {{"issue", "weather"}}), "territory, force_limits, progress"));
  EXPECT_TRUE(says(sentence("p1", {{"option", "go"}}), "stay, observers, leave"));
  EXPECT_TRUE(says(sentence("p1", {{"option", "leave..stay"}}), "low..high"));
  EXPECT_TRUE(says(sentence("p4", {{"option", "x"}}), "no options"));
  EXPECT_TRUE(says(sentence("p1", {{"colour", "red"}}), "party, issue, stance"));
  EXPECT_TRUE(says(sentence("p1", {{"party", " "}}), "may not be empty"));
  EXPECT_TRUE(says(sentence("p1", {{"said", "5 March"}}), "2031-03-05"));
  EXPECT_TRUE(says(sentence("m1", {{"status", "over"}}), "held, planned, reported, cancelled"));
  EXPECT_TRUE(says(sentence("s1", {{"polarity", "no"}}), "asserted, rejected"));
  EXPECT_TRUE(says(sentence("c1", {{"issue", "weather"}}), "territory"));
  EXPECT_TRUE(says(sentence("p1", {}), "--set"));
}

TEST(Edit, an_option_is_read_against_the_new_issue_and_a_foreign_one_is_dropped) {
  const auto moved =
      edited(kit::small_case(), "p1", {{"issue", "force_limits"}, {"option", "limit"}});
  EXPECT_EQ(moved.positions.at(0).option, (OptionRange{"limit", "limit"}));
  const auto dropped = edited(kit::small_case(), "p1", {{"issue", "force_limits"}});
  EXPECT_FALSE(dropped.positions.at(0).option);
  const auto cleared = edited(kit::small_case(), "p1", {{"option", ""}});
  EXPECT_FALSE(cleared.positions.at(0).option);
}

TEST(Edit, every_field_of_a_meeting_can_be_set_and_cleared) {
  const auto set = edited(kit::small_case(), "m2",
                          {{"parties", "Borland, Arvenia ,"},
                           {"place", "Tolm"},
                           {"when_words", "in May"},
                           {"when", "2031-05-02"},
                           {"status", "cancelled"},
                           {"people", "Mira Sandt"}});
  const Meeting& meeting = set.meetings.at(0);
  EXPECT_EQ(meeting.parties, (std::vector<std::string>{"Borland", "Arvenia"}));
  EXPECT_EQ(meeting.people, std::vector<std::string>{"Mira Sandt"});
  EXPECT_EQ(meeting.place, "Tolm");
  EXPECT_EQ(meeting.when, kit::day("2031-05-02"));
  EXPECT_EQ(meeting.status, MeetingStatus::cancelled);
  const auto cleared =
      edited(kit::small_case(), "m1", {{"when", ""}, {"place", ""}, {"parties", ""}});
  EXPECT_FALSE(cleared.meetings.at(0).when);
  EXPECT_TRUE(cleared.meetings.at(0).parties.empty());
}

TEST(Review, confirming_a_rejected_statement_brings_back_the_positions_that_fell_with_it) {
  Revision rejection = revise(kit::small_case());
  rejection.reject("s3");
  Case contents = kit::small_case();
  contents.statements[2] = rejection.change().statements.at(0);
  contents.positions[2] = rejection.change().positions.at(0);
  Revision again(contents, {"B. Reader", ""}, "2031-04-02T10:00:00Z", rejection.change().log);
  again.confirm("s3");
  const auto change = again.change();
  ASSERT_EQ(change.positions.size(), 1u);
  EXPECT_EQ(change.positions[0].review, (Review{Status::suggested, "B. Reader"}));
  ASSERT_EQ(change.log.size(), 2u);
  EXPECT_EQ(change.log[1].item, "p3");
  EXPECT_EQ(change.log[1].why, "follows s3");
}

TEST(Review, a_position_that_somebody_rejected_itself_stays_rejected) {
  Revision revision = revise(kit::small_case());
  revision.reject("p3");
  revision.reject("s3");
  revision.confirm("s3");
  EXPECT_EQ(revision.change().positions.at(0).review.status, Status::rejected);
}

TEST(Edit, a_documents_new_date_is_logged_and_its_positions_follow) {
  Case before = kit::small_case();
  const DocumentId document = before.positions.at(0).document;
  const auto change = edited(before, document.text(), {{"date", "2031-05-06"}});
  ASSERT_EQ(change.documents.size(), 1u);
  EXPECT_EQ(change.documents[0].date, kit::day("2031-05-06"));
  EXPECT_EQ(change.log.at(0).item, document.text());
  EXPECT_TRUE(says(change.log[0].after, R"("date": "2031-05-06")"));
  std::size_t of_document = 0;
  for (const Position& position : before.positions) of_document += position.document == document;
  ASSERT_EQ(change.positions.size(), of_document);
  for (const Position& position : change.positions) {
    EXPECT_EQ(position.printed, kit::day("2031-05-06"));
    EXPECT_EQ(position.review, before.positions.at(position.id.number - 1).review);
  }
  EXPECT_EQ(change.log.at(1).why, "follows " + document.text() + ": misread");
  EXPECT_TRUE(says(change.log[1].after, R"({"printed": "2031-05-06"})"));
}

TEST(Edit, a_document_can_lose_its_date_and_get_title_and_outlet) {
  const auto change = edited(kit::small_case(), "d1",
                             {{"date", ""}, {"title", "Talks"}, {"outlet", "Harbour Post"}});
  EXPECT_FALSE(change.documents.at(0).date);
  EXPECT_EQ(change.documents[0].title, "Talks");
  EXPECT_EQ(change.documents[0].outlet, "Harbour Post");
  for (const Position& position : change.positions) EXPECT_FALSE(position.printed);
}

TEST(Edit, a_documents_language_cannot_say_that_it_was_not_read) {
  const Failure failure = failure_of([] { edited(kit::small_case(), "d1", {{"language", "fr"}}); });
  EXPECT_EQ(failure.kind, FailureKind::usage);
  EXPECT_TRUE(says(failure.sentence(), "d1"));
  EXPECT_EQ(edited(kit::small_case(), "d1", {{"language", "en-GB"}}).documents.at(0).language,
            "en-GB");
}

TEST(Review, a_party_that_a_person_gives_is_no_guess) {
  Case contents = kit::small_case();
  contents.people[0].party_guessed = true;
  EXPECT_FALSE(edited(contents, "w1", {{"party", "Borland"}}).people.at(0).party_guessed);
  EXPECT_TRUE(edited(contents, "w1", {{"role", "Envoy"}}).people.at(0).party_guessed);
}

}  // namespace
}  // namespace entente
