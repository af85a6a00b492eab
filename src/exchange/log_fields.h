// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace entente::exchange {

// The fields of one side of a log line; none where it is "" or anything but an object of texts.
std::map<std::string, std::string> log_fields(std::string_view json);

}  // namespace entente::exchange
