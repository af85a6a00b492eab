// SPDX-License-Identifier: Apache-2.0
// `entente deals` as a user meets it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "flow/expect.h"
#include "flow/program.h"
#include "kit/folder.h"
#include "kit/says.h"

namespace entente::flow {
namespace {

using nlohmann::json;

const std::string orchard = ENTENTE_SOURCE_DIR "/examples/orchard";

// One pie in quarters, of which each of two parties needs this much.
void write_pie(const kit::Folder& folder, const std::string& need) {
  std::string plain, up, down;
  for (int i = 0; i <= 4; ++i) {
    const std::string value = "<item value=\"" + std::to_string(i) + "\"";
    plain += value + "/>";
    up += value + " evaluation=\"" + std::to_string(i) + "\"/>";
    down += value + " evaluation=\"" + std::to_string(4 - i) + "\"/>";
  }
  const auto issue = [](const std::string& items) {
    return "<objective index=\"0\"><issue index=\"1\" name=\"pie\">" + items +
           "</issue><weight index=\"1\" value=\"1\"/></objective>";
  };
  const std::string end = "<reservation value=\"" + need + "\"/></utility_space>";
  folder.write("domain.xml", "<negotiation_template><utility_space>" + issue(plain) +
                                 "</utility_space></negotiation_template>");
  folder.write("east.xml", "<utility_space>" + issue(up) + end);
  folder.write("west.xml", "<utility_space>" + issue(down) + end);
}

TEST(DealsVerb, gives_every_key_of_the_format) {
  const json found = json::parse(run({"deals", orchard, "--format", "json", "--packages"}).out);
  for (const char* key :
       {"scenario",    "parties",      "issues",        "outcomes",  "rational_count",
        "ranges",      "disagreement", "frontier_size", "frontier",  "frontier_packages",
        "packages",    "nash",         "kalai",         "ks_maxmin", "ks_equal_gain",
        "max_welfare", "blockers",     "repairs",       "method",    "complete",
        "seconds"})
    EXPECT_TRUE(found.contains(key)) << key;
  EXPECT_EQ(found["outcomes"], 369);
  EXPECT_EQ(found["frontier"].size(), found["frontier_size"].get<std::size_t>());
  EXPECT_EQ(found["packages"].size(), found["frontier"].size());
  EXPECT_EQ(found["parties"], (json{"Hillside", "Riverside"}));
}

TEST(DealsVerb, prints_the_same_at_any_number_of_threads) {
  const std::string one = run({"deals", orchard, "--packages", "--threads", "1"}).out;
  EXPECT_EQ(run({"deals", orchard, "--packages", "--threads", "7"}).out, one);
}

TEST(DealsVerb, says_who_blocks_where_there_is_no_deal) {
  const kit::Folder folder;
  write_pie(folder, "0.75");
  const std::string text = run({"deals", folder.path().string()}).out;
  EXPECT_TRUE(kit::says(text, "No. No package is acceptable to both parties."));
  EXPECT_TRUE(kit::says(
      text, "the reservation value of east (0.750) and the reservation value of west (0.750)"));
  EXPECT_TRUE(kit::says(text, "east takes 0.250 instead of 0.750"));
  const json found = json::parse(run({"deals", folder.path().string(), "--format", "json"}).out);
  EXPECT_EQ(found["blockers"]["sets"].size(), 1u);
  EXPECT_EQ(found["rational_count"], 0);
  EXPECT_TRUE(found["nash"].is_null());
}

TEST(DealsVerb, finds_the_one_deal_there_is) {
  const kit::Folder folder;
  write_pie(folder, "0.5");
  EXPECT_TRUE(kit::says(run({"deals", folder.path().string()}).out,
                        "Yes. 1 of 5 packages (20.0 %) are acceptable to both parties."));
}

TEST(DealsVerb, refuses_what_is_no_scenario_in_one_sentence) {
  const kit::Folder folder;
  expect_refused(run({"deals", folder.path().string()}), FailureKind::bad_input, "no scenario");
  expect_refused(run({"deals", (folder / "nothing").string()}), FailureKind::missing, "nothing");
  folder.write("a.xml", "<html>");
  expect_refused(run({"deals", folder.path().string()}), FailureKind::bad_input, "a.xml");
  expect_refused(run({"deals", orchard, "--semantics", "other"}), FailureKind::usage, "genius");
}

}  // namespace
}  // namespace entente::flow
