// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/graph_model.h"

#include <fmt/format.h>

#include <optional>

#include "base/parallel.h"

namespace entente::analyze {
namespace {

constexpr std::size_t most_pairs = 1'000'000'000;  // some seconds

Failure too_scattered(const DecisionMaker& who) {
  return {FailureKind::bad_input,
          fmt::format("The options that '{}' cannot take back leave too many combinations with "
                      "gaps between them to compare",
                      who.name),
          "Leave out options, or give some of them to others"};
}

}  // namespace

Result<GraphModel> graph_model(Conflict conflict, unsigned threads) {
  auto states = feasible_states(conflict);
  if (!states) return tl::unexpected(std::move(states.error()));
  GraphModel out{std::move(conflict), std::move(*states), {}, {}};
  const std::size_t count = out.conflict.decision_makers.size();
  std::vector<Result<Payoffs>> payoffs(count);
  std::vector<std::optional<Moves>> moves(count);
  for_each_index(count, threads, [&](std::size_t who) {
    payoffs[who] = payoffs_of(out.conflict.decision_makers[who], out.states);
    if (payoffs[who]) moves[who].emplace(out.conflict, who, out.states, *payoffs[who]);
  });
  for (std::size_t who = 0; who < count; ++who) {
    if (!payoffs[who]) return tl::unexpected(std::move(payoffs[who].error()));
    if (moves[who]->pairs_of_groups() > most_pairs)
      return tl::unexpected(too_scattered(out.conflict.decision_makers[who]));
    out.payoffs.push_back(std::move(*payoffs[who]));
    out.moves.push_back(std::move(*moves[who]));
  }
  return out;
}

}  // namespace entente::analyze
