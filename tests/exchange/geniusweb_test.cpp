// SPDX-License-Identifier: Apache-2.0
#include "exchange/geniusweb.h"

#include <gtest/gtest.h>

#include "kit/says.h"
#include "model/scenario.h"

namespace entente::exchange {
namespace {

const std::string fair_domain = R"({"name": "fair", "issuesValues": {
  "Day": {"values": ["Friday", "Sunday"]}, "Stalls": {"range": [10, 30, 10]}}})";

std::string fair_profile(const std::string& more) {
  return R"({"LinearAdditiveUtilitySpace": {
    "issueUtilities": {"Day": {"discreteutils": {"valueUtilities": {"Friday": 0.2, "Sunday": "0.9"}}},
                       "Stalls": {"numberutils": {"lowValue": 10, "lowUtility": 0.1, "highValue": 30, "highUtility": 0.5}}},
    "issueWeights": {"Day": 0.6, "Stalls": 0.4})" +
         more + "}}";
}

Result<ReadScenario> read_fair(const std::string& domain, const std::string& profile) {
  return read_scenario({{"fair.json", domain}, {"town.json", profile}}, Semantics::genius);
}

void expect_unread(const Result<ReadScenario>& read, const std::string& words) {
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().kind, FailureKind::bad_input);
  EXPECT_TRUE(kit::says(read.error().what, words));
}

TEST(GeniusWeb, values_and_numbers_are_weighted_as_they_stand) {
  const auto read = read_fair(fair_domain, fair_profile("")).value();
  EXPECT_EQ(read.scenario.packages().text(), "6");
  const auto worth = [&](Package package) {
    return utility(read.scenario.profiles[0], read.scenario.issues, package);
  };
  EXPECT_NEAR(worth({0, 0}), 0.6 * 0.2 + 0.4 * 0.1, 1e-12);
  EXPECT_NEAR(worth({1, 1}), 0.6 * 0.9 + 0.4 * 0.3, 1e-12);
  EXPECT_FALSE(read.scenario.profiles[0].reservation.has_value());
}

TEST(GeniusWeb, a_reservation_bid_counts_as_what_it_is_worth) {
  const auto read =
      read_fair(
          fair_domain,
          fair_profile(R"(, "reservationBid": {"issuevalues": {"Day": "Friday", "Stalls": 30}})"))
          .value();
  EXPECT_NEAR(read.scenario.profiles[0].reservation->low, 0.6 * 0.2 + 0.4 * 0.5, 1e-12);
}

TEST(GeniusWeb, a_bid_that_leaves_an_issue_open_is_reported) {
  const auto read =
      read_fair(fair_domain,
                fair_profile(R"(, "reservationBid": {"issuevalues": {"Day": "Monday"}})"))
          .value();
  EXPECT_DOUBLE_EQ(read.scenario.profiles[0].reservation->low, 0);
  EXPECT_EQ(read.repairs.size(), 2u);
}

TEST(GeniusWeb, what_cannot_be_read_is_refused_with_file_and_place) {
  expect_unread(read_fair(fair_domain, "{"), "town.json: it is no JSON");
  expect_unread(read_fair(fair_domain, R"({"LinearAdditiveUtilitySpace": {}})"),
                "'issueUtilities' is missing");
  expect_unread(read_fair(fair_domain, std::string(100000, '[')), "nested");
  expect_unread(read_fair(R"({"issuesValues": {"Day": {"values": []}}})", fair_profile("")),
                "has no values");
  expect_unread(read_fair(R"({"issuesValues": {"Day": {"range": [1, 2, 0]}}})", fair_profile("")),
                "no steps");
  expect_unread(read_fair(fair_domain, fair_domain), "2 GeniusWeb domains");
  expect_unread(read_fair(fair_domain, fair_profile(R"(, "reserved_value": "much")")),
                "no finite number");
}

}  // namespace
}  // namespace entente::exchange
