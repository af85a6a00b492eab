// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/inverse.h"

#include <algorithm>
#include <set>

#include "analyze/stability/pairwise.h"

namespace entente::analyze {
namespace {

using Reversals = std::vector<Reversal>;

constexpr std::size_t most_looks = 100'000;

class Search {
 public:
  Search(const GraphModel& model, StateIndex wanted, Concept how, std::size_t looks)
      : model_(model), wanted_(wanted), how_(how), looks_left_(looks), now_(model) {}

  Inverse found() {
    Inverse out;
    out.reversals = by_staying();
    for (; out.at_least < out.reversals.size(); ++out.at_least) {
      const Outcome outcome = within(out.at_least);
      if (outcome == Outcome::given_up) break;
      if (outcome == Outcome::none) continue;
      out.reversals = made_;
      break;
    }
    std::sort(out.reversals.begin(), out.reversals.end());
    return out;
  }

 private:
  enum class Outcome { found, none, given_up };

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
      return one.decision_maker == who &&
             std::minmax(one.over, one.under) == std::minmax(a, b);
    });
  }

  // Everybody comes to prefer the wanted state to what nothing keeps it from; then what turns out
  // not to have been needed is taken back.
  Reversals by_staying() {
    for (bool again = true; again;) {
      again = false;
      for (std::size_t who = 0; who < model_.decision_makers(); ++who)
        for (StateIndex to : Pairwise(model_, now_).unanswered(who, wanted_, how_)) {
          turn({who, wanted_, to});
          again = true;
        }
    }
    Reversals kept = made_;
    for (const Reversal& one : Reversals(kept)) {
      now_.forget(one.decision_maker, one.over, one.under);
      if (Pairwise(model_, now_).equilibrium(wanted_, how_))
        std::erase(kept, one);
      else
        now_.set(one.decision_maker, one.over, one.under, Liking::better);
    }
    while (!made_.empty()) turn_back();
    return kept;
  }

  Outcome within(std::size_t most) {
    if (looks_left_ == 0) return Outcome::given_up;
    --looks_left_;
    std::vector<Reversals> needed;  // one of each is
    const Pairwise now(model_, now_);
    for (std::size_t who = 0; who < model_.decision_makers(); ++who)
      for (StateIndex to : now.unanswered(who, wanted_, how_)) {
        needed.push_back(remedies(now, who, to));
        if (needed.back().empty()) return Outcome::none;
      }
    if (needed.empty()) return Outcome::found;
    if (at_least(needed) > most) return Outcome::none;
    const Reversals& fewest = *std::min_element(
        needed.begin(), needed.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    return by_one_of(fewest, most);
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
    std::set<Reversal> taken;
    std::size_t out = 0;
    for (const Reversals& one : needed) {
      if (std::any_of(one.begin(), one.end(), [&](const Reversal& r) { return taken.contains(r); }))
        continue;
      taken.insert(one.begin(), one.end());
      ++out;
    }
    return out;
  }

  // Reversals one of which every set must hold that keeps `who` from moving to `to`: it does not
  // prefer `to` any more; or does not prefer what the others can already lead to (or, for SMR, what
  // it can have from there); or the others come to like a move that they do not make now.
  Reversals remedies(const Pairwise& now, std::size_t who, StateIndex to) const {
    std::set<Reversal> out;
    const auto comes_to_prefer = [&](std::size_t whose, StateIndex over, StateIndex under) {
      const Reversal one{whose, over, under};
      if (!ruled_out_.contains(one) && !turned(whose, over, under)) out.insert(one);
    };
    const auto is_no_gain = [&](StateIndex there) {
      if (now.prefers(who, there, wanted_)) comes_to_prefer(who, wanted_, there);
    };
    is_no_gain(to);
    if (how_ == Concept::sim) {
      at_once(now, who, to, is_no_gain, comes_to_prefer);
    } else if (how_ != Concept::nash) {
      for (StateIndex there : now.reached(who, to, how_)) {
        is_no_gain(there);
        if (how_ == Concept::smr) model_.moves[who].for_each_move(there, is_no_gain);
        if (how_ == Concept::seq) moves_liked(now, who, there, comes_to_prefer);
      }
    }
    return {out.begin(), out.end()};
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
  std::size_t looks_left_;
  Preferences now_;
  Reversals made_;
  std::set<Reversal> ruled_out_;
};

}  // namespace

Inverse inverse(const GraphModel& model, StateIndex wanted, Concept how, std::size_t most_steps) {
  const std::size_t a_look = model.states.size() * model.decision_makers();
  return Search(model, wanted, how, std::min(most_looks, most_steps / a_look)).found();
}

Preferences reversed(const GraphModel& model, const std::vector<Reversal>& reversals) {
  Preferences out(model);
  for (const Reversal& one : reversals)
    out.set(one.decision_maker, one.over, one.under, Liking::better);
  return out;
}

}  // namespace entente::analyze
