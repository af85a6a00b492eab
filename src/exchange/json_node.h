// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange {

// A file, and what to do where something in it is wrong, or where it is no JSON at all.
struct JsonFile {
  std::string name;
  std::string cure, cure_of_syntax;
};

// Throws Failed (bad_input): with line and column where it is no JSON, and where lists and objects
// stand deeper than any file of ours.
nlohmann::json parse_json(std::string_view text, const JsonFile& file);

// A value of a file that knows where it stands. Whatever is not as expected throws Failed
// (bad_input): "<file>: <place>: <why>". The value and the file must outlive it.
class JsonNode {
 public:
  JsonNode(const nlohmann::json& value, std::string place, const JsonFile& file)
      : value_(value), place_(std::move(place)), file_(file) {}

  [[noreturn]] void wrong(std::string_view why) const;

  bool null() const { return value_.is_null(); }
  bool is_list() const { return value_.is_array(); }
  bool is_object() const { return value_.is_object(); }
  bool has(const char* key) const { return value_.is_object() && value_.contains(key); }

  JsonNode operator[](const char* key) const;
  std::vector<JsonNode> items() const;
  std::vector<JsonNode> items_or_none(const char* key) const;  // none where the key is missing
  const std::string& text() const;
  std::string text_or_empty() const { return null() ? "" : text(); }
  bool flag() const;
  std::uint64_t number() const;
  double share() const;  // from 0 to 1
  double real() const;   // any number

 private:
  const nlohmann::json& value_;
  std::string place_;
  const JsonFile& file_;
};

}  // namespace entente::exchange
