// SPDX-License-Identifier: Apache-2.0
// `entente deals` as a user meets it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "flow/expect.h"
#include "flow/program.h"
#include "kit/folder.h"
#include "kit/says.h"

namespace entente::flow {
namespace {

using nlohmann::json;

const std::string orchard = ENTENTE_SOURCE_DIR "/examples/orchard";
const std::string canal = ENTENTE_SOURCE_DIR "/examples/ellowan-canal/canal.deal.yaml";
const std::string kelder = ENTENTE_SOURCE_DIR "/examples/kelder-bank/kelder.deal.yaml";

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
        "seconds",     "certainty",    "trades",        "reading"})
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

TEST(DealsVerb, writes_genius_files_that_read_back_to_the_same_answer) {
  const kit::Folder folder;
  const std::string copy = (folder / "copy").string();
  const Ran wrote = run({"deals", orchard, "--genius", copy});
  expect_done(wrote);
  EXPECT_TRUE(kit::says(wrote.out, "domain.xml"));
  json before = json::parse(run({"deals", orchard, "--format", "json", "--packages"}).out),
       after = json::parse(run({"deals", copy, "--format", "json", "--packages"}).out);
  for (json* one : {&before, &after}) one->erase("seconds"), one->erase("scenario");
  EXPECT_EQ(before, after);
  expect_refused(run({"deals", orchard, "--genius", copy}), FailureKind::usage, "not empty");
  expect_refused(run({"deals", canal, "--genius", (folder / "canal").string()}), FailureKind::usage,
                 "GENIUS XML cannot say");
  EXPECT_FALSE(std::filesystem::exists(folder / "canal"));
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

// ---- scenarios in YAML

TEST(DealsVerb, does_not_say_no_where_the_bounds_leave_it_open) {
  const kit::Folder folder;
  folder.write("pie.deal.yaml",
               "name: pie\nissues:\n  - name: pie\n    options: [east's, west's]\nparties:\n"
               "  - name: east\n    reservation: [0, 10]\n    preferences:\n"
               "      - issue: pie\n        values: {east's: 1, west's: 0}\n"
               "  - name: west\n    preferences:\n      - issue: pie\n"
               "        values: {east's: [0, 1], west's: 1}\n");
  const std::string text = run({"deals", (folder / "pie.deal.yaml").string()}).out;
  EXPECT_TRUE(kit::says(text, "there is a deal in some readings, not in all"));
  EXPECT_TRUE(kit::says(text, "Who blocks it, at the middle of all bounds?"));
  EXPECT_TRUE(kit::says(text, "5.000, the middle of 0.000 to 10.000"));
  EXPECT_TRUE(kit::says(text, "more than all of its range"));
}

TEST(DealsVerb, says_of_a_scenario_with_bounds_what_is_sure_and_what_decides) {
  const std::string text = run({"deals", canal}).out;
  for (const char* said :
       {"Some numbers are known within bounds only", "How sure is that?", "What decides it?",
        "What could be traded?", "Nemoria would sign until 2031-03-31",
        "Without a deal, Meldria: holds the present lines"})
    EXPECT_TRUE(kit::says(text, said));
  const json found = json::parse(run({"deals", canal, "--format", "json"}).out);
  const json& sure = found["certainty"];
  EXPECT_EQ(sure["deal"], "some");
  EXPECT_TRUE(sure["every_package"]);
  EXPECT_LE(sure["acceptable_in_all"], found["rational_count"]);
  EXPECT_GE(sure["acceptable_in_some_or_all"], found["rational_count"]);
  const json& first = sure["unknowns"].at(0);
  EXPECT_EQ(first["what"], "reservation");
  EXPECT_TRUE(first["at_lowest"]["deal"] == "all" || first["at_highest"]["deal"] == "none");
}

TEST(DealsVerb, names_the_sentences_that_a_trade_rests_on) {
  const json trades = json::parse(run({"deals", canal, "--format", "json"}).out)["trades"];
  const json& from = trades.at(0);
  EXPECT_EQ(from["from"], "issue by issue");
  ASSERT_FALSE(from["trades"].empty());
  std::size_t quoted = 0;
  for (const json& trade : from["trades"]) {
    EXPECT_GT(trade["gains"].size(), 2u);
    for (const json& side : trade["evidence"])
      for (const json& position : side["positions"]) quoted += position["words"] != "" ? 1 : 0;
  }
  EXPECT_GT(quoted, 0u);
  EXPECT_EQ(trades.size(), 1u);
}

TEST(DealsVerb, says_nothing_of_bounds_where_every_number_is_known) {
  EXPECT_TRUE(json::parse(run({"deals", orchard, "--format", "json"}).out)["certainty"].is_null());
  EXPECT_EQ(run({"deals", orchard}).out.find("readings"), std::string::npos);
}

TEST(DealsVerb, looks_for_trades_from_the_package_asked_for) {
  const std::string start =
      "none yet; joint administration; stays; stays; none; none go home; none";
  const json from =
      json::parse(run({"deals", canal, "--from", start, "--format", "json"}).out)["trades"];
  ASSERT_EQ(from.size(), 1u);
  EXPECT_EQ(from[0]["from"], "asked");
  EXPECT_EQ(from[0]["package"][1], "joint administration");
  expect_refused(run({"deals", canal, "--from", "none yet"}), FailureKind::usage, "7 issues");
}

TEST(DealsVerb, refuses_a_case_beside_what_names_no_positions) {
  expect_refused(run({"deals", orchard, "--case", "x.entente"}), FailureKind::usage, "YAML");
}

// Ids of positions move when the reading gets better; the sentences stay. Tells how many there are.
std::size_t sentences_held(const std::string& example, const std::string& codebook,
                           const std::string& scenario) {
  const kit::Folder folder;
  const std::string file = (folder / "talks.entente").string();
  expect_done(run({"new", file, "--codebook", codebook, "--parties", example + "/parties.yaml"}));
  expect_done(run({"add", file, example + "/articles"}));
  const json positions = json::parse(run({"positions", file, "--format", "json"}).out)["positions"];
  std::size_t held = 0;
  std::istringstream lines(kit::bytes_of(scenario));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.find("- p"), open = line.find(": \"", at);
    if (at == line.npos || open == line.npos) continue;
    const std::string words = json::parse(line.substr(open + 2)).get<std::string>();
    EXPECT_TRUE(std::any_of(positions.begin(), positions.end(), [&](const json& one) {
      return one["words"] == words;
    })) << words;
    ++held;
  }
  return held;
}

TEST(DealsVerb, has_the_examples_sentences_in_their_cases) {
  const std::string examples = ENTENTE_SOURCE_DIR "/examples/";
  EXPECT_GE(sentences_held(examples + "ellowan-canal", "peace-talks", canal), 12u);
  EXPECT_GE(sentences_held(examples + "kelder-bank", "fisheries", kelder), 12u);
}

TEST(DealsVerb, does_not_know_of_a_fishery_whether_there_is_a_deal) {
  const json found = json::parse(run({"deals", kelder, "--format", "json"}).out);
  EXPECT_EQ(found["outcomes"], 648);
  EXPECT_EQ(found["certainty"]["deal"], "some");
}

}  // namespace
}  // namespace entente::flow
