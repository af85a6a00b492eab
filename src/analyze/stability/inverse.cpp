// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/inverse.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "analyze/stability/assured.h"
#include "analyze/stability/covering.h"
#include "analyze/stability/pairwise.h"
#include "analyze/stability/steps.h"

namespace entente::analyze {
namespace {

using Reversals = std::vector<Reversal>;

constexpr const char* doing = "looking for what would make it hold";

// The improvements of `who` that nothing answers; not for SIM.
std::vector<StateIndex> unanswered_moves(const GraphModel& model, std::size_t who,
                                         StateIndex wanted, Concept how) {
  const Payoffs sure = assured(model, who, how);
  std::vector<StateIndex> out;
  model.moves[who].for_each_improvement(wanted, model.payoffs[who], [&](StateIndex to) {
    if (sure[to] > model.payoffs[who][wanted]) out.push_back(to);
  });
  std::sort(out.begin(), out.end());
  return out;
}

// Everybody comes to prefer the wanted state to each move that nothing answers. The others leave
// alone the options of who moved, so that what they can lead to from one move they cannot from
// another, nor from there to the wanted state: these reversals make no other answer better or
// worse.
Inverse by_own_reversals(const GraphModel& model, StateIndex wanted, Concept how,
                         const Progress& progress) {
  Steps steps(progress, model.decision_makers(), doing);
  Inverse out;
  for (std::size_t who = 0; who < model.decision_makers(); ++who) {
    for (StateIndex to : unanswered_moves(model, who, wanted, how))
      out.reversals.push_back({who, wanted, to});
    steps.step();
  }
  out.at_least = out.reversals.size();
  return out;
}

// Only a decision maker's own preferences bear on SMR: each is a problem of its own.
Inverse one_by_one(const GraphModel& model, StateIndex wanted, std::size_t most_steps,
                   const Progress& progress) {
  Inverse out;
  for (std::size_t who = 0; who < model.decision_makers(); ++who) {
    Inverse own =
        fewest_for_smr(model, who, wanted, unanswered_moves(model, who, wanted, Concept::smr),
                       most_steps, progress);
    out.reversals.insert(out.reversals.end(), own.reversals.begin(), own.reversals.end());
    out.at_least += own.at_least;
  }
  std::sort(out.reversals.begin(), out.reversals.end());
  return out;
}

class Search {
 public:
  Search(const GraphModel& model, StateIndex wanted, Concept how, std::size_t most_steps,
         const Progress& progress)
      : model_(model),
        wanted_(wanted),
        how_(how),
        steps_left_(most_steps),
        steps_(progress, 0, doing),
        now_(model) {}

  // From the best set that is known at once; then all that may be smaller.
  Inverse found() {
    Inverse out;
    out.reversals = how_ == Concept::seq ? own_reversals() : by_staying();
    std::sort(out.reversals.begin(), out.reversals.end());
    out.at_least = out.reversals.empty() ? 0 : bound();
    for (; out.at_least < out.reversals.size(); ++out.at_least) {
      const Outcome outcome = within(out.at_least);
      if (outcome == Outcome::given_up) break;
      if (outcome == Outcome::none) continue;
      out.reversals = made_;
      std::sort(out.reversals.begin(), out.reversals.end());
      break;
    }
    return out;
  }

 private:
  enum class Outcome { found, none, given_up };

  Reversals own_reversals() const {
    return by_own_reversals(model_, wanted_, how_, Progress{}).reversals;
  }

  // No set of fewer works.
  std::size_t bound() {
    auto needed = all_needed(at_present());
    return needed ? std::max<std::size_t>(1, at_least(*needed)) : 1;
  }

  Pairwise at_present() { return Pairwise(model_, now_, Reading::against, &steps_); }

  void turn(const Reversal& one) {
    now_.set(one.decision_maker, one.over, one.under, Liking::better);
    made_.push_back(one);
  }
  void turn_back() {
    const Reversal& one = made_.back();
    now_.forget(one.decision_maker, one.over, one.under);
    made_.pop_back();
  }
  bool turned(std::size_t who, StateIndex a, StateIndex b) const {
    return std::any_of(made_.begin(), made_.end(), [&](const Reversal& one) {
      return one.decision_maker == who && std::minmax(one.over, one.under) == std::minmax(a, b);
    });
  }

  // Everybody comes to prefer the wanted state to what nothing keeps it from; then what turns out
  // not to have been needed is taken back.
  Reversals by_staying() {
    for (bool again = true; again;) {
      again = false;
      for (std::size_t who = 0; who < model_.decision_makers(); ++who)
        for (StateIndex to : at_present().unanswered(who, wanted_, how_)) {
          turn({who, wanted_, to});
          again = true;
        }
    }
    Reversals kept = made_;
    for (const Reversal& one : Reversals(kept)) {
      now_.forget(one.decision_maker, one.over, one.under);
      if (at_present().equilibrium(wanted_, how_))
        std::erase(kept, one);
      else
        now_.set(one.decision_maker, one.over, one.under, Liking::better);
    }
    while (!made_.empty()) turn_back();
    return kept;
  }

  // For each move that nothing answers, the reversals of which one is needed; none where for some
  // move there is none left.
  std::optional<std::vector<Reversals>> all_needed(const Pairwise& now) {
    std::vector<Reversals> out;
    for (std::size_t who = 0; who < model_.decision_makers(); ++who)
      for (StateIndex to : now.unanswered(who, wanted_, how_)) {
        out.push_back(remedies(now, who, to));
        if (out.back().empty()) return std::nullopt;
      }
    return out;
  }

  Outcome within(std::size_t most) {
    if (steps_left_ == 0) return Outcome::given_up;
    auto needed = all_needed(at_present());
    if (!needed) return Outcome::none;
    if (needed->empty()) return Outcome::found;
    if (at_least(*needed) > most) return Outcome::none;
    return by_one_of(needed->front(), most);  // the fewest: at_least() puts them first
  }

  // What was tried is ruled out for the ones that follow: no set is met twice.
  Outcome by_one_of(const Reversals& remedies, std::size_t most) {
    Reversals tried;
    Outcome outcome = Outcome::none;
    for (const Reversal& one : remedies) {
      turn(one);
      outcome = within(most - 1);
      if (outcome == Outcome::found) return outcome;
      turn_back();
      if (outcome == Outcome::given_up) break;
      ruled_out_.insert(one);
      tried.push_back(one);
    }
    for (const Reversal& one : tried) ruled_out_.erase(one);
    return outcome;
  }

  // Of sets of remedies that have none in common each takes one.
  static std::size_t at_least(std::vector<Reversals>& needed) {
    std::stable_sort(needed.begin(), needed.end(),
                     [](const auto& a, const auto& b) { return a.size() < b.size(); });
    Reversals taken, both;
    std::size_t out = 0;
    for (const Reversals& one : needed) {
      both.clear();
      std::set_intersection(taken.begin(), taken.end(), one.begin(), one.end(),
                            std::back_inserter(both));
      if (!both.empty()) continue;
      std::merge(taken.begin(), taken.end(), one.begin(), one.end(), std::back_inserter(both));
      taken.swap(both);
      ++out;
    }
    return out;
  }

  // Reversals one of which every set must hold that keeps `who` from moving to `to`: it does not
  // prefer `to` any more; or does not prefer what the others can already lead to; or the others
  // come to like a move that they do not make now.
  Reversals remedies(const Pairwise& now, std::size_t who, StateIndex to) {
    Reversals out;
    const auto comes_to_prefer = [&](std::size_t whose, StateIndex over, StateIndex under) {
      const Reversal one{whose, over, under};
      if (!ruled_out_.contains(one) && !turned(whose, over, under)) out.push_back(one);
    };
    const auto is_no_gain = [&](StateIndex there) {
      if (now.prefers(who, there, wanted_)) comes_to_prefer(who, wanted_, there);
    };
    is_no_gain(to);
    if (how_ == Concept::sim)
      at_once(now, who, to, is_no_gain, comes_to_prefer);
    else
      for (StateIndex there : now.reached(who, to, how_)) {
        is_no_gain(there);
        moves_liked(now, who, there, comes_to_prefer);
      }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    pay(out.size() + 1);
    return out;
  }

  void pay(std::size_t steps) {
    steps_left_ -= std::min(steps_left_, steps);
    steps_.step();
  }

  template <class NoGain, class Prefer>
  void at_once(const Pairwise& now, std::size_t who, StateIndex to, const NoGain& is_no_gain,
               const Prefer& comes_to_prefer) const {
    Pairwise::any_outcome(model_, now.choices(wanted_), who, to, [&](StateIndex there) {
      is_no_gain(there);
      return false;
    });
    moves_liked(now, who, wanted_, comes_to_prefer);
  }

  template <class Prefer>
  void moves_liked(const Pairwise& now, std::size_t who, StateIndex from,
                   const Prefer& comes_to_prefer) const {
    for (std::size_t other = 0; other < model_.decision_makers(); ++other)
      if (other != who)
        model_.moves[other].for_each_move(from, [&](StateIndex to) {
          if (!now.improves(other, from, to)) comes_to_prefer(other, to, from);
        });
  }

  const GraphModel& model_;
  StateIndex wanted_;
  Concept how_;
  std::size_t steps_left_;
  Steps steps_;
  Preferences now_;
  Reversals made_;
  std::set<Reversal> ruled_out_;
};

}  // namespace

Inverse inverse(const GraphModel& model, StateIndex wanted, Concept how, std::size_t most_steps,
                const Progress& progress) {
  if (how == Concept::smr) return one_by_one(model, wanted, most_steps, progress);
  if (how == Concept::sim || (how == Concept::seq && model.decision_makers() > 2))
    return Search(model, wanted, how, most_steps, progress).found();
  return by_own_reversals(model, wanted, how, progress);
}

Preferences reversed(const GraphModel& model, const std::vector<Reversal>& reversals) {
  Preferences out(model);
  for (const Reversal& one : reversals)
    out.set(one.decision_maker, one.over, one.under, Liking::better);
  return out;
}

}  // namespace entente::analyze
