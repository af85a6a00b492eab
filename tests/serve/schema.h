// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace entente::serve {

// web/openapi.json, and what of an answer is not as it says.
class Contract {
 public:
  explicit Contract(const std::string& path);

  const nlohmann::json& paths() const { return contract_.at("paths"); }
  // What `$ref` leads to; the node itself where it has none.
  const nlohmann::json& resolved(const nlohmann::json& node) const;

  // One line for each thing that is wrong. A property that the schema does not name is wrong too,
  // and so is a word of the schema that this checker does not know.
  std::vector<std::string> faults(const nlohmann::json& schema, const nlohmann::json& value) const;

 private:
  struct Check;
  nlohmann::json contract_;
};

}  // namespace entente::serve
