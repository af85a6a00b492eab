// SPDX-License-Identifier: Apache-2.0
#include "exchange/log_fields.h"

#include <nlohmann/json.hpp>

namespace entente::exchange {
namespace {

// Brackets without end are not worth a tree.
constexpr std::size_t most_log_bytes = 1 << 16;

}  // namespace

std::map<std::string, std::string> log_fields(std::string_view json) {
  std::map<std::string, std::string> fields;
  if (json.empty() || json.size() > most_log_bytes) return fields;
  const auto root = nlohmann::json::parse(json, nullptr, false);
  if (!root.is_object()) return fields;
  for (const auto& [name, value] : root.items())
    if (value.is_string()) fields.emplace(name, value.get<std::string>());
  return fields;
}

}  // namespace entente::exchange
