// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/command.h"
#include "workbench/workbench.h"

namespace entente::cli {

// What was added and found, and what the user should know of it. `contents`: the case by then.
std::string added_text(const AddReport& report, const Request& request, const Case& contents);

// Tells of each file that was refused. The exit code: that of the first, though the others are in
// the case.
int complain_of_refused(const AddReport& report, const Request& request, Console& console);

}  // namespace entente::cli
