// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/unknown.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "analyze/stability/kit.h"
#include "analyze/stability/stability.h"
#include "kit/says.h"

namespace entente::analyze {
namespace {

// Of moderate size, with up to `most` unknown pairs, most of them moves.
GraphModel any_unsure_model(int most) {
  GraphModel model = any_model();
  RC_PRE(model.states.size() <= 32u && model.states.size() > 1u);
  for (int left = *rc::gen::inRange(1, most + 1); left > 0; --left) {
    const auto who = *rc::gen::inRange<std::size_t>(0, model.decision_makers());
    const auto any = [&] {
      return model
          .states[*rc::gen::inRange<StateIndex>(0, static_cast<StateIndex>(model.states.size()))];
    };
    const State a = any(), b = any(), own = options_of(model.conflict, who),
                near = (a & ~own) | (b & own);
    const State other = model.states.index_of(near) == no_state || near == a ? b : near;
    if (a != other) model.conflict.decision_makers[who].unknown.emplace_back(a, other);
  }
  return model;
}

// How many of the completions of the pairs, each taken three ways, make every question true.
class EveryCompletion {
 public:
  EveryCompletion(const GraphModel& model, const std::vector<StatePair>& pairs)
      : model_(model), pairs_(pairs), plain_(model.conflict) {
    verdicts.resize(model.decision_makers());
    for (auto& of_one : verdicts) of_one.resize(model.states.size());
    equilibria.resize(model.states.size());
    from(0);
  }

  std::size_t completions = 0;
  using Counts = std::array<std::size_t, concepts.size()>;
  std::vector<std::vector<Counts>> verdicts;
  std::vector<Counts> equilibria;

  Certainty of(std::size_t count) const {
    return count == 0 ? Certainty::none : count == completions ? Certainty::all : Certainty::some;
  }

 private:
  void from(std::size_t next) {
    if (next == pairs_.size()) return count();
    const StatePair& pair = pairs_[next];
    for (int liking : {-1, 0, 1}) {
      plain_.set(pair.decision_maker, model_.states[pair.one], model_.states[pair.other], liking);
      from(next + 1);
    }
  }

  void count() {
    ++completions;
    for (StateIndex s = 0; s < model_.states.size(); ++s)
      for (std::size_t how = 0; how < concepts.size(); ++how) {
        bool all = true;
        for (std::size_t who = 0; who < verdicts.size(); ++who) {
          const bool stable = plain_.stable(who, model_.states[s], concepts[how]);
          verdicts[who][s][how] += stable;
          all = all && stable;
        }
        equilibria[s][how] += all;
      }
  }

  const GraphModel& model_;
  const std::vector<StatePair>& pairs_;
  kit::PlainStability plain_;
};

RC_GTEST_PROP(Unknown, tells_what_holds_in_all_some_or_none_of_the_completions, ()) {
  const GraphModel model = any_unsure_model(3);
  const Unknowns found = or_throw(unknowns(model, stability(model, 1)));
  const EveryCompletion every(model, found.pairs);
  for (StateIndex s = 0; s < model.states.size(); ++s)
    for (std::size_t how = 0; how < concepts.size(); ++how) {
      RC_LOG() << "state " << s << ", " << word_of(concepts[how]) << "\n";
      for (std::size_t who = 0; who < model.decision_makers(); ++who)
        RC_ASSERT(found.verdicts[who][s][how] == every.of(every.verdicts[who][s][how]));
      RC_ASSERT(found.equilibria[s][how] == every.of(every.equilibria[s][how]));
    }
}

// A cooperates or not, B follows or not; nobody knows whether A prefers to cooperate alone.
Conflict unsure() {
  Conflict out;
  out.decision_makers = {kit::ranks("A", {{"YY"}, {"NN"}, {"YN"}, {"NY"}}),
                         kit::ranks("B", {{"YY"}, {"NN"}, {"YN"}, {"NY"}})};
  out.options = {{"cooperate", 0, Direction::both, {}}, {"follow", 1, Direction::both, {}}};
  out.decision_makers[0].unknown = {{0, 1}, {1, 0}};
  return out;
}

TEST(Unknown, a_state_that_hangs_on_one_pair_is_stable_in_some_and_the_pair_decides_it) {
  const GraphModel model = model_of(unsure());
  const Unknowns found = or_throw(unknowns(model, stability(model, 1)));
  EXPECT_EQ(found.pairs, (std::vector<StatePair>{{0, 0, 1}}));
  EXPECT_EQ(found.equilibria[0][0], Certainty::some);
  EXPECT_EQ(found.equilibria[3][0], Certainty::all);
  EXPECT_EQ(found.equilibria[2][0], Certainty::none);
  ASSERT_EQ(found.settled.size(), 1u);
  EXPECT_GE(found.settled[0].equilibria, 1u);
  std::size_t open = 0;
  for (const Certainties& state : found.equilibria)
    for (Certainty one : state) open += one == Certainty::some;
  EXPECT_EQ(found.settled[0].equilibria, open);
}

TEST(Unknown, a_pair_that_cannot_be_is_refused_with_the_state) {
  Conflict conflict = unsure();
  const auto refusal = [&](State a, State b) {
    conflict.decision_makers[0].unknown = {{a, b}};
    const GraphModel model = model_of(conflict);
    const auto found = unknowns(model, stability(model, 1));
    return found ? "it was taken" : found.error().what;
  };
  EXPECT_TRUE(kit::says(refusal(2, 2), "'A' names twice the state with the decimal number 2"));
  EXPECT_TRUE(kit::says(refusal(2, 9), "the infeasible state with the decimal number 9"));
}

}  // namespace
}  // namespace entente::analyze
