// SPDX-License-Identifier: Apache-2.0
#include "train/weighing.h"

#include <gtest/gtest.h>

#include "extract/learned/hashing.h"

namespace entente::train {
namespace {

using namespace extract::learned;

Linked proposed(std::vector<Stretch> source, std::vector<Stretch> content) {
  return {{3, 4}, std::move(source), std::move(content)};
}

TEST(Worth, is_the_share_of_units_in_common_with_the_best_of_the_marked_ones) {
  const std::vector<MarkedUnits> marked{{{{100, 101}}, {{110, 120}}}, {{}, {{130, 140}}}};
  EXPECT_FLOAT_EQ(worth_of(proposed({{0, 1}}, {{10, 20}}), 100, marked), 1);
  EXPECT_FLOAT_EQ(worth_of(proposed({{0, 2}}, {{10, 18}}), 100, marked), 0.8F);
  EXPECT_FLOAT_EQ(worth_of(proposed({{0, 1}}, {{10, 14}}), 100, marked), 0);
  EXPECT_FLOAT_EQ(worth_of(proposed({}, {{30, 40}}), 100, marked), 1);
  EXPECT_FLOAT_EQ(worth_of(proposed({}, {}), 100, marked), 0);
}

TEST(Worth, with_another_source_is_three_tenths_of_it) {
  const std::vector<MarkedUnits> marked{{{{0, 1}}, {{10, 20}}}};
  EXPECT_FLOAT_EQ(worth_of(proposed({{5, 6}}, {{10, 20}}), 0, marked), 0.3F);
  EXPECT_FLOAT_EQ(worth_of(proposed({}, {{10, 20}}), 0, marked), 0.3F);
}

// A feature of its own tells what is right; another stands everywhere.
std::vector<Tried> plain_lesson() {
  std::vector<Tried> out;
  for (int i = 0; i < 400; ++i)
    out.push_back({{mixed(1, 0), mixed(2, i % 4 == 0 ? 1u : 2u)}, i % 4 == 0 ? 1.0F : 0.0F});
  return out;
}

TEST(Scale, is_learned_from_what_proposals_were_worth) {
  const Scale scale = learn_scale(plain_lesson(), 1);
  EXPECT_GT(scale.worth({mixed(1, 0), mixed(2, 1)}), 0.6F);
  EXPECT_LT(scale.worth({mixed(1, 0), mixed(2, 2)}), 0.3F);
  EXPECT_EQ(scale.entries(), learn_scale(plain_lesson(), 1).entries());
}

TEST(Scale, a_feature_of_few_proposals_is_left_out) {
  std::vector<Tried> tried = plain_lesson();
  for (int i = 0; i < 7; ++i) tried[static_cast<std::size_t>(i)].features.push_back(mixed(3, 9));
  const Scale scale = learn_scale(tried, 1);
  EXPECT_FLOAT_EQ(scale.worth({mixed(3, 9)}), 0.5F);
  EXPECT_NE(scale.worth({mixed(1, 0)}), 0.5F);
}

TEST(Scale, of_nothing_weighs_nothing) { EXPECT_TRUE(learn_scale({}, 1).entries().empty()); }

}  // namespace
}  // namespace entente::train
