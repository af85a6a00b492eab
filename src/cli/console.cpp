// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"

#include <fmt/format.h>
#include <pwd.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>

#include "base/file.h"
#include "base/json_text.h"
#include "base/utf8.h"
#include "report/visible.h"

namespace entente::cli {
namespace {

std::atomic<bool> asked_to_stop = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void ask_to_stop(int) { asked_to_stop = true; }

void listen_for_stop() {
  struct sigaction action{};
  action.sa_handler = ask_to_stop;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value && *value;
}

std::size_t terminal_width() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

std::size_t width() {
  if (is_set("COLUMNS"))
    if (const int columns = std::atoi(std::getenv("COLUMNS")); columns > 0)
      return static_cast<std::size_t>(columns);
  return isatty(STDOUT_FILENO) ? terminal_width() : 0;
}

Failure failure_of_output(int error) {
  Failure failure = failure_of(error, "standard output");
  const std::string name = "'standard output'";
  if (const auto at = failure.what.find(name); at != failure.what.npos)
    failure.what.replace(at, name.size(), "standard output");
  return failure;
}

std::string json_of(const Failure& failure) {
  const FailureRow& row = row_of(failure.kind);
  const auto error = JsonObject{}
                         .put("kind", row.name)
                         .number("exit_code", static_cast<std::uint64_t>(row.exit_code))
                         .put("what", failure.what)
                         .put("cure", failure.cure);
  return JsonObject{}.raw("error", error.text()).text();
}

}  // namespace

report::Screen Console::screen() const {
  const char* kind = std::getenv("TERM");
  const bool dumb = !kind || std::string_view(kind) == "dumb";
  return {width(), isatty(STDOUT_FILENO) && !dumb && !is_set("NO_COLOR")};
}

report::Screen Console::page() const {
  report::Screen found = screen();
  if (found.width == 0) found.width = 100;
  return found;
}

void Console::print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
    throw Failed(failure_of_output(errno));
}

void Console::hand_out(std::string_view utf8) {
  if (!isatty(STDOUT_FILENO)) return print(utf8);
  print(to_utf8(report::visible_characters(from_utf8(utf8))));
}

void Console::finish() {
  if (std::fflush(stdout) != 0) throw Failed(failure_of_output(errno));
}

// A sentence may quote a hostile file's name.
void Console::complain(const Failure& failure, bool as_json) {
  clear_line();
  const std::string line =
      as_json ? json_of(failure) : "entente: " + report::visible(failure.sentence());
  std::fprintf(stderr, "%s\n", line.c_str());
}

Progress Console::progress(std::string_view doing) {
  listen_for_stop();
  start_ = std::chrono::steady_clock::now();
  const auto step = [this](std::string_view what, std::size_t done, std::size_t total) {
    if (asked_to_stop) stop_.request_stop();
    show(what, done, total);
  };
  return {[step, what = std::string(doing)](std::size_t done, std::size_t total) {
            step(what, done, total);
          },
          stop_.get_token(), step};
}

Console::Busy::Busy(std::string doing) {
  if (!isatty(STDERR_FILENO)) return;
  line_ = std::jthread([doing = std::move(doing)](const std::stop_token& stop) {
    std::mutex alone;
    std::unique_lock lock(alone);
    std::condition_variable_any done;
    const auto stopped = [&] { return stop.stop_requested(); };
    if (done.wait_for(lock, stop, std::chrono::seconds(1), stopped)) return;
    std::fprintf(stderr, "\r%s ...", doing.c_str());
    done.wait(lock, stop, stopped);
    std::fputs("\r\033[K", stderr);
  });
}

void Console::show(std::string_view doing, std::size_t done, std::size_t total) {
  const auto now = std::chrono::steady_clock::now();
  if (done == total) return clear_line();
  if (!isatty(STDERR_FILENO) || now - start_ < std::chrono::seconds(1) ||
      now - shown_ < std::chrono::milliseconds(100))
    return;
  const std::string count =
      total == 0 ? std::to_string(done) : fmt::format("{} of {}", done, total);
  std::fprintf(stderr, "\r%s: %s", std::string(doing).c_str(), count.c_str());
  shown_ = now;
  line_shown_ = true;
}

void Console::clear_line() {
  if (line_shown_) std::fputs("\r\033[K", stderr);
  line_shown_ = false;
}

std::string name_of_user(const std::string& given) {
  if (!given.empty()) return given;
  for (const char* name : {"ENTENTE_WHO", "LOGNAME", "USER"})
    if (is_set(name)) return std::getenv(name);
  const passwd* entry = getpwuid(getuid());
  return entry && entry->pw_name ? entry->pw_name : "";
}

}  // namespace entente::cli
