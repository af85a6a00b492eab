// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"

namespace entente::cli {

// --threads, 0 where it is not given. Throws Failed (usage).
unsigned threads_of(const Request& request);

}  // namespace entente::cli
