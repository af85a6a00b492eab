// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace entente {
namespace {

// What steers a terminal, turns the reading direction around, or ends a line for some readers.
bool does_harm_raw(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

void append_escaped(std::string& out, char32_t c) {
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
  if (does_harm_raw(c))
    out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
  else if (c < 0x80)
    out += static_cast<char>(c);
  else
    out += to_utf8({&c, 1});
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) (out += out.empty() ? "" : ", ") += item;
  return out;
}

}  // namespace

std::string json_string(std::string_view utf8) {
  std::string out = "\"";
  out.reserve(utf8.size() + 2);
  for (char32_t c : from_utf8(utf8)) append_escaped(out, c);
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
