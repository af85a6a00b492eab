// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/missing.h"

#include <algorithm>

#include "analyze/stability/stability.h"

namespace entente::analyze {
namespace {

constexpr std::size_t most_work = 16'384;  // states x models tried: under a tenth of a second

std::size_t equilibria(const Stability& found, Concept how) {
  return static_cast<std::size_t>(
      std::count_if(found.equilibria.begin(), found.equilibria.end(),
                    [&](Verdict verdict) { return verdict.stable(how); }));
}

std::size_t least_told_apart(const GraphModel& model) {
  const auto most = [](const Payoffs& payoffs) {
    return *std::max_element(payoffs.begin(), payoffs.end());
  };
  return static_cast<std::size_t>(
      std::min_element(model.payoffs.begin(), model.payoffs.end(),
                       [&](const auto& a, const auto& b) { return most(a) < most(b); }) -
      model.payoffs.begin());
}

// Numbers without gaps in the order of the pair of a payoff and whether the statement holds.
Payoffs parted(const GraphModel& model, std::size_t who, std::size_t option, bool taken) {
  Payoffs out = model.payoffs[who];
  for (StateIndex s = 0; s < out.size(); ++s)
    out[s] = 2 * out[s] + (((model.states[s] & bit(option)) != 0) == taken);
  Payoffs known = out;
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  for (Payoff& one : out)
    one = static_cast<Payoff>(std::lower_bound(known.begin(), known.end(), one) - known.begin());
  return out;
}

// How many equilibria are left at most, once it is known how `who` feels about the option.
std::size_t left(const GraphModel& model, std::size_t who, std::size_t option, Concept how) {
  std::size_t most = 0;
  GraphModel now = model;
  for (const bool taken : {false, true}) {
    now.payoffs[who] = parted(model, who, option, taken);
    now.moves[who] = Moves(now.conflict, who, now.states, now.payoffs[who]);
    most = std::max(most, equilibria(stability(now, 1), how));
  }
  return most;
}

}  // namespace

std::optional<Missing> missing(const GraphModel& model, const Stability& found) {
  const std::size_t states = model.states.size();
  Missing out;
  for (Concept how : {Concept::nash, Concept::seq, Concept::sim, Concept::smr, Concept::gmr})
    if (const std::size_t count = equilibria(found, how); states >= 4 && count * 5 >= states * 4) {
      if (out.concepts.empty()) out.how = how, out.equilibria = count;
      out.concepts.push_back(how);
    }
  if (out.concepts.empty()) return std::nullopt;
  out.decision_maker = least_told_apart(model);
  const std::size_t options = model.conflict.options.size(), count = model.decision_makers();
  if (states * options * count * 2 > most_work) return out;
  for (std::size_t who = 0; who < count; ++who)
    for (std::size_t option = 0; option < options; ++option) {
      const std::size_t rest = left(model, who, option, out.how);
      if (rest >= out.equilibria - out.removed) continue;
      out.removed = out.equilibria - rest;
      out.decision_maker = who;
      out.option = option;
    }
  return out;
}

}  // namespace entente::analyze
