// SPDX-License-Identifier: Apache-2.0
#include "read/ld_json.h"

#include <nlohmann/json.hpp>

#include "read/dates.h"

namespace entente::read {
namespace {

using Json = nlohmann::json;

constexpr std::size_t largest = 1u << 20;
constexpr int deepest = 8;

std::string string_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool names_article(const Json& type) {
  if (type.is_array()) return std::any_of(type.begin(), type.end(), names_article);
  if (!type.is_string()) return false;
  const std::string name = type.get<std::string>();
  return name.ends_with("Article") || name.ends_with("Posting") || name == "Report";
}

std::string name_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  if (found->is_array() && !found->empty() && found->front().is_object())
    return string_at(found->front(), "name");
  return found->is_object() ? string_at(*found, "name") : "";
}

Metadata article_of(const Json& object) {
  Metadata says;
  says.title = string_at(object, "headline");
  says.date = date_in(std::string_view(string_at(object, "datePublished")));
  says.outlet = name_of(object, "publisher");
  says.language = string_at(object, "inLanguage");
  return says;
}

// The first article, looked for in lists and under "@graph".
bool find_article(const Json& json, Metadata& says, int depth) {
  if (depth > deepest) return false;
  if (json.is_array())
    return std::any_of(json.begin(), json.end(),
                       [&](const Json& item) { return find_article(item, says, depth + 1); });
  if (!json.is_object()) return false;
  const auto type = json.find("@type");
  if (type != json.end() && names_article(*type)) {
    says = article_of(json);
    return true;
  }
  const auto graph = json.find("@graph");
  return graph != json.end() && find_article(*graph, says, depth + 1);
}

}  // namespace

Metadata read_ld_json(const std::string& text) {
  Metadata says;
  if (text.size() > largest) return says;
  const Json json = Json::parse(text, nullptr, false, true);
  if (!json.is_discarded()) find_article(json, says, 0);
  return says;
}

}  // namespace entente::read
