// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/box_points.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <random>

#include "analyze/deals/box_climb.h"
#include "analyze/deals/box_ground.h"
#include "analyze/deals/box_twig.h"
#include "base/parallel.h"

namespace entente::analyze {
namespace {

void add_to(Row& a, const Row& b) {
  for (std::size_t k = 0; k < ways; ++k) a[k] += b[k];
}
void take_from(Row& a, const Row& b) {
  for (std::size_t k = 0; k < ways; ++k) a[k] -= b[k];
}
void raise_to(Row& a, const Row& b) {
  for (std::size_t k = 0; k < ways; ++k) a[k] = a[k] < b[k] ? b[k] : a[k];
}

// One worker.
class TwigSearcher : public TwigKeeper {
 public:
  TwigSearcher(const PointGround& ground, PointSet& found)
      : TwigKeeper(ground), found_(found), table_(ground.kind_count) {}

  // False where the branch is done with; else it is ready to be split.
  bool settle(Twig& twig, int rounds) {
    for (bool again = true; again;) {
      if (!narrow(twig) || finish(twig)) return false;
      lay_table(twig);
      if (!hopeful(twig)) return false;
      for (int round = 0; round < rounds; ++round) {
        share_out(twig);
        if (!hopeful(twig)) return false;
      }
      again = false;
      if (!foresee(twig, again)) return false;
    }
    return true;
  }

  // With the box, and without it.
  std::array<Twig, 2> split(Twig twig) {
    const std::size_t box = pick(twig);
    twig.part /= 2;
    std::array<Twig, 2> out{twig, std::move(twig)};
    enter(out[0], box);
    set_aside(out[1], box);
    return out;
  }

 private:
  // Done where all boxes still open can be had at once; a branch without open boxes always is.
  bool finish(const Twig& twig) {
    bool open = false;
    for (std::size_t box = 0; box < twig.stand.size(); ++box) {
      if (twig.stand[box] != Stand::open) continue;
      if (!ground_.outside(box)) return false;
      open = true;
    }
    BoxCell cell{twig.domain, {}};
    for (std::size_t box = 0; box < twig.stand.size(); ++box)
      if (alive(twig.stand[box])) cell.holes.push_back(ground_.boxes[box].region);
    const auto some = some_of(std::move(cell));
    if (!some) return !open;
    Kinds package;
    for (const std::uint64_t domain : some->domain)
      package.push_back(static_cast<std::uint8_t>(std::countr_zero(domain)));
    const std::vector<Key> keys = ground_.keys_of(ground_.worth(package));
    if (ground_.enough(keys)) found_.add(keys, package);
    return true;
  }

  // The open box over which the bound is furthest from what a package can have, or the directions
  // are at odds.
  std::size_t pick(const Twig& twig) {
    find_best_kinds(twig);
    std::size_t best = 0;
    float most = -1;
    for (std::size_t box = 0; box < twig.stand.size(); ++box) {
      if (twig.stand[box] != Stand::open) continue;
      float score = overcounted(twig, box) + 0.2f * disputed(box);
      if (!ground_.outside(box)) score += 0.4f * std::min(ground_.weight[box], against(twig, box));
      if (score > most) most = score, best = box;
    }
    return best;
  }

  float against(const Twig& twig, std::size_t box) const {
    float sum = 0;
    for (std::size_t s = first(box); s < last(box); ++s)
      for (const std::size_t other : ground_.sides_of[ground_.sides[s].issue]) {
        const std::size_t rival = ground_.box_of[other];
        if (twig.stand[rival] == Stand::open && (met(twig, s) & met(twig, other)) == 0)
          sum += ground_.weight[rival];
      }
    return sum;
  }

  // What the box pays, for each two neighbouring directions of which one has it, the other not.
  float disputed(std::size_t box) const {
    int changes = 0;
    for (std::size_t k = 1; k < ways; ++k) changes += had(box, k - 1) != had(box, k);
    return static_cast<float>(changes) * ground_.weight[box];
  }

  // Whether the best options of the issues are paid for it.
  bool had(std::size_t box, std::size_t k) const {
    for (std::size_t s = first(box); s < last(box); ++s)
      if (has_side(s, k) == ground_.outside(box)) return ground_.outside(box);
    return !ground_.outside(box);
  }
  bool has_side(std::size_t side, std::size_t k) const {
    const PointGround::Side& at = ground_.sides[side];
    return at.wanted >> best_kind_[at.issue][k] & 1;
  }

  // The best option of each issue gets the shares put on it, but the box pays only where all agree.
  float overcounted(const Twig& twig, std::size_t box) const {
    float sum = 0;
    for (std::size_t k = 0; k < ways; ++k) {
      const float pay = ground_.pay[box][k];
      if (ground_.outside(box)) sum += pay - twig.shares[first(box)][k];
      for (std::size_t s = first(box); s < last(box); ++s)
        if (has_side(s, k)) sum += twig.shares[s][k];
      if (had(box, k)) sum -= pay;
    }
    return sum;
  }

  void find_best_kinds(const Twig& twig) {
    best_kind_.assign(twig.domain.size(), {});
    for (std::uint32_t issue = 0; issue < twig.domain.size(); ++issue) {
      Row most;
      most.fill(-1e18f);
      for_each_kind(twig.domain[issue], [&](std::size_t kind) {
        const Row& row = table_[ground_.first_kind[issue] + kind];
        for (std::size_t k = 0; k < ways; ++k)
          if (row[k] > most[k])
            most[k] = row[k], best_kind_[issue][k] = static_cast<std::uint8_t>(kind);
      });
    }
  }

  // ---- bounding

  void lay_table(const Twig& twig) {
    std::fill(table_.begin(), table_.end(), Row{});
    loose_ = Row{};
    for (std::size_t box = 0; box < twig.stand.size(); ++box)
      if (alive(twig.stand[box])) put(twig, box);
  }

  void put(const Twig& twig, std::size_t box) {
    if (ground_.outside(box)) {
      if (twig.stand[box] == Stand::open) add_to(loose_, ground_.pay[box]);
      if (first(box) != last(box)) take_from(loose_, twig.shares[first(box)]);
    }
    for (std::size_t s = first(box); s < last(box); ++s)
      for_each_kind(met(twig, s), [&](std::size_t kind) {
        add_to(table_[ground_.first_kind[ground_.sides[s].issue] + kind], twig.shares[s]);
      });
  }

  void take(const Twig& twig, std::size_t box) {
    if (ground_.outside(box)) {
      if (twig.stand[box] == Stand::open) take_from(loose_, ground_.pay[box]);
      if (first(box) != last(box)) add_to(loose_, twig.shares[first(box)]);
    }
    for (std::size_t s = first(box); s < last(box); ++s)
      for_each_kind(met(twig, s), [&](std::size_t kind) {
        take_from(table_[ground_.first_kind[ground_.sides[s].issue] + kind], twig.shares[s]);
      });
  }

  Row largest(std::uint32_t issue, std::uint64_t among) const {
    const Row* rows = table_.data() + ground_.first_kind[issue];
    Row most = rows[std::countr_zero(among)];
    for_each_kind(among & (among - 1), [&](std::size_t kind) { raise_to(most, rows[kind]); });
    return most;
  }

  // Each box in turn shares out its pay anew: on an issue where the best options would not be paid
  // for it, what it puts there up to the difference costs nothing.
  void share_out(Twig& twig) {
    for (std::size_t box = 0; box < twig.stand.size(); ++box) {
      if (!alive(twig.stand[box])) continue;
      take(twig, box);
      find_free(twig, box);
      if (ground_.outside(box))
        share_outside(twig, box);
      else
        share_inside(twig, box);
      put(twig, box);
    }
  }

  // [side]: by how much the best option beats the best of those paid for.
  void find_free(const Twig& twig, std::size_t box) {
    free_.resize(last(box) - first(box));
    for (std::size_t s = first(box); s < last(box); ++s) {
      Row& free = free_[s - first(box)];
      const std::uint32_t issue = ground_.sides[s].issue;
      if (met(twig, s) == 0) {
        free.fill(1e9f);
      } else if (unmet(twig, s) == 0) {
        free.fill(0);
      } else {
        const Row paid = largest(issue, met(twig, s)), unpaid = largest(issue, unmet(twig, s));
        for (std::size_t k = 0; k < ways; ++k) free[k] = std::max(unpaid[k] - paid[k], 0.0f);
      }
    }
  }

  void share_inside(Twig& twig, std::size_t box) const {
    Row sum{};
    for (const Row& free : free_) add_to(sum, free);
    const auto sides = static_cast<float>(free_.size());
    for (std::size_t k = 0; k < ways; ++k) {
      const float pay = ground_.pay[box][k];
      const float part = sum[k] > pay ? pay / sum[k] : 1;
      const float rest = sum[k] > pay ? 0 : (pay - sum[k]) / sides;
      for (std::size_t s = 0; s < free_.size(); ++s)
        twig.shares[first(box) + s][k] = free_[s][k] * part + rest;
    }
  }

  // The same share on each issue, since to leave on one is enough; best between the two least free.
  // A box that is held has been paid for: what it puts on the issues is taken off the rest.
  void share_outside(Twig& twig, std::size_t box) const {
    for (std::size_t k = 0; k < ways; ++k) {
      float least = 2e9f, next = 2e9f;
      for (const Row& free : free_) {
        next = std::min(next, std::max(least, free[k]));
        least = std::min(least, free[k]);
      }
      const float most = twig.stand[box] == Stand::open ? ground_.pay[box][k] : 1;
      const float share = std::min(most, (least + next) / 2);
      for (std::size_t s = first(box); s < last(box); ++s) twig.shares[s][k] = share;
    }
  }

  bool hopeful(const Twig& twig) {
    Row sum = loose_;
    for (std::uint32_t issue = 0; issue < twig.domain.size(); ++issue)
      add_to(sum, largest(issue, twig.domain[issue]));
    for (std::size_t k = 0; k < ways; ++k) {
      bound_[k] = static_cast<double>(sum[k]) + rounding;
      for (std::size_t p = 0; p < ground_.parties; ++p)
        bound_[k] += twig.paid[p] * ground_.directions[p][k];
    }
    if (ground_.parties != 2) return hopeful_above(ground_.aims.least, 0);
    find_corners();
    return !corners_.empty();
  }

  // Whether the bounds let anything be as high as these keys.
  bool reaches(const Key* keys) const {
    std::array<double, ways> needed{};
    for (std::size_t p = 0; p < ground_.parties; ++p) {
      const double steps = (keys[p] - 0.5) * steps_per_key;
      for (std::size_t k = 0; k < ways; ++k) needed[k] += steps * ground_.directions[p][k];
    }
    for (std::size_t k = 0; k < ways; ++k)
      if (needed[k] > bound_[k]) return false;
    return true;
  }

  // Between two steps of the staircase: those that the bounds still reach.
  void find_corners() {
    const KeyRows& rows = found_.rows;
    Key second = ground_.aims.least[1];
    corners_.clear();
    for (std::size_t row = 0; row <= rows.size(); ++row) {
      const Key first = row < rows.size() ? rows[row][0] + 1 : ground_.aims.least[0];
      const std::array<Key, 2> corner{first, second};
      if (reaches(corner.data())) corners_.push_back(corner);
      if (row < rows.size()) second = rows[row][1] + 1;
    }
  }

  // Decides on boxes with which, or without which, the bounds leave no hope. False where that is
  // so either way.
  bool foresee(Twig& twig, bool& again) {
    const std::array<double, ways> whole = bound_;
    for (std::size_t box = 0; box < twig.stand.size(); ++box) {
      if (twig.stand[box] != Stand::open || !find_losses(twig, box)) continue;
      const bool with = ground_.outside(box) || hopeful_less(whole, lost_with_);
      const bool without = hopeful_less(whole, lost_without_);
      if (!with && !without) return false;
      if (with && without) continue;
      again = true;
      if (with)
        enter(twig, box);
      else
        set_aside(twig, box);
    }
    bound_ = whole;
    return true;
  }

  // What the bounds lose where the box is entered, or set aside.
  bool find_losses(const Twig& twig, std::size_t box) {
    lost_with_ = lost_without_ = Row{};
    for (std::size_t s = first(box); s < last(box); ++s) {
      if (met(twig, s) == 0) return false;
      const Row paid = largest(ground_.sides[s].issue, met(twig, s));
      Row unpaid;
      unpaid.fill(-1e9f);
      if (unmet(twig, s) != 0) unpaid = largest(ground_.sides[s].issue, unmet(twig, s));
      for (std::size_t k = 0; k < ways; ++k) {
        const float all = std::max(paid[k], unpaid[k]);
        lost_with_[k] += all - paid[k];
        lost_without_[k] += all - std::max(paid[k] - twig.shares[s][k], unpaid[k]);
      }
    }
    for (std::size_t k = 0; ground_.outside(box) && k < ways; ++k)
      lost_without_[k] += ground_.pay[box][k] - twig.shares[first(box)][k];
    return true;
  }

  bool hopeful_less(const std::array<double, ways>& whole, const Row& lost) {
    for (std::size_t k = 0; k < ways; ++k)
      bound_[k] = whole[k] - static_cast<double>(lost[k]) + rounding;
    if (ground_.parties != 2) return hopeful_above(ground_.aims.least, 0);
    return std::any_of(corners_.begin(), corners_.end(),
                       [&](const auto& corner) { return reaches(corner.data()); });
  }

  // The same for any number of parties: what is above `low` and not covered by a point is above it
  // for one party at least.
  bool hopeful_above(const std::vector<Key>& low, int depth) const {
    if (!reaches(low.data())) return false;
    for (std::size_t row = 0; row < found_.rows.size(); ++row) {
      const auto point = found_.rows[row];
      if (!std::equal(point.begin(), point.end(), low.begin(), std::greater_equal<>())) continue;
      if (depth == most_corners) return true;
      std::vector<Key> above = low;
      for (std::size_t p = 0; p < ground_.parties; ++p) {
        above[p] = point[p] + 1;
        if (hopeful_above(above, depth + 1)) return true;
        above[p] = low[p];
      }
      return false;
    }
    return true;
  }

  static constexpr int most_corners = 6;
  static constexpr double rounding = 1e-5;  // of sums of floats; more than they ever lack

  PointSet& found_;
  std::vector<Row> table_;  // [kind]: the sum of the shares
  Row loose_{};             // what boxes to stay out of have not shared out
  std::vector<Row> free_;
  std::array<double, ways> bound_{};
  Row lost_with_{}, lost_without_{};
  std::vector<std::array<Key, 2>> corners_;  // still reached, where there are two parties
  std::vector<std::array<std::uint8_t, ways>> best_kind_;  // [issue][direction]
};

// The search in rounds: in each, some stacks of branches are worked off for a while, each with what
// was found before the round; so what is found does not depend on the threads.
class PointSearch {
 public:
  PointSearch(const BoxModel& model, const BoxAims& aims, unsigned threads,
              const Progress& progress)
      : ground_(model, aims), threads_(threads), progress_(progress), found_(ground_.parties) {}

  BoxPoints find() {
    climb();
    stacks_.push_back({TwigSearcher(ground_, found_).root()});
    for (int round = 0; !stacks_.empty() && !progress_.stopped(); ++round) {
      spread();
      work(round == 0 ? 1 : nodes_a_round, round == 0 ? 100 : 1);
    }
    return {std::move(found_.rows), std::move(found_.packages), stacks_.empty()};
  }

 private:
  using Stack = std::vector<Twig>;
  static constexpr std::size_t stacks_a_round = 16, nodes_a_round = 100;

  void climb() {
    const std::size_t starts = ground_.parties == 1 ? 2 : 24;
    std::vector<PointSet> found(starts, PointSet(ground_.parties));
    for_each_index(starts, threads_, [&](std::size_t i) {
      if (progress_.stopped()) return;
      std::mt19937_64 chance(i);
      std::vector<double> weights;
      for (std::size_t p = 0; p < ground_.parties; ++p) {
        const double at = static_cast<double>(i) / static_cast<double>(starts - 1);
        const double part = ground_.parties == 2 ? (p == 0 ? 1 - at : at)
                                                 : static_cast<double>(chance() % 1000 + 1) / 1000;
        weights.push_back((part + 1e-4) / steps_per_span);
      }
      climb_boxes(ground_, i, weights, std::min<std::size_t>(ground_.boxes.size() * 2, 2000),
                  found[i]);
    });
    for (const PointSet& set : found) join(set);
  }

  void join(const PointSet& set) {
    for (std::size_t row = 0; row < set.rows.size(); ++row)
      found_.add({set.rows[row].begin(), set.rows[row].end()}, set.packages[row]);
  }

  // Where there are few stacks, the oldest branch of one becomes a stack of its own.
  void spread() {
    for (std::size_t i = 0; i < stacks_.size() && stacks_.size() < stacks_a_round; ++i)
      while (stacks_[i].size() > 1 && stacks_.size() < stacks_a_round) {
        Stack own;
        own.push_back(std::move(stacks_[i].front()));
        stacks_[i].erase(stacks_[i].begin());
        stacks_.push_back(std::move(own));
      }
  }

  void work(std::size_t nodes, int rounds) {
    const std::size_t count = std::min(stacks_.size(), stacks_a_round);
    std::vector<PointSet> found(count, found_);
    std::vector<double> done(count, 0);
    for_each_index(count, threads_, [&](std::size_t i) {
      TwigSearcher searcher(ground_, found[i]);
      Stack& stack = stacks_[i];
      for (std::size_t node = 0; node < nodes && !stack.empty(); ++node) {
        Twig next = std::move(stack.back());
        stack.pop_back();
        if (!searcher.settle(next, rounds)) {
          done[i] += next.part;
          continue;
        }
        std::array<Twig, 2> parts = searcher.split(std::move(next));
        stack.push_back(std::move(parts[1]));
        stack.push_back(std::move(parts[0]));
      }
    });
    for (const PointSet& set : found) join(set);
    done_ = std::accumulate(done.begin(), done.end(), done_);
    std::erase_if(stacks_, [](const Stack& stack) { return stack.empty(); });
    progress_.at(static_cast<std::size_t>(done_ * 1000), 1000);
  }

  PointGround ground_;
  unsigned threads_;
  const Progress& progress_;
  PointSet found_;
  std::vector<Stack> stacks_;
  double done_ = 0;
};

}  // namespace

BoxPoints points_in_boxes(const BoxModel& model, const BoxAims& aims, unsigned threads,
                          const Progress& progress) {
  return PointSearch(model, aims, threads, progress).find();
}

}  // namespace entente::analyze
