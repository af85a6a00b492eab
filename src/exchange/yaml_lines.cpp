// SPDX-License-Identifier: Apache-2.0
#include "exchange/yaml_lines.h"

#include <algorithm>
#include <string_view>

#include "base/json_text.h"

namespace entente::exchange {

std::string yaml_text(const std::string& text) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ';
  };
  constexpr std::string_view meant[]{"yes", "no",  "true", "false", "null",
                                     "on",  "off", "y",    "n",     "~"};
  std::string small = text;  // other readers take "Null" and "TRUE" so too
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), letter) &&
                     text.front() != ' ' && text.back() != ' ' &&
                     std::find(std::begin(meant), std::end(meant), small) == std::end(meant);
  return plain ? text : json_string(text);
}

std::string yaml_comment(const std::string& sentence) {
  std::string out = "# ";
  for (char c : sentence) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  return out + "\n";
}

std::string yaml_evidence(const std::vector<PositionId>& ids,
                          const std::map<PositionId, QuotedWords>& quotes,
                          const std::string& indent) {
  std::string out;
  for (PositionId id : ids) {
    const auto quote = quotes.find(id);
    const bool words = quote != quotes.end() && !quote->second.words.empty();
    out += indent + "  - " + id.text() +
           (words ? ": " + json_string(quote->second.words) : std::string()) + "\n";
  }
  return out.empty() ? out : indent + "evidence:\n" + out;
}

}  // namespace entente::exchange
