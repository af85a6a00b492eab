// SPDX-License-Identifier: Apache-2.0
#include "exchange/json_node.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/failure.h"
#include "exchange/nesting.h"

namespace entente::exchange {
namespace {

// An export nests five deep; a file that goes on much further is none of ours, and would cost
// memory for nothing.
constexpr int deepest = 32;

std::string line_and_column(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte == 0 ? 0 : std::min(byte - 1, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t newline = before.rfind('\n');
  return fmt::format("line {}, column {}", line,
                     newline == before.npos ? before.size() + 1 : before.size() - newline);
}

void hold_depth(std::string_view text, const JsonFile& file) {
  if (nested_deeper(text, deepest))
    throw Failed({FailureKind::bad_input,
                  fmt::format("{}: lists or objects stand more than {} deep", file.name, deepest),
                  file.cure});
}

}  // namespace

nlohmann::json parse_json(std::string_view text, const JsonFile& file) {
  hold_depth(text, file);
  try {
    return nlohmann::json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    throw Failed({FailureKind::bad_input,
                  fmt::format("{} is not JSON: {}", file.name, line_and_column(text, error.byte)),
                  file.cure_of_syntax});
  } catch (const nlohmann::json::out_of_range&) {  // "1e999"
    throw Failed({FailureKind::bad_input, fmt::format("{}: a number in it is too large", file.name),
                  file.cure_of_syntax});
  }
}

void JsonNode::wrong(std::string_view why) const {
  throw Failed({FailureKind::bad_input,
                fmt::format("{}: {}{}{}", file_.name, place_, place_.empty() ? "" : ": ", why),
                file_.cure});
}

JsonNode JsonNode::operator[](const char* key) const {
  if (!value_.is_object()) wrong("an object is expected here");
  const auto found = value_.find(key);
  if (found == value_.end()) wrong(fmt::format("the key \"{}\" is missing", key));
  return {*found, place_.empty() ? key : place_ + "." + key, file_};
}

std::vector<JsonNode> JsonNode::items() const {
  if (!value_.is_array()) wrong("a list is expected here");
  std::vector<JsonNode> nodes;
  nodes.reserve(value_.size());
  for (std::size_t i = 0; i < value_.size(); ++i)
    nodes.emplace_back(value_[i], fmt::format("{}[{}]", place_, i), file_);
  return nodes;
}

std::vector<JsonNode> JsonNode::items_or_none(const char* key) const {
  return has(key) ? (*this)[key].items() : std::vector<JsonNode>{};
}

const std::string& JsonNode::text() const {
  if (!value_.is_string()) wrong("a text is expected here");
  return value_.get_ref<const std::string&>();
}

bool JsonNode::flag() const {
  if (!value_.is_boolean()) wrong("true or false is expected here");
  return value_.get<bool>();
}

std::uint64_t JsonNode::number() const {
  if (!value_.is_number_unsigned()) wrong("a whole number from 0 is expected here");
  return value_.get<std::uint64_t>();
}

double JsonNode::share() const {
  const double value = value_.is_number() ? value_.get<double>() : -1;
  if (!(value >= 0 && value <= 1)) wrong("a number from 0 to 1 is expected here");
  return value;
}

double JsonNode::real() const {
  if (!value_.is_number()) wrong("a number is expected here");
  return value_.get<double>();
}

}  // namespace entente::exchange
