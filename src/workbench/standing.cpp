// SPDX-License-Identifier: Apache-2.0
#include "workbench/standing.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <chrono>

#include "analyze/stability/coalitions.h"
#include "analyze/stability/missing.h"
#include "analyze/stability/reasons.h"
#include "analyze/stability/stability.h"
#include "analyze/stability/status_quo.h"
#include "analyze/stability/steps.h"
#include "analyze/stability/unknown.h"
#include "analyze/stability/wanted.h"
#include "base/failure.h"
#include "base/parallel.h"

namespace entente {
namespace {

constexpr std::size_t most_looked_at = 24;
// States that may be passed through to ask every coalition about every state.
constexpr std::size_t most_coalition_work = 20'000'000;

class Stopwatch {
 public:
  explicit Stopwatch(std::vector<std::pair<std::string, double>>& laps) : laps_(laps) {}
  void lap(const char* part) {
    const auto now = std::chrono::steady_clock::now();
    laps_.emplace_back(part, std::chrono::duration<double>(now - begin_).count());
    begin_ = now;
  }

 private:
  std::vector<std::pair<std::string, double>>& laps_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

[[noreturn]] void no_such_state(const std::string& text, const std::string& why) {
  throw Failed({FailureKind::usage, fmt::format("'{}' is no state of this conflict: {}", text, why),
                "Give a state's number, from 1, or a Y or N for each option"});
}

StateIndex state_named(const std::string& text, const States& states, std::size_t options) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size()) {
    if (number == 0 || number > states.size())
      no_such_state(text, fmt::format("states are numbered from 1 to {}", states.size()));
    return static_cast<StateIndex>(number - 1);
  }
  if (text.size() != options || text.find_first_not_of("YN") != text.npos)
    no_such_state(text, fmt::format("there are {} options", options));
  State state = 0;
  for (std::size_t i = 0; i < options; ++i)
    if (text[i] == 'Y') state |= bit(i);
  const StateIndex index = states.index_of(state);
  if (index == no_state) no_such_state(text, "it is not feasible");
  return index;
}

std::optional<StateIndex> today_of(const analyze::GraphModel& model,
                                   const StabilityOptions& options) {
  if (options.today)
    return state_named(*options.today, model.states, model.conflict.options.size());
  if (!model.conflict.status_quo) return std::nullopt;
  const StateIndex index = model.states.index_of(*model.conflict.status_quo);
  if (index == no_state)
    throw Failed({FailureKind::bad_input, "The status quo of the conflict is not feasible",
                  "Give another one"});
  return index;
}

std::optional<StateIndex> want_of(const analyze::GraphModel& model,
                                  const StabilityOptions& options) {
  if (!options.want) return std::nullopt;
  return state_named(*options.want, model.states, model.conflict.options.size());
}

bool any_unknown(const Conflict& conflict) {
  return std::any_of(conflict.decision_makers.begin(), conflict.decision_makers.end(),
                     [](const DecisionMaker& who) { return !who.unknown.empty(); });
}

int concepts_of(Verdict verdict) {
  return static_cast<int>(std::count_if(concepts.begin(), concepts.end(),
                                        [&](Concept how) { return verdict.stable(how); }));
}

std::vector<StateIndex> equilibria(const Stability& found) {
  std::vector<StateIndex> out;
  for (StateIndex i = 0; i < found.equilibria.size(); ++i)
    if (concepts_of(found.equilibria[i]) > 0) out.push_back(i);
  std::stable_sort(out.begin(), out.end(), [&](StateIndex a, StateIndex b) {
    return concepts_of(found.equilibria[a]) > concepts_of(found.equilibria[b]);
  });
  return out;
}

std::vector<StateIndex> to_look_at(const Stability& found, std::optional<StateIndex> today) {
  std::vector<StateIndex> out = equilibria(found);
  if (today) {
    std::erase(out, *today);
    out.insert(out.begin(), *today);
  }
  if (out.size() > most_looked_at) out.resize(most_looked_at);
  return out;
}

std::vector<Reason> reasons_for(const analyze::GraphModel& model, const Stability& found,
                                const std::vector<StateIndex>& states, unsigned threads,
                                const Progress& progress) {
  const std::size_t each = model.decision_makers() * concepts.size();
  std::vector<Reason> out(states.size() * each);
  analyze::Steps steps(progress, out.size(), "looking for reasons");
  for_each_index(out.size(), threads, [&](std::size_t i) {
    steps.begin();
    out[i] = analyze::reason(model, found, i % each / concepts.size(), states[i / each],
                             concepts[i % concepts.size()]);
    steps.end();
  });
  return out;
}

std::vector<StateIndex> stable_for(const analyze::GraphModel& model, const Coalition& coalition) {
  std::vector<StateIndex> out;
  for (StateIndex state = 0; state < model.states.size(); ++state)
    if (!analyze::joint_move(model, coalition, state)) out.push_back(state);
  return out;
}

std::vector<CoalitionFinding> coalitions_on(const analyze::GraphModel& model,
                                            const std::vector<StateIndex>& states, unsigned threads,
                                            const Progress& progress) {
  const std::vector<Coalition> coalitions = analyze::coalitions_of(model);
  const bool every_state = model.states.size() * model.states.size() <=
                           most_coalition_work / std::max<std::size_t>(1, coalitions.size());
  std::vector<CoalitionFinding> out(coalitions.size());
  analyze::Steps steps(progress, coalitions.size(), "looking at coalitions");
  for_each_index(out.size(), threads, [&](std::size_t i) {
    steps.begin();
    out[i].members = coalitions[i];
    if (every_state) out[i].stable = stable_for(model, coalitions[i]);
    for (StateIndex state : states)
      if (auto move = analyze::joint_move(model, coalitions[i], state))
        out[i].upsets.push_back(std::move(*move));
    steps.end();
  });
  return out;
}

}  // namespace

StabilityFindings stability_of(Conflict conflict, const StabilityOptions& options,
                               const Progress& progress) {
  StabilityFindings out;
  Stopwatch watch(out.seconds);
  analyze::GraphModel model = or_throw(analyze::graph_model(std::move(conflict), options.threads));
  const std::optional<StateIndex> today = today_of(model, options), want = want_of(model, options);
  watch.lap("model");
  out.stability = analyze::stability(model, options.threads, progress);
  watch.lap("stability");
  out.looked_at = to_look_at(out.stability, today);
  out.reasons = reasons_for(model, out.stability, out.looked_at, options.threads, progress);
  watch.lap("reasons");
  if (today) out.status_quo = analyze::status_quo(model, *today, out.looked_at);
  watch.lap("status_quo");
  out.coalitions = coalitions_on(model, out.looked_at, options.threads, progress);
  watch.lap("coalitions");
  out.missing = analyze::missing(model, out.stability);
  watch.lap("missing");
  if (any_unknown(model.conflict))
    out.unknown = or_throw(analyze::unknowns(model, out.stability, progress));
  watch.lap("unknown");
  if (want) out.wanted = analyze::wanted(model, out.stability, *want, options.how, progress);
  watch.lap("wanted");
  out.conflict = std::move(model.conflict);
  out.states = std::move(model.states);
  out.payoffs = std::move(model.payoffs);
  return out;
}

}  // namespace entente
