// SPDX-License-Identifier: Apache-2.0
#include "exchange/fields_text.h"

#include <nlohmann/json.hpp>

#include "exchange/nesting.h"

namespace entente::exchange {

std::optional<std::map<std::string, std::string>> read_fields(std::string_view json) {
  std::map<std::string, std::string> fields;
  if (json.empty()) return fields;
  if (nested_deeper(json, 1)) return std::nullopt;
  const auto object = nlohmann::json::parse(json, nullptr, false);
  if (!object.is_object()) return std::nullopt;
  for (const auto& [name, value] : object.items()) {
    if (!value.is_string()) return std::nullopt;
    fields[name] = value.get<std::string>();
  }
  return fields;
}

}  // namespace entente::exchange
