// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace entente {
namespace {

TEST(Parallel, every_index_is_visited_once_by_any_number_of_threads) {
  for (unsigned threads : {0u, 1u, 3u, 64u}) {
    std::vector<std::atomic<int>> visits(500);
    for_each_index(visits.size(), threads, [&](std::size_t i) { ++visits[i]; });
    for (const auto& count : visits) ASSERT_EQ(count, 1) << threads;
  }
}

TEST(Parallel, the_lowest_index_decides_what_is_thrown) {
  for (unsigned threads : {1u, 4u}) {
    std::string thrown;
    try {
      for_each_index(100, threads, [](std::size_t i) {
        if (i % 10 == 7) throw std::runtime_error(std::to_string(i));
      });
    } catch (const std::runtime_error& error) {
      thrown = error.what();
    }
    EXPECT_EQ(thrown, "7");
  }
}

}  // namespace
}  // namespace entente
