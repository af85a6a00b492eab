// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// UTF-8 as a JSON string, with its quotation marks. Bytes that are not UTF-8 become U+FFFD.
// Controls (those of two bytes too) and what turns the reading direction around are escaped: JSON
// is printed on terminals.
std::string json_string(std::string_view utf8);

std::string json_array(const std::vector<std::string>& items);      // of JSON texts
std::string json_strings(const std::vector<std::string>& strings);  // of strings

// The text of a JSON object. Keys stay in the order in which they are put.
class JsonObject {
 public:
  JsonObject& put(std::string_view key, std::string_view value) {
    return raw(key, json_string(value));
  }
  JsonObject& put_or_null(std::string_view key, std::string_view value);  // null where empty
  JsonObject& number(std::string_view key, std::uint64_t value) {
    return raw(key, std::to_string(value));
  }
  JsonObject& flag(std::string_view key, bool value) { return raw(key, value ? "true" : "false"); }
  JsonObject& raw(std::string_view key, std::string_view json);
  std::string text() const { return "{" + members_ + "}"; }

 private:
  std::string members_;
};

}  // namespace entente
