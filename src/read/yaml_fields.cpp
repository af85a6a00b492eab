// SPDX-License-Identifier: Apache-2.0
#include "read/yaml_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/file.h"

namespace entente::read {

void YamlFields::fault(const Yaml& at, const std::string& what, const std::string& cure) const {
  throw Failed(yaml_fault(file_, std::max<std::size_t>(at.line, 1), what,
                          cure.empty() ? "Mend that line; docs/formats.md shows the form" : cure)
                   .value());
}

void YamlFields::keys(const Yaml& node, std::string_view what, Keys known) const {
  if (node.kind != Yaml::Kind::map)
    fault(node, fmt::format("expected {} with the keys {}", what, fmt::join(known, ", ")));
  for (const Yaml& key : node.keys)
    if (std::find(known.begin(), known.end(), std::string_view(key.scalar)) == known.end())
      fault(key, fmt::format("{} has no key '{}'", what, printable(key.scalar)),
            fmt::format("Its keys are {}", fmt::join(known, ", ")));
}

const Yaml* YamlFields::given(const Yaml& map, std::string_view key) {
  const Yaml* node = map.find(key);
  return node && node->kind != Yaml::Kind::nothing ? node : nullptr;
}

const std::vector<Yaml>& YamlFields::items(const Yaml& node, std::string_view what) const {
  if (node.kind != Yaml::Kind::list) fault(node, fmt::format("expected a list {}", what));
  return node.items;
}

const std::vector<Yaml>& YamlFields::list(const Yaml& map, std::string_view key) const {
  static const std::vector<Yaml> none;
  const Yaml* node = given(map, key);
  return node ? items(*node, fmt::format("under '{}'", key)) : none;
}

const std::vector<Yaml>& YamlFields::needed_list(const Yaml& map, std::string_view key) const {
  const std::vector<Yaml>& found = list(map, key);
  if (found.empty()) fault(map, fmt::format("expected '{}' with at least one entry", key));
  return found;
}

std::string YamlFields::text(const Yaml& map, std::string_view key, std::string_view what) const {
  const Yaml* node = given(map, key);
  if (!node) fault(map, fmt::format("expected '{}' in {}", key, what));
  if (node->kind != Yaml::Kind::scalar || node->scalar.empty())
    fault(*node, fmt::format("expected text under '{}'", key));
  return node->scalar;
}

void YamlFields::unknown(const Yaml& at, std::string_view what,
                         std::vector<std::string> names) const {
  if (at.kind != Yaml::Kind::scalar) fault(at, fmt::format("expected the name of {}", what));
  const bool more = names.size() > most_named;
  if (more) names.resize(most_named);
  for (std::string& name : names) name = printable(name);
  fault(at, fmt::format("'{}' is not the name of {}", printable(at.scalar), what),
        fmt::format("There are {}{}", fmt::join(names, ", "), more ? ", ..." : ""));
}

void YamlFields::second_time(const Yaml& at, const std::string& name) const {
  fault(at, fmt::format("the name '{}' stands here a second time", printable(name)));
}

std::vector<PositionId> YamlFields::evidence(const Yaml& map,
                                             std::map<PositionId, QuotedWords>& quotes) const {
  std::vector<PositionId> out;
  for (const Yaml& node : list(map, "evidence")) {
    if (node.kind == Yaml::Kind::map)
      for (std::size_t i = 0; i < node.keys.size(); ++i)
        out.push_back(quote(node.keys[i], node.items[i], quotes));
    else
      out.push_back(quote(node, Yaml{}, quotes));
  }
  return out;
}

PositionId YamlFields::quote(const Yaml& key, const Yaml& said,
                             std::map<PositionId, QuotedWords>& quotes) const {
  const auto id = key.kind == Yaml::Kind::scalar ? PositionId::parse(key.scalar) : std::nullopt;
  if (!id) fault(key, "expected the id of a position, as in p4");
  if (said.kind != Yaml::Kind::scalar && said.kind != Yaml::Kind::nothing)
    fault(said, fmt::format("expected the words of {}", id->text()));
  QuotedWords& held = quotes[*id];
  if (!held.words.empty() && !said.scalar.empty() && held.words != said.scalar)
    fault(said, fmt::format("{} has other words in line {}", id->text(), held.line));
  if (held.words.empty() && said.kind == Yaml::Kind::scalar) held.words = said.scalar;
  if (held.line == 0) held.line = key.line;
  return *id;
}

Result<Yaml> yaml_tree(std::string_view yaml, const std::string& name) {
  if (yaml.size() > most_yaml_bytes)
    return fail(FailureKind::bad_input,
                fmt::format("'{}' is larger than {} MB", name, most_yaml_bytes >> 20),
                "Leave out what changes nothing");
  return parse_yaml(yaml, name);
}

}  // namespace entente::read
