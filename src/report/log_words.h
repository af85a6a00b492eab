// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/case.h"

namespace entente::report {

// What a line of the log changed, in words: "suggested -> confirmed; stance: open to -> rejects;
// condition: none -> if it rains". Who signed is left out, as the line says that itself. What
// stands there in another form than the program writes is given as it stands.
std::string change_words(const LogEntry& entry);

}  // namespace entente::report
