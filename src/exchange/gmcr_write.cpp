// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/json_text.h"
#include "exchange/gmcr.h"
#include "model/states.h"

namespace entente::exchange {
namespace {

// The most patterns that one statement "p if q" is written as.
constexpr std::size_t most_patterns = 4096;

std::string pattern_json(const Pattern& pattern) {
  std::vector<std::string> pairs;
  for (std::size_t i = 0; i < most_options; ++i)
    if (pattern.named & bit(i))
      pairs.push_back(fmt::format("[{}, \"{}\"]", i, pattern.taken & bit(i) ? 'Y' : 'N'));
  return json_array(pairs);
}

std::string condition_json(const Condition& condition) {
  if (condition.any_of.size() == 1) return pattern_json(condition.any_of.front());
  std::vector<std::string> members;
  for (const Pattern& pattern : condition.any_of) members.push_back(pattern_json(pattern));
  return JsonObject().flag("compound", true).raw("members", json_array(members)).text();
}

// Both, or nothing where they contradict each other.
std::optional<Pattern> met(const Pattern& a, const Pattern& b) {
  if ((a.taken ^ b.taken) & a.named & b.named) return std::nullopt;
  return Pattern{a.named | b.named, a.taken | b.taken};
}

// What holds where a condition does not: of each of its patterns, one option the other way.
Condition negated(const Condition& condition) {
  Condition out{{Pattern{}}};
  for (const Pattern& pattern : condition.any_of) {
    std::vector<Pattern> next;
    for (const Pattern& so_far : out.any_of)
      for (std::size_t i = 0; i < most_options; ++i)
        if (pattern.named & bit(i))
          if (const auto both = met(so_far, {bit(i), ~pattern.taken & bit(i)}))
            if (std::find(next.begin(), next.end(), *both) == next.end()) next.push_back(*both);
    if (next.size() > most_patterns)
      throw Failed({FailureKind::bad_input,
                    "A condition of a preference has too many parts to be written as .gmcr",
                    "Say it in several statements"});
    out.any_of = std::move(next);
  }
  return out;
}

std::string statement_json(const PreferenceStatement& statement) {
  Condition condition = statement.wanted;
  if (statement.given)
    for (const Pattern& pattern : negated(*statement.given).any_of)
      condition.any_of.push_back(pattern);
  return condition_json(condition);
}

Ranking by_statements(const DecisionMaker& who, const States& states) {
  const auto prefers = [&](State a, State b) {
    for (const PreferenceStatement& statement : who.statements)
      if (statement.holds(a) != statement.holds(b)) return statement.holds(a);
    return false;
  };
  std::vector<State> order(states.begin(), states.end());
  std::stable_sort(order.begin(), order.end(), prefers);
  Ranking out;
  for (State state : order) {
    if (out.empty() || prefers(out.back().front(), state)) out.emplace_back();
    out.back().push_back(state);
  }
  return out;
}

std::string ranking_json(const Ranking& ranking, const States& states) {
  std::vector<std::string> groups;
  for (const auto& tied : ranking) {
    std::vector<std::size_t> numbers;
    for (State state : tied) numbers.push_back(number_of(states.index_of(state)));
    groups.push_back(numbers.size() == 1 ? fmt::format("{}", numbers[0])
                                         : fmt::format("[{}]", fmt::join(numbers, ", ")));
  }
  return json_array(groups);
}

std::string option_json(const ConflictOption& option) {
  const char* direction = option.direction == Direction::both      ? "both"
                          : option.direction == Direction::forward ? "fwd"
                                                                   : "back";
  return JsonObject().put("name", option.name).put("permittedDirection", direction).text();
}

std::string owned_json(const Conflict& conflict, std::size_t who) {
  std::vector<std::string> indices;
  for (std::size_t i = 0; i < conflict.options.size(); ++i)
    if (conflict.options[i].owner == who) indices.push_back(std::to_string(i));
  return json_array(indices);
}

std::string decision_maker_json(const Conflict& conflict, std::size_t who, const States& states,
                                bool ranked) {
  const DecisionMaker& one = conflict.decision_makers[who];
  std::vector<std::string> statements;
  for (const PreferenceStatement& statement : one.statements)
    statements.push_back(statement_json(statement));
  JsonObject out;
  out.put("name", one.name)
      .raw("options", owned_json(conflict, who))
      .raw("preferences", json_array(statements));
  out.raw("misperceptions", "[]");
  if (ranked)
    out.raw("preferenceRanking",
            ranking_json(one.ranking.empty() ? by_statements(one, states) : one.ranking, states));
  return out.text();
}

std::string coalition_json(const Coalition& coalition) {
  if (coalition.size() == 1) return std::to_string(coalition.front());
  return fmt::format("[{}]", fmt::join(coalition, ", "));
}

std::string lines_json(const std::vector<std::string>& items) {
  return items.empty() ? "[]" : fmt::format("[\n  {}\n]", fmt::join(items, ",\n  "));
}

std::string gmcr_of(const Conflict& conflict) {
  const auto& makers = conflict.decision_makers;
  const bool ranked = std::any_of(makers.begin(), makers.end(),
                                  [](const auto& one) { return !one.ranking.empty(); });
  const States states = ranked ? or_throw(feasible_states(conflict)) : States{};
  std::vector<std::string> options, decision_makers, infeasible, coalitions;
  for (const ConflictOption& option : conflict.options) options.push_back(option_json(option));
  for (std::size_t who = 0; who < makers.size(); ++who)
    decision_makers.push_back(decision_maker_json(conflict, who, states, ranked));
  for (const Pattern& pattern : conflict.infeasible) infeasible.push_back(pattern_json(pattern));
  for (const Coalition& coalition : conflict.coalitions)
    coalitions.push_back(coalition_json(coalition));
  JsonObject out;
  out.raw("options", lines_json(options)).raw("decisionMakers", lines_json(decision_makers));
  out.raw("infeasibles", lines_json(infeasible)).flag("useManualPreferenceRanking", ranked);
  if (!coalitions.empty()) out.raw("coalitions", json_array(coalitions));
  return out.text() + "\n";
}

}  // namespace

Result<std::string> write_gmcr(const Conflict& conflict) try {
  return gmcr_of(conflict);
} catch (const Failed& failed) {
  return tl::unexpected(failed.failure());
}

}  // namespace entente::exchange
