// SPDX-License-Identifier: Apache-2.0
#include "cli/bench.h"

#include <fmt/format.h>

#include <charconv>

#include "cli/console.h"

namespace entente::cli {

Share share() {
  std::error_code error;
  return or_throw(find_share(std::filesystem::read_symlink("/proc/self/exe", error)));
}

Signature signature(const Request& request) {
  const std::string given = request.text("--who");
  if (request.has("--who") && given.find_first_not_of(" \t\n") == given.npos)
    throw Failed({FailureKind::usage, "--who is empty", "Say who signs, or leave --who out"});
  return {name_of_user(given), request.text("--why")};
}

unsigned threads_of(const Request& request) {
  if (!request.has("--threads")) return 0;
  const std::string text = request.text("--threads");
  unsigned threads = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), threads);
  if (error != std::errc{} || end != text.data() + text.size() || threads < 1 || threads > 256)
    throw Failed({FailureKind::usage, fmt::format("--threads '{}' is no number of threads", text),
                  "Give a number from 1 to 256"});
  return threads;
}

}  // namespace entente::cli
