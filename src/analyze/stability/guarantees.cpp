// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/guarantees.h"

#include <algorithm>
#include <optional>

#include "analyze/stability/pairwise.h"
#include "analyze/stability/reasons.h"

namespace entente::analyze {
namespace {

// Improvements and their answers are listed up to here for each who leaves.
constexpr std::size_t most_told = 3;

class Seeker {
 public:
  Seeker(const GraphModel& model, const Stability& found, StateIndex wanted, Concept how,
         const Progress& progress)
      : model_(model),
        found_(found),
        wanted_(wanted),
        how_(how),
        steps_(progress, 0, "looking for guarantees"),
        as_it_is_(model),
        now_(model, as_it_is_, Reading::against, &steps_) {
    for (std::size_t who = 0; who < model.decision_makers(); ++who)
      if (!found.verdicts[who][wanted].stable(how)) {
        leavers_.push_back(who);
        breaches_.push_back(now_.unanswered(who, wanted, how));
      }
  }

  std::vector<Guarantee> all() {
    const std::size_t count = model_.conflict.options.size();
    for (std::size_t a = 0; a < count; ++a) look_at(bit(a));
    for (std::size_t a = 0; a < count; ++a)
      for (std::size_t b = a + 1; b < count; ++b) look_at(bit(a) | bit(b));
    return std::move(out_);
  }

 private:
  void look_at(State options) {
    steps_.step();
    if (auto one = added(options)) take(std::move(*one));
    if (how_ == Concept::seq)
      if (auto one = credible(options)) take(std::move(*one));
  }

  // Unless a part of it does as much.
  void take(Guarantee one) {
    for (const Guarantee& other : out_)
      if ((other.options & ~one.options) == 0 && other.credible == one.credible &&
          (other.unwilling.empty() || !one.unwilling.empty()))
        return;
    out_.push_back(std::move(one));
  }

  bool owns_one(std::size_t who, State options) const {
    return (options & model_.moves[who].own()) != 0;
  }

  // Each owner changes its part of the options, one after the other; empty where one cannot.
  std::vector<Step> steps(StateIndex from, State options) const {
    std::vector<Step> out;
    for (std::size_t who = 0; who < model_.decision_makers(); ++who) {
      if (!owns_one(who, options)) continue;
      const StateIndex to =
          model_.states.index_of(model_.states[from] ^ (options & model_.moves[who].own()));
      if (to == no_state || !now_.can_move(who, from, to)) return {};
      out.push_back({who, to});
      from = to;
    }
    return out;
  }

  std::optional<Guarantee> added(State options) const {
    for (std::size_t who : leavers_)
      if (owns_one(who, options)) return std::nullopt;
    const std::vector<Step> way = steps(wanted_, options);
    if (way.empty()) return std::nullopt;
    Guarantee out{options, way.back().to, false, {}, {}};
    for (std::size_t who = 0; who < model_.decision_makers(); ++who) {
      if (found_.verdicts[who][out.state].stable(how_)) continue;
      if (!owns_one(who, options)) return std::nullopt;
      out.unwilling.push_back(who);
    }
    for (std::size_t who : leavers_)
      out.holds.push_back(reason(model_, found_, who, out.state, how_, most_told));
    return out;
  }

  std::optional<Guarantee> credible(State options) {
    Guarantee out{options, wanted_, true, {}, {}};
    Preferences meant(model_);
    for (std::size_t i = 0; i < leavers_.size(); ++i) {
      const std::size_t who = leavers_[i];
      if (owns_one(who, options)) return std::nullopt;
      Reason why{who, wanted_, how_, true, now_.improvements(who, wanted_).size(), {}};
      for (StateIndex to : breaches_[i]) {
        const std::vector<Step> answer = steps(to, options);
        if (answer.empty() || model_.prefers(who, answer.back().to, wanted_)) return std::nullopt;
        why.shown.push_back(
            {to, true, answer, answer.back().to, model_.prefers(who, wanted_, answer.back().to)});
        StateIndex from = to;
        for (const Step& step : answer) {
          meant.set(step.mover, step.to, from, Liking::better);
          from = step.to;
        }
      }
      out.holds.push_back(best_first(std::move(why)));
    }
    if (!Pairwise(model_, meant, Reading::against, &steps_).equilibrium(wanted_, how_))
      return std::nullopt;
    return out;
  }

  Reason best_first(Reason why) const {
    const Payoffs& payoffs = model_.payoffs[why.decision_maker];
    std::stable_sort(why.shown.begin(), why.shown.end(),
                     [&](const auto& a, const auto& b) { return payoffs[a.to] > payoffs[b.to]; });
    if (why.shown.size() > most_told) why.shown.resize(most_told);
    return why;
  }

  const GraphModel& model_;
  const Stability& found_;
  StateIndex wanted_;
  Concept how_;
  Steps steps_;
  Preferences as_it_is_;
  Pairwise now_;
  Coalition leavers_;
  std::vector<std::vector<StateIndex>> breaches_;  // by leaver: what nothing answers
  std::vector<Guarantee> out_;
};

}  // namespace

std::vector<Guarantee> guarantees(const GraphModel& model, const Stability& found,
                                  StateIndex wanted, Concept how, const Progress& progress) {
  if (found.equilibria[wanted].stable(how)) return {};
  return Seeker(model, found, wanted, how, progress).all();
}

}  // namespace entente::analyze
