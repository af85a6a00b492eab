// SPDX-License-Identifier: Apache-2.0
#include "serve/guard.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "serve/refusal.h"
#include "serve/secret.h"

namespace entente::serve {
namespace {

constexpr std::size_t most_addresses = 4096;  // remembered at once
constexpr unsigned free_guesses = 10;

bool is_ip(const std::string& host) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  if (host.starts_with('[') && host.ends_with(']'))
    return ::inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(), bytes.data()) == 1;
  return ::inet_pton(AF_INET, host.c_str(), bytes.data()) == 1;
}

// Whoever has one IPv6 address has the 2^64 beside it.
std::string neighbourhood(const std::string& address) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
  return std::string(bytes.begin(), bytes.begin() + 8);
}

std::string cookie_in(const std::string& header, const std::string& name) {
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t end = std::min(header.find(';', at), header.size());
    const std::size_t begin = std::min(header.find_first_not_of(' ', at), end);
    const std::string pair = header.substr(begin, end - begin);
    if (pair.starts_with(name + "=")) return pair.substr(name.size() + 1);
    at = end + 1;
  }
  return "";
}

// What follows the word, as in "Bearer abc".
std::string after(const std::string& header, const std::string& word) {
  return header.starts_with(word + " ") ? header.substr(word.size() + 1) : "";
}

}  // namespace

bool Guesses::must_wait(const std::string& address, Clock::time_point now) {
  const std::lock_guard lock(alone_);
  const auto found = by_address_.find(neighbourhood(address));
  return found != by_address_.end() && now < found->second.until;
}

// Half a second after the first that is not free, twice as long after each further one, a minute at
// most.
void Guesses::wrong(const std::string& address, Clock::time_point now) {
  const std::lock_guard lock(alone_);
  if (by_address_.size() >= most_addresses)
    std::erase_if(by_address_, [&](const auto& one) { return one.second.until < now; });
  Tally& tally = by_address_[neighbourhood(address)];
  const auto forgotten = std::chrono::floor<std::chrono::minutes>(now - tally.last).count();
  tally.wrong -= static_cast<unsigned>(std::min<long long>(forgotten, tally.wrong));
  tally.last = now;
  if (++tally.wrong <= free_guesses) return;
  const auto wait =
      std::chrono::milliseconds(500) * (1u << std::min(tally.wrong - free_guesses - 1, 7u));
  tally.until = now + std::min<Clock::duration>(wait, std::chrono::minutes(1));
}

Guard::Guard(std::string address, int port, std::optional<std::string> password)
    : address_(std::move(address)),
      port_(std::to_string(port)),
      cookie_name_("entente_" + port_),
      token_(random_token()),
      password_(std::move(password)) {}

// On the network every address of this machine will do: a page of another site can only come in by
// a name. A browser leaves out port 80.
bool Guard::is_ours(const std::string& host) const {
  std::string name = host;
  if (name.ends_with(":" + port_))
    name.resize(name.size() - port_.size() - 1);
  else if (port_ != "80")
    return false;
  if (name == "localhost" || name == "127.0.0.1" || name == "[::1]") return true;
  return password_ && (name == address_ || is_ip(name));
}

void Guard::hold_to_origin(const Request& request) const {
  const std::string host = request.header("Host"), origin = request.header("Origin"),
                    site = request.header("Sec-Fetch-Site");
  if (request.headers("Host") != 1 || !is_ours(host))
    throw Refused(Refusal::forbidden, "This server does not go by the name " + host,
                  "Open the address that entente serve printed");
  if (request.headers("Origin") > 1 || (!origin.empty() && origin != "http://" + host))
    throw Refused(Refusal::forbidden, "A page of " + origin + " may not ask here",
                  "Open the address that entente serve printed");
  if (request.headers("Sec-Fetch-Site") > 1 || site == "cross-site" || site == "same-site")
    throw Refused(Refusal::forbidden, "Another page may not lead here",
                  "Open the address that entente serve printed");
}

bool Guard::has_cookie(const Request& request) const {
  return same_secret(cookie_in(request.header("Cookie"), cookie_name_), token_);
}

bool Guard::knows_password(const Request& request) {
  const std::string given = from_base64(after(request.header("Authorization"), "Basic"));
  if (!password_ || given.empty()) return false;
  if (guesses_.must_wait(request.from))
    throw Refused(Refusal::unauthorized, "Too many wrong passwords came from this address",
                  "Wait a minute, then try again");
  if (same_secret(given.substr(std::min(given.find(':'), given.size() - 1) + 1), *password_))
    return true;
  guesses_.wrong(request.from);
  return false;
}

void Guard::hold_to_token(const Request& request) {
  if (has_cookie(request)) return;
  if (same_secret(after(request.header("Authorization"), "Bearer"), token_)) return;
  if (knows_password(request)) return;
  throw Refused(Refusal::unauthorized, "This page was opened without its token",
                "Open the address that entente serve printed");
}

Reply Guard::open(const Request& request) const {
  if (!same_secret(request.text("token"), token_))
    throw Refused(Refusal::forbidden, "The token is not the one that entente serve printed",
                  "Open the address that it printed last");
  Reply out;
  out.status = 303;
  out.type = "text/plain; charset=utf-8";
  out.headers = {{"Location", "/"}, {"Set-Cookie", cookie()}};
  return out;
}

std::string Guard::cookie() const {
  return cookie_name_ + "=" + token_ + "; Path=/; HttpOnly; SameSite=Strict";
}

}  // namespace entente::serve
