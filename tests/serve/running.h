// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "flow/program.h"
#include "serve/http.h"
#include "serve/server.h"

// A server of the shipped example in this process, and what a page would ask it.
namespace entente::serve {

using Json = nlohmann::json;

inline Share share_of_source() { return {flow::source() / "data", flow::source() / "codebooks"}; }

class Running {
 public:
  explicit Running(std::optional<std::string> password = std::nullopt)
      : Running(flow::example_case, std::move(password)) {}

  // `make` writes the case to the path that it is given.
  explicit Running(const std::function<void(const std::filesystem::path&)>& make,
                   std::optional<std::string> password = std::nullopt,
                   std::chrono::milliseconds longest = std::chrono::minutes(2))
      : file_((make(folder_ / "talks.entente"), folder_ / "talks.entente")),
        server_({file_, share_of_source(), flow::source() / "web", "127.0.0.1", 0,
                 std::move(password), longest}),
        listening_([this] { server_.run(); }) {}
  Running(const Running&) = delete;
  ~Running() {
    server_.stop();
    listening_.join();
  }

  const std::filesystem::path& file() const { return file_; }
  int port() const { return server_.port(); }
  std::string token() const { return server_.token(); }
  std::size_t questions_at_work() const { return server_.questions_at_work(); }
  std::string host() const { return "127.0.0.1:" + std::to_string(port()); }
  std::string cookie() const { return "entente_" + std::to_string(port()) + "=" + token(); }
  Headers known() const { return {{"Host", host()}, {"Cookie", cookie()}}; }

  Heard get(const std::string& target, Headers more = {}) const {
    return asked("GET", target, std::move(more), "");
  }
  Json json(const std::string& target) const { return Json::parse(get(target).body); }
  Heard post(const std::string& target, const Json& body) const {
    return asked("POST", target, {{"Content-Type", "application/json"}}, body.dump());
  }
  Heard post_form(const std::string& target, const std::vector<FormPart>& parts) const {
    return asked("POST", target, {{"Content-Type", form_type}}, form(parts));
  }
  std::uint64_t log() const { return json("/api/case")["log"]; }

 private:
  Heard asked(const std::string& method, const std::string& target, Headers more,
              const std::string& body) const {
    Headers headers = known();
    headers.insert(headers.end(), more.begin(), more.end());
    return ask(port(), method, target, headers, body);
  }

  kit::Folder folder_;
  std::filesystem::path file_;
  Server server_;
  std::thread listening_;
};

// Whether `holds` comes to be true before patience ends.
inline bool before_long(const std::function<bool()>& holds) {
  for (int i = 0; i < 600; ++i) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return false;
}

}  // namespace entente::serve
