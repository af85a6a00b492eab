// SPDX-License-Identifier: Apache-2.0
// Questions that take long: several at once, shared, cancelled, and with an end.
#include "serve/questions.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "kit/failure_of.h"
#include "serve/refusal.h"
#include "serve/running.h"

namespace entente::serve {
namespace {

using namespace std::chrono_literals;

std::string until_stopped(const Progress& progress) {
  while (!progress.stopped()) std::this_thread::sleep_for(1ms);
  return "stopped";
}

// Somebody who asks, and may leave.
class Asker {
 public:
  Asker(Questions& questions, const std::string& about, Questions::Work work)
      : answer_(std::async(std::launch::async, [&questions, about, work, this] {
          return *questions.answer("deals", about, [this] { return left_.load(); }, work);
        })) {}
  ~Asker() { leave(); }

  void leave() { left_ = true; }
  std::string answer() { return answer_.get(); }

 private:
  std::atomic<bool> left_ = false;
  std::future<std::string> answer_;
};

TEST(Questions, a_long_one_keeps_nobody_else_waiting) {
  Questions questions(1min);
  Asker slow(questions, "slow", until_stopped);
  ASSERT_TRUE(before_long([&] { return questions.at_work() == 1; }));
  EXPECT_EQ(Asker(questions, "quick", [](const Progress&) { return "at once"; }).answer(),
            "at once");
  EXPECT_EQ(questions.at_work(), 1u);
}

TEST(Questions, who_asks_the_same_shares_the_work) {
  Questions questions(1min);
  std::atomic<int> done = 0;
  std::atomic<bool> may_end = false;
  const auto work = [&](const Progress&) {
    ++done;
    while (!may_end) std::this_thread::sleep_for(1ms);
    return std::string("found");
  };
  Asker one(questions, "same", work), other(questions, "same", work);
  ASSERT_TRUE(before_long([&] { return questions.at_work() == 1; }));
  std::this_thread::sleep_for(50ms);
  may_end = true;
  EXPECT_EQ(one.answer(), "found");
  EXPECT_EQ(other.answer(), "found");
  EXPECT_EQ(done, 1);
  EXPECT_EQ(Asker(questions, "same", work).answer(), "found");
  EXPECT_EQ(done, 2) << "later it is asked anew";
}

TEST(Questions, the_work_goes_on_while_one_of_two_still_waits) {
  Questions questions(1min);
  Asker one(questions, "same", until_stopped), other(questions, "same", until_stopped);
  ASSERT_TRUE(before_long([&] { return questions.at_work() == 1; }));
  std::this_thread::sleep_for(300ms);
  one.leave();
  EXPECT_EQ(kit::failure_of([&] { one.answer(); }).kind, FailureKind::interrupted);
  std::this_thread::sleep_for(300ms);
  EXPECT_EQ(questions.at_work(), 1u);
  other.leave();
  EXPECT_TRUE(before_long([&] { return questions.at_work() == 0; }));
}

TEST(Questions, what_takes_too_long_is_refused_in_a_sentence_and_ends) {
  Questions questions(200ms);
  Asker asker(questions, "slow", until_stopped);
  try {
    asker.answer();
    FAIL() << "it was answered";
  } catch (const Refused& refused) {
    const Reply reply = refused.answer();
    EXPECT_EQ(reply.status, 504);
    const Json error = Json::parse(*reply.body)["error"];
    EXPECT_EQ(error["kind"], "too_long");
    EXPECT_EQ(error["what"], "The answer took longer than 0.2 s");
    EXPECT_NE(error["cure"].get<std::string>().find("entente deals"), std::string::npos);
  }
  EXPECT_TRUE(before_long([&] { return questions.at_work() == 0; }));
}

TEST(Questions, a_few_are_worked_on_at_once_and_the_others_in_their_turn) {
  Questions questions(1min);
  std::atomic<int> at_work = 0, most = 0;
  const auto work = [&](const Progress&) {
    most = std::max<int>(most, ++at_work);
    std::this_thread::sleep_for(20ms);
    --at_work;
    return std::string("found");
  };
  std::vector<std::unique_ptr<Asker>> askers;
  for (int i = 0; i < 20; ++i)
    askers.push_back(std::make_unique<Asker>(questions, std::to_string(i), work));
  for (const auto& asker : askers) EXPECT_EQ(asker->answer(), "found");
  EXPECT_GT(most, 1);
  EXPECT_LE(most, 4);
}

TEST(Questions, who_leaves_while_he_waits_for_his_turn_is_never_worked_for) {
  Questions questions(1min);
  std::vector<std::unique_ptr<Asker>> busy;
  for (int i = 0; i < 4; ++i)
    busy.push_back(std::make_unique<Asker>(questions, std::to_string(i), until_stopped));
  ASSERT_TRUE(before_long([&] { return questions.at_work() == 4; }));
  std::atomic<bool> begun = false;
  Asker late(questions, "late", [&](const Progress&) { return begun = true, "found"; });
  std::this_thread::sleep_for(50ms);
  late.leave();
  EXPECT_EQ(kit::failure_of([&] { late.answer(); }).kind, FailureKind::interrupted);
  for (const auto& one : busy) one->leave();
  EXPECT_TRUE(before_long([&] { return questions.at_work() == 0; }));
  EXPECT_EQ(Asker(questions, "next", [](const Progress&) { return "found"; }).answer(), "found");
  EXPECT_FALSE(begun);
}

TEST(Questions, a_failure_is_told_to_everybody_who_asked) {
  Questions questions(1min);
  const auto work = [](const Progress&) -> std::string {
    std::this_thread::sleep_for(200ms);
    throw Failed({FailureKind::bad_input, "no", ""});
  };
  Asker one(questions, "same", work), other(questions, "same", work);
  EXPECT_EQ(kit::failure_of([&] { one.answer(); }).kind, FailureKind::bad_input);
  EXPECT_EQ(kit::failure_of([&] { other.answer(); }).kind, FailureKind::bad_input);
}

TEST(Questions, the_end_of_the_server_ends_them) {
  auto questions = std::make_unique<Questions>(1min);
  Asker asker(*questions, "slow", until_stopped);
  ASSERT_TRUE(before_long([&] { return questions->at_work() == 1; }));
  questions->end();
  EXPECT_EQ(kit::failure_of([&] { asker.answer(); }).kind, FailureKind::interrupted);
}

// ---- over HTTP

// Parties whose frontier is far too large to be worked out.
std::string endless_scenario() {
  std::string out = "name: Endless\nissues:\n";
  constexpr int issues = 30, options = 5, parties = 4;
  const auto option = [](int i, int k) {
    return "o" + std::to_string(i) + "x" + std::to_string(k);
  };
  for (int i = 0; i < issues; ++i) {
    out += "  - name: i" + std::to_string(i) + "\n    options: [";
    for (int k = 0; k < options; ++k) out += (k ? ", " : "") + option(i, k);
    out += "]\n";
  }
  unsigned random = 1;
  const auto number = [&] {
    return "0." + std::to_string(100000 + (random = random * 1664525u + 1013904223u) % 900000);
  };
  out += "parties:\n";
  for (int p = 0; p < parties; ++p) {
    out += "  - name: P" + std::to_string(p) + "\n    preferences:\n";
    for (int i = 0; i < issues; ++i) {
      out += "      - issue: i" + std::to_string(i) + "\n        weight: " + number() +
             "\n        values: {";
      for (int k = 0; k < options; ++k) out += (k ? ", " : "") + option(i, k) + ": " + number();
      out += "}\n";
    }
  }
  return out;
}

void send_endless(const Running& server, const Connection& connection) {
  Headers headers = server.known();
  headers.emplace_back("Content-Type", form_type);
  connection.send(request_text("POST", "/api/deals", headers,
                               form({{"file", "endless.yaml", endless_scenario()}})));
}

Heard ask_canal(const Running& server) {
  const auto file = flow::source() / "examples/ellowan-canal/canal.deal.yaml";
  return server.post_form("/api/deals", {{"file", "canal.yaml", kit::bytes_of(file)}});
}

TEST(LongQuestions, others_are_answered_meanwhile_and_who_hangs_up_ends_the_work) {
  const Running server;
  {
    const Connection connection(server.port());
    send_endless(server, connection);
    ASSERT_TRUE(before_long([&] { return server.questions_at_work() == 1; }));
    EXPECT_EQ(ask_canal(server).status, 200);
    EXPECT_EQ(server.get("/api/stability").status, 200);
    EXPECT_EQ(server.questions_at_work(), 1u) << "it is still being worked on";
  }
  EXPECT_TRUE(before_long([&] { return server.questions_at_work() == 0; }));
}

TEST(LongQuestions, a_second_page_that_asks_the_same_keeps_the_work_alive) {
  const Running server;
  const auto other = std::make_unique<Connection>(server.port());
  {
    const Connection one(server.port());
    send_endless(server, one);
    send_endless(server, *other);
    ASSERT_TRUE(before_long([&] { return server.questions_at_work() == 1; }));
    std::this_thread::sleep_for(500ms);
    EXPECT_EQ(server.questions_at_work(), 1u) << "both ask one question";
  }
  std::this_thread::sleep_for(500ms);
  EXPECT_EQ(server.questions_at_work(), 1u) << "one of them still waits";
}

TEST(LongQuestions, there_is_a_limit_which_the_answer_names) {
  const Running server(flow::example_case, std::nullopt, 300ms);
  Connection connection(server.port());
  send_endless(server, connection);
  const Heard heard = connection.head();
  EXPECT_EQ(heard.status, 504);
  EXPECT_TRUE(before_long([&] { return server.questions_at_work() == 0; }));
  EXPECT_EQ(server.get("/api/case").status, 200);
}

}  // namespace
}  // namespace entente::serve
