// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/hashing.h"

#include <gtest/gtest.h>

#include <set>

namespace entente::extract::learned {
namespace {

TEST(Hashing, pairs_of_small_numbers_stay_apart_in_either_order) {
  std::set<std::uint64_t> seen;
  for (std::uint64_t a = 0; a < 300; ++a)
    for (std::uint64_t b = 0; b < 300; ++b) seen.insert(mixed(a, b) >> 28);
  EXPECT_GE(seen.size(), 300u * 300u - 2);
}

// tools/word_classes.py writes these numbers too.
TEST(Hashing, a_word_s_hash_is_fixed) { EXPECT_EQ(hash_of(U"said") >> 32, 2868612525u); }

}  // namespace
}  // namespace entente::extract::learned
