// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace entente::exchange {

// The fields of an item as a line of the log keeps them: a JSON object of texts, or "" for none.
// Nothing where it is no such object.
std::optional<std::map<std::string, std::string>> read_fields(std::string_view json);

}  // namespace entente::exchange
