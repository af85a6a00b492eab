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

TEST(GeniusWeb, numbers_are_matched_by_their_value_however_they_are_written) {
  const auto read =
      read_fair(fair_domain,
                fair_profile(
                    R"(, "reservationBid": {"issuevalues": {"Day": "Friday", "Stalls": "30.0"}})"))
          .value();
  EXPECT_TRUE(read.repairs.empty());
  EXPECT_NEAR(read.scenario.profiles[0].reservation->low, 0.6 * 0.2 + 0.4 * 0.5, 1e-12);
  const auto table =
      read_fair(
          R"({"issuesValues": {"Stalls": {"range": ["100000000.01", "100000000.03", "0.01"]}}})",
          R"({"LinearAdditiveUtilitySpace": {"issueUtilities": {"Stalls": {"discreteutils":
             {"valueUtilities": {"100000000.010": 0.1, "100000000.02": 0.5, "1.0000000003e8": 1, "7": 1}}}},
             "issueWeights": {"Stalls": 1}}})")
          .value();
  EXPECT_EQ(std::get<OptionTable>(
                std::get<Additive>(table.scenario.profiles[0].utility).issues[0].evaluator)
                .values,
            (std::vector<Interval>{0.1, 0.5, 1}));
  EXPECT_EQ(table.scenario.issues[0].option(1), "100000000.02");
  ASSERT_EQ(table.repairs.size(), 1u);
  EXPECT_TRUE(kit::says(table.repairs[0], "has no option '7'"));
}

TEST(GeniusWeb, what_a_profile_does_not_keep_to_is_reported) {
  const auto repairs_of = [](std::string profile, const std::string& from, const std::string& to) {
    if (const auto at = profile.find(from); at != profile.npos)
      profile.replace(at, from.size(), to);
    return read_fair(fair_domain, profile).value();
  };
  const std::string profile = fair_profile("");
  EXPECT_TRUE(repairs_of(profile, "", "").repairs.empty());
  const auto more = repairs_of(profile, "\"Sunday\":", "\"Monday\": 1, \"Sunday\":");
  ASSERT_EQ(more.repairs.size(), 1u);
  EXPECT_TRUE(kit::says(more.repairs[0], "has no option 'Monday'"));
  const auto heavy = repairs_of(profile, "\"Day\": 0.6", "\"Day\": 6");
  ASSERT_EQ(heavy.repairs.size(), 1u);
  EXPECT_TRUE(kit::says(heavy.repairs[0], "add up to 6.4"));
  const auto other = repairs_of(
      fair_profile(R"(, "domain": {"issuesValues": {"Night": {"values": ["long"]}}})"), "", "");
  ASSERT_EQ(other.repairs.size(), 1u);
  EXPECT_TRUE(kit::says(other.repairs[0], "'Night'"));
  const auto late = repairs_of(fair_profile(R"(, "discount_factor": 2)"), "", "");
  ASSERT_EQ(late.repairs.size(), 1u);
  EXPECT_FALSE(late.scenario.profiles[0].discount);
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
  expect_unread(
      read_fair(R"({"issuesValues": {"Day": {"range": [0, 1e9, 1e-3]}}})", fair_profile("")),
      "too many steps");
  std::string many;
  for (int i = 0; i <= 1000; ++i)
    many += (i ? ",\"" : "\"") + std::to_string(i) + "\":{\"values\":[1]}";
  expect_unread(read_fair("{\"issuesValues\":{" + many + "}}", fair_profile("")),
                "more than 1000 issues");
  expect_unread(read_fair(fair_domain, fair_domain), "2 GeniusWeb domains");
  expect_unread(read_fair(fair_domain, fair_profile(R"(, "reserved_value": "much")")),
                "no finite number");
}

}  // namespace
}  // namespace entente::exchange
