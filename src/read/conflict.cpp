// SPDX-License-Identifier: Apache-2.0
#include "read/conflict.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/file.h"
#include "model/states.h"
#include "read/yaml_fields.h"

namespace entente::read {
namespace {

class ConflictReader : YamlFields {
 public:
  explicit ConflictReader(const std::string& file) : YamlFields(file) {}

  ConflictFile read(const Yaml& root) {
    keys(root, "the conflict",
         {"decision_makers", "options", "cannot_be", "coalitions", "status_quo"});
    const std::vector<Yaml>& makers = needed_list(root, "decision_makers");
    for (const Yaml& node : makers) decision_maker(node);
    for (const Yaml& node : needed_list(root, "options")) option(node);
    for (const Yaml& node : list(root, "cannot_be")) conflict().infeasible.push_back(pattern(node));
    for (const Yaml& node : list(root, "coalitions")) coalition(node);
    if (const Yaml* node = given(root, "status_quo")) conflict().status_quo = today(*node);
    for (std::size_t i = 0; i < makers.size(); ++i) preferences(makers[i], i);
    return std::move(out_);
  }

 private:
  Conflict& conflict() { return out_.conflict; }

  void decision_maker(const Yaml& node) {
    keys(node, "a decision maker", {"name", "preferences", "ranking", "unknown"});
    std::string name = text(node, "name", "a decision maker");
    refuse_known(conflict().decision_makers, *node.find("name"), name);
    conflict().decision_makers.push_back({std::move(name), {}, {}, {}});
  }

  void option(const Yaml& node) {
    keys(node, "an option", {"name", "owner", "direction", "evidence"});
    ConflictOption made;
    made.name = text(node, "name", "an option");
    refuse_known(conflict().options, *node.find("name"), made.name);
    if (conflict().options.size() == most_options)
      fault(node, fmt::format("more than {} options", most_options),
            "Leave out options that change nothing for anybody");
    text(node, "owner", "an option");
    made.owner = known(conflict().decision_makers, *node.find("owner"), "a decision maker");
    made.direction = direction(node);
    made.evidence = evidence(node, out_.quotes);
    conflict().options.push_back(std::move(made));
  }

  Direction direction(const Yaml& node) const {
    const Yaml* at = given(node, "direction");
    if (!at) return Direction::both;
    const auto found = from_word<Direction>(at->scalar);
    if (!found)
      fault(*at, fmt::format("expected {} under 'direction'", fmt::join(words<Direction>, ", ")));
    return *found;
  }

  bool truth(const Yaml& node) const {
    const std::string& word = node.scalar;
    if (word == "yes" || word == "Y" || word == "true") return true;
    if (word == "no" || word == "N" || word == "false") return false;
    fault(node, "expected yes or no");
  }

  Pattern pattern(const Yaml& node) const {
    if (node.kind != Yaml::Kind::map || node.items.empty())
      fault(node, "expected options with yes or no, as in {NAME: yes, OTHER: no}");
    Pattern out;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const State option = bit(known(out_.conflict.options, node.keys[i], "an option"));
      out.named |= option;
      if (truth(node.items[i])) out.taken |= option;
    }
    return out;
  }

  Condition condition(const Yaml& node) const {
    Condition out;
    if (node.kind == Yaml::Kind::list)
      for (const Yaml& item : node.items) out.any_of.push_back(pattern(item));
    else
      out.any_of.push_back(pattern(node));
    if (out.any_of.empty()) fault(node, "expected options with yes or no");
    return out;
  }

  void preferences(const Yaml& node, std::size_t who) {
    DecisionMaker& maker = conflict().decision_makers[who];
    for (const Yaml& item : list(node, "preferences")) {
      keys(item, "a preference", {"wanted", "given", "evidence"});
      const Yaml* wanted = given(item, "wanted");
      if (!wanted) fault(item, "expected 'wanted' in a preference");
      PreferenceStatement made{condition(*wanted), std::nullopt, evidence(item, out_.quotes)};
      if (const Yaml* limit = given(item, "given")) made.given = condition(*limit);
      maker.statements.push_back(std::move(made));
    }
    if (const Yaml* ranking = given(node, "ranking")) maker.ranking = read_ranking(*ranking);
    for (const Yaml& pair : list(node, "unknown")) {
      if (items(pair, "of two states").size() != 2) fault(pair, "expected two states");
      maker.unknown.emplace_back(feasible(pair.items[0]), feasible(pair.items[1]));
      if (maker.unknown.back().first == maker.unknown.back().second)
        fault(pair, "expected two states that differ");
    }
  }

  State state(const Yaml& node) const {
    const std::size_t options = out_.conflict.options.size();
    if (node.kind != Yaml::Kind::scalar || node.scalar.size() != options ||
        node.scalar.find_first_not_of("YN") != std::string::npos)
      fault(node, fmt::format("expected a state: Y or N for each of the {} options, in their order",
                              options));
    State out = 0;
    for (std::size_t i = 0; i < options; ++i)
      if (node.scalar[i] == 'Y') out |= bit(i);
    return out;
  }

  State feasible(const Yaml& node) const {
    const State found = state(node);
    for (std::size_t i = 0; i < out_.conflict.infeasible.size(); ++i)
      if (out_.conflict.infeasible[i].holds(found))
        fault(node, fmt::format("{} cannot be: entry {} of 'cannot_be' rules it out", node.scalar,
                                i + 1));
    return found;
  }

  Ranking read_ranking(const Yaml& node) const {
    Ranking out;
    std::set<State> seen;
    for (const Yaml& level : items(node, "of states, the best first")) {
      out.emplace_back();
      const auto add = [&](const Yaml& at) {
        out.back().push_back(feasible(at));
        if (!seen.insert(out.back().back()).second)
          fault(at, fmt::format("{} stands in the ranking a second time", at.scalar));
      };
      if (level.kind == Yaml::Kind::list)
        for (const Yaml& at : level.items) add(at);
      else
        add(level);
      if (out.back().empty()) fault(level, "expected a state");
    }
    refuse_gaps(node, seen);
    return out;
  }

  void refuse_gaps(const Yaml& node, const std::set<State>& seen) const {
    const States all = or_throw(feasible_states(out_.conflict));
    for (State one : all)
      if (!seen.contains(one))
        fault(node, fmt::format("the ranking leaves out {}",
                                pattern_text(one, out_.conflict.options.size())));
  }

  void coalition(const Yaml& node) {
    Coalition made;
    for (const Yaml& member : items(node, "of decision makers"))
      made.push_back(known(out_.conflict.decision_makers, member, "a decision maker"));
    std::sort(made.begin(), made.end());
    if (made.empty() || std::adjacent_find(made.begin(), made.end()) != made.end())
      fault(node, "expected decision makers, each once");
    conflict().coalitions.push_back(std::move(made));
  }

  // Either what is done, the rest is not; or a Y or N for each.
  State today(const Yaml& node) const {
    if (node.kind == Yaml::Kind::scalar) return feasible(node);
    if (node.kind != Yaml::Kind::map)
      fault(node, "expected options with yes or no, or a Y or N for each");
    const State found = node.items.empty() ? 0 : pattern(node).taken;
    for (std::size_t i = 0; i < out_.conflict.infeasible.size(); ++i)
      if (out_.conflict.infeasible[i].holds(found))
        fault(node,
              fmt::format("the status quo cannot be: entry {} of 'cannot_be' rules it out", i + 1));
    return found;
  }

  ConflictFile out_;
};

}  // namespace

Result<ConflictFile> read_conflict(std::string_view yaml, const std::string& name) {
  return read_file<ConflictReader>(yaml, printable(name));
}

}  // namespace entente::read
