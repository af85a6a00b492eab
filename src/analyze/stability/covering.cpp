// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/covering.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "analyze/stability/spread.h"
#include "analyze/stability/steps.h"

namespace entente::analyze {
namespace {

// A move t that nothing answers is dealt with in one of two ways: the decision maker no longer
// prefers t, which is one reversal; or it no longer prefers a state z that the others can lead to
// from t, nor anything that it can have from z. The latter is worth while only if it serves for
// several moves. They leave its own options alone, so that the z of different moves differ; those
// that agree on the options of all others are a field, and what it can have from them lies in the
// same field. So the fields have no reversal in common.
class Covering {
 public:
  Covering(const GraphModel& model, std::size_t who, StateIndex wanted,
           const std::vector<StateIndex>& unanswered, std::size_t most_steps,
           const Progress& progress)
      : model_(model),
        who_(who),
        wanted_(wanted),
        moves_(unanswered),
        steps_left_(most_steps),
        progress_(progress, 0, "looking for what would make it hold"),
        kept_(moves_.size(), false),
        best_(moves_.begin(), moves_.end()) {
    list_ways();
  }

  Inverse found() {
    const std::size_t bound = least();
    search();
    Inverse out;
    for (StateIndex state : best_) out.reversals.push_back({who_, wanted_, state});
    out.at_least = given_up_ ? std::min(bound, best_.size()) : best_.size();
    return out;
  }

 private:
  // What would have to be preferred no more, so that the moves in `serves` are answered there.
  struct Way {
    std::vector<StateIndex> needs;
    std::vector<std::size_t> serves;
    std::size_t field = 0;
  };

  bool liked(StateIndex state) const { return model_.prefers(who_, state, wanted_); }

  void list_ways() {
    using Place = std::pair<std::size_t, StateIndex>;  // a move, and where the others lead from it
    std::map<State, std::vector<Place>> fields;
    for (std::size_t i = 0; i < moves_.size(); ++i) {
      Spread spread(model_, moves_[i], all_but(model_, who_), By::moves);
      spread.find([&](StateIndex there) {
        if (there != moves_[i])
          fields[model_.states[there] & ~model_.moves[who_].own()].emplace_back(i, there);
        return false;
      });
      progress_.step();
    }
    std::size_t field = 0;
    for (const auto& [others, places] : fields) list_ways_in(places, field++);
    drop_dominated();
  }

  template <class Places>
  void list_ways_in(const Places& places, std::size_t field) {
    std::map<std::vector<StateIndex>, std::vector<std::size_t>> by_needs;
    for (const auto& [move, there] : places) by_needs[needs_at(there)].push_back(move);
    for (const auto& [needs, own] : by_needs) {
      if (needs.size() >= places.size()) continue;  // turning each move around is no more
      Way way{needs, {}, field};
      for (const auto& [other, serves] : by_needs)
        if (std::includes(needs.begin(), needs.end(), other.begin(), other.end()))
          way.serves.insert(way.serves.end(), serves.begin(), serves.end());
      std::sort(way.serves.begin(), way.serves.end());
      ways_.push_back(std::move(way));
    }
  }

  std::vector<StateIndex> needs_at(StateIndex there) const {
    std::vector<StateIndex> out;
    if (liked(there)) out.push_back(there);
    model_.moves[who_].for_each_move(there, [&](StateIndex back) {
      if (liked(back)) out.push_back(back);
    });
    std::sort(out.begin(), out.end());
    return out;
  }

  // Of fields with one way each, those that serve no more than a cheaper one are of no use.
  void drop_dominated() {
    std::map<std::size_t, std::size_t> in_field;
    for (const Way& way : ways_) ++in_field[way.field];
    std::stable_sort(ways_.begin(), ways_.end(),
                     [](const Way& a, const Way& b) { return a.needs.size() < b.needs.size(); });
    std::vector<Way> kept;
    for (Way& way : ways_) {
      const bool alone = in_field[way.field] == 1;
      if (!alone || std::none_of(kept.begin(), kept.end(), [&](const Way& cheaper) {
            return in_field[cheaper.field] == 1 &&
                   std::includes(cheaper.serves.begin(), cheaper.serves.end(), way.serves.begin(),
                                 way.serves.end());
          }))
        kept.push_back(std::move(way));
    }
    ways_ = std::move(kept);
  }

  std::size_t price(const Way& way) const {
    return static_cast<std::size_t>(
        std::count_if(way.needs.begin(), way.needs.end(),
                      [&](StateIndex state) { return !turned_.contains(state); }));
  }

  // Moves that neither were turned around nor are answered by what was.
  std::vector<bool> open_moves() const {
    std::vector<bool> open(moves_.size(), true);
    for (std::size_t i = 0; i < moves_.size(); ++i) open[i] = !kept_[i];
    for (const Way& way : ways_)
      if (price(way) == 0)
        for (std::size_t i : way.serves) open[i] = false;
    return open;
  }

  // No completion of what is turned around takes fewer: each open move is given the least share of
  // a way that serves it, or 1, and no way has to bear more than its price.
  std::size_t least() const {
    const std::vector<bool> open = open_moves();
    std::vector<double> share(moves_.size(), 1);
    std::map<std::size_t, std::set<std::size_t>> served;  // by field
    for (const Way& way : ways_)
      for (std::size_t i : way.serves)
        if (open[i]) served[way.field].insert(i);
    for (const Way& way : ways_)
      for (std::size_t i : way.serves)
        if (open[i])
          share[i] = std::min(share[i], static_cast<double>(price(way)) /
                                            static_cast<double>(served[way.field].size()));
    double sum = 0;
    for (std::size_t i = 0; i < moves_.size(); ++i)
      if (open[i]) sum += share[i];
    return static_cast<std::size_t>(std::ceil(sum - 1e-6));
  }

  std::size_t spent() const {
    return turned_.size() + static_cast<std::size_t>(std::count(kept_.begin(), kept_.end(), true));
  }

  void remember() {
    best_.assign(turned_.begin(), turned_.end());
    for (std::size_t i = 0; i < moves_.size(); ++i)
      if (kept_[i]) best_.push_back(moves_[i]);
  }

  void search() {
    const std::size_t work = (ways_.size() + 1) * moves_.size();
    if (steps_left_ < work) given_up_ = true;
    if (given_up_) return;
    steps_left_ -= work;
    progress_.step();
    if (spent() + least() >= best_.size()) return;
    const std::vector<bool> open = open_moves();
    const auto first = std::find(open.begin(), open.end(), true);
    if (first == open.end()) return remember();
    const auto move = static_cast<std::size_t>(first - open.begin());
    for (const Way& way : ways_)
      if (std::binary_search(way.serves.begin(), way.serves.end(), move)) try_way(way);
    kept_[move] = true;
    search();
    kept_[move] = false;
  }

  void try_way(const Way& way) {
    std::vector<StateIndex> added;
    for (StateIndex state : way.needs)
      if (turned_.insert(state).second) added.push_back(state);
    search();
    for (StateIndex state : added) turned_.erase(state);
  }

  const GraphModel& model_;
  std::size_t who_;
  StateIndex wanted_;
  std::vector<StateIndex> moves_;
  std::vector<Way> ways_;
  std::size_t steps_left_;
  Steps progress_;
  std::vector<bool> kept_;       // by move: turned around itself
  std::set<StateIndex> turned_;  // preferred no more, in other fields
  std::vector<StateIndex> best_;
  bool given_up_ = false;
};

}  // namespace

Inverse fewest_for_smr(const GraphModel& model, std::size_t who, StateIndex wanted,
                       const std::vector<StateIndex>& unanswered, std::size_t most_steps,
                       const Progress& progress) {
  return Covering(model, who, wanted, unanswered, most_steps, progress).found();
}

}  // namespace entente::analyze
