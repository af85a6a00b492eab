// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace entente {
namespace {

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x20 || byte == 0x7F)
    out += fmt::format("\\u{:04x}", byte);
  else
    out += c;
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) (out += out.empty() ? "" : ", ") += item;
  return out;
}

}  // namespace

std::string json_string(std::string_view utf8) {
  if (!is_utf8(utf8)) return json_string(to_utf8(from_utf8(utf8)));
  std::string out = "\"";
  out.reserve(utf8.size() + 2);
  for (char c : utf8) append_escaped(out, c);
  return out += '"';
}

std::string json_array(const std::vector<std::string>& items) { return "[" + joined(items) + "]"; }

std::string json_strings(const std::vector<std::string>& strings) {
  std::vector<std::string> items;
  for (const std::string& text : strings) items.push_back(json_string(text));
  return json_array(items);
}

JsonObject& JsonObject::put_or_null(std::string_view key, std::string_view value) {
  return value.empty() ? raw(key, "null") : put(key, value);
}

JsonObject& JsonObject::raw(std::string_view key, std::string_view json) {
  if (!members_.empty()) members_ += ", ";
  (members_ += json_string(key)) += ": ";
  members_ += json;
  return *this;
}

}  // namespace entente
