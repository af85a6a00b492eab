// SPDX-License-Identifier: Apache-2.0
#include "exchange/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/failure.h"

namespace entente::exchange {
namespace {

constexpr int deepest_element = 64;

[[noreturn]] void no_xml(const std::string& file, const std::string& why) {
  throw Failed({FailureKind::bad_input, fmt::format("{} is no XML that can be read: {}", file, why),
                "Look at the file, or leave it out of the folder"});
}

struct DepthCheck : pugi::xml_tree_walker {
  bool for_each(pugi::xml_node&) override { return depth() < deepest_element; }
};

bool declares_entities(const pugi::xml_document& tree) {
  for (pugi::xml_node node : tree.children())
    if (node.type() == pugi::node_doctype &&
        std::string_view(node.value()).find("<!ENTITY") != std::string_view::npos)
      return true;
  return false;
}

}  // namespace

std::unique_ptr<pugi::xml_document> parse_xml(std::string_view bytes, const std::string& file) {
  auto tree = std::make_unique<pugi::xml_document>();
  const auto parsed =
      tree->load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_doctype);
  if (!parsed) {
    const auto end =
        bytes.begin() + std::clamp<std::ptrdiff_t>(parsed.offset, 0, std::ssize(bytes));
    no_xml(file, fmt::format("line {}: {}", 1 + std::count(bytes.begin(), end, '\n'),
                             parsed.description()));
  }
  if (declares_entities(*tree)) no_xml(file, "it declares entities, which are not read");
  DepthCheck check;
  if (!tree->traverse(check))
    no_xml(file, fmt::format("elements stand more than {} deep", deepest_element));
  return tree;
}

std::optional<double> finite_number(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return std::nullopt;
  text = text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
  if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

}  // namespace entente::exchange
