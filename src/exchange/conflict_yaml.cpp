// SPDX-License-Identifier: Apache-2.0
#include "exchange/conflict_yaml.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/json_text.h"
#include "model/states.h"

namespace entente::exchange {
namespace {

// Plain where nothing in it can mean anything to YAML, else as JSON, which YAML reads as it is.
std::string yaml_text(const std::string& text) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ';
  };
  constexpr std::string_view meant[]{"yes", "no", "true", "false", "null", "on", "off", "y", "n",
                                     "Y",   "N",  "~"};
  const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), letter) &&
                     text.front() != ' ' && text.back() != ' ' &&
                     std::find(std::begin(meant), std::end(meant), text) == std::end(meant);
  return plain ? text : json_string(text);
}

// A remark may quote a text: no line of it may leave the comment.
std::string comment(const std::string& sentence) {
  std::string out = "# ";
  for (char c : sentence) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  return out + "\n";
}

class ConflictPage {
 public:
  explicit ConflictPage(const ConflictFile& file) : file_(file), conflict_(file.conflict) {}

  std::string text() const {
    std::string out;
    for (const std::string& remark : file_.remarks) out += comment(remark);
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
    std::string out;
    for (PositionId id : ids) {
      const auto quote = file_.quotes.find(id);
      const bool words = quote != file_.quotes.end() && !quote->second.words.empty();
      out += indent + "  - " + id.text() +
             (words ? ": " + json_string(quote->second.words) : std::string()) + "\n";
    }
    return out.empty() ? out : indent + "evidence:\n" + out;
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
