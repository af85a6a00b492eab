// SPDX-License-Identifier: Apache-2.0
#include "model/states.h"

#include <fmt/format.h>

#include <bit>
#include <set>

namespace entente {
namespace {

// States that agree on the options already fixed.
struct Branch {
  State fixed = 0, taken = 0;
};

// Enumerates the feasible states in ascending order: the highest free option is tried without, then
// with. An option that a pattern forces is fixed at once, so that dead ends are rare.
class Enumeration {
 public:
  Enumeration(const std::vector<Pattern>& infeasible, std::size_t options)
      : infeasible_(infeasible), options_(options) {}

  bool complete() {  // false: given up
    split({});
    return steps_ < most_steps && found.size() <= States::most;
  }

  std::vector<State> found;

 private:
  static constexpr std::size_t most_steps = std::size_t{1} << 24;

  void split(Branch branch) {
    if (++steps_ >= most_steps || found.size() > States::most || !settle(branch)) return;
    const State free = options_ == 64 ? ~branch.fixed : ~branch.fixed & (bit(options_) - 1);
    if (free == 0) return found.push_back(branch.taken);
    const State next = std::bit_floor(free);
    split({branch.fixed | next, branch.taken});
    split({branch.fixed | next, branch.taken | next});
  }

  // Fixes what the patterns leave no choice about; false where one of them is met in full.
  bool settle(Branch& branch) const {
    for (bool changed = true; changed;) {
      changed = false;
      for (const Pattern& pattern : infeasible_) {
        if ((branch.taken ^ pattern.taken) & pattern.named & branch.fixed) continue;
        const State open = pattern.named & ~branch.fixed;
        if (open == 0) return false;
        if (!std::has_single_bit(open)) continue;
        branch.fixed |= open;
        branch.taken |= open & ~pattern.taken;
        changed = true;
      }
    }
    return true;
  }

  const std::vector<Pattern>& infeasible_;
  std::size_t options_;
  std::size_t steps_ = 0;
};

auto flawed(std::string what, std::string cure) {
  return Failure{FailureKind::bad_input, std::move(what), std::move(cure)};
}

std::optional<Failure> flaw_of_names(const Conflict& conflict) {
  std::set<std::string> names;
  for (const DecisionMaker& one : conflict.decision_makers)
    if (!names.insert(one.name).second)
      return flawed(fmt::format("Two decision makers are called '{}'", one.name),
                    "Give each a name of its own");
  return std::nullopt;
}

std::optional<Failure> flaw_of_options(const Conflict& conflict) {
  if (conflict.options.empty())
    return flawed("The conflict has no options", "Name what could be done");
  if (conflict.options.size() > most_options)
    return flawed(fmt::format("The conflict has {} options, and {} are the most there can be",
                              conflict.options.size(), most_options),
                  "Leave out options that change nothing for anybody");
  for (const ConflictOption& option : conflict.options)
    if (option.owner >= conflict.decision_makers.size())
      return flawed(fmt::format("Nobody owns the option '{}'", option.name),
                    "Give it to one decision maker");
  return std::nullopt;
}

bool speaks_of_others(const Pattern& pattern, std::size_t options) {
  return options < 64 && pattern.named >> options != 0;
}

std::optional<Failure> flaw_of_patterns(const Conflict& conflict) {
  for (std::size_t i = 0; i < conflict.infeasible.size(); ++i)
    if (speaks_of_others(conflict.infeasible[i], conflict.options.size()))
      return flawed(
          fmt::format("Infeasible pattern {} speaks of an option that is not there", i + 1),
          "Name only options of the conflict");
  return std::nullopt;
}

std::optional<Failure> flaw_of(const Conflict& conflict) {
  if (conflict.decision_makers.empty())
    return flawed("The conflict has no decision makers", "Name who owns the options");
  if (auto flaw = flaw_of_names(conflict)) return flaw;
  if (auto flaw = flaw_of_options(conflict)) return flaw;
  return flaw_of_patterns(conflict);
}

// A table over all patterns pays where at least one in 64 is feasible.
bool dense(const std::vector<State>& ascending) {
  return !ascending.empty() && ascending.back() < 64 * std::max<State>(ascending.size(), 1024);
}

}  // namespace

States::States(std::vector<State> ascending) : states_(std::move(ascending)) {
  if (!dense(states_)) return;
  places_.assign(states_.back() + 1, no_state);
  for (StateIndex i = 0; i < states_.size(); ++i) places_[states_[i]] = i;
}

StateIndex States::index_of(State state) const {
  if (!places_.empty()) return state < places_.size() ? places_[state] : no_state;
  const auto at = std::lower_bound(states_.begin(), states_.end(), state);
  return at != states_.end() && *at == state ? static_cast<StateIndex>(at - states_.begin())
                                             : no_state;
}

Result<States> feasible_states(const Conflict& conflict) {
  if (auto flaw = flaw_of(conflict)) return tl::unexpected(std::move(*flaw));
  Enumeration enumeration(conflict.infeasible, conflict.options.size());
  if (!enumeration.complete())
    return fail(FailureKind::bad_input,
                fmt::format("The {} options allow more states than the {} that can be looked at",
                            conflict.options.size(), States::most),
                "Rule out combinations that cannot be, or leave out options");
  if (enumeration.found.empty())
    return fail(FailureKind::bad_input,
                "No state is feasible: the infeasible patterns rule out all of them",
                "Take back the pattern that is wrong");
  return States(std::move(enumeration.found));
}

std::string pattern_text(State state, std::size_t options) {
  std::string text(options, 'N');
  for (std::size_t i = 0; i < options; ++i)
    if (state & bit(i)) text[i] = 'Y';
  return text;
}

}  // namespace entente
