// SPDX-License-Identifier: Apache-2.0
// Several who work on one case at once: pages, and the command line.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

#include "base/utf8.h"
#include "exchange/json.h"
#include "serve/running.h"

namespace entente::serve {
namespace {

Json judging(const Json& items, std::uint64_t seen, const std::string& why = "") {
  return {{"items", items}, {"who", "A. Reader"}, {"why", why}, {"seen", seen}};
}

std::string status_of(const Running& server, const std::string& item) {
  const Json trail = server.json("/api/trail/" + item);
  return trail[item[0] == 's' ? "statements" : "positions"][0]["review"]["status"];
}

// The numbers that a stream of events tells.
class Listener {
 public:
  explicit Listener(const Running& server) : connection_(server.port()) {
    connection_.send(request_text("GET", "/api/events", server.known()));
    EXPECT_EQ(connection_.head().header("content-type"), "text/event-stream");
  }
  std::uint64_t next() {
    for (;;) {
      const std::string event = connection_.read_to("\n\n");
      const auto at = event.find("data: ");
      if (event.empty()) return 0;
      if (at != event.npos) return Json::parse(event.substr(at + 6))["log"];
    }
  }
  std::uint64_t up_to(std::uint64_t number) {
    std::uint64_t heard = 0;
    while (heard < number) {
      const std::uint64_t now = next();
      if (now == 0) break;
      heard = now;
    }
    return heard;
  }

 private:
  Connection connection_;
};

TEST(Together, a_stream_tells_the_version_at_once_and_every_new_one) {
  const Running server;
  Listener listener(server);
  const std::uint64_t before = server.log();
  EXPECT_EQ(listener.next(), before);
  const Json done = Json::parse(server.post("/api/confirm", judging({"s2"}, before)).body);
  EXPECT_EQ(done["log"], before + 1);
  EXPECT_EQ(listener.next(), before + 1);
}

TEST(Together, what_the_command_line_does_is_told_and_shown) {
  const Running server;
  Listener listener(server);
  const std::uint64_t before = listener.next();
  const flow::Ran ran = flow::run({"confirm", server.file().string(), "s2", "--who", "B. Reader"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(listener.next(), before + 1);
  EXPECT_EQ(status_of(server, "s2"), "confirmed");
}

TEST(Together, a_case_that_is_put_in_place_of_the_file_is_seen) {
  const Running server;
  const kit::Folder folder;
  const auto other = flow::example_case(folder / "other.entente");
  ASSERT_EQ(flow::run({"confirm", other.string(), "s3", "--who", "B. Reader"}).code, 0);
  std::filesystem::copy_file(other, server.file().string() + ".new");
  std::filesystem::rename(server.file().string() + ".new", server.file());
  EXPECT_TRUE(before_long([&] { return status_of(server, "s3") == "confirmed"; }));
  EXPECT_EQ(server.get("/api/documents/d1").status, 200);
  EXPECT_EQ(server.post("/api/confirm", judging({"s4"}, server.log())).status, 200);
  EXPECT_EQ(flow::run({"log", server.file().string(), "--item", "s4"}).code, 0);
}

TEST(Together, another_file_with_as_long_a_log_is_another_case_to_who_read_the_first) {
  const Running server;
  const kit::Folder folder;
  const auto other = flow::example_case(folder / "other.entente");
  ASSERT_EQ(flow::run({"confirm", other.string(), "s2", "--who", "B. Reader"}).code, 0);
  ASSERT_EQ(server.post("/api/confirm", judging({"s1"}, server.log())).status, 200);
  const Json seen = server.json("/api/case");
  const std::string tag = server.get("/api/documents").header("etag");
  std::filesystem::copy_file(other, server.file().string() + ".new");
  std::filesystem::rename(server.file().string() + ".new", server.file());
  Json judged = judging({"s3"}, seen["log"]);
  judged["generation"] = seen["generation"];
  EXPECT_EQ(server.post("/api/confirm", judged).status, 409) << "at once";
  const Json now = server.json("/api/case");
  EXPECT_EQ(now["log"], seen["log"]);
  EXPECT_NE(now["generation"], seen["generation"]);
  EXPECT_EQ(server.get("/api/documents", {{"If-None-Match", tag}}).status, 200);
  EXPECT_EQ(status_of(server, "s2"), "confirmed");
  EXPECT_EQ(status_of(server, "s3"), "suggested");
  judged["generation"] = now["generation"];
  EXPECT_EQ(server.post("/api/confirm", judged).status, 200);
  EXPECT_EQ(server.json("/api/case")["generation"], now["generation"]) << "its log only grew";
}

TEST(Together, what_one_changed_oneself_is_not_told_as_anothers) {
  const Running server;
  const std::uint64_t seen = server.log();
  ASSERT_EQ(server.post("/api/confirm", judging({"s2"}, seen)).status, 200);
  const auto refusal = [&](const std::string& who) {
    Json body = judging({"s2"}, seen);
    body["who"] = who;
    return Json::parse(server.post("/api/confirm", body).body)["error"]["what"];
  };
  EXPECT_EQ(refusal("A. Reader"), "s2 was changed by you meanwhile");
  EXPECT_EQ(refusal("B. Reader"), "s2 was changed by A. Reader meanwhile");
}

TEST(Together, a_page_that_has_not_seen_a_change_does_not_write_over_it) {
  const Running server;
  const std::uint64_t seen = server.log();
  ASSERT_EQ(server.post("/api/reject", judging({"s2"}, seen, "misread")).status, 200);
  for (const auto& [path, body] :
       {std::pair<std::string, Json>{"/api/confirm", judging({"s5", "s2"}, seen)},
        {"/api/reject", judging({"s2"}, seen, "no")},
        {"/api/edit",
         Json{{"item", "s2"}, {"fields", {{"party", "Dorvane"}}}, {"who", "B"}, {"seen", seen}}}}) {
    const Heard heard = server.post(path, body);
    EXPECT_EQ(heard.status, 409) << path;
    const Json refusal = Json::parse(heard.body);
    EXPECT_EQ(refusal["error"]["kind"], "conflict");
    EXPECT_EQ(refusal["conflict"]["item"], "s2");
    EXPECT_EQ(refusal["conflict"]["entry"]["verb"], "reject");
    EXPECT_EQ(refusal["conflict"]["log"], server.log());
  }
  EXPECT_EQ(status_of(server, "s2"), "rejected");
  EXPECT_EQ(status_of(server, "s5"), "suggested") << "all or none";
  EXPECT_EQ(server.post("/api/confirm", judging({"s5"}, seen)).status, 200)
      << "nobody changed this one";
}

TEST(Together, who_is_refused_for_a_change_reads_that_change_at_once) {
  const Running server;
  for (int i = 1; i <= 5; ++i) {
    const std::string item = "s" + std::to_string(i);
    const std::uint64_t seen = server.log();
    ASSERT_EQ(flow::run({"confirm", server.file().string(), item, "--who", "B. Reader"}).code, 0);
    const Heard heard = server.post("/api/reject", judging({item}, seen, "misread"));
    ASSERT_EQ(heard.status, 409) << heard.body;
    EXPECT_EQ(Json::parse(heard.body)["conflict"]["log"], server.log());
    EXPECT_EQ(status_of(server, item), "confirmed");
  }
}

TEST(Together, nobody_has_seen_what_is_still_to_come) {
  const Running server;
  EXPECT_EQ(server.post("/api/confirm", judging({"s2"}, server.log() + 1)).status, 400);
}

TEST(Together, a_case_that_another_program_writes_is_locked_and_read_meanwhile) {
  const Running server;
  const Workbench other = Workbench::open(server.file(), share_of_source(), true);
  const Heard heard = server.post("/api/confirm", judging({"s2"}, server.log()));
  EXPECT_EQ(heard.status, 423);
  EXPECT_EQ(Json::parse(heard.body)["error"]["kind"], "locked");
  EXPECT_EQ(server.get("/api/matrix").status, 200);
  EXPECT_EQ(server.get("/api/documents/d1").status, 200);
}

TEST(Together, the_server_leaves_the_file_free) {
  const Running server;
  EXPECT_EQ(server.get("/api/matrix").status, 200);
  EXPECT_NO_THROW(Workbench::open(server.file(), share_of_source(), true));
}

TEST(Together, pages_and_the_command_line_at_once_lose_nothing) {
  const Running server;
  constexpr int each = 12;
  std::atomic<int> done = 0;
  const auto page = [&](int first) {
    for (int i = 0; i < each; ++i) {
      const std::string item = "s" + std::to_string(first + i);
      const bool sure = before_long(
          [&] { return server.post("/api/confirm", judging({item}, server.log())).status == 200; });
      done += sure;
    }
  };
  std::thread one(page, 1), other(page, 1 + each);
  for (int i = 0; i < each; ++i) {
    const std::string item = "s" + std::to_string(1 + 2 * each + i);
    done += before_long([&] {
      return flow::run({"confirm", server.file().string(), item, "--who", "C"}).code == 0;
    });
  }
  one.join();
  other.join();
  EXPECT_EQ(done, 3 * each);
  const Workbench bench = Workbench::open(server.file(), share_of_source(), false);
  const auto contents = bench.contents();
  for (std::size_t i = 0; i < 3 * each; ++i)
    EXPECT_EQ(contents.statements.at(i).review.status, Status::confirmed) << i;
  EXPECT_TRUE(before_long([&] { return server.log() == bench.log_number(); }));
  EXPECT_EQ(server.json("/api/case")["review"]["statements"]["confirmed"], 3 * each);
}

TEST(Together, what_the_server_shows_after_a_change_is_what_stands_in_the_file) {
  const Running server;
  ASSERT_EQ(server
                .post("/api/edit", {{"item", "s1"},
                                    {"fields", {{"speaker", "Somebody"}, {"party", "Dorvane"}}},
                                    {"who", "A. Reader"},
                                    {"seen", server.log()}})
                .status,
            200);
  ASSERT_EQ(server.post("/api/reject", judging({"s2"}, server.log(), "misread")).status, 200);
  const Workbench bench = Workbench::open(server.file(), share_of_source(), false);
  const auto contents = bench.contents();
  const exchange::ItemWriter write(contents.documents);
  for (const Statement& statement : {contents.statements[0], contents.statements[1]}) {
    const Json shown = server.json("/api/trail/" + statement.id.text())["statements"][0];
    EXPECT_EQ(shown, Json::parse(write(statement)));
  }
  EXPECT_EQ(server.json("/api/log?count=1000")["total"], bench.log().size());
}

TEST(Undo, a_judgement_and_all_that_followed_it_are_taken_back) {
  const Running server;
  const Json before = server.json("/api/documents/d1");
  const Json done =
      Json::parse(server.post("/api/reject", judging({"s1"}, server.log(), "misread")).body);
  ASSERT_EQ(done["followed"], Json({"p1"}));
  const Json undo{{"entries", done["entries"]}, {"who", "A. Reader"}, {"seen", server.log()}};
  const Heard heard = server.post("/api/undo", undo);
  ASSERT_EQ(heard.status, 200) << heard.body;
  EXPECT_EQ(Json::parse(heard.body)["undone"], Json({"p1", "s1"}));
  Json after = server.json("/api/documents/d1");
  after["log"] = before["log"];
  EXPECT_EQ(after, before) << "suggested again, by whom it was";
}

TEST(Undo, several_changes_of_one_item_are_taken_back_one_after_the_other) {
  const Running server;
  const Json before = server.json("/api/trail/s2")["statements"];
  std::vector<Json> done;
  for (const char* verb : {"confirm", "reject", "confirm"})
    done.push_back(Json::parse(
        server.post("/api/" + std::string(verb), judging({"s2"}, server.log(), "seen")).body));
  for (auto one = done.rbegin(); one != done.rend(); ++one) {
    const Json undo{{"entries", (*one)["entries"]}, {"who", "A. Reader"}, {"seen", server.log()}};
    const Heard heard = server.post("/api/undo", undo);
    EXPECT_EQ(heard.status, 200) << heard.body;
  }
  EXPECT_EQ(server.json("/api/trail/s2")["statements"], before);
}

TEST(Undo, what_was_changed_again_is_not_taken_back) {
  const Running server;
  const Json first = Json::parse(server.post("/api/confirm", judging({"s2"}, server.log())).body);
  ASSERT_EQ(server.post("/api/reject", judging({"s2"}, server.log(), "misread")).status, 200);
  const Json undo{{"entries", first["entries"]}, {"who", "A. Reader"}, {"seen", server.log()}};
  const Heard heard = server.post("/api/undo", undo);
  EXPECT_EQ(heard.status, 409);
  EXPECT_EQ(Json::parse(heard.body)["conflict"]["entry"]["verb"], "reject");
  EXPECT_EQ(status_of(server, "s2"), "rejected");
}

TEST(Undo, an_undoing_can_be_undone_and_an_addition_cannot) {
  const Running server;
  const Json edit{{"item", "p4"},
                  {"fields", {{"stance", "wants"}, {"condition", "a condition"}}},
                  {"who", "A. Reader"},
                  {"seen", server.log()}};
  const Json done = Json::parse(server.post("/api/edit", edit).body);
  const Json edited = server.json("/api/trail/p4")["positions"];
  const auto undo = [&](const Json& entries) {
    return server.post("/api/undo",
                       {{"entries", entries}, {"who", "A. Reader"}, {"seen", server.log()}});
  };
  const Json undone = Json::parse(undo(done["entries"]).body);
  EXPECT_NE(server.json("/api/trail/p4")["positions"], edited);
  EXPECT_EQ(undo(undone["entries"]).status, 200);
  EXPECT_EQ(server.json("/api/trail/p4")["positions"], edited);
  EXPECT_EQ(undo({1}).status, 400) << "line 1 adds a document";
  EXPECT_EQ(undo({99999}).status, 404);
}

TEST(PartiesTogether, a_merge_goes_to_everybody_and_is_taken_back_by_its_first_line) {
  const Running server;
  const Json before = server.json("/api/case")["codebook"];
  const Json positions = server.json("/api/positions?count=1000")["positions"];
  const Json merge{
      {"parties", {"Meldria", "Dorvane"}}, {"who", "A. Reader"}, {"seen", server.log()}};
  const Heard heard = server.post("/api/parties/merge", merge);
  ASSERT_EQ(heard.status, 200) << heard.body;
  const Json done = Json::parse(heard.body);
  EXPECT_EQ(done["merged"], Json({"party:Meldria", "party:Dorvane"}));
  EXPECT_FALSE(done["followed"].empty());
  EXPECT_EQ(server.json("/api/positions?party=Dorvane")["total"], 0);
  EXPECT_EQ(server.json("/api/case")["codebook"]["parties"].size(), before["parties"].size() - 1);
  const Workbench bench = Workbench::open(server.file(), share_of_source(), false);
  EXPECT_EQ(server.json("/api/case")["codebook"]["parties"].size(),
            bench.contents().codebook.parties.size());
  const Json undo{{"entries", {done["entries"][0]}}, {"who", "A. Reader"}, {"seen", server.log()}};
  const Heard undone = server.post("/api/undo", undo);
  ASSERT_EQ(undone.status, 200) << undone.body;
  EXPECT_EQ(server.json("/api/case")["codebook"], before);
  EXPECT_EQ(server.json("/api/positions?count=1000")["positions"], positions);
}

TEST(PartiesTogether, who_has_not_seen_what_became_of_a_party_does_not_merge_it) {
  const Running server;
  const std::uint64_t seen = server.log();
  const auto body = [&](const Json& more, std::uint64_t known) {
    Json out{{"who", "A. Reader"}, {"seen", known}};
    out.update(more);
    return out;
  };
  const Json merge{{"parties", {"Meldria", "Dorvane"}}}, other{{"parties", {"Skarrow", "Dorvane"}}},
      split{{"party", "Meldria"}, {"names", {"the Meldrian side"}}};
  const Heard first = server.post("/api/parties/merge", body(merge, seen));
  ASSERT_EQ(first.status, 200) << first.body;
  for (const auto& [path, what] :
       {std::pair<std::string, Json>{"/api/parties/merge", other}, {"/api/parties/split", split}}) {
    const Heard heard = server.post(path, body(what, seen));
    EXPECT_EQ(heard.status, 409) << path << heard.body;
    EXPECT_TRUE(
        Json::parse(heard.body)["conflict"]["item"].get<std::string>().starts_with("party:"));
  }
  const Heard later = server.post("/api/parties/split", body(split, server.log()));
  ASSERT_EQ(later.status, 200) << later.body;
  EXPECT_EQ(Json::parse(later.body)["made"], Json({"party:the Meldrian side"}));
  const Heard undo = server.post(
      "/api/undo", body({{"entries", Json::parse(first.body)["entries"]}}, server.log()));
  EXPECT_EQ(undo.status, 409) << "the party was split since";
  EXPECT_EQ(Json::parse(undo.body)["conflict"]["item"], "party:Meldria");
}

TEST(PartiesTogether, a_name_is_confirmed_once_and_signed_in_plain_letters) {
  const Running server;
  const std::uint64_t before = server.log();
  const Json done = Json::parse(server.post("/api/confirm", judging({"s2", "s2"}, before)).body);
  EXPECT_EQ(done["confirmed"], Json({"s2"}));
  EXPECT_EQ(server.log(), before + 1);
  for (const std::string& who : {std::string(201, 'a'), std::string("a\0b", 3),
                                 std::string("a\u202eb"), std::string("a\nb")}) {
    Json body = judging({"s3"}, server.log());
    body["who"] = who;
    const Heard heard = server.post("/api/confirm", body);
    EXPECT_EQ(heard.status, 400) << heard.body;
  }
  EXPECT_EQ(server.log(), before + 1);
}

TEST(Places, an_item_that_is_put_elsewhere_has_the_words_that_stand_there) {
  const Running server;
  const Json document = server.json("/api/documents/d1");
  const std::u32string text = from_utf8(document["document"]["text"].get<std::string>());
  const Json before = server.json("/api/trail/s1")["statements"][0];
  const auto edit = [&](const std::string& item, const std::string& field,
                        const std::string& value) {
    return server.post("/api/edit", {{"item", item},
                                     {"fields", {{field, value}}},
                                     {"who", "A. Reader"},
                                     {"seen", server.log()}});
  };
  const Heard heard = edit("s1", "content", "10..20;25..40");
  ASSERT_EQ(heard.status, 200) << heard.body;
  const Json after = server.json("/api/trail/s1");
  EXPECT_EQ(after["statements"][0]["content"], Json({{10, 20}, {25, 40}}));
  EXPECT_EQ(after["statements"][0]["words"],
            slice_utf8(text, {10, 20}) + " … " + slice_utf8(text, {25, 40}));
  EXPECT_EQ(after["unchanged"], true);
  ASSERT_EQ(edit("p1", "evidence", "10..20").status, 200);
  EXPECT_EQ(server.json("/api/trail/p1")["positions"][0]["words"], slice_utf8(text, {10, 20}));
  for (const char* wrong :
       {"", "5", "20..10", "10..10", "5..9;7..12", "0..99999999", "a..b", "1..2;"})
    EXPECT_EQ(edit("s1", "content", wrong).status, 400) << wrong;
  EXPECT_EQ(edit("p1", "evidence", "1..2;4..5").status, 400);
  EXPECT_EQ(edit("m1", "evidence", "1..2").status, 400) << "a meeting has no such field";
  EXPECT_EQ(server
                .post("/api/undo", {{"entries", Json::parse(heard.body)["entries"]},
                                    {"who", "A. Reader"},
                                    {"seen", server.log()}})
                .status,
            200);
  EXPECT_EQ(server.json("/api/trail/s1")["statements"][0], before);
}

}  // namespace
}  // namespace entente::serve
