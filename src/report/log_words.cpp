// SPDX-License-Identifier: Apache-2.0
#include "report/log_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "report/lookup.h"

namespace entente::report {
namespace {

using Json = nlohmann::ordered_json;

// An imported log may hold anything: brackets without end are not worth a tree.
constexpr std::size_t most_bytes = 1 << 16;

// An object of texts, as the log keeps fields; an empty one where nothing was there.
std::optional<Json> fields_in(const std::string& text) {
  if (text.empty()) return Json::object();
  if (text.size() > most_bytes) return std::nullopt;
  Json fields = Json::parse(text, nullptr, false);
  const auto is_text = [](const Json& value) { return value.is_string(); };
  if (!fields.is_object() || !std::all_of(fields.begin(), fields.end(), is_text))
    return std::nullopt;
  return fields;
}

bool holds_a_word(const std::string& field) {
  return field == "stance" || field == "firmness" || field == "polarity" || field == "status";
}

std::string value_words(const std::string& field, const std::string& value) {
  if (value.empty()) return "none";
  if (field == "sha256") return value.substr(0, 12) + "...";
  return holds_a_word(field) ? spoken(value) : value;
}

std::string value_of(const Json& fields, const std::string& name) {
  return value_words(name, fields.value(name, std::string{}));
}

std::string field_words(const std::string& name, const Json& before, const Json& after) {
  const std::string label = name == "review" ? "" : spoken(name) + ": ";
  if (!before.contains(name)) return label + value_of(after, name);
  return label + value_of(before, name) + " -> " + value_of(after, name);
}

std::string as_it_stands(const LogEntry& entry) {
  return entry.before.empty() ? entry.after : entry.before + " -> " + entry.after;
}

}  // namespace

std::string change_words(const LogEntry& entry) {
  const auto before = fields_in(entry.before), after = fields_in(entry.after);
  if (!before || !after) return as_it_stands(entry);
  Json all = *before;
  all.update(*after);
  std::vector<std::string> changes;
  for (const auto& [name, value] : all.items())
    if (name != "by" || value != entry.who) changes.push_back(field_words(name, *before, *after));
  return fmt::format("{}", fmt::join(changes, "; "));
}

}  // namespace entente::report
