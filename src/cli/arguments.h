// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/failure.h"
#include "cli/command.h"

namespace entente::cli {

struct Parsed {
  std::string print;  // help or version; then there is nothing to run
  Request request;
};

// The words after the program's name. Failures are of kind usage and name the near word where there
// is one.
Result<Parsed> parse(std::vector<std::string> arguments);

}  // namespace entente::cli
