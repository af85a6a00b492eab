// SPDX-License-Identifier: Apache-2.0
// The built program: what it prints, how it ends, and what is left when it is killed.
#include <gtest/gtest.h>

#include <atomic>
#include <memory>

#include "exchange/json.h"
#include "flow/expect.h"
#include "serve/running.h"

namespace entente::serve {
namespace {

using flow::Child;
using flow::Start;

// The program as a server, and the address that it printed.
class Served {
 public:
  explicit Served(const std::filesystem::path& file, flow::Words more = {},
                  const std::map<std::string, std::string>& environment = {}) {
    const auto out = folder_ / "out";
    const int to = ::open(out.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    Start start;
    start.out = to;
    start.environment = environment;
    flow::Words words{"serve", file.string(), "--port", "0", "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    child_ = std::make_unique<Child>(words, start);
    ::close(to);
    before_long([&] {
      printed_ = kit::bytes_of(out);
      return printed_.ends_with("\n") || !child_->still_runs();
    });
  }

  Child& child() { return *child_; }
  Json printed() const { return Json::parse(printed_); }
  int port() const { return printed()["port"]; }
  Headers known() const {
    const std::string url = printed()["url"];
    return {{"Host", "127.0.0.1:" + std::to_string(port())},
            {"Authorization", "Bearer " + url.substr(url.find('=') + 1)}};
  }
  Heard post(const std::string& target, const Json& body) const {
    Headers headers = known();
    headers.emplace_back("Content-Type", "application/json");
    return ask(port(), "POST", target, headers, body.dump());
  }

 private:
  kit::Folder folder_;
  std::unique_ptr<Child> child_;
  std::string printed_;
};

TEST(Program, it_prints_an_address_that_opens_the_case) {
  const kit::Folder folder;
  Served served(flow::example_case(folder / "c.entente"));
  const std::string url = served.printed()["url"];
  const std::string host = "127.0.0.1:" + std::to_string(served.port());
  ASSERT_TRUE(url.starts_with("http://" + host + "/open?token=")) << url;
  const Heard opened = ask(served.port(), "GET", url.substr(7 + host.size()), {{"Host", host}});
  EXPECT_EQ(opened.status, 303);
  const std::string cookie = opened.header("set-cookie");
  EXPECT_EQ(ask(served.port(), "GET", "/api/case",
                {{"Host", host}, {"Cookie", cookie.substr(0, cookie.find(';'))}})
                .status,
            200);
}

TEST(Program, ctrl_c_ends_it_cleanly_though_somebody_listens) {
  const kit::Folder folder;
  const auto file = flow::example_case(folder / "c.entente");
  for (const int signal : {SIGINT, SIGTERM}) {
    Served served(file);
    Connection listener(served.port());
    listener.send(request_text("GET", "/api/events", served.known()));
    EXPECT_EQ(listener.head().status, 200);
    served.child().send(signal);
    const flow::Ran ran = served.child().wait();
    EXPECT_EQ(ran.code, 0) << ran.err << ran.signal;
    EXPECT_EQ(ran.err, "");
  }
}

TEST(Program, what_was_acknowledged_survives_kill_9) {
  const kit::Folder folder;
  const auto file = flow::example_case(folder / "c.entente");
  std::size_t next = 1;
  for (int round = 0; round < 4; ++round) {
    Served served(file);
    std::atomic<std::size_t> acknowledged = next - 1;
    std::thread page([&] {
      try {
        for (std::size_t item = next; item <= 150; ++item) {
          const Heard known = ask(served.port(), "GET", "/api/case", served.known());
          const Json body{{"items", {"s" + std::to_string(item)}},
                          {"who", "A. Reader"},
                          {"seen", Json::parse(known.body)["log"]}};
          if (served.post("/api/confirm", body).status != 200) return;
          acknowledged = item;
        }
      } catch (const std::exception&) {
        // the server is gone
      }
    });
    before_long([&] { return acknowledged >= next + 3; });
    std::this_thread::sleep_for(std::chrono::milliseconds(7 * round));
    served.child().send(SIGKILL);
    EXPECT_EQ(served.child().wait().signal, SIGKILL);
    page.join();
    const auto kept = exchange::read_json(flow::run({"export", file.string()}).out, "export");
    ASSERT_TRUE(kept);
    EXPECT_GE(acknowledged, next + 3);
    for (std::size_t i = 0; i < acknowledged; ++i)
      EXPECT_EQ(kept->contents.statements.at(i).review, (Review{Status::confirmed, "A. Reader"}));
    // The one that was under way is there as a whole or not at all.
    next = acknowledged + 1;
    const Status last = kept->contents.statements.at(acknowledged).review.status;
    next += last == Status::confirmed;
    EXPECT_EQ(kept->contents.statements.at(next - 1).review.status, Status::suggested);
  }
}

TEST(Program, a_port_that_is_taken_is_told) {
  const kit::Folder folder;
  const auto file = flow::example_case(folder / "c.entente");
  const Running other;
  flow::expect_refused(flow::run({"serve", file.string(), "--port", std::to_string(other.port())}),
                       FailureKind::usage, std::to_string(other.port()));
}

TEST(Program, what_cannot_be_served_is_refused) {
  const kit::Folder folder;
  flow::expect_refused(flow::run({"serve", (folder / "no.entente").string(), "--port", "0"}),
                       FailureKind::missing, "no.entente");
  const auto file = flow::example_case(folder / "c.entente").string();
  flow::expect_refused(flow::run({"serve", file, "--port", "99999"}), FailureKind::usage, "99999");
  flow::expect_refused(flow::run({"serve", file, "--password-file", "x"}), FailureKind::usage,
                       "--listen");
}

TEST(Program, the_network_is_open_to_the_password_alone) {
  const kit::Folder folder;
  const auto file = flow::example_case(folder / "c.entente");
  flow::expect_refused(flow::run({"serve", file.string(), "--listen", "127.0.0.1"}),
                       FailureKind::usage, "password");
  Start start;
  start.environment = {{"ENTENTE_PASSWORD", "short"}};
  flow::expect_refused(flow::run({"serve", file.string(), "--listen", "127.0.0.1"}, start),
                       FailureKind::usage, "too short");
  const auto secret = folder.write("secret", "open sesame\n");
  Served served(file, {"--listen", "127.0.0.1", "--password-file", secret.string()});
  const std::string host = "127.0.0.1:" + std::to_string(served.port());
  EXPECT_EQ(served.printed()["address"], "127.0.0.1");
  EXPECT_NE(served.printed()["warning"].get<std::string>().find("not encrypted"),
            std::string::npos);
  EXPECT_EQ(ask(served.port(), "GET", "/",
                {{"Host", host},
                 {"Authorization", "Bearer " + served.printed()["token"].get<std::string>()}})
                .status,
            200);
  EXPECT_EQ(ask(served.port(), "GET", "/", {{"Host", host}}).status, 401);
  EXPECT_EQ(ask(served.port(), "GET", "/",
                {{"Host", host}, {"Authorization", "Basic YW55Ym9keTpvcGVuIHNlc2FtZQ=="}})
                .status,
            200);
}

}  // namespace
}  // namespace entente::serve
