// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "exchange/gmcr.h"
#include "exchange/json_node.h"
#include "model/states.h"

namespace entente::exchange {
namespace {

constexpr std::size_t nobody = ~std::size_t{0};

// A key may be left out, or be null.
bool given(const JsonNode& node, const char* key) { return node.has(key) && !node[key].null(); }

std::vector<JsonNode> items_of(const JsonNode& node, const char* key) {
  return given(node, key) ? node[key].items() : std::vector<JsonNode>{};
}

std::size_t index_below(const JsonNode& node, std::size_t count, std::string_view what) {
  const std::uint64_t index = node.number();
  if (count == 0) node.wrong(fmt::format("there is no {} {}: there is none at all", what, index));
  if (index >= count)
    node.wrong(fmt::format("there is no {} {}: they count from 0 to {}", what, index, count - 1));
  return index;
}

class GmcrReader {
 public:
  explicit GmcrReader(const JsonNode& root) : root_(root) {}

  ReadGmcr read() {
    options();
    decision_makers();
    for (const JsonNode& node : items_of(root_, "infeasibles")) infeasible(node);
    for (const JsonNode& node : items_of(root_, "coalitions")) coalition(node);
    if (ranked()) rankings();
    return std::move(out_);
  }

 private:
  void options() {
    const auto nodes = root_["options"].items();
    if (nodes.size() > most_options)
      root_["options"].wrong(
          fmt::format("{} options are more than {}", nodes.size(), most_options));
    for (const JsonNode& node : nodes)
      conflict_.options.push_back({node["name"].text(), nobody, direction(node), {}});
  }

  static Direction direction(const JsonNode& option) {
    if (!given(option, "permittedDirection")) return Direction::both;
    const JsonNode node = option["permittedDirection"];
    if (node.text() == "both") return Direction::both;
    if (node.text() == "fwd") return Direction::forward;
    if (node.text() == "back") return Direction::back;
    node.wrong(fmt::format("\"{}\" is none of: both, fwd, back", node.text()));
  }

  void decision_makers() {
    for (const JsonNode& node : root_["decisionMakers"].items()) {
      const std::size_t who = conflict_.decision_makers.size();
      DecisionMaker& one = conflict_.decision_makers.emplace_back();
      one.name = node["name"].text();
      for (const JsonNode& option : node["options"].items()) own(option, who);
      for (const JsonNode& statement : items_of(node, "preferences"))
        one.statements.push_back({condition(statement), {}, {}});
      if (!items_of(node, "misperceptions").empty())
        out_.passed_over.push_back(fmt::format(
            "Misperceptions of '{}' are passed over: everybody sees the states as they are",
            one.name));
    }
    for (const ConflictOption& option : conflict_.options)
      if (option.owner == nobody)
        root_["decisionMakers"].wrong(fmt::format("nobody owns the option '{}'", option.name));
  }

  void own(const JsonNode& node, std::size_t who) {
    ConflictOption& option =
        conflict_.options[index_below(node, conflict_.options.size(), "option")];
    if (option.owner != nobody)
      node.wrong(fmt::format("the option '{}' is owned twice, by '{}' and by '{}'", option.name,
                             conflict_.decision_makers[option.owner].name,
                             conflict_.decision_makers[who].name));
    option.owner = who;
  }

  Condition condition(const JsonNode& node) const {
    if (node.is_list()) return {{pattern(node)}};
    if (!node.is_object())
      node.wrong("a condition is expected here: a list of options, or an object with members");
    Condition out;
    for (const JsonNode& member : node["members"].items()) out.any_of.push_back(pattern(member));
    return out;
  }

  // [[0, "Y"], [2, "N"]]
  Pattern pattern(const JsonNode& node) const {
    Pattern out;
    for (const JsonNode& pair : node.items()) {
      const auto parts = pair.items();
      if (parts.size() != 2) pair.wrong("an option and \"Y\" or \"N\" are expected here");
      const std::size_t option = index_below(parts[0], conflict_.options.size(), "option");
      const State before = out.named & out.taken, taken = letter(parts[1]) ? bit(option) : 0;
      if ((out.named & bit(option)) != 0 && (before & bit(option)) != taken)
        pair.wrong(fmt::format("the option '{}' would have to be both Y and N",
                               conflict_.options[option].name));
      out.named |= bit(option);
      out.taken |= taken;
    }
    return out;
  }

  static bool letter(const JsonNode& node) {
    if (node.text() != "Y" && node.text() != "N") node.wrong("\"Y\" or \"N\" is expected here");
    return node.text() == "Y";
  }

  void infeasible(const JsonNode& node) {
    for (const Pattern& pattern : condition(node).any_of) {
      if (pattern.named == 0)
        node.wrong("a pattern that names no option would rule out every state");
      conflict_.infeasible.push_back(pattern);
    }
  }

  void coalition(const JsonNode& node) {
    const std::size_t count = conflict_.decision_makers.size();
    Coalition members;
    if (!node.is_list()) members.push_back(index_below(node, count, "decision maker"));
    if (node.is_list())
      for (const JsonNode& one : node.items())
        members.push_back(index_below(one, count, "decision maker"));
    std::sort(members.begin(), members.end());
    if (members.empty()) node.wrong("a coalition has members");
    if (std::adjacent_find(members.begin(), members.end()) != members.end())
      node.wrong("a decision maker is in this coalition twice");
    conflict_.coalitions.push_back(std::move(members));
  }

  bool ranked() const {
    for (const char* key : {"useManualPreferenceRanking", "useManualPreferenceVectors"})
      if (given(root_, key)) return root_[key].flag();
    return false;
  }

  void rankings() {
    const States states = or_throw(feasible_states(conflict_));
    const auto nodes = root_["decisionMakers"].items();
    for (std::size_t who = 0; who < nodes.size(); ++who) {
      const char* key = ranking_key(nodes[who]);
      conflict_.decision_makers[who].ranking = ranking(nodes[who][key], states);
    }
  }

  // Files that were converted have both keys, one of them empty.
  static const char* ranking_key(const JsonNode& node) {
    constexpr const char* newer = "preferenceRanking";
    constexpr const char* older = "preferenceVector";
    if (!items_of(node, newer).empty()) return newer;
    if (given(node, older)) return older;
    if (!given(node, newer)) node.wrong("the key \"preferenceRanking\" is missing");
    return newer;
  }

  static Ranking ranking(const JsonNode& node, const States& states) {
    Ranking out;
    std::vector<bool> ranked(states.size(), false);
    const auto place = [&](const JsonNode& number) {
      const std::uint64_t n = number.number();
      if (n == 0 || n > states.size())
        number.wrong(
            fmt::format("there is no state {}: they count from 1 to {}", n, states.size()));
      if (ranked[n - 1]) number.wrong(fmt::format("state {} is ranked twice", n));
      ranked[n - 1] = true;
      return states[static_cast<StateIndex>(n - 1)];
    };
    for (const JsonNode& group : node.items()) {
      std::vector<State> tied;
      if (!group.is_list()) tied.push_back(place(group));
      if (group.is_list())
        for (const JsonNode& number : group.items()) tied.push_back(place(number));
      if (!tied.empty()) out.push_back(std::move(tied));
    }
    const auto left_out = std::find(ranked.begin(), ranked.end(), false);
    if (left_out != ranked.end())
      node.wrong(fmt::format("the ranking leaves out state {}", left_out - ranked.begin() + 1));
    return out;
  }

  const JsonNode& root_;
  ReadGmcr out_;
  Conflict& conflict_ = out_.conflict;
};

}  // namespace

Result<ReadGmcr> read_gmcr(std::string_view json, const std::string& name) try {
  const JsonFile file{name, "Correct this entry", "Give a .gmcr file"};
  const nlohmann::json value = parse_json(json, file);
  const JsonNode root{value, "", file};
  return GmcrReader(root).read();
} catch (const Failed& failed) {
  return tl::unexpected(failed.failure());
}

}  // namespace entente::exchange
