// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace entente::exchange {

// The fields that a line of the log keeps as a JSON object of texts (LogEntry::before and after);
// none where something else stands there, as in an imported log.
std::map<std::string, std::string> log_fields(std::string_view json);

}  // namespace entente::exchange
