// SPDX-License-Identifier: Apache-2.0
// The verb `stability`, as a user would run it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "exchange/gmcr.h"
#include "flow/expect.h"
#include "kit/plain_stability.h"

namespace entente::flow {
namespace {

using kit::says;
using Json = nlohmann::json;

std::string canal() { return (example() / "canal.gmcr").string(); }

Json found(Words words) {
  words.insert(words.begin(), {"stability", canal(), "--format", "json"});
  const Ran ran = run(words);
  expect_done(ran);
  return Json::parse(ran.out);
}

TEST(StabilityVerb, says_of_the_shipped_conflict_what_the_definitions_say) {
  const Json json = found({});
  const Conflict conflict = or_throw(exchange::read_gmcr(kit::bytes_of(canal()), "canal")).conflict;
  const kit::PlainStability plain(conflict);
  ASSERT_EQ(json["states"].size(), plain.states.size());
  for (Concept how : concepts) {
    const std::string name(word_of(how));
    for (std::size_t who = 0; who < conflict.decision_makers.size(); ++who) {
      Json expected = Json::array();
      for (std::size_t i = 0; i < plain.states.size(); ++i)
        if (plain.stable(who, plain.states[i], how)) expected.push_back(i + 1);
      EXPECT_EQ(json["stable"][name][conflict.decision_makers[who].name], expected) << name;
    }
  }
  EXPECT_TRUE(json["status_quo"].is_null());
}

TEST(StabilityVerb, takes_today_as_a_number_or_a_pattern) {
  const Json number = found({"--today", "14"}), pattern = found({"--today", "YNYNY"});
  EXPECT_EQ(number["status_quo"], pattern["status_quo"]);
  EXPECT_EQ(number["status_quo"]["state"], 14);
  EXPECT_EQ(number["looked_at"][0], 14);
}

TEST(StabilityVerb, tells_what_would_make_a_state_hold) {
  const Json json = found({"--want", "14", "--concept", "Nash"});
  EXPECT_EQ(json["wanted"]["state"], 14);
  EXPECT_EQ(json["wanted"]["concept"], "Nash");
  EXPECT_FALSE(json["wanted"]["holds"]);
  // Both who could better their lot alone, by one move each, would have to like the deal more.
  EXPECT_EQ(json["wanted"]["reversals"].size(), 2u);
  EXPECT_EQ(json["wanted"]["at_least"], 2);
  EXPECT_TRUE(found({"--want", "14"})["wanted"]["holds"]);
  EXPECT_TRUE(found({})["wanted"].is_null());
  const Ran text = run({"stability", canal(), "--want", "YNYNY", "--concept", "Nash"});
  expect_done(text);
  EXPECT_TRUE(says(text.out, "What would make state 14 hold under Nash"));
  EXPECT_TRUE(says(text.out, "No fewer preferences would do."));
  expect_refused(run({"stability", canal(), "--want", "17"}), FailureKind::usage,
                 "numbered from 1 to 16");
  expect_refused(run({"stability", canal(), "--want", "1", "--concept", "seq"}),
                 FailureKind::usage, "--concept");
}

TEST(StabilityVerb, is_the_same_at_any_number_of_threads_but_for_the_seconds) {
  Json one = found({"--threads", "1"}), more = found({"--threads", "5"});
  one.erase("seconds");
  more.erase("seconds");
  EXPECT_EQ(one, more);
}

TEST(StabilityVerb, refuses_what_cannot_be_with_one_sentence) {
  const kit::Folder folder;
  const auto refused = [&](const std::string& text, FailureKind kind, const std::string& part) {
    expect_refused(run({"stability", folder.write("x.gmcr", text).string()}), kind, part);
  };
  expect_refused(run({"stability", canal(), "--today", "17"}), FailureKind::usage,
                 "numbered from 1 to 16");
  expect_refused(run({"stability", canal(), "--today", "YN"}), FailureKind::usage, "5 options");
  expect_refused(run({"stability", canal(), "--today", "YYNNN"}), FailureKind::usage,
                 "not feasible");
  expect_refused(run({"stability", (folder / "none.gmcr").string()}), FailureKind::missing,
                 "none.gmcr");
  expect_refused(run({"stability", canal(), "--threads", "0"}), FailureKind::usage, "--threads");
  refused("{", FailureKind::bad_input, "not JSON");
  refused(R"({"options": [{"name": "a"}], "decisionMakers": []})", FailureKind::bad_input,
          "nobody owns the option 'a'");
  refused(R"({"options": [], "decisionMakers": []})", FailureKind::bad_input, "no decision makers");
  refused(R"({"options": [{"name": "a"}], "decisionMakers": [{"name": "A", "options": [0]}],
              "infeasibles": [[[0, "Y"]], [[0, "N"]]]})",
          FailureKind::bad_input, "No state is feasible");
}

}  // namespace
}  // namespace entente::flow
