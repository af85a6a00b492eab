// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/payoffs.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente::analyze {
namespace {

constexpr Payoff unranked = ~Payoff{0};

Failure misranked(const DecisionMaker& who, State state, std::string_view how) {
  return {
      FailureKind::bad_input,
      fmt::format("The ranking of '{}' {} state with the decimal number {}", who.name, how, state),
      "Rank every feasible state once"};
}

Result<Payoffs> by_ranking(const DecisionMaker& who, const States& states) {
  Payoffs out(states.size(), unranked);
  auto payoff = static_cast<Payoff>(who.ranking.size());
  for (const auto& group : who.ranking) {
    --payoff;
    for (State state : group) {
      const StateIndex index = states.index_of(state);
      if (index == no_state) return tl::unexpected(misranked(who, state, "holds the infeasible"));
      if (out[index] != unranked) return tl::unexpected(misranked(who, state, "holds twice the"));
      out[index] = payoff;
    }
  }
  const auto left_out = std::find(out.begin(), out.end(), unranked);
  if (left_out == out.end()) return out;
  return tl::unexpected(
      misranked(who, states[static_cast<StateIndex>(left_out - out.begin())], "leaves out the"));
}

// Numbers without gaps in the same order.
std::vector<std::uint64_t> closed_up(const std::vector<std::uint64_t>& numbers) {
  std::vector<std::uint64_t> known = numbers;
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  std::vector<std::uint64_t> out;
  out.reserve(numbers.size());
  for (std::uint64_t number : numbers)
    out.push_back(static_cast<std::uint64_t>(std::lower_bound(known.begin(), known.end(), number) -
                                             known.begin()));
  return out;
}

// The statements that hold of a state, read as binary digits, the first the most significant. What
// has been read is closed up before the next digits could overflow it: the order, which is all that
// counts, stays, whatever the number of statements.
Payoffs by_statements(const DecisionMaker& who, const States& states) {
  constexpr std::size_t digits_at_once = 40;  // beside the 22 that most states need
  static_assert(States::most <= std::size_t{1} << 22);
  std::vector<std::uint64_t> order(states.size(), 0);
  std::size_t digits = 0;
  for (const PreferenceStatement& statement : who.statements) {
    for (StateIndex i = 0; i < order.size(); ++i)
      order[i] = order[i] * 2 + (statement.holds(states[i]) ? 1 : 0);
    if (++digits % digits_at_once == 0) order = closed_up(order);
  }
  order = closed_up(order);
  return {order.begin(), order.end()};
}

}  // namespace

Result<Payoffs> payoffs_of(const DecisionMaker& who, const States& states) {
  return who.ranking.empty() ? by_statements(who, states) : by_ranking(who, states);
}

}  // namespace entente::analyze
