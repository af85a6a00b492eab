// SPDX-License-Identifier: Apache-2.0
#include "cli/bench.h"

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

}  // namespace entente::cli
