// SPDX-License-Identifier: Apache-2.0
#include "exchange/conflict_yaml.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "exchange/yaml_lines.h"
#include "model/states.h"

namespace entente::exchange {
namespace {

class ConflictPage {
 public:
  explicit ConflictPage(const ConflictFile& file) : file_(file), conflict_(file.conflict) {}

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
    if (!one.statements.empty()) out += "    preferences:  # the most important first\n";
    for (const PreferenceStatement& each : one.statements) out += statement(each);
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
  const Conflict& conflict_;
};

}  // namespace

std::string write_conflict(const ConflictFile& file) { return ConflictPage(file).text(); }

}  // namespace entente::exchange
