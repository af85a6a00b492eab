// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "workbench/workbench.h"

namespace entente::serve {

struct Settings {
  std::filesystem::path file;
  Share share;
  std::filesystem::path pages;          // the folder of the page
  std::string address = "127.0.0.1";    // to listen on
  std::optional<int> port;              // 0: any that is free; not given: 8420, or any
  std::optional<std::string> password;  // that opens the case without the token
  std::chrono::milliseconds longest = std::chrono::minutes(2);  // that one question may take
};

// One case in the browser. docs/decisions/cpp-httplib.md has the reasons.
class Server {
 public:
  explicit Server(Settings settings);  // listens when it is made; throws Failed
  ~Server();

  int port() const;
  std::string url() const;  // with the token: what the browser is to open
  std::string token() const;
  std::size_t questions_at_work() const;

  void run();   // until stop(), which is to be called once it runs or is about to
  void stop();  // from any thread

 private:
  class Http;
  std::unique_ptr<Http> http_;
};

}  // namespace entente::serve
