// SPDX-License-Identifier: Apache-2.0
#include "serve/schema.h"

#include <fstream>
#include <regex>
#include <set>

namespace entente::serve {
namespace {

using nlohmann::json;

bool is_of_type(const std::string& type, const json& value) {
  if (type == "null") return value.is_null();
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  return type == "number" && value.is_number();
}

const std::set<std::string> known_words{"$ref",
                                        "type",
                                        "enum",
                                        "properties",
                                        "required",
                                        "items",
                                        "minItems",
                                        "maxItems",
                                        "prefixItems",
                                        "anyOf",
                                        "allOf",
                                        "pattern",
                                        "format",
                                        "minimum",
                                        "maximum",
                                        "default",
                                        "description",
                                        "minLength",
                                        "additionalProperties"};

}  // namespace

struct Contract::Check {
  const Contract& contract;
  std::vector<std::string> out = {};

  void wrong(const std::string& at, const std::string& what) { out.push_back(at + ": " + what); }

  // The names that an object may have, of all parts of the schema.
  void collect_names(const json& raw, std::set<std::string>& names) {
    const json& schema = contract.resolved(raw);
    if (schema.contains("properties"))
      for (const auto& [name, ignored] : schema["properties"].items()) names.insert(name);
    if (schema.contains("allOf"))
      for (const json& part : schema["allOf"]) collect_names(part, names);
  }

  void check_names(const json& schema, const json& value, const std::string& at) {
    if (!value.is_object() || schema.contains("additionalProperties")) return;
    std::set<std::string> names;
    collect_names(schema, names);
    if (names.empty()) return;
    for (const auto& [name, ignored] : value.items())
      if (!names.contains(name)) wrong(at + "." + name, "the contract does not know it");
  }

  bool fits(const json& schema, const json& value) {
    Check alone{contract};
    alone.check(schema, value, "", true);
    return alone.out.empty();
  }

  void check_object(const json& schema, const json& value, const std::string& at) {
    for (const json& name : schema.value("required", json::array()))
      if (!value.contains(name)) wrong(at, "lacks " + name.get<std::string>());
    const json properties = schema.value("properties", json::object());
    for (const auto& [name, one] : value.items())
      if (properties.contains(name))
        check(properties[name], one, at + "." + name, true);
      else if (schema.contains("additionalProperties"))
        check(schema["additionalProperties"], one, at + "." + name, true);
  }

  void check_array(const json& schema, const json& value, const std::string& at) {
    if (value.size() < schema.value("minItems", std::size_t{0})) wrong(at, "has too few");
    if (value.size() > schema.value("maxItems", value.size())) wrong(at, "has too many");
    const json first = schema.value("prefixItems", json::array());
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string place = at + "[" + std::to_string(i) + "]";
      if (i < first.size())
        check(first[i], value[i], place, true);
      else if (schema.contains("items"))
        check(schema["items"], value[i], place, true);
    }
  }

  void check_string(const json& schema, const std::string& value, const std::string& at) {
    if (schema.contains("pattern") &&
        !std::regex_search(value, std::regex(schema["pattern"].get<std::string>())))
      wrong(at, "'" + value + "' is not of the pattern");
    if (schema.value("format", "") == "date" &&
        !std::regex_match(value, std::regex("[0-9]{4}-[0-9]{2}-[0-9]{2}")))
      wrong(at, "'" + value + "' is no date");
    if (value.size() < schema.value("minLength", std::size_t{0})) wrong(at, "is too short");
  }

  void check(const json& raw, const json& value, const std::string& at, bool names) {
    const json& schema = contract.resolved(raw);
    for (const auto& [word, ignored] : schema.items())
      if (!known_words.contains(word) && !word.starts_with("x-"))
        wrong(at, "the checker does not know " + word);
    if (names) check_names(schema, value, at);
    if (schema.contains("anyOf") && std::none_of(schema["anyOf"].begin(), schema["anyOf"].end(),
                                                 [&](const json& one) { return fits(one, value); }))
      wrong(at, "is none of what it may be: " + value.dump().substr(0, 80));
    for (const json& part : schema.value("allOf", json::array())) check(part, value, at, false);
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
      wrong(at, value.dump() + " is none of the words");
    if (schema.contains("type") && !has_type(schema["type"], value))
      return wrong(at, "is not of its type: " + value.dump().substr(0, 80));
    if (schema.contains("minimum") && value.is_number() && value < schema["minimum"])
      wrong(at, "is too small");
    if (schema.contains("maximum") && value.is_number() && value > schema["maximum"])
      wrong(at, "is too large");
    if (value.is_object()) check_object(schema, value, at);
    if (value.is_array()) check_array(schema, value, at);
    if (value.is_string()) check_string(schema, value.get<std::string>(), at);
  }

  static bool has_type(const json& types, const json& value) {
    if (types.is_string()) return is_of_type(types, value);
    return std::any_of(types.begin(), types.end(),
                       [&](const json& type) { return is_of_type(type, value); });
  }
};

Contract::Contract(const std::string& path) {
  std::ifstream in(path);
  contract_ = json::parse(in);
}

const json& Contract::resolved(const json& node) const {
  if (!node.is_object() || !node.contains("$ref")) return node;
  return contract_.at(json::json_pointer(node["$ref"].get<std::string>().substr(1)));
}

std::vector<std::string> Contract::faults(const json& schema, const json& value) const {
  Check all{*this};
  all.check(schema, value, "$", true);
  return all.out;
}

}  // namespace entente::serve
