// SPDX-License-Identifier: Apache-2.0
// What comes from outside is hostile: addresses, files, texts, names, passwords, slow clients.
#include <gtest/gtest.h>

#include <memory>

#include "serve/guard.h"
#include "serve/running.h"
#include "serve/secret.h"

namespace entente::serve {
namespace {

constexpr int free_guesses = 10;

// What a text may hold, and what people may write.
const std::string markup = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
const std::string attack = markup + "\u202E";

TEST(Hostile, a_path_that_climbs_out_of_the_page_finds_nothing) {
  const Running server;
  for (const char* path : {"/../src/README.md", "/%2e%2e/README.md", "/..%2f..%2fetc/passwd",
                           "/README.md", "/openapi.json", "/package.json", "/core/../../README.md",
                           "//etc/passwd", "/core/", "/main.js%00.html", "/core\\..\\..\\README.md",
                           "/api", "/api/", "/api/../main.js", "/api/documents/../../main.js"}) {
    const Heard heard = server.get(path);
    EXPECT_EQ(heard.status, 404) << path;
    EXPECT_EQ(Json::parse(heard.body)["error"]["kind"], "missing");
  }
}

TEST(Hostile, the_page_is_served_with_its_types_and_tags) {
  const Running server;
  const std::map<std::string, std::string> types{
      {"/", "text/html; charset=utf-8"},
      {"/index.html", "text/html; charset=utf-8"},
      {"/main.js", "text/javascript; charset=utf-8"},
      {"/core/scale.js", "text/javascript; charset=utf-8"},
      {"/style/base.css", "text/css; charset=utf-8"},
      {"/icon.svg", "image/svg+xml"}};
  for (const auto& [path, type] : types) {
    const Heard heard = server.get(path, {{"Accept-Encoding", "gzip, br"}});
    EXPECT_EQ(heard.status, 200) << path;
    EXPECT_EQ(heard.header("content-type"), type);
    EXPECT_EQ(heard.body, kit::bytes_of(flow::source() / "web" /
                                        (path == "/" ? "index.html" : path.substr(1))));
    EXPECT_EQ(server.get(path, {{"If-None-Match", heard.header("etag")}}).status, 304);
  }
}

TEST(Hostile, a_request_that_is_none_is_refused_and_the_next_one_answered) {
  const Running server;
  for (const std::string& bytes :
       {std::string("nonsense\r\n\r\n"), std::string("GET\r\n\r\n"),
        "GET /" + std::string(20000, 'a') + " HTTP/1.1\r\n\r\n", std::string("\0\0\0\r\n\r\n", 7),
        "POST /" + std::string(8000, 'a') + " HTTP/1.1\r\nHost: " + server.host() +
            "\r\nContent-Length: 2\r\n\r\n{}",
        "POST /api/confirm HTTP/1.1\r\nHost: " + server.host() + "\r\nCookie: " + server.cookie() +
            "\r\nContent-Type: multipart/form-data\r\nContent-Length: "
            "2\r\n\r\n{}"}) {
    Connection connection(server.port());
    connection.send(bytes);
    const Heard heard = connection.head();
    EXPECT_TRUE(heard.status == 0 || (heard.status >= 400 && heard.status < 500)) << heard.status;
  }
  EXPECT_EQ(server.get("/api/case").status, 200);
}

TEST(Hostile, a_range_is_not_cut_out_of_an_answer) {
  const Running server;
  const std::string whole = server.get("/main.js").body;
  const Heard heard = server.get("/main.js", {{"Range", "bytes=0-9,5-20,0-"}});
  EXPECT_EQ(heard.status, 200);
  EXPECT_EQ(heard.body, whole);
}

TEST(Hostile, markup_in_title_body_outlet_and_file_name_comes_back_as_text) {
  const Running server;
  const std::string text = "Report on the talks\n\nMeldria will not accept limits on its army, " +
                           attack + ", Foreign Minister Ansel Torvey said on Monday. " + attack +
                           "\n";
  const Heard added =
      server.post_form("/api/add", {{"file", "../../etc/<b>" + std::string("x.txt"), text},
                                    {"title", "", markup},
                                    {"outlet", "", markup}});
  ASSERT_EQ(added.status, 200) << added.body;
  const std::string id = Json::parse(added.body)["added"].at(0);
  const Heard heard = server.get("/api/documents/" + id);
  EXPECT_EQ(heard.header("content-type"), "application/json; charset=utf-8");
  const Json document = Json::parse(heard.body)["document"];
  EXPECT_EQ(document["title"], markup);
  EXPECT_EQ(document["outlet"], markup);
  EXPECT_EQ(document["name"], "<b>x.txt");
  EXPECT_NE(document["text"].get<std::string>().find(attack), std::string::npos);
}

TEST(Hostile, markup_in_a_party_is_text_in_every_answer_and_escaped_in_the_brief) {
  const Running server;
  const Json body{{"item", "p1"},
                  {"fields", {{"party", markup}}},
                  {"who", markup},
                  {"why", markup},
                  {"seen", server.log()}};
  ASSERT_EQ(server.post("/api/edit", body).status, 200);
  for (const char* target :
       {"/api/matrix", "/api/positions?count=1", "/api/trail/p1", "/api/log"}) {
    const Heard heard = server.get(target);
    EXPECT_EQ(heard.header("content-type"), "application/json; charset=utf-8");
    EXPECT_EQ(heard.header("x-content-type-options"), "nosniff");
    EXPECT_TRUE(Json::accept(heard.body)) << target;
  }
  EXPECT_EQ(server.json("/api/positions?count=1")["positions"][0]["party"], markup);
  EXPECT_EQ(server.get("/api/brief").body.find("<script"), std::string::npos);
  EXPECT_EQ(server.get("/api/brief?title=%3Cscript%3E").body.find("<script"), std::string::npos);
}

TEST(Hostile, what_is_wrong_with_a_file_is_told_by_the_name_that_its_owner_knows) {
  const Running server;
  for (const auto& [path, name] : {std::pair{"/api/stability", "mine.gmcr"},
                                   {"/api/stability", "mine.yaml"},
                                   {"/api/deals", "mine.yaml"},
                                   {"/api/deals", "mine.xml"}}) {
    const Heard heard = server.post_form(path, {{"file", name, "<b>[nonsense: {"}});
    EXPECT_EQ(heard.status, 422) << path << heard.body;
    const std::string what = Json::parse(heard.body)["error"]["what"];
    EXPECT_NE(what.find(name), std::string::npos) << what;
    EXPECT_EQ(what.find("/tmp"), std::string::npos) << what;
  }
}

TEST(Hostile, a_header_is_not_made_out_of_a_parameter) {
  const Running server;
  const Heard heard = server.get("/api/brief?download=1&title=a%0d%0aX-Made:%20up");
  EXPECT_EQ(heard.header("x-made"), "");
  EXPECT_EQ(heard.header("content-disposition"), "attachment; filename=\"talks.html\"");
}

TEST(Hostile, slow_clients_and_many_streams_keep_nobody_waiting) {
  const Running server;
  std::vector<std::unique_ptr<Connection>> crowd;
  for (int i = 0; i < 64; ++i) {
    crowd.push_back(std::make_unique<Connection>(server.port()));
    crowd.back()->send(request_text("GET", "/api/events", server.known()));
    EXPECT_EQ(crowd.back()->head().status, 200);
  }
  for (int i = 0; i < 64; ++i) {
    crowd.push_back(std::make_unique<Connection>(server.port()));
    crowd.back()->send("POST /api/confirm HTTP/1.1\r\nHost: " + server.host());
  }
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(server.get("/api/case").status, 200);
  // Those that are slow are given five seconds each: whoever waited for one would take longer.
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(4));
}

TEST(Hostile, a_stream_too_many_gets_the_news_once) {
  const Running server;
  std::vector<std::unique_ptr<Connection>> crowd;
  for (int i = 0; i < 257; ++i) {
    crowd.push_back(std::make_unique<Connection>(server.port()));
    crowd.back()->send(request_text("GET", "/api/events", server.known()));
    crowd.back()->head();
  }
  const std::string last = crowd.back()->read_to("\r\n0\r\n\r\n");
  EXPECT_NE(last.find("event: log"), std::string::npos);
  EXPECT_TRUE(last.ends_with("0\r\n\r\n"));
  EXPECT_EQ(server.get("/api/case").status, 200);
}

TEST(Password, it_opens_the_case_and_gives_the_cookie) {
  const Running server("open sesame");
  const Headers host{{"Host", server.host()}};
  const Heard closed = ask(server.port(), "GET", "/", host);
  EXPECT_EQ(closed.status, 401);
  EXPECT_EQ(closed.header("www-authenticate"), "Basic realm=\"entente\", charset=\"UTF-8\"");
  Headers right = host;
  right.emplace_back("Authorization", "Basic YW55Ym9keTpvcGVuIHNlc2FtZQ==");  // anybody:open sesame
  const Heard opened = ask(server.port(), "GET", "/", right);
  EXPECT_EQ(opened.status, 200);
  EXPECT_EQ(opened.header("set-cookie"), server.cookie() + "; Path=/; HttpOnly; SameSite=Strict");
  EXPECT_EQ(server.get("/").status, 200) << "with the cookie";
  EXPECT_EQ(ask(server.port(), "GET", "/api/case", right).status, 200);
}

TEST(Password, after_many_wrong_ones_the_right_one_has_to_wait_too) {
  const Running server("open sesame");
  Headers wrong{{"Host", server.host()}, {"Authorization", "Basic YTpi"}};  // a:b
  Headers right{{"Host", server.host()}, {"Authorization", "Basic YW55Ym9keTpvcGVuIHNlc2FtZQ=="}};
  for (int i = 0; i < free_guesses; ++i) {
    EXPECT_EQ(ask(server.port(), "GET", "/", wrong).status, 401);
    EXPECT_EQ(ask(server.port(), "GET", "/", right).status, 200) << "whoever is beside him";
  }
  EXPECT_EQ(ask(server.port(), "GET", "/", wrong).status, 401);
  EXPECT_EQ(ask(server.port(), "GET", "/", right).status, 401);
  EXPECT_EQ(server.get("/api/case").status, 200) << "who has the cookie need not guess";
  EXPECT_TRUE(before_long([&] { return ask(server.port(), "GET", "/", right).status == 200; }));
}

TEST(Password, without_one_the_token_alone_opens_the_case) {
  const Running server;
  const Heard heard = ask(server.port(), "GET", "/api/case",
                          {{"Host", server.host()}, {"Authorization", "Basic YTpi"}});
  EXPECT_EQ(heard.status, 401);
  EXPECT_EQ(heard.header("www-authenticate"), "");
}

TEST(Guesses, many_wrong_ones_double_the_wait_up_to_a_minute) {
  using namespace std::chrono_literals;
  Guesses guesses;
  auto now = Guesses::Clock::now();
  for (int i = 0; i < free_guesses; ++i) guesses.wrong("10.0.0.1", now);
  EXPECT_FALSE(guesses.must_wait("10.0.0.1", now));
  for (const auto wait : {500ms, 1000ms, 2000ms, 4000ms}) {
    guesses.wrong("10.0.0.1", now);
    EXPECT_TRUE(guesses.must_wait("10.0.0.1", now + wait - 1ms));
    EXPECT_FALSE(guesses.must_wait("10.0.0.1", now + wait));
    now += wait;
  }
  for (int i = 0; i < 40; ++i) guesses.wrong("10.0.0.1", now);
  EXPECT_FALSE(guesses.must_wait("10.0.0.1", now + 60s));
  EXPECT_FALSE(guesses.must_wait("10.0.0.2", now)) << "others need not wait";
}

TEST(Guesses, one_is_forgotten_each_minute) {
  using namespace std::chrono_literals;
  Guesses guesses;
  const auto now = Guesses::Clock::now();
  for (int i = 0; i < free_guesses; ++i) guesses.wrong("10.0.0.1", now);
  for (int i = 0; i < 3; ++i) {
    guesses.wrong("10.0.0.1", now + 3min);
    EXPECT_FALSE(guesses.must_wait("10.0.0.1", now + 3min)) << i;
  }
  guesses.wrong("10.0.0.1", now + 3min);
  EXPECT_TRUE(guesses.must_wait("10.0.0.1", now + 3min));
}

TEST(Guesses, the_addresses_of_one_network_count_as_one) {
  Guesses guesses;
  const auto now = Guesses::Clock::now();
  for (int i = 0; i <= free_guesses; ++i) guesses.wrong("2001:db8::1", now);
  EXPECT_TRUE(guesses.must_wait("2001:db8::2", now));
  EXPECT_FALSE(guesses.must_wait("2001:db8:0:1::1", now));
}

TEST(Secret, a_token_is_128_bits_and_never_the_same) {
  const std::string one = random_token();
  EXPECT_EQ(one.size(), 32u);
  EXPECT_EQ(one.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_NE(one, random_token());
  EXPECT_TRUE(same_secret(one, one));
  EXPECT_FALSE(same_secret(one, one.substr(1)));
  EXPECT_FALSE(same_secret("", one));
}

TEST(Secret, base64_is_read_as_it_is_written) {
  EXPECT_EQ(from_base64("YTpi"), "a:b");
  EXPECT_EQ(from_base64("YW55Ym9keTpvcGVuIHNlc2FtZQ=="), "anybody:open sesame");
  EXPECT_EQ(from_base64(""), "");
  EXPECT_EQ(from_base64("a*b"), "");
}

}  // namespace
}  // namespace entente::serve
