// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/unknown.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "analyze/stability/pairwise.h"

namespace entente::analyze {
namespace {

constexpr std::size_t most_pairs_tried = 12;
constexpr std::size_t most_seq_work = std::size_t{1} << 20;  // states^2 x decision makers^2
constexpr std::size_t most_steps = 400'000'000;              // states passed in all searches

using Pairs = std::vector<StatePair>;

bool certain(Certainty one) { return one == Certainty::all || one == Certainty::none; }

// What the readings of the unknown pairs make of every state.
class Table {
 public:
  Table(const GraphModel& model, const Stability& found, const Pairs& touched, bool seq,
        std::size_t& trials, Steps& steps)
      : model_(model),
        found_(found),
        touched_(touched),
        seq_(seq),
        trials_(trials),
        steps_(steps) {}

  // `open`: those of the touched pairs that are unknown in `preferences`.
  Unknowns of(const Preferences& preferences, const Pairs& open) {
    preferences_ = &preferences;
    open_ = &open;
    const Pairwise against(model_, preferences, Reading::against, &steps_),
        in_favour(model_, preferences, Reading::in_favour, &steps_);
    Unknowns out;
    out.seq_asked = seq_;
    out.verdicts.assign(model_.decision_makers(), std::vector<Certainties>(model_.states.size()));
    for (std::size_t who = 0; who < model_.decision_makers(); ++who)
      for (StateIndex s = 0; s < model_.states.size(); ++s)
        for (Concept how : concepts)
          out.verdicts[who][s][place(how)] = verdict(who, s, how, against, in_favour);
    for (StateIndex s = 0; s < model_.states.size(); ++s) {
      out.equilibria.emplace_back();
      for (Concept how : concepts) out.equilibria[s][place(how)] = together(out.verdicts, s, how);
    }
    return out;
  }

 private:
  static std::size_t place(Concept how) { return static_cast<std::size_t>(how); }

  bool leads_somewhere(const StatePair& pair) const {  // a move of its decision maker, either way
    const State own = model_.moves[pair.decision_maker].own();
    return ((model_.states[pair.one] ^ model_.states[pair.other]) & ~own) == 0;
  }

  // Whether the pair bears on how `who` sees a state.
  bool bears(const StatePair& pair, std::size_t who, StateIndex s, Concept how) const {
    const bool here = pair.one == s || pair.other == s;
    if (pair.decision_maker == who) return here;
    return (how == Concept::sim && here && leads_somewhere(pair)) ||
           (how == Concept::seq && leads_somewhere(pair));
  }

  Certainty verdict(std::size_t who, StateIndex s, Concept how, const Pairwise& against,
                    const Pairwise& in_favour) {
    const bool touched = std::any_of(touched_.begin(), touched_.end(),
                                     [&](const auto& pair) { return bears(pair, who, s, how); });
    if (!touched || (how == Concept::seq && !seq_))
      return found_.verdicts[who][s].stable(how) ? Certainty::all : Certainty::none;
    if (against.stable(who, s, how)) return Certainty::all;
    if (!in_favour.stable(who, s, how)) return Certainty::none;
    if (how != Concept::seq) return Certainty::some;
    return tried(s, bearing({who}, s, how),
                 [&](const Pairwise& now) { return now.stable(who, s, how); });
  }

  Certainty together(const std::vector<std::vector<Certainties>>& verdicts, StateIndex s,
                     Concept how) {
    Coalition unsure, everybody;
    bool all = true;
    for (std::size_t who = 0; who < verdicts.size(); ++who) {
      const Certainty one = verdicts[who][s][place(how)];
      if (one == Certainty::none) return Certainty::none;
      all = all && one == Certainty::all;
      if (one != Certainty::all) unsure.push_back(who);
    }
    if (all) return Certainty::all;
    // Each needs only its own preferences to be right, or it is one alone that does not.
    if (how != Concept::sim && how != Concept::seq) return Certainty::some;
    if (unsure.size() == 1) return verdicts[unsure.front()][s][place(how)];
    return tried(s, bearing(unsure, s, how), [&](const Pairwise& now) {
      return std::all_of(unsure.begin(), unsure.end(),
                         [&](std::size_t who) { return now.stable(who, s, how); });
    });
  }

  Pairs bearing(const Coalition& all, StateIndex s, Concept how) const {
    Pairs out;
    for (const StatePair& pair : *open_)
      if (std::any_of(all.begin(), all.end(),
                      [&](std::size_t who) { return bears(pair, who, s, how); }))
        out.push_back(pair);
    return out;
  }

  // Whether some completion will do. That neither state of a pair is preferred never helps more
  // than that one of them is: for who asks about it, the state asked about; for the others a move
  // more. So each pair is tried two ways.
  template <class Holds>
  Certainty tried(StateIndex s, const Pairs& pairs, const Holds& holds) {
    if (pairs.size() > most_pairs_tried) return Certainty::open;
    Preferences now = *preferences_;
    for (std::size_t bits = 0; bits < std::size_t{1} << pairs.size(); ++bits) {
      if (trials_ == 0) return Certainty::open;
      --trials_;
      for (std::size_t i = 0; i < pairs.size(); ++i) {
        const StatePair& pair = pairs[i];
        const bool turn = (bits >> i & 1) != (pair.other == s);
        now.set(pair.decision_maker, pair.one, pair.other, turn ? Liking::worse : Liking::better);
      }
      if (holds(Pairwise(model_, now, Reading::against, &steps_))) return Certainty::some;
    }
    return Certainty::none;
  }

  const GraphModel& model_;
  const Stability& found_;
  const Pairs& touched_;
  bool seq_;
  std::size_t& trials_;
  Steps& steps_;
  const Preferences* preferences_ = nullptr;
  const Pairs* open_ = nullptr;
};

std::size_t made_certain(const Certainties& before, const Certainties& after) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < before.size(); ++i) out += !certain(before[i]) && certain(after[i]);
  return out;
}

Settled gain(const StatePair& pair, const Unknowns& before, const Unknowns& after) {
  Settled out{pair};
  for (StateIndex s = 0; s < before.equilibria.size(); ++s)
    out.equilibria += made_certain(before.equilibria[s], after.equilibria[s]);
  for (std::size_t who = 0; who < before.verdicts.size(); ++who)
    for (StateIndex s = 0; s < before.verdicts[who].size(); ++s)
      out.verdicts += made_certain(before.verdicts[who][s], after.verdicts[who][s]);
  return out;
}

Failure no_pair(const DecisionMaker& who, State state, std::string_view why) {
  return {FailureKind::bad_input,
          fmt::format("An unknown preference of '{}' names {} with the decimal number {}", who.name,
                      why, state),
          "Name two feasible states"};
}

Result<Pairs> pairs_of(const GraphModel& model) {
  Pairs out;
  for (std::size_t who = 0; who < model.decision_makers(); ++who) {
    const DecisionMaker& one = model.conflict.decision_makers[who];
    for (const auto& [a, b] : one.unknown) {
      for (State state : {a, b})
        if (model.states.index_of(state) == no_state)
          return tl::unexpected(no_pair(one, state, "the infeasible state"));
      if (a == b) return tl::unexpected(no_pair(one, a, "twice the state"));
      const StatePair pair{who, model.states.index_of(std::min(a, b)),
                           model.states.index_of(std::max(a, b))};
      if (std::find(out.begin(), out.end(), pair) == out.end()) out.push_back(pair);
    }
  }
  return out;
}

}  // namespace

Result<Unknowns> unknowns(const GraphModel& model, const Stability& found,
                          const Progress& progress) {
  const auto pairs = pairs_of(model);
  if (!pairs) return tl::unexpected(pairs.error());
  const std::size_t size = model.states.size() * model.decision_makers();
  const bool seq = size <= most_seq_work / size;
  std::size_t trials = most_steps / size;
  Preferences preferences(model);
  for (const StatePair& pair : *pairs)
    preferences.set(pair.decision_maker, pair.one, pair.other, Liking::unknown);
  Steps steps(progress, 0, "settling what nobody knows");
  Table table(model, found, *pairs, seq, trials, steps);
  Unknowns out = table.of(preferences, *pairs);
  out.pairs = *pairs;
  for (const StatePair& pair : *pairs) {
    Pairs open = *pairs;
    std::erase(open, pair);
    std::optional<Settled> least;
    for (Liking liking : {Liking::better, Liking::worse}) {
      preferences.set(pair.decision_maker, pair.one, pair.other, liking);
      const Settled now = gain(pair, out, table.of(preferences, open));
      if (!least) least = now;
      least->equilibria = std::min(least->equilibria, now.equilibria);
      least->verdicts = std::min(least->verdicts, now.verdicts);
    }
    preferences.set(pair.decision_maker, pair.one, pair.other, Liking::unknown);
    out.settled.push_back(*least);
  }
  std::stable_sort(out.settled.begin(), out.settled.end(), [](const Settled& a, const Settled& b) {
    return std::pair(a.equilibria, a.verdicts) > std::pair(b.equilibria, b.verdicts);
  });
  return out;
}

}  // namespace entente::analyze
