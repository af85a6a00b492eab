// SPDX-License-Identifier: Apache-2.0
// Every change of a cell has one cause, and only a party moves.
#include "analyze/movement/ledger.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "analyze/movement/movement.h"
#include "kit/case_language.h"

namespace entente {
namespace {

using kit::case_of;

const std::string ladder = "issue corridor: closed shared half open\nissue progress (assessment)\n";

Ledger ledger_of(const Case& whole, const std::vector<Recoded>& recodings = {}) {
  return analyze::ledger(whole, analyze::movements(whole), recodings);
}

Ledger ledger_of(const std::string& lines) { return ledger_of(case_of(ladder + lines)); }

std::vector<std::string> causes(const Ledger& ledger) {
  std::vector<std::string> out;
  for (const CellChange& change : ledger.changes)
    out.push_back((change.to ? change.to->text() : std::string("none")) + " " +
                  std::string(word_of(change.cause)));
  return out;
}

using Causes = std::vector<std::string>;

TEST(Ledger, a_first_word_is_a_new_source_and_a_change_between_dated_texts_is_movement) {
  const Ledger found = ledger_of(R"(
    document 2031-03-01
    Avara rejects corridor open "no open corridor"
    document 2031-03-09
    Avara wants corridor open "wants an open corridor"
  )");
  EXPECT_EQ(causes(found), (Causes{"p1 new_source", "p2 party_moved"}));
  EXPECT_TRUE(found.changes[1].between_texts);
  EXPECT_FALSE(found.changes[1].in_text);
  EXPECT_EQ(found.changes[1].from, PositionId{1});
  EXPECT_EQ(found.changes[1].day, parse_date("2031-03-09"));
}

TEST(Ledger, a_repetition_changes_nothing) {
  EXPECT_EQ(causes(ledger_of(R"(
    document 2031-03-01
    Avara rejects corridor open "no open corridor"
    document 2031-03-09
    Avara rejects corridor open "no open corridor"
  )")),
            Causes{"p1 new_source"});
}

TEST(Ledger, another_source_of_the_same_day_is_a_new_source_and_no_movement) {
  const Ledger found = ledger_of(R"(
    document 2031-03-01
    Avara rejects corridor open "no open corridor"
    document 2031-03-01
    Avara wants corridor open "wants an open corridor"
  )");
  EXPECT_EQ(causes(found), (Causes{"p1 new_source", "p2 new_source"}));
  EXPECT_EQ(found.changes[1].from, std::nullopt) << "nothing puts one before the other";
}

TEST(Ledger, of_undated_texts_no_order_is_claimed) {
  const Ledger found = ledger_of(R"(
    document
    Avara rejects corridor open "no open corridor"
    document
    Avara wants corridor open "wants an open corridor"
    document 2031-03-09
    Avara wants corridor shared "wants a shared corridor"
  )");
  for (const CellChange& change : found.changes) {
    EXPECT_EQ(change.cause, Cause::new_source);
    EXPECT_EQ(change.from, std::nullopt);
  }
  EXPECT_EQ(found.changes.front().day, std::nullopt);
  EXPECT_EQ(found.changes.back().day, parse_date("2031-03-09"));
}

TEST(Ledger, a_text_that_says_itself_that_the_party_gave_way_needs_no_earlier_text_and_no_date) {
  Case whole = case_of(ladder + R"(
    document
    Avara open_to corridor open "has dropped its refusal of an open corridor"
  )");
  whole.positions[0].shift = Shift::gives_up;
  const Ledger found = ledger_of(whole);
  ASSERT_EQ(found.changes.size(), 1u);
  EXPECT_EQ(found.changes[0].cause, Cause::party_moved);
  EXPECT_TRUE(found.changes[0].in_text);
  EXPECT_FALSE(found.changes[0].between_texts);
  EXPECT_EQ(found.changes[0].from, std::nullopt);
}

TEST(Ledger, what_another_party_tells_of_a_change_is_a_new_source) {
  Case whole = case_of(ladder + R"(
    document 2031-03-01
    says Belan Avara open_to corridor open "Avara has dropped its refusal of an open corridor"
  )");
  whole.positions[0].shift = Shift::gives_up;
  ASSERT_NE(whole.positions[0].reported_by, "Avara");
  EXPECT_EQ(causes(ledger_of(whole)), Causes{"p1 new_source"});
}

Recoded recoding(std::uint32_t position, std::map<std::string, std::string> before,
                 std::map<std::string, std::string> after) {
  return {7,         "2031-04-01T10:00:00Z", "A. Reader",       "edit",
          "misread", PositionId{position},   std::move(before), std::move(after)};
}

const std::string one_word = R"(
    document 2031-03-01
    Avara rejects corridor open "no open corridor"
)";

TEST(Ledger, what_an_analyst_changes_is_a_recoding_and_never_movement) {
  const Case whole = case_of(ladder + one_word);
  const Ledger found =
      ledger_of(whole, {recoding(1, {{"stance", "wants"}}, {{"stance", "rejects"}})});
  ASSERT_EQ(causes(found), (Causes{"p1 new_source", "p1 analyst_recoded"}));
  EXPECT_EQ(found.changes[1].recoding->who, "A. Reader");
  EXPECT_EQ(found.changes[1].party, "Avara");
}

TEST(Ledger, a_confirmation_changes_no_cell_and_a_rejection_empties_one) {
  const Case whole = case_of(ladder + one_word);
  EXPECT_EQ(
      causes(ledger_of(whole, {recoding(1, {{"review", "suggested"}}, {{"review", "confirmed"}})})),
      Causes{"p1 new_source"});
  const Ledger found =
      ledger_of(whole, {recoding(1, {{"review", "suggested"}}, {{"review", "rejected"}})});
  ASSERT_EQ(found.changes.size(), 2u);
  EXPECT_EQ(found.changes[1].from, PositionId{1});
  EXPECT_EQ(found.changes[1].to, std::nullopt);
}

TEST(Ledger, a_position_given_to_another_party_changes_both_cells) {
  Case whole = case_of(ladder + one_word);
  whole.positions[0].party = "Belan";
  const Ledger found = ledger_of(whole, {recoding(1, {{"party", "Avara"}}, {{"party", "Belan"}})});
  std::vector<std::string> recoded;
  for (const CellChange& change : found.changes)
    if (change.recoding) recoded.push_back(change.party + (change.to ? " gets it" : " loses it"));
  std::sort(recoded.begin(), recoded.end());
  EXPECT_EQ(recoded, (Causes{"Avara loses it", "Belan gets it"}));
}

IssueCourse course_of(const std::string& lines) {
  const Ledger found = ledger_of(lines);
  if (found.issues.size() != 1) throw std::logic_error("not one issue");
  return found.issues[0];
}

TEST(Courses, parties_whose_options_come_nearer_narrow_an_issue) {
  const IssueCourse found = course_of(R"(
    document 2031-03-01
    Avara wants corridor closed "a closed corridor"
    Belan wants corridor open "an open corridor"
    document 2031-03-09
    Belan wants corridor half "a half open corridor"
  )");
  EXPECT_EQ(found.course, Course::narrowing);
  EXPECT_EQ(found.since, parse_date("2031-03-09"));
  ASSERT_EQ(found.pairs.size(), 1u);
  EXPECT_EQ(found.pairs[0].before, 3u);
  EXPECT_EQ(found.pairs[0].after, 2u);
  EXPECT_TRUE(found.pairs[0].nearer);
  EXPECT_EQ(found.apart, (Causes{"Avara", "Belan"}));
}

TEST(Courses, parties_whose_options_part_widen_it) {
  EXPECT_EQ(course_of(R"(
    document 2031-03-01
    Avara wants corridor closed "a closed corridor"
    Belan wants corridor shared "a shared corridor"
    document 2031-03-09
    Belan wants corridor open "an open corridor"
  )")
                .course,
            Course::widening);
}

TEST(Courses, a_refusal_that_turns_into_a_yes_narrows_an_issue_without_a_ladder) {
  EXPECT_EQ(course_of(R"(
    document 2031-03-01
    Avara wants corridor - "prisoners exchanged at the corridor"
    Belan rejects corridor - "no prisoners exchanged at the corridor"
    document 2031-03-09
    Belan open_to corridor - "prisoners exchanged at the corridor"
  )")
                .course,
            Course::narrowing);
}

TEST(Courses, one_that_comes_nearer_while_another_parts_is_neither) {
  EXPECT_EQ(course_of(R"(
    document 2031-03-01
    Avara wants corridor closed "a closed corridor"
    Belan wants corridor half "a half open corridor"
    Corla wants corridor half "a half open corridor"
    document 2031-03-09
    Belan wants corridor shared "a shared corridor"
    Corla wants corridor open "an open corridor"
  )")
                .course,
            Course::mixed);
}

TEST(Courses, words_that_repeat_are_stuck_and_silence_is_told_beside_it) {
  const std::string lines = R"(
    document 2031-03-01
    Avara wants corridor closed "a closed corridor"
    Belan wants corridor open "an open corridor"
    document 2031-03-20
    Belan wants corridor open "an open corridor"
  )";
  const IssueCourse found = course_of(lines);
  EXPECT_EQ(found.course, Course::stuck);
  EXPECT_EQ(found.since, parse_date("2031-03-01"));
  EXPECT_FALSE(found.silent);
  const IssueCourse later = course_of(lines + "document 2031-06-01\n");
  EXPECT_TRUE(later.silent);
  EXPECT_EQ(later.last_word, parse_date("2031-03-20"));
}

TEST(Courses, undated_words_and_mediators_make_no_course) {
  EXPECT_TRUE(ledger_of(R"(
    document
    Avara wants corridor closed "a closed corridor"
    Belan wants corridor open "an open corridor"
  )")
                  .issues.empty());
  const IssueCourse found = course_of(R"(
    party Corla mediator not_required
    document 2031-03-01
    Avara wants corridor closed "a closed corridor"
    Corla wants corridor open "an open corridor"
    document 2031-03-09
    Corla wants corridor closed "a closed corridor"
  )");
  EXPECT_EQ(found.course, Course::unknown);
}

}  // namespace
}  // namespace entente
