// SPDX-License-Identifier: Apache-2.0
#include "exchange/conflict_yaml.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "exchange/yaml_lines.h"
#include "model/states.h"

namespace entente::exchange {
namespace {

// In YAML a name tells which one is meant, so that none may stand twice and none be empty. Other
// formats allow both: two parties may each have an option "accept".
class Names {
 public:
  // `name` where nothing else has it, else with `whose` or a number behind it.
  std::string take(std::string name, const std::string& whose, std::string_view kind) {
    if (name.empty()) name = fmt::format("{} {}", kind, taken_.size() + 1);
    std::string out = name;
    if (taken_.contains(out) && !whose.empty()) out = name = fmt::format("{} ({})", name, whose);
    for (std::size_t n = 2; taken_.contains(out); ++n) out = fmt::format("{} {}", name, n);
    taken_.insert(out);
    return out;
  }

 private:
  std::set<std::string> taken_;
};

Conflict with_names_of_their_own(Conflict conflict) {
  Names parties, options;
  for (DecisionMaker& one : conflict.decision_makers)
    one.name = parties.take(one.name, "", "party");
  for (ConflictOption& one : conflict.options)
    one.name = options.take(one.name, conflict.decision_makers.at(one.owner).name, "option");
  return conflict;
}

// A condition that always holds or never does: YAML has no words for it, and it parts no states.
bool says_nothing(const Condition& condition) {
  return condition.any_of.empty() || std::any_of(condition.any_of.begin(), condition.any_of.end(),
                                                 [](const Pattern& one) { return one.named == 0; });
}

class ConflictPage {
 public:
  explicit ConflictPage(const ConflictFile& file)
      : file_(file), conflict_(with_names_of_their_own(file.conflict)) {}

  std::string text() const {
    std::string out;
    for (const std::string& remark : file_.remarks) out += yaml_comment(remark);
    if (!out.empty()) out += "\n";
    out += "options:\n";
    for (const ConflictOption& one : conflict_.options) out += option(one);
    if (!conflict_.infeasible.empty()) out += "\ncannot_be:\n";
    for (const Pattern& one : conflict_.infeasible) out += "  - " + pattern(one) + "\n";
    out += "\ndecision_makers:\n";
    for (const DecisionMaker& one : conflict_.decision_makers) out += decision_maker(one);
    if (!conflict_.coalitions.empty()) out += "\ncoalitions:\n";
    for (const Coalition& one : conflict_.coalitions) out += "  - " + coalition(one) + "\n";
    if (conflict_.status_quo) out += "\nstatus_quo: " + taken(*conflict_.status_quo) + "\n";
    return out;
  }

 private:
  std::string option(const ConflictOption& one) const {
    std::string out = fmt::format("  - name: {}\n    owner: {}\n", yaml_text(one.name),
                                  yaml_text(conflict_.decision_makers.at(one.owner).name));
    if (one.direction != Direction::both)
      out += fmt::format("    direction: {}\n", word_of(one.direction));
    return out + evidence(one.evidence, "    ");
  }

  std::string evidence(const std::vector<PositionId>& ids, const std::string& indent) const {
    return yaml_evidence(ids, file_.quotes, indent);
  }

  std::string entries(State named, State chosen) const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < conflict_.options.size(); ++i)
      if (named & bit(i))
        out.push_back(fmt::format("{}: {}", yaml_text(conflict_.options[i].name),
                                  chosen & bit(i) ? "yes" : "no"));
    return fmt::format("{{{}}}", fmt::join(out, ", "));
  }
  std::string pattern(const Pattern& one) const { return entries(one.named, one.taken); }
  std::string taken(State state) const { return entries(state, state); }

  std::string condition(const Condition& one) const {
    if (one.any_of.size() == 1) return pattern(one.any_of.front());
    std::vector<std::string> out;
    for (const Pattern& each : one.any_of) out.push_back(pattern(each));
    return fmt::format("[{}]", fmt::join(out, ", "));
  }

  std::string statement(const PreferenceStatement& one) const {
    std::string out = fmt::format("      - wanted: {}\n", condition(one.wanted));
    if (one.given) out += fmt::format("        given: {}\n", condition(*one.given));
    return out + evidence(one.evidence, "        ");
  }

  std::string state(State one) const {
    const std::string text = pattern_text(one, conflict_.options.size());
    return text.size() == 1 ? '"' + text + '"' : text;
  }

  std::string level(const std::vector<State>& tied) const {
    std::vector<std::string> out;
    for (State one : tied) out.push_back(state(one));
    return out.size() == 1 ? out.front() : fmt::format("[{}]", fmt::join(out, ", "));
  }

  std::string decision_maker(const DecisionMaker& one) const {
    std::string out = fmt::format("  - name: {}\n", yaml_text(one.name));
    std::string statements;
    for (const PreferenceStatement& each : one.statements)
      if (!says_nothing(each.wanted)) statements += statement(each);
    if (!statements.empty()) out += "    preferences:  # the most important first\n" + statements;
    if (!one.ranking.empty()) out += "    ranking:  # the best first\n";
    for (const auto& tied : one.ranking) out += "      - " + level(tied) + "\n";
    if (!one.unknown.empty()) out += "    unknown:  # which of the two it would rather have\n";
    for (const auto& [a, b] : one.unknown)
      out += fmt::format("      - [{}, {}]\n", state(a), state(b));
    return out;
  }

  std::string coalition(const Coalition& one) const {
    std::vector<std::string> out;
    for (std::size_t who : one) out.push_back(yaml_text(conflict_.decision_makers.at(who).name));
    return fmt::format("[{}]", fmt::join(out, ", "));
  }

  const ConflictFile& file_;
  const Conflict conflict_;
};

}  // namespace

std::string write_conflict(const ConflictFile& file) { return ConflictPage(file).text(); }

}  // namespace entente::exchange
