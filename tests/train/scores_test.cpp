// SPDX-License-Identifier: Apache-2.0
#include "train/scores.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "train/calibration.h"

namespace entente::train {
namespace {

constexpr std::u32string_view text =
    U"Roe said \"we agree to it\" and Doe thinks that talks will go on.";
const Attribution quote{{{0, 3}}, {{4, 8}}, {{9, 25}}};
const Attribution thought{{{30, 33}}, {{34, 40}}, {{41, 62}}};

TEST(Scores, marks_held_against_themselves_are_all_right) {
  Scores scores;
  EXPECT_EQ(scores.add(text, {quote, thought}, {quote, thought}), (std::vector<bool>{true, true}));
  EXPECT_DOUBLE_EQ(scores.strict.f1(), 1);
  EXPECT_DOUBLE_EQ(scores.loose.f1(), 1);
  for (const Ratio& role : scores.tokens) EXPECT_DOUBLE_EQ(role.f1(), 1);
}

TEST(Scores, nothing_found_is_no_score_and_no_division_by_zero) {
  Scores scores;
  scores.add(text, {quote}, {});
  EXPECT_DOUBLE_EQ(scores.strict.f1(), 0);
  EXPECT_EQ(scores.strict.marked, 1u);
}

TEST(Scores, another_source_agrees_loosely_but_not_strictly) {
  Attribution wrong = quote;
  wrong.source = thought.source;
  Scores scores;
  EXPECT_EQ(scores.add(text, {quote}, {wrong}), std::vector<bool>{false});
  EXPECT_DOUBLE_EQ(scores.loose.f1(), 1);
  EXPECT_DOUBLE_EQ(scores.strict.f1(), 0);
}

TEST(Scores, a_content_must_share_half_of_all_its_words) {
  Attribution two_of_five = thought, three_of_five = thought;
  two_of_five.content = {{41, 51}};
  three_of_five.content = {{41, 56}};
  Scores scores;
  scores.add(text, {thought}, {two_of_five});
  EXPECT_EQ(scores.loose.hit, 0u);
  scores.add(text, {thought}, {three_of_five});
  EXPECT_EQ(scores.loose.hit, 1u);
}

TEST(Scores, two_found_are_not_both_right_for_one_marked) {
  Scores scores;
  const auto right = scores.add(text, {quote}, {quote, quote});
  EXPECT_EQ(std::count(right.begin(), right.end(), true), 1);
  EXPECT_DOUBLE_EQ(scores.strict.precision(), 0.5);
}

TEST(Scores, a_quotation_is_direct_and_a_thought_indirect) {
  Scores scores;
  scores.add(text, {quote, thought}, {});
  EXPECT_EQ(scores.strict_by_kind[static_cast<std::size_t>(Kind::direct)].marked, 1u);
  EXPECT_EQ(scores.strict_by_kind[static_cast<std::size_t>(Kind::indirect)].marked, 1u);
}

TEST(Calibration, what_is_said_to_be_likely_is_right_that_often) {
  std::vector<Judged> judged;
  for (int i = 0; i < 1000; ++i) {
    Judged one;
    one.signs[0] = static_cast<float>(i % 10) / 3 - 1.5F;
    one.right = (i / 10) % 10 < 1 + 8 * (i % 10) / 9;
    judged.push_back(one);
  }
  const auto confidence = calibrated(judged);
  for (int level = 0; level < 10; ++level) {
    double right = 0;
    for (int i = level; i < 1000; i += 10) right += judged[static_cast<std::size_t>(i)].right;
    EXPECT_NEAR(confidence.of(judged[static_cast<std::size_t>(level)].signs), right / 100, 0.12);
  }
  EXPECT_NE(reliability(judged, confidence).find("0.8 to 0.9"), std::string::npos);
}

TEST(Calibration, of_nothing_judged_is_even) { EXPECT_NEAR(calibrated({}).of({}), 0.5, 1e-6); }

}  // namespace
}  // namespace entente::train
