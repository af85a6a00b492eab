// SPDX-License-Identifier: Apache-2.0
#include "cli/threads.h"

#include <fmt/format.h>

#include <charconv>

#include "base/failure.h"

namespace entente::cli {

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
