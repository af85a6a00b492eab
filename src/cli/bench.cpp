// SPDX-License-Identifier: Apache-2.0
#include "cli/bench.h"

#include "cli/console.h"

namespace entente::cli {

Share share() {
  std::error_code error;
  return or_throw(find_share(std::filesystem::read_symlink("/proc/self/exe", error)));
}

Signature signature(const Request& request) {
  return {name_of_user(request.text("--who")), request.text("--why")};
}

}  // namespace entente::cli
