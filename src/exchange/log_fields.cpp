// SPDX-License-Identifier: Apache-2.0
#include "exchange/log_fields.h"

#include <nlohmann/json.hpp>

namespace entente::exchange {

std::map<std::string, std::string> log_fields(std::string_view json) {
  // An imported log may hold anything: brackets without end are not worth a tree.
  constexpr std::size_t most_bytes = 1 << 16;
  std::map<std::string, std::string> fields;
  if (json.empty() || json.size() > most_bytes) return fields;
  const auto parsed = nlohmann::json::parse(json, nullptr, false);
  if (!parsed.is_object()) return fields;
  for (const auto& [name, value] : parsed.items())
    if (value.is_string()) fields[name] = value.get<std::string>();
  return fields;
}

}  // namespace entente::exchange
