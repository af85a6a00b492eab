// SPDX-License-Identifier: Apache-2.0
// What the page asks for beside the lists: findings in windows, items made of items, numbers tried.
#include <gtest/gtest.h>

#include <set>

#include "serve/running.h"

namespace entente::serve {
namespace {

Json signed_now(const Running& server, const Json& more) {
  Json body{{"who", "A. Reader"}, {"seen", server.log()}};
  body.update(more);
  return body;
}

Json done(const Running& server, const std::string& verb, const Json& more) {
  const Heard heard = server.post("/api/" + verb, signed_now(server, more));
  EXPECT_EQ(heard.status, 200) << heard.body;
  return Json::parse(heard.body);
}

Json undone(const Running& server, const Json& answer) {
  return done(server, "undo", {{"entries", answer["entries"]}});
}

TEST(Movements, are_told_in_windows_and_by_what_is_asked) {
  const Running server;
  const Json all = server.json("/api/movements?count=1000");
  ASSERT_GT(all["changes"].size(), 2u);
  EXPECT_EQ(all["total"], all["changes"].size());
  EXPECT_EQ(server.json("/api/movements?from=1&count=1")["changes"][0], all["changes"][1]);
  EXPECT_EQ(server.json("/api/movements?order=newest&count=1")["changes"][0],
            all["changes"].back());
  const std::string party = all["changes"][0]["party"], issue = all["changes"][0]["issue"];
  const Json some = server.json("/api/movements?party=" + party + "&issue=" + issue);
  EXPECT_GT(some["total"], 0);
  for (const Json& one : some["changes"]) {
    EXPECT_EQ(one["party"], party);
    EXPECT_EQ(one["issue"], issue);
  }
  for (const Json& one : some["issues"]) EXPECT_EQ(one["issue"], issue);
  EXPECT_EQ(server.json("/api/movements?party=Nobody")["total"], 0);
}

TEST(Movements, since_a_day_leaves_out_what_came_before_or_on_no_known_day) {
  const Running server;
  const std::string day = "2031-03-08";
  const Json later = server.json("/api/movements?count=1000&since=" + day);
  const Json all = server.json("/api/movements?count=1000");
  std::size_t expected = 0;
  for (const Json& one : all["changes"])
    expected += one["recoding"].is_null() && one["day"].is_string() && one["day"] >= day;
  EXPECT_EQ(later["total"], expected);
  EXPECT_LT(expected, all["total"]);
}

TEST(Movements, a_word_changed_by_hand_is_an_analysts_and_no_movement) {
  const Running server;
  const Json answer = done(
      server, "edit", {{"item", "p4"}, {"fields", {{"firmness", "tentative"}}}, {"why", "soft"}});
  const Json found = server.json("/api/movements?cause=analyst_recoded");
  ASSERT_EQ(found["total"], 1);
  EXPECT_EQ(found["changes"][0]["recoding"]["position"], "p4");
  EXPECT_EQ(found["changes"][0]["recoding"]["why"], "soft");
  for (const Json& one : server.json("/api/movements?cause=party_moved")["changes"])
    EXPECT_EQ(one["cause"], "party_moved");
}

TEST(Contradictions, one_kind_alone_leaves_the_others_empty_and_counts_only_itself) {
  const Running server;
  const Json all = server.json("/api/contradictions");
  std::size_t found = 0;
  for (const char* kind : {"within_party", "quotations", "paraphrases", "utterances", "coloured"}) {
    const Json one = server.json(std::string("/api/contradictions?kind=") + kind);
    EXPECT_EQ(one["totals"][kind], all["totals"][kind]);
    EXPECT_EQ(one[kind], all[kind]);
    EXPECT_EQ(one["total"], one["totals"][kind]);
    for (const auto& [other, count] : one["totals"].items())
      EXPECT_EQ(count, other == kind ? all["totals"][kind] : Json(0)) << other;
    found += all[kind].size();
  }
  EXPECT_GT(found, 0u);
}

TEST(People, are_heard_from_the_first_to_the_last_day_with_what_their_spellings_said) {
  const Running server;
  const Json people = server.json("/api/people?count=1000")["people"];
  std::size_t heard = 0;
  for (const Json& one : people) {
    EXPECT_EQ(one["first_heard"].is_null(), one["last_heard"].is_null());
    EXPECT_LE(one["first_heard"], one["last_heard"]);
    EXPECT_TRUE(one["statements"] > 0 || one["first_heard"].is_null()) << one;
    heard += one["statements"] > 0;
  }
  ASSERT_GT(heard, 2u);
  const Json own = server.json("/api/statements?person=w1&count=1000");
  ASSERT_GT(own["total"], 0);
  for (const Json& one : own["statements"]) EXPECT_EQ(one["person"], "w1");
  const std::size_t before = people[4]["statements"], first = people[0]["statements"];
  ASSERT_EQ(people[4]["party"], people[0]["party"]);
  done(server, "merge", {{"items", {"w5", "w1"}}});
  EXPECT_EQ(server.json("/api/people?count=1000")["people"][4]["statements"], before + first);
}

TEST(Regrouping, a_merge_over_http_is_taken_back_by_its_lines) {
  const Running server;
  const Json before = server.json("/api/people?count=1000")["people"];
  const Json answer = done(server, "merge", {{"items", {"w1", "w5"}}});
  EXPECT_EQ(answer["merged"], Json({"w1", "w5"}));
  EXPECT_EQ(server.json("/api/people?count=1000")["people"][4]["same_as"], "w1");
  undone(server, answer);
  EXPECT_EQ(server.json("/api/people?count=1000")["people"], before);
}

TEST(Regrouping, a_split_names_what_it_made_and_its_undoing_rejects_that) {
  const Running server;
  const Json answer =
      done(server, "split", {{"items", {"p4"}}, {"fields", {{"stance", "rejects"}}}});
  ASSERT_EQ(answer["made"].size(), 1u);
  const std::string made = answer["made"][0];
  EXPECT_EQ(server.json("/api/trail/" + made)["positions"][0]["stance"], "rejects");
  undone(server, answer);
  EXPECT_EQ(server.json("/api/trail/" + made)["positions"][0]["review"]["status"], "rejected");
  EXPECT_EQ(server.json("/api/trail/p4")["positions"][0]["review"]["status"], "suggested");
}

TEST(Regrouping, nobody_merges_what_somebody_else_changed_meanwhile) {
  const Running server;
  Json body = signed_now(server, {{"items", {"w1", "w5"}}});
  done(server, "confirm", {{"items", {"w5"}}});
  const Heard heard = server.post("/api/merge", body);
  EXPECT_EQ(heard.status, 409) << heard.body;
  EXPECT_EQ(Json::parse(heard.body)["conflict"]["item"], "w5");
}

TEST(Learning, what_it_would_change_is_told_before_it_is_done) {
  const Running server;
  const std::uint64_t log = server.log();
  const Json would = server.json("/api/learn");
  EXPECT_EQ(would["dry_run"], true);
  EXPECT_EQ(server.log(), log) << "nothing is written";
  const Heard heard = server.post("/api/learn", {{"seen", log}});
  ASSERT_EQ(heard.status, 200) << heard.body;
  const Json did = Json::parse(heard.body);
  EXPECT_EQ(did["dry_run"], false);
  EXPECT_EQ(did["changes"], would["changes"]);
  EXPECT_GT(server.log(), log);
  EXPECT_EQ(server.post("/api/learn", {{"seen", server.log() + 5}}).status, 400);
}

TEST(Adding, is_signed_by_who_adds) {
  const Running server;
  const std::string words = "Ilan Torre of Meldria said on Monday that talks would go on.";
  ASSERT_EQ(
      server.post_form("/api/add", {{"file", "note.txt", words}, {"who", "", "B. Reader"}}).status,
      200);
  EXPECT_EQ(server.json("/api/log?verb=add&order=newest&count=1")["entries"][0]["who"],
            "B. Reader");
}

TEST(Unsure, articles_can_be_asked_for_that_hold_it) {
  const Running server;
  std::set<std::string> expected;
  for (const Json& card : server.json("/api/documents?count=1000")["documents"]) {
    const Json article = server.json("/api/documents/" + card["id"].get<std::string>());
    std::size_t unsure = 0;
    for (const Json& one : article["statements"]) {
      const bool low = one["confidence"].is_number() && one["confidence"] < 0.5;
      EXPECT_EQ(one["unsure"], low && one["review"]["status"] == "suggested") << one;
      unsure += one["unsure"].get<bool>();
    }
    EXPECT_EQ(card["unsure"], unsure);
    if (unsure > 0) expected.insert(card["id"]);
  }
  std::set<std::string> found;
  for (const Json& card : server.json("/api/documents?count=1000&unsure=1")["documents"])
    found.insert(card["id"]);
  EXPECT_EQ(found, expected);
}

// ---- numbers

std::vector<FormPart> canal_form(const Json& changes = Json::array(),
                                 const std::string& from = "") {
  return {{"file", "canal.deal.yaml",
           kit::bytes_of(flow::source() / "examples/ellowan-canal/canal.deal.yaml")},
          {"changes", "", changes.dump()},
          {"from", "", from}};
}

Json deals(const Running& server, const std::vector<FormPart>& form) {
  const Heard heard = server.post_form("/api/deals", form);
  EXPECT_EQ(heard.status, 200) << heard.body;
  return Json::parse(heard.body);
}

std::string together(const Json& package) {
  std::string out;
  for (const Json& option : package) out += option.get<std::string>() + ";";
  return out;
}

TEST(Numbers, a_changed_number_stands_in_the_answer_and_all_others_stay) {
  const Running server;
  const Json before = deals(server, canal_form());
  const Json changes{{{"party", "Meldria"}, {"issue", "ceasefire"}, {"low", 0.9}, {"high", 1}},
                     {{"party", "Meldria"},
                      {"issue", "ceasefire"},
                      {"option", "none yet"},
                      {"low", 0.25},
                      {"high", 0.25}},
                     {{"party", "Dorvane"}, {"low", 0}, {"high", 0}}};
  Json expected = before["numbers"];
  for (Json& party : expected["parties"]) {
    if (party["party"] == "Meldria") {
      party["weights"][0] = {0.9, 1};
      party["values"][0][0] = {0.25, 0.25};
    }
    if (party["party"] == "Dorvane") party["reservation"] = {0, 0};
  }
  EXPECT_NE(expected, before["numbers"]);
  EXPECT_EQ(deals(server, canal_form(changes))["numbers"], expected);
}

TEST(Numbers, the_file_to_keep_gives_the_same_answers_again) {
  const Running server;
  const Json changes{{{"party", "Meldria"}, {"issue", "ceasefire"}, {"low", 0.75}, {"high", 0.75}}};
  const Json tried = deals(server, canal_form(changes));
  const Json kept = deals(server, {{"file", "kept.yaml", tried["yaml"].get<std::string>()}});
  for (const char* part : {"numbers", "frontier", "packages", "nash", "certainty", "neighbours"})
    EXPECT_EQ(kept[part], tried[part]) << part;
}

TEST(Numbers, what_another_option_would_change_is_what_it_changes_once_taken) {
  const Running server;
  const Json before = deals(server, canal_form());
  const Json& around = before["neighbours"];
  const auto middle = [](const Json& bounds) {
    return (bounds[0].get<double>() + bounds[1].get<double>()) / 2;
  };
  for (const std::size_t at : {std::size_t{0}, around["moves"].size() - 1}) {
    const Json& move = around["moves"][at];
    Json package = around["package"];
    for (std::size_t i = 0; i < package.size(); ++i)
      if (before["numbers"]["issues"][i]["name"] == move["issue"]) package[i] = move["to"];
    const Json after = deals(server, canal_form(Json::array(), together(package)))["neighbours"];
    EXPECT_EQ(after["package"], package);
    EXPECT_EQ(after["acceptable"], move["acceptable"]);
    for (std::size_t p = 0; p < move["gains"].size(); ++p) {
      const double gain = middle(after["worth"][p]) - middle(around["worth"][p]);
      EXPECT_GE(gain, move["gains"][p][0].get<double>() - 1e-9);
      EXPECT_LE(gain, move["gains"][p][1].get<double>() + 1e-9);
    }
  }
}

TEST(Numbers, what_is_no_number_of_the_scenario_is_refused) {
  const Running server;
  const std::vector<Json> wrong{
      {{{"party", "Nobody"}, {"low", 0}, {"high", 1}}},
      {{{"party", "Meldria"}, {"issue", "weather"}, {"low", 0}, {"high", 1}}},
      {{{"party", "Meldria"},
        {"issue", "ceasefire"},
        {"option", "never"},
        {"low", 0},
        {"high", 1}}},
      {{{"party", "Meldria"}, {"issue", "ceasefire"}, {"low", 1}, {"high", 0}}}};
  for (const Json& changes : wrong)
    EXPECT_EQ(server.post_form("/api/deals", canal_form(changes)).status, 400) << changes;
  for (const Json& changes : {Json{{"party", "Meldria"}}, Json{3}, Json{{{"party", "Meldria"}}}})
    EXPECT_EQ(server.post_form("/api/deals", canal_form(changes)).status, 422) << changes;
  EXPECT_EQ(server.post_form("/api/deals", canal_form(Json::array(), "at once;")).status, 400);
}

TEST(Numbers, what_the_case_suggests_says_so) {
  const Running server;
  EXPECT_EQ(deals(server, {{"suggested", "", "1"}})["suggested"], true);
  EXPECT_EQ(deals(server, canal_form())["suggested"], false);
}

// ---- pages

TEST(Drawing, every_arrow_joins_states_that_are_drawn) {
  const Running server;
  const Heard heard = server.post_form(
      "/api/stability",
      {{"file", "canal.gmcr", kit::bytes_of(flow::source() / "examples/ellowan-canal/canal.gmcr")},
       {"today", "", "1"}});
  ASSERT_EQ(heard.status, 200) << heard.body;
  const Json drawing = Json::parse(heard.body)["drawing"];
  std::set<std::uint64_t> drawn;
  for (const Json& node : drawing["nodes"]) drawn.insert(node["state"].get<std::uint64_t>());
  EXPECT_TRUE(drawn.contains(1));
  ASSERT_FALSE(drawing["arrows"].empty());
  for (const Json& arrow : drawing["arrows"]) {
    EXPECT_TRUE(drawn.contains(arrow["from"].get<std::uint64_t>())) << arrow;
    EXPECT_TRUE(drawn.contains(arrow["to"].get<std::uint64_t>())) << arrow;
  }
}

TEST(BriefOverHttp, markdown_is_a_text_with_the_same_title) {
  const Running server;
  const Heard heard = server.get("/api/brief?format=markdown&title=Canal%20talks&download=1");
  EXPECT_EQ(heard.status, 200);
  EXPECT_EQ(heard.header("content-type"), "text/markdown; charset=utf-8");
  EXPECT_TRUE(heard.header("content-disposition").ends_with(".md\""))
      << heard.header("content-disposition");
  EXPECT_TRUE(heard.body.starts_with("# Canal talks\n"));
}

}  // namespace
}  // namespace entente::serve
