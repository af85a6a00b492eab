// SPDX-License-Identifier: Apache-2.0
#include "analyze/movement/movement.h"

#include <gtest/gtest.h>

#include "kit/case_language.h"

namespace entente {
namespace {

using analyze::contradictions;
using analyze::movements;
using kit::case_of;

const std::string corridor = "issue corridor: closed shared open\nissue progress (assessment)\n";

TEST(Movement, a_party_that_first_rejects_and_later_accepts_an_option_has_moved) {
  const auto found = movements(case_of(corridor + R"(
    document 2031-03-01
    Avara rejects corridor open "no open corridor"
    document 2031-03-09
    Avara open_to corridor shared..open "could live with an open corridor"
  )"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].party, "Avara");
  EXPECT_EQ(found[0].from.text(), "p1");
  EXPECT_EQ(found[0].to.text(), "p2");
}

TEST(Movement, options_that_do_not_meet_are_a_move_and_options_that_meet_are_none) {
  const auto lines = [](const char* later) {
    return corridor +
           "document 2031-03-01\nAvara wants corridor closed..shared \"a closed corridor\"\n"
           "document 2031-03-02\nAvara wants corridor " +
           later + " \"the corridor as it was\"\n";
  };
  EXPECT_EQ(movements(case_of(lines("open"))).size(), 1u);
  EXPECT_TRUE(movements(case_of(lines("shared..open"))).empty());
}

TEST(Movement, goes_from_what_was_said_first_to_what_was_said_last) {
  Case whole = case_of(corridor + R"(
    document 2031-03-05
    Avara open_to corridor shared..open "could live with an open corridor"
    document 2031-03-09
    Avara rejects corridor open "no open corridor"
  )");
  whole.positions[1].said = parse_date("2031-03-01");
  const auto found = movements(whole);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].from.text(), "p2");
  EXPECT_EQ(found[0].to.text(), "p1");
}

TEST(Movement, the_day_of_printing_orders_nothing_within_one_document) {
  Case whole = case_of(corridor + R"(
    document 2031-03-05
    Avara open_to corridor shared..open "could live with an open corridor"
    Avara rejects corridor open "no open corridor"
  )");
  whole.positions[0].said = parse_date("2031-03-04");
  EXPECT_TRUE(movements(whole).empty());
  EXPECT_EQ(contradictions(whole).size(), 1u);
  whole.positions[1].said = parse_date("2031-03-05");
  EXPECT_EQ(movements(whole).size(), 1u);
}

TEST(Movement, undated_documents_order_nothing) {
  const Case whole = case_of(corridor + R"(
    document
    Avara rejects corridor open "no open corridor"
    document 2031-03-09
    Avara wants corridor open "an open corridor"
  )");
  EXPECT_TRUE(movements(whole).empty());
  EXPECT_EQ(contradictions(whole).size(), 1u);
}

TEST(Movement, what_another_party_says_of_it_does_not_move_a_party) {
  EXPECT_TRUE(movements(case_of(corridor + R"(
    document 2031-03-01
    Avara rejects corridor open "no open corridor"
    document 2031-03-09
    says Belan Avara wants corridor open "they gave in on the open corridor"
  )"))
                  .empty());
}

TEST(Movement, a_copy_of_an_earlier_document_is_no_second_voice) {
  EXPECT_TRUE(movements(case_of(corridor + R"(
    document 2031-03-01
    Avara rejects corridor open "no open corridor"
    document 2031-03-09 copy d1
    Avara wants corridor open "an open corridor"
  )"))
                  .empty());
}

TEST(Movement, an_assessment_is_nothing_to_move_on) {
  EXPECT_TRUE(movements(case_of(corridor + R"(
    document 2031-03-01
    Avara rejects progress - "there was no progress today"
    document 2031-03-09
    Avara wants progress - "there was progress today"
  )"))
                  .empty());
}

TEST(Movement, without_options_only_words_on_the_same_subject_can_change_sides) {
  const auto later = [](const char* words) {
    return corridor +
           "document 2031-03-01\nAvara rejects corridor - \"ruled out foreign patrols\"\n"
           "document 2031-03-02\nAvara open_to corridor - \"" +
           words + "\"\n";
  };
  EXPECT_EQ(movements(case_of(later("would accept foreign patrols by day"))).size(), 1u);
  EXPECT_TRUE(movements(case_of(later("would accept a customs union"))).empty());
}

TEST(Movement, dropping_a_condition_is_a_move) {
  EXPECT_EQ(movements(case_of(corridor + R"(
    document 2031-03-01
    Avara conditional corridor - "a corridor for grain | as long as nobody shoots"
    document 2031-03-09
    Avara offers corridor open "prepared to accept a corridor for grain at once"
  )"))
                .size(),
            1u);
}

TEST(Movement, a_condition_dropped_may_come_with_another_option) {
  EXPECT_EQ(movements(case_of(corridor + R"(
    document 2031-03-01
    Avara conditional corridor shared "a shared corridor | when they lift the toll"
    document 2031-03-09
    Avara offers corridor open "an open corridor"
  )"))
                .size(),
            1u);
}

TEST(Movement, a_party_that_said_the_same_on_the_earlier_day_has_not_moved) {
  EXPECT_TRUE(movements(case_of(corridor + R"(
    document 2031-03-01
    Avara offers corridor open "an open corridor"
    Avara rejects corridor open "no open corridor"
    document 2031-03-09
    Avara offers corridor open "an open corridor"
  )"))
                  .empty());
}

TEST(Movement, two_aspects_of_one_issue_are_a_difference_in_words) {
  const auto lines = [](const char* later) {
    return corridor +
           "document 2031-03-01\nAvara rejects corridor shared \"no toll at the bridge\"\n"
           "document 2031-03-02\nAvara open_to corridor shared \"" +
           later + "\"\n";
  };
  EXPECT_TRUE(movements(case_of(lines("patrols of the road"))).empty());
  EXPECT_EQ(movements(case_of(lines("tolls in summer"))).size(), 1u);
}

TEST(Movement, words_of_taking_sides_and_names_of_parties_are_no_common_subject) {
  EXPECT_TRUE(movements(case_of(corridor + R"(
    document 2031-03-01
    Avara rejects corridor open "Avara will never accept that the road should be given to them"
    document 2031-03-09
    Avara offers corridor open "Avara offers to accept that ships should pass"
  )"))
                  .empty());
}

TEST(Movement, one_word_in_a_long_text_is_no_common_subject) {
  EXPECT_TRUE(movements(case_of(corridor + R"(
    document 2031-03-01
    Avara rejects corridor - "put no soldiers into the corridor while farmers harvest"
    document 2031-03-09
    Avara offers corridor - "choose the corridor for grain trains and mail"
  )"))
                  .empty());
}

TEST(Movement, what_a_firm_refusal_names_first_is_what_it_refuses) {
  const auto lines = [](const char* mark, const char* refused) {
    return corridor + "document 2031-03-01\nAvara rejects corridor -" + mark + " \"" + refused +
           "\"\ndocument 2031-03-02\n"
           "Avara open_to corridor shared \"a corridor for trains by night\"\n";
  };
  EXPECT_EQ(
      movements(case_of(lines("!", "ruled out a corridor while snipers hold the hills"))).size(),
      1u);
  EXPECT_TRUE(
      movements(case_of(lines("", "ruled out a corridor while snipers hold the hills"))).empty());
  EXPECT_TRUE(
      movements(case_of(lines("!", "ruled out snipers on hills beside a corridor"))).empty());
}

TEST(Movement, what_was_given_up_is_not_given_up_again) {
  const auto found = movements(case_of(corridor + R"(
    document 2031-03-01
    Avara rejects corridor -! "ruled out a corridor while it rains"
    document 2031-03-02
    Avara conditional corridor shared "a shared corridor for trains | if they pay"
    document 2031-03-03
    Avara conditional corridor - "a corridor worth its name | only with guards"
    document 2031-03-04
    Avara rejects corridor shared "no shared corridor"
  )"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].from.text(), "p1");
  EXPECT_EQ(found[0].to.text(), "p2");
  EXPECT_EQ(found[1].from.text(), "p2");
  EXPECT_EQ(found[1].to.text(), "p4");
}

TEST(Movement, a_thing_asked_for_in_a_condition_is_no_condition_dropped) {
  EXPECT_TRUE(movements(case_of(corridor + R"(
    document 2031-03-01
    Avara conditional corridor open "when they open the corridor"
    document 2031-03-09
    Avara demands corridor open "that they open the corridor"
  )"))
                  .empty());
}

TEST(Contradiction, a_wish_and_an_offer_that_differ_are_a_way_to_meet) {
  const auto lines = [](const char* stance) {
    return corridor +
           "document 2031-03-01\nAvara wants corridor open \"an open corridor\"\nAvara " + stance +
           " corridor shared \"a shared corridor\"\n";
  };
  EXPECT_TRUE(contradictions(case_of(lines("open_to"))).empty());
  EXPECT_EQ(contradictions(case_of(lines("demands"))).size(), 1u);
}

TEST(Contradiction, a_range_over_the_whole_scale_says_nothing) {
  EXPECT_TRUE(contradictions(case_of(corridor + R"(
    document 2031-03-01
    Avara demands corridor closed..open "that they drop every plan for traffic"
    Avara rejects corridor open "ruled out an open corridor"
  )"))
                  .empty());
}

TEST(Contradiction, a_long_text_without_an_option_is_not_held_against_a_placed_one) {
  EXPECT_TRUE(contradictions(case_of(corridor + R"(
    document 2031-03-01
    Avara open_to corridor - "ready to discuss the corridor and the security of its traffic"
    Avara rejects corridor open "an open corridor is unacceptable whatever security comes with it"
  )"))
                  .empty());
}

TEST(Movement, swapping_two_parties_mirrors_the_findings) {
  const Case whole = case_of(corridor + R"(
    document 2031-03-01
    Avara rejects corridor open "no open corridor"
    Belan wants corridor open "an open corridor"
    Belan rejects corridor open "we never want the corridor open"
    document 2031-03-09
    Avara wants corridor open "an open corridor"
  )");
  const Case mirror = kit::swapped(whole, "Avara", "Belan");
  ASSERT_EQ(movements(whole).size(), 1u);
  ASSERT_EQ(movements(mirror).size(), 1u);
  EXPECT_EQ(movements(mirror)[0].party, "Belan");
  EXPECT_EQ(movements(mirror)[0].to, movements(whole)[0].to);
  ASSERT_EQ(contradictions(mirror).size(), contradictions(whole).size());
  EXPECT_EQ(contradictions(mirror)[0].party, "Avara");
}

TEST(Contradiction, two_sides_on_one_option_on_one_day_exclude_each_other) {
  const auto found = contradictions(case_of(corridor + R"(
    document 2031-03-01
    Avara rejects corridor open "no open corridor"
    document 2031-03-01
    Avara offers corridor open "an open corridor"
  )"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].one.text(), "p1");
  EXPECT_EQ(found[0].other.text(), "p2");
}

TEST(Contradiction, a_rejected_coding_is_no_evidence) {
  Case whole = case_of(corridor + R"(
    document 2031-03-01
    Avara rejects corridor open "no open corridor"
    Avara offers corridor open "an open corridor"
  )");
  ASSERT_EQ(contradictions(whole).size(), 1u);
  whole.positions[0].review.status = Status::rejected;
  EXPECT_TRUE(contradictions(whole).empty());
}

TEST(Contradiction, dates_in_order_make_a_movement_not_a_contradiction) {
  EXPECT_TRUE(contradictions(case_of(corridor + R"(
    document 2031-03-01
    Avara rejects corridor open "no open corridor"
    document 2031-03-02
    Avara offers corridor open "an open corridor"
  )"))
                  .empty());
}

}  // namespace
}  // namespace entente
