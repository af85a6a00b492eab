// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/case.h"
#include "model/learning.h"
#include "report/terminal.h"

namespace entente::report {

// What was learned, how far it holds, and each position that it changes, with why. `contents`: the
// case before or after.
std::string learning_text(const Case& contents, const LearnReport& report, bool dry_run,
                          const Screen& screen);
std::string learning_json(const LearnReport& report, bool dry_run);

}  // namespace entente::report
