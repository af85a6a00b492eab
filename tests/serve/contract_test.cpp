// SPDX-License-Identifier: Apache-2.0
// web/openapi.json is true: whatever it says of a path is asked of a real server.
#include <gtest/gtest.h>

#include <set>

#include "serve/routes.h"
#include "serve/running.h"
#include "serve/schema.h"

namespace entente::serve {
namespace {

const Contract& contract() {
  static const Contract one((flow::source() / "web/openapi.json").string());
  return one;
}

using Operation = std::pair<std::string, std::string>;  // method, path

std::set<Operation> operations() {
  std::set<Operation> out;
  for (const auto& [path, methods] : contract().paths().items())
    for (const auto& [method, ignored] : methods.items())
      out.insert({method == "get" ? "GET" : "POST", path});
  return out;
}

const Json& described(const Operation& operation) {
  return contract().paths().at(operation.second).at(operation.first == "GET" ? "get" : "post");
}

std::string example_file(const std::string& name) {
  return kit::bytes_of(flow::source() / "examples" / name);
}

// A request that succeeds, for each operation but the stream of events.
struct Sample {
  Operation operation;
  std::string target;
  std::function<Heard(const Running&, const std::string&)> send;
};

Sample read(const std::string& path, const std::string& target) {
  return {{"GET", path}, target, [](const Running& server, const std::string& at) {
            return server.get(at);
          }};
}
Sample sent(const std::string& path, const std::function<Json(const Running&)>& body) {
  return {{"POST", path}, path, [body](const Running& server, const std::string& at) {
            return server.post(at, body(server));
          }};
}
Sample form_sent(const std::string& path, const std::vector<FormPart>& parts) {
  return {{"POST", path}, path, [parts](const Running& server, const std::string& at) {
            return server.post_form(at, parts);
          }};
}

Json signed_by(const Running& server) { return {{"who", "A. Reader"}, {"seen", server.log()}}; }

// One weight is settled, and the package that is asked about is named.
std::vector<FormPart> canal_in_numbers() {
  return {
      {"file", "canal.deal.yaml", example_file("ellowan-canal/canal.deal.yaml")},
      {"changes", "", R"([{"party": "Meldria", "issue": "ceasefire", "low": 0.5, "high": 0.5}])"},
      {"from", "",
       "at once; joint administration; lifted; withdrawn fifteen kilometres; at every lock; all "
       "go home; money;"}};
}

std::vector<Sample> cases() {
  std::vector<Sample> out{
      read("/api/documents/{id}", "/api/documents/d2"), read("/api/trail/{item}", "/api/trail/p1"),
      read("/api/trail/{item}", "/api/trail/c1"),       read("/api/trail/{item}", "/api/trail/w1"),
      read("/api/trail/{item}", "/api/trail/m1"),       read("/api/trail/{item}", "/api/trail/l1"),
      read("/api/brief", "/api/brief?format=markdown")};
  for (const char* path :
       {"/api/case", "/api/matrix", "/api/movements", "/api/contradictions", "/api/crossings",
        "/api/accounts", "/api/documents", "/api/statements", "/api/positions", "/api/meetings",
        "/api/tracks", "/api/levers", "/api/learn", "/api/clauses", "/api/people", "/api/log",
        "/api/stability", "/api/brief", "/api/export"})
    out.push_back(read(path, path));
  out.push_back(sent("/api/confirm", [](const Running& server) {
    Json body = signed_by(server);
    body["items"] = {"s2", "m1"};
    return body;
  }));
  out.push_back(sent("/api/reject", [](const Running& server) {
    Json body = signed_by(server);
    body.update({{"items", {"s1"}}, {"why", "misread"}});
    return body;
  }));
  out.push_back(sent("/api/edit", [](const Running& server) {
    Json body = signed_by(server);
    body.update({{"item", "p4"}, {"fields", {{"stance", "wants"}}}});
    return body;
  }));
  out.push_back(sent("/api/split", [](const Running& server) {
    Json body = signed_by(server);
    body.update({{"items", {"p5"}}, {"fields", {{"stance", "undecided"}}}});
    return body;
  }));
  out.push_back(sent("/api/merge", [](const Running& server) {
    Json body = signed_by(server);
    body["items"] = {"w1", "w5"};
    return body;
  }));
  out.push_back(sent("/api/parties/split", [](const Running& server) {
    Json body = signed_by(server);
    body.update({{"party", "Skarrow"}, {"names", {"the Skarrow side", "Whitharbour"}}});
    return body;
  }));
  out.push_back(sent("/api/parties/merge", [](const Running& server) {
    Json body = signed_by(server);
    body["parties"] = {"Meldria", "Nemoria"};
    return body;
  }));
  out.push_back(sent("/api/undo", [](const Running& server) {
    Json body = signed_by(server);
    const Json entries = server.json("/api/log?verb=merge&item=party:Meldria")["entries"];
    body["entries"] = {entries[0]["number"]};
    return body;
  }));
  out.push_back(
      sent("/api/learn", [](const Running& server) { return Json{{"seen", server.log()}}; }));
  out.push_back(sent("/api/check",
                     [](const Running&) { return Json{{"package", {{"territory", "frozen"}}}}; }));
  out.push_back(form_sent("/api/add", {{"file", "note.txt", flow::article(7)},
                                       {"date", "", "2031-03-09"},
                                       {"outlet", "", "The Note"}}));
  out.push_back(
      form_sent("/api/deals", {{"file", "orchard.xml", example_file("orchard/orchard.xml")},
                               {"file", "Hillside.xml", example_file("orchard/Hillside.xml")},
                               {"file", "Riverside.xml", example_file("orchard/Riverside.xml")}}));
  out.push_back(form_sent("/api/deals", canal_in_numbers()));
  out.push_back(form_sent("/api/stability",
                          {{"file", "canal.gmcr", example_file("ellowan-canal/canal.gmcr")}}));
  return out;
}

// What an answer has against the contract: its status, its content type, its schema.
std::vector<std::string> faults_of(const Operation& operation, const Heard& heard) {
  const Json& responses = described(operation).at("responses");
  const std::string status = std::to_string(heard.status);
  if (!responses.contains(status)) return {"the contract knows no status " + status};
  const Json& response = contract().resolved(responses.at(status));
  if (!response.contains("content")) return {};
  const std::string header = heard.header("content-type"),
                    type = header.substr(0, header.find(';'));
  if (!response.at("content").contains(type)) return {"its type is " + header};
  if (type != "application/json") return {};
  return contract().faults(response.at("content").at(type).at("schema"), Json::parse(heard.body));
}

void expect_kept(const Operation& operation, const Heard& heard, const std::string& target) {
  for (const std::string& fault : faults_of(operation, heard))
    ADD_FAILURE() << operation.first << " " << target << ": " << fault << "\n"
                  << heard.body.substr(0, 300);
}

TEST(Contract, it_names_the_routes_of_the_server_and_no_others) {
  std::set<Operation> served;
  for (const Route& route : routes()) served.insert({route.method, route.path});
  EXPECT_EQ(served, operations());
}

TEST(Contract, every_path_and_method_answers_as_it_says) {
  const Running server;
  std::set<Operation> tried{{"GET", "/api/events"}, {"GET", "/open"}};  // below
  for (const Sample& one : cases()) {
    const Heard heard = one.send(server, one.target);
    EXPECT_EQ(heard.status, 200) << one.target << heard.body;
    expect_kept(one.operation, heard, one.target);
    tried.insert(one.operation);
  }
  EXPECT_EQ(tried, operations());
}

TEST(Contract, the_printed_address_sets_a_strict_cookie_and_leads_to_the_page) {
  const Running server;
  const Headers host{{"Host", server.host()}};
  const Heard heard = ask(server.port(), "GET", "/open?token=" + server.token(), host);
  EXPECT_EQ(heard.status, 303);
  EXPECT_EQ(heard.header("location"), "/");
  EXPECT_EQ(heard.header("set-cookie"), server.cookie() + "; Path=/; HttpOnly; SameSite=Strict");
  EXPECT_EQ(ask(server.port(), "GET", "/open?token=0", host).status, 403);
  EXPECT_EQ(ask(server.port(), "GET", "/open", host).status, 403);
}

TEST(Contract, without_the_token_every_path_is_closed) {
  const Running server;
  for (const Operation& operation : operations()) {
    if (operation.second == "/open") continue;
    for (const Headers& headers :
         {Headers{{"Host", server.host()}},
          Headers{{"Host", server.host()}, {"Authorization", "Bearer 0"}},
          Headers{{"Host", server.host()}, {"Cookie", server.cookie() + "0"}},
          Headers{{"Host", server.host()}, {"Cookie", "entente_1=" + server.token()}}}) {
      const Heard heard = ask(server.port(), operation.first, operation.second, headers);
      EXPECT_EQ(heard.status, 401) << operation.second;
      expect_kept(operation, heard, operation.second);
    }
  }
}

TEST(Contract, from_another_page_or_by_another_name_every_path_is_closed) {
  const Running server;
  const auto with = [&](const std::string& name, const std::string& value) {
    Headers headers = server.known();
    headers.emplace_back(name, value);
    return headers;
  };
  const std::string port = std::to_string(server.port());
  const std::vector<Headers> strangers{
      {{"Host", "evil.example:" + port}, {"Cookie", server.cookie()}},
      {{"Host", "127.0.0.1"}, {"Cookie", server.cookie()}},
      {{"Host", "127.0.0.1:1"}, {"Cookie", server.cookie()}},
      {{"Host", "127.0.0.1.evil.example:" + port}, {"Cookie", server.cookie()}},
      {{"Cookie", server.cookie()}},
      with("Host", "localhost:" + port),
      with("Origin", "http://evil.example"),
      with("Origin", "null"),
      with("Origin", "http://127.0.0.1:1"),
      with("Origin", "http://localhost:" + port),
      with("Origin", "https://127.0.0.1:" + port),
      with("Sec-Fetch-Site", "cross-site"),
      with("Sec-Fetch-Site", "same-site")};
  for (const Operation& operation : operations())
    for (const Headers& headers : strangers) {
      const Heard heard = ask(server.port(), operation.first,
                              operation.second + "?token=" + server.token(), headers);
      EXPECT_EQ(heard.status, 403) << operation.second << " " << headers.back().second;
      EXPECT_EQ(heard.header("set-cookie"), "");
    }
  for (const char* site : {"same-origin", "none"})
    EXPECT_EQ(ask(server.port(), "GET", "/api/case", with("Sec-Fetch-Site", site)).status, 200);
  EXPECT_EQ(server.get("/api/case", {{"Origin", "http://" + server.host()}}).status, 200);
}

TEST(Contract, a_version_that_is_known_already_is_not_sent_again) {
  const Running server;
  for (const Sample& one : cases()) {
    if (one.operation.first != "GET" || !described(one.operation)["responses"].contains("304"))
      continue;
    const std::string tag = server.get(one.target).header("etag");
    ASSERT_NE(tag, "") << one.target;
    const Heard again = server.get(one.target, {{"If-None-Match", tag}});
    EXPECT_EQ(again.status, 304) << one.target;
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(server.get(one.target, {{"If-None-Match", "\"0-0\""}}).status, 200);
  }
}

TEST(Contract, a_version_changes_its_tag) {
  const Running server;
  const std::string tag = server.get("/api/matrix").header("etag");
  Json body = signed_by(server);
  body["items"] = {"s2"};
  EXPECT_EQ(server.post("/api/confirm", body).status, 200);
  EXPECT_EQ(server.get("/api/matrix", {{"If-None-Match", tag}}).status, 200);
  const Running another;
  EXPECT_NE(another.get("/api/matrix").header("etag"), tag);
}

// A value for each parameter that the contract knows.
std::string sample_of(const Json& parameter) {
  const std::string name = parameter.at("name");
  const Json& schema = parameter.at("schema");
  if (schema.contains("enum")) return schema["enum"].front();
  if (schema.value("type", "") == "integer") return "1";
  if (schema.value("format", "") == "date") return "2031-03-05";
  if (name == "person") return "w1";
  if (name == "document" || name == "after" || name == "before") return "d2";
  return name == "party" ? "Meldria" : name == "issue" ? "territory" : name == "item" ? "p1" : "a";
}

TEST(Contract, every_parameter_can_be_asked_for) {
  const Running server;
  for (const Sample& one : cases()) {
    if (one.operation.first != "GET") continue;
    for (const Json& raw : described(one.operation).value("parameters", Json::array())) {
      const Json& parameter = contract().resolved(raw);
      if (parameter.at("in") != "query") continue;
      const std::string target =
          one.target + (one.target.find('?') == std::string::npos ? "?" : "&") +
          parameter.at("name").get<std::string>() + "=" + sample_of(parameter);
      const Heard heard = server.get(target);
      EXPECT_EQ(heard.status, 200) << target;
      expect_kept(one.operation, heard, target);
    }
  }
}

TEST(Contract, a_parameter_that_cannot_be_is_a_wrong_request) {
  const Running server;
  for (const Sample& one : cases()) {
    if (one.operation.first != "GET") continue;
    for (const Json& raw : described(one.operation).value("parameters", Json::array())) {
      const Json& parameter = contract().resolved(raw);
      const Json& schema = parameter.at("schema");
      if (parameter.at("in") != "query" ||
          (!schema.contains("enum") && schema.value("type", "") != "integer" &&
           schema.value("format", "") != "date"))
        continue;
      const std::string name = parameter.at("name");
      if (one.target.find(name + "=") != std::string::npos) continue;
      const std::string target =
          one.target + (one.target.find('?') == std::string::npos ? "?" : "&") + name + "=sideways";
      const Heard heard = server.get(target);
      EXPECT_EQ(heard.status, 400) << target;
      expect_kept(one.operation, heard, target);
    }
  }
}

TEST(Contract, what_is_not_there_is_missing) {
  const Running server;
  for (const char* target : {"/api/documents/d99", "/api/documents/x", "/api/trail/p999"}) {
    const Heard heard = server.get(target);
    EXPECT_EQ(heard.status, 404) << target;
    EXPECT_EQ(Json::parse(heard.body)["error"]["kind"], "missing");
  }
}

TEST(Contract, a_body_that_is_not_as_described_is_a_wrong_request) {
  const Running server;
  for (const Operation& operation : operations()) {
    if (operation.first != "POST") continue;
    const bool json = described(operation)["requestBody"]["content"].contains("application/json");
    Headers headers = server.known();
    headers.emplace_back("Content-Type", json ? "application/json" : form_type);
    const std::vector<std::string> bodies =
        json ? std::vector<std::string>{"",
                                        "{",
                                        "[]",
                                        "{}",
                                        "\"a\"",
                                        "{\"items\": 3}",
                                        std::string(100000, '[')}
             : std::vector<std::string>{form({}), form({{"other", "", "x"}})};
    for (const std::string& body : bodies) {
      const Heard heard = ask(server.port(), "POST", operation.second, headers, body);
      EXPECT_EQ(heard.status, 400) << operation.second << " " << body.substr(0, 40);
      expect_kept(operation, heard, operation.second);
    }
    for (const char* type : {"text/plain", "application/x-www-form-urlencoded", ""}) {
      Headers plain = server.known();
      plain.emplace_back("Content-Type", type);
      const Heard heard = ask(server.port(), "POST", operation.second, plain, "{}");
      EXPECT_EQ(heard.status, 400) << operation.second << " as " << type;
      expect_kept(operation, heard, operation.second);
    }
  }
}

TEST(Contract, a_body_beyond_all_measure_is_too_large) {
  const Running server;
  for (const Operation& operation : operations()) {
    if (operation.first != "POST") continue;
    const bool json = described(operation)["requestBody"]["content"].contains("application/json");
    Headers headers = server.known();
    headers.emplace_back("Content-Type", json ? "application/json" : form_type);
    const std::string body = json
                                 ? "\"" + std::string(most_json_bytes, 'a') + "\""
                                 : form({{"file", "a.txt", std::string(most_form_bytes + 1, 'a')}});
    const Heard heard = ask(server.port(), "POST", operation.second, headers, body);
    EXPECT_EQ(heard.status, 413) << operation.second;
    expect_kept(operation, heard, operation.second);
  }
}

TEST(Contract, every_answer_has_the_headers_that_it_promises) {
  const Running server;
  const std::string policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src "
      "'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
      "require-trusted-types-for 'script'; trusted-types 'none'";
  const Headers host{{"Host", server.host()}};
  for (const Heard& heard :
       {server.get("/"), server.get("/main.js"), server.get("/nothing"), server.get("/api/case"),
        server.get("/api/nothing"), ask(server.port(), "GET", "/api/case", host),
        ask(server.port(), "DELETE", "/api/case", server.known()),
        ask(server.port(), "GET", "/", {{"Host", "evil.example"}}),
        ask(server.port(), "GET", "/open?token=" + server.token(), host),
        server.post("/api/confirm", {}), ask(server.port(), "HEAD", "/api/case", server.known())}) {
    EXPECT_EQ(heard.header("content-security-policy"), policy) << heard.status;
    EXPECT_EQ(heard.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(heard.header("referrer-policy"), "no-referrer");
    EXPECT_EQ(heard.header("cross-origin-opener-policy"), "same-origin");
    EXPECT_EQ(heard.header("cross-origin-resource-policy"), "same-origin");
    EXPECT_NE(heard.header("cache-control").find("no-cache"), std::string::npos);
    EXPECT_EQ(heard.header("access-control-allow-origin"), "");
  }
  const Heard brief = server.get("/api/brief");
  EXPECT_NE(brief.header("content-security-policy").find("default-src 'none'"), std::string::npos);
  EXPECT_NE(brief.header("content-security-policy").find("style-src 'sha256-"), std::string::npos);
  EXPECT_NE(brief.header("content-security-policy").find("frame-ancestors 'self'"),
            std::string::npos);
  EXPECT_EQ(brief.header("content-security-policy").find("script-src"), std::string::npos);
}

TEST(Contract, the_checker_of_schemas_sees_what_is_wrong) {
  const Json schema = contract()
                          .paths()
                          .at("/api/crossings")
                          .at("get")
                          .at("responses")
                          .at("200")
                          .at("content")
                          .at("application/json")
                          .at("schema");
  EXPECT_TRUE(contract().faults(schema, {{"crossings", Json::array()}, {"log", 3}}).empty());
  for (const Json& wrong :
       {Json{{"crossings", Json::array()}}, Json{{"crossings", Json::array()}, {"log", -1}},
        Json{{"crossings", Json::array()}, {"log", "3"}}, Json{{"crossings", {3}}, {"log", 3}},
        Json{{"crossings", Json::array()}, {"log", 3}, {"more", 1}}, Json::array()})
    EXPECT_FALSE(contract().faults(schema, wrong).empty()) << wrong;
}

}  // namespace
}  // namespace entente::serve
