// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "base/file.h"
#include "base/json_text.h"
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/run.h"
#include "report/visible.h"
#include "serve/server.h"

namespace entente::cli {
namespace {

constexpr std::size_t most_password_bytes = 4096, least_password = 8;

Failed unusable(const std::string& what, const std::string& cure) {
  return Failed({FailureKind::usage, what, cure});
}

std::optional<int> port_of(const Request& request) {
  if (!request.has("--port")) return std::nullopt;
  const std::string text = request.text("--port");
  int port = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error == std::errc{} && end == text.data() + text.size() && port >= 0 && port < 65536)
    return port;
  throw unusable("--port '" + printable(text) + "' is no port", "Give a number up to 65535");
}

// The letters are not shown while they are typed.
class Hidden {
 public:
  Hidden() : before_(current()) {
    termios now = before_;
    now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &now);
  }
  Hidden(const Hidden&) = delete;
  ~Hidden() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }

 private:
  static termios current() {
    termios now{};
    ::tcgetattr(STDIN_FILENO, &now);
    return now;
  }
  termios before_;
};

std::string asked_password() {
  if (!isatty(STDIN_FILENO))
    throw unusable("--listen needs a password",
                   "Give --password-file FILE, or set ENTENTE_PASSWORD");
  std::cerr << "Password for whoever opens this case over the network: " << std::flush;
  std::string line;
  {
    const Hidden hidden;
    std::getline(std::cin, line);
  }
  std::cerr << "\n";
  return line;
}

// Never from the command line, which every user of this machine can read.
std::string password_of(const Request& request) {
  const char* set = std::getenv("ENTENTE_PASSWORD");
  std::string password =
      request.has("--password-file")
          ? or_throw(read_all(request.text("--password-file"), most_password_bytes))
      : set && *set ? std::string(set)
                    : asked_password();
  while (password.ends_with('\n') || password.ends_with('\r')) password.pop_back();
  if (password.size() < least_password)
    throw unusable("This password is too short", "Take at least 8 characters");
  return password;
}

serve::Settings settings_of(const Request& request) {
  serve::Settings settings;
  settings.file = request.case_file();
  settings.share = share();
  settings.pages = settings.share.data.parent_path() / "web";
  settings.port = port_of(request);
  if (request.has("--listen")) {
    settings.address = request.text("--listen");
    settings.password = password_of(request);
  } else if (request.has("--password-file")) {
    throw unusable("--password-file goes with --listen", "Leave it out: the token is enough here");
  }
  return settings;
}

constexpr const char* open_to_all =
    "Everybody on the network who knows the password can read and change this case, and what "
    "passes between you is not encrypted (plain HTTP).";

std::string greeting(const Request& request, const serve::Server& server) {
  const bool listens = request.has("--listen");
  if (request.json())
    return JsonObject{}
               .put("case", request.case_file().string())
               .put("url", server.url())
               .put("address", listens ? request.text("--listen") : "127.0.0.1")
               .number("port", static_cast<std::uint64_t>(server.port()))
               .put("token", server.token())
               .put_or_null("warning", listens ? open_to_all : "")
               .text() +
           "\n";
  return (listens ? std::string(open_to_all) + "\n" : "") +
         report::visible(request.case_file().filename().string()) + " is at " + server.url() +
         "\nCtrl-C ends it; whatever was done is in the file.\n";
}

sigset_t ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

// The first signal lets what is under way end, the second does not.
void stop_at_signal(serve::Server& server, const std::stop_token& done) {
  const sigset_t signals = ending_signals();
  const timespec patience{0, 100'000'000};
  bool told = false;
  while (!done.stop_requested()) {
    if (::sigtimedwait(&signals, nullptr, &patience) < 0) continue;
    if (told) std::_Exit(130);
    told = true;
    server.stop();
  }
}

}  // namespace

int run_serve(const Request& request, Console& console) {
  const sigset_t signals = ending_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  serve::Server server(settings_of(request));
  console.print(greeting(request, server));
  console.finish();
  const std::jthread listening([&](const std::stop_token& done) { stop_at_signal(server, done); });
  server.run();
  return 0;
}

}  // namespace entente::cli
