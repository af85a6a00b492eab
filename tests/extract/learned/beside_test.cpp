// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/beside.h"

#include <gtest/gtest.h>

#include "extract/learned_attribution.h"

namespace entente::extract::learned {
namespace {

enum Sign : std::size_t { found, overlap, odds, same_source, same_cue };

Statement said(Span source, Span cue, Span content) {
  Statement out;
  out.source = {source};
  out.cue = {cue};
  out.content = {content};
  return out;
}

Reported reported(const Statement& statement, double confidence) { return {statement, confidence}; }

TEST(Beside, what_both_read_alike_is_seen_as_the_same) {
  const Statement one = said({0, 4}, {5, 9}, {10, 40});
  const Signs signs = signs_beside({one}, {reported(one, 0.9)}).front();
  EXPECT_EQ(signs[found], 1);
  EXPECT_EQ(signs[overlap], 1);
  EXPECT_NEAR(signs[odds], 2.197, 0.001);
  EXPECT_EQ(signs[same_source], 1);
  EXPECT_EQ(signs[same_cue], 1);
}

TEST(Beside, what_the_weights_do_not_see_at_all_is_seen_as_missing) {
  const Signs signs = signs_beside({said({0, 4}, {5, 9}, {10, 40})},
                                   {reported(said({50, 54}, {55, 59}, {60, 90}), 0.9)})
                          .front();
  EXPECT_EQ(signs[found], 0);
  EXPECT_EQ(signs[overlap], 0);
  EXPECT_EQ(signs[same_source], 0);
}

TEST(Beside, of_several_that_meet_it_the_one_that_covers_most_counts) {
  const Statement ruled = said({0, 4}, {5, 9}, {10, 50});
  const Signs signs = signs_beside({ruled}, {reported(said({0, 4}, {5, 9}, {10, 15}), 0.5),
                                             reported(said({90, 94}, {95, 99}, {20, 50}), 0.5)})
                          .front();
  EXPECT_FLOAT_EQ(signs[overlap], 0.75F);
  EXPECT_EQ(signs[same_source], 0);
}

TEST(Beside, contents_of_several_pieces_are_measured_whole) {
  Statement ruled = said({0, 4}, {5, 9}, {10, 20});
  ruled.content.push_back({30, 40});
  Statement read = ruled;
  read.content.pop_back();
  EXPECT_FLOAT_EQ(signs_beside({ruled}, {reported(read, 0.5)}).front()[overlap], 0.5F);
}

}  // namespace
}  // namespace entente::extract::learned
