// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "serve/message.h"

namespace entente::serve {

// How often an address has guessed a password wrong, and how long it has to wait for that. Many may
// stand behind one address: ten wrong ones cost nobody anything, and one is forgotten each minute.
// A right password that was taken at any time would tell whoever tries thousands a second.
class Guesses {
 public:
  using Clock = std::chrono::steady_clock;

  bool must_wait(const std::string& address, Clock::time_point now = Clock::now());
  void wrong(const std::string& address, Clock::time_point now = Clock::now());

 private:
  struct Tally {
    unsigned wrong = 0;
    Clock::time_point until, last;
  };
  std::mutex alone_;
  std::map<std::string, Tally> by_address_;
};

// Who may ask: only pages of this server, opened by somebody who knows the token, or the password
// where there is one. The rules are those of web/openapi.json; docs/decisions/cpp-httplib.md says
// against whom they stand.
class Guard {
 public:
  Guard(std::string address, int port, std::optional<std::string> password);

  // Throws Refused where the request comes from another page, or names another host.
  void hold_to_origin(const Request& request) const;
  // Throws Refused where neither token nor password is there.
  void hold_to_token(const Request& request);
  // What the printed address opens; throws Refused.
  Reply open(const Request& request) const;

  // Who came with the password gets the cookie too.
  std::string cookie() const;
  bool has_cookie(const Request& request) const;
  bool asks_for_password() const { return password_.has_value(); }
  const std::string& token() const { return token_; }

 private:
  bool is_ours(const std::string& host) const;
  bool knows_password(const Request& request);

  std::string address_, port_, cookie_name_, token_;
  std::optional<std::string> password_;
  Guesses guesses_;
};

}  // namespace entente::serve
