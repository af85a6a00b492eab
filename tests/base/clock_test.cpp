// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <gtest/gtest.h>

#include <ctime>

#include "base/date.h"

namespace entente {
namespace {

std::string by_the_c_library(std::time_t time) {
  char text[32];
  std::tm parts{};
  gmtime_r(&time, &parts);
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

TEST(Clock, tells_the_time_in_utc_as_the_log_keeps_it) {
  const std::string before = by_the_c_library(std::time(nullptr)), now = now_utc(),
                    after = by_the_c_library(std::time(nullptr));
  ASSERT_EQ(now.size(), before.size());
  EXPECT_TRUE(parse_date(now.substr(0, 10))) << now;
  EXPECT_LE(before, now);
  EXPECT_LE(now, after);
}

}  // namespace
}  // namespace entente
