// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/stability.h"

#include "analyze/stability/assured.h"
#include "analyze/stability/simultaneous.h"
#include "analyze/stability/steps.h"
#include "base/parallel.h"

namespace entente::analyze {
namespace {

constexpr std::size_t states_at_once = 1024;

std::size_t pieces_of(const GraphModel& model) {
  return (model.states.size() + states_at_once - 1) / states_at_once;
}

void assured_verdicts(const GraphModel& model, std::size_t who, std::vector<Verdict>& verdicts) {
  for (Concept how : {Concept::nash, Concept::gmr, Concept::smr, Concept::seq}) {
    const std::vector<bool> gone = leaves(model, who, assured(model, who, how));
    for (std::size_t state = 0; state < gone.size(); ++state)
      if (!gone[state]) verdicts[state].hold(how);
  }
}

void simultaneous_verdicts(const GraphModel& model, const std::vector<Floors>& floors,
                           std::size_t piece, Stability& out) {
  Simultaneous simultaneous(model, &floors);
  const std::size_t begin = piece * states_at_once,
                    end = std::min(model.states.size(), begin + states_at_once);
  for (std::size_t state = begin; state < end; ++state) {
    simultaneous.at(static_cast<StateIndex>(state));
    for (std::size_t who = 0; who < model.decision_makers(); ++who)
      if (simultaneous.stable(who)) out.verdicts[who][state].hold(Concept::sim);
  }
}

std::vector<Verdict> stable_for_all(const std::vector<std::vector<Verdict>>& verdicts,
                                    std::size_t states) {
  std::vector<Verdict> out(states, Verdict::all());
  for (const auto& of_one : verdicts)
    for (std::size_t state = 0; state < states; ++state) out[state].both(of_one[state]);
  return out;
}

}  // namespace

Stability stability(const GraphModel& model, unsigned threads, const Progress& progress) {
  const std::size_t count = model.decision_makers(), pieces = pieces_of(model);
  Stability out;
  out.verdicts.assign(count, std::vector<Verdict>(model.states.size()));
  Steps steps(progress, count + pieces);
  for_each_index(count, threads, [&](std::size_t who) {
    steps.begin();
    assured_verdicts(model, who, out.verdicts[who]);
    steps.end();
  });
  const std::vector<Floors> floors = floors_of(model, threads);
  for_each_index(pieces, threads, [&](std::size_t piece) {
    steps.begin();
    simultaneous_verdicts(model, floors, piece, out);
    steps.end();
  });
  out.equilibria = stable_for_all(out.verdicts, model.states.size());
  return out;
}

}  // namespace entente::analyze
