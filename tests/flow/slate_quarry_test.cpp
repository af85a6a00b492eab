// SPDX-License-Identifier: Apache-2.0
// Another labour dispute, whose four short articles are older than the codebook for it: a quarry's
// strike. What a reader of them would say stands in the matrix.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "exchange/json.h"
#include "flow/expect.h"

namespace entente::flow {
namespace {

using Json = nlohmann::json;

constexpr const char *quarrymen = "Slate Workers' Union", *company = "Hollin Slate Company",
                     *board = "Conciliation Board";

class SlateQuarry : public testing::Test {
 protected:
  static const std::filesystem::path& inputs() {
    static const std::filesystem::path folder = source() / "tests/flow/data/slate-quarry";
    return folder;
  }

  static void SetUpTestSuite() {
    folder = new kit::Folder;
    expect_done(run({"new", file(), "--codebook", "labour-dispute", "--parties",
                     (inputs() / "parties.yaml").string()}));
    expect_done(run({"add", file(), (inputs() / "articles").string()}));
  }
  static void TearDownTestSuite() {
    delete folder;
    folder = nullptr;
  }

  static std::string file() { return (*folder / "strike.entente").string(); }
  static Json matrix() { return Json::parse(run({"matrix", file(), "--format", "json"}).out); }
  static Json cell(const std::string& party, const std::string& issue) {
    const Json found = matrix();
    for (const Json& one : found.at("cells"))
      if (one.at("party") == party && one.at("issue") == issue) return one;
    ADD_FAILURE() << "no cell of " << party << " on " << issue;
    return {};
  }
  static exchange::Whole whole() {
    return or_throw(exchange::read_json(run({"export", file()}).out, "export"));
  }
  // Whether such a position is among all of them.
  static bool holds(const std::string& party, const std::string& issue, Stance stance,
                    const std::string& option) {
    const auto all = whole().contents.positions;
    return std::any_of(all.begin(), all.end(), [&](const Position& p) {
      return p.party == party && p.issue == issue && p.stance == stance && p.option &&
             p.option->low == option && p.option->high == option;
    });
  }

  static inline kit::Folder* folder = nullptr;
};

TEST_F(SlateQuarry, the_parties_are_those_of_the_file_and_speak_through_their_people) {
  std::map<std::string, std::string> party_of;
  const exchange::Whole all = whole();
  for (const Person& person : all.contents.people) party_of[person.name] = person.party;
  EXPECT_EQ(party_of["Mara Tennick"], quarrymen);
  EXPECT_EQ(party_of["Edric Vane"], company);
  EXPECT_EQ(party_of["Ilse Corran"], board);
}

TEST_F(SlateQuarry, each_side_has_its_demand_and_its_refusal_on_pay) {
  EXPECT_TRUE(holds(quarrymen, "pay", Stance::demands, "up_to_eight"));
  EXPECT_TRUE(holds(company, "pay", Stance::rejects, "up_to_eight"));
  EXPECT_TRUE(holds(quarrymen, "pay", Stance::rejects, "up_to_three"));
}

TEST_F(SlateQuarry, the_newest_cell_is_the_companys_offer_with_its_condition) {
  const Json newest = cell(company, "pay").at("newest");
  EXPECT_EQ(newest.at("option"), Json::array({"up_to_three", "up_to_three"}));
  EXPECT_TRUE(newest.at("stance") == "conditional" || newest.at("stance") == "offers") << newest;
  EXPECT_EQ(newest.at("date"), "2031-03-10");
  EXPECT_EQ(newest.at("doc"), "2-offer.txt");
}

TEST_F(SlateQuarry, shifts_stand_between_the_sides) {
  EXPECT_EQ(cell(quarrymen, "hours").at("newest").at("option"),
            Json::array({"shorter", "shorter"}));
  EXPECT_EQ(cell(company, "hours").at("newest").at("option"), Json::array({"longer", "longer"}));
}

TEST_F(SlateQuarry, who_sits_between_them_is_offered_and_refused) {
  EXPECT_EQ(cell(company, "mediation").at("newest").at("stance"), "rejects");
  EXPECT_NE(cell(board, "mediation").at("newest").at("stance"), "rejects");
}

TEST_F(SlateQuarry, the_drafts_second_article_crosses_the_unions_red_line) {
  EXPECT_TRUE(holds(quarrymen, "job_security", Stance::rejects, "compulsory"));
  const Json crossings = matrix().at("crossings");
  ASSERT_EQ(crossings.size(), 1u);
  EXPECT_EQ(crossings[0].at("number"), "Article 2");
  EXPECT_EQ(crossings[0].at("party"), quarrymen);
  EXPECT_EQ(crossings[0].at("red_line").at("firmness"), "red_line");
  const Ran clauses = run({"clauses", file()});
  expect_done(clauses);
  EXPECT_TRUE(kit::says(clauses.out, "crosses a red line of Slate Workers' Union"));
  EXPECT_EQ(count_of(run({"clauses", file(), "--format", "json"}).out, "\n  {"), 3u);
  EXPECT_EQ(count_of(run({"clauses", file(), "--issue", "Pay", "--format", "json"}).out, "\n  {"),
            1u);
}

TEST_F(SlateQuarry, nothing_is_said_of_issues_that_a_party_did_not_speak_of) {
  const Json found = matrix();
  for (const Json& one : found.at("cells"))
    EXPECT_TRUE(one.at("party") != board || one.at("issue") == "mediation" ||
                one.at("issue") == "progress")
        << one;
}

}  // namespace
}  // namespace entente::flow
