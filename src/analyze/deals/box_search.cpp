// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/box_search.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <mutex>

#include "analyze/deals/box_layout.h"
#include "base/parallel.h"

namespace entente::analyze {
namespace {

Key key_of(double steps, double cap) {
  return static_cast<Key>(std::min(steps, cap) * (1 / steps_per_key) + 0.5);
}

// The points of the frontier, and the cells found of each; shared by the workers.
class BoxShelf {
 public:
  explicit BoxShelf(const KeyRows& rows) : rows(rows), cells(rows.size()) {}

  void add(const std::vector<Key>& keys, BoxCell cell) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (!std::equal(keys.begin(), keys.end(), rows[row].begin())) continue;
      const std::scoped_lock lock(mutex_);
      cells[row].push_back(std::move(cell));
    }
  }

  const KeyRows& rows;
  std::vector<std::vector<BoxCell>> cells;

 private:
  std::mutex mutex_;
};

// A branch: the packages it still holds, and what they are paid.
struct Branch {
  std::vector<std::uint64_t> domain;
  BoxBits open;                // boxes not decided on
  BoxBits held;                // boxes to stay out of that it keeps out of, but has not left yet
  BoxBits left;                // boxes set aside that could still be had
  std::vector<double> paid;    // steps, for each party
  std::vector<double> shares;  // [side][direction], of what is open or held
  std::vector<double> loose;   // [direction]: what boxes to stay out of have not shared out
  std::vector<double> table;   // [kind][direction]: the sum of the shares
};

// One worker.
class BoxSearcher {
 public:
  BoxSearcher(const BoxLayout& ground, BoxShelf& shelf)
      : ground_(ground), shelf_(shelf), bound_(ground.width), room_(ground.width) {}

  Branch root() const {
    Branch root;
    for (const auto& kinds : ground_.model.kinds)
      root.domain.push_back(~std::uint64_t{0} >> (64 - kinds.size()));
    root.open = root.held = root.left = BoxBits(ground_.words);
    root.paid = ground_.model.constants;
    root.shares.assign(ground_.side_count * ground_.width, 0);
    root.table.assign(ground_.kind_count * ground_.width, 0);
    root.loose.assign(ground_.width, 0);
    for (std::size_t b = 0; b < ground_.boxes.size(); ++b) {
      set_bit(b < ground_.model.boxes.size() ? root.open : root.held, b);
      const auto sides = outside(b) ? 0.0 : static_cast<double>(region(b).size());
      for (std::size_t s = ground_.first_side[b]; s < ground_.first_side[b + 1]; ++s)
        for (std::size_t k = 0; k < ground_.width; ++k)
          root.shares[s * ground_.width + k] =
              sides > 0 ? ground_.pays[b * ground_.width + k] / sides : 0;
      if (!region(b).empty()) move_shares(root, b, 1);
    }
    return root;
  }

  // False where the branch is done with; else it is ready to be split.
  bool settle(Branch& branch, int rounds) {
    if (!narrow(branch)) return false;
    if (no_bits(branch.open)) {
      finish(branch);
      return false;
    }
    if (!hopeful(branch)) return false;
    for (int round = 0; round < rounds; ++round) {
      share_out(branch);
      if (!hopeful(branch)) return false;
    }
    return true;
  }

  // With the box, and without it.
  std::array<Branch, 2> split(Branch branch) {
    const std::size_t box = pick(branch);
    std::array<Branch, 2> out{branch, std::move(branch)};
    enter(out[0], box);
    set_aside(out[1], box);
    return out;
  }

  // Until there is nothing left, or `more` says no.
  template <class More>
  void search(Branch branch, const More& more) {
    std::vector<Branch> waiting;
    waiting.push_back(std::move(branch));
    while (!waiting.empty()) {
      Branch next = std::move(waiting.back());
      waiting.pop_back();
      if (!more()) return;
      if (!settle(next, 1)) continue;
      std::array<Branch, 2> parts = split(std::move(next));
      waiting.push_back(std::move(parts[1]));
      waiting.push_back(std::move(parts[0]));
    }
  }

 private:
  const Region& region(std::size_t box) const { return ground_.boxes[box].region; }
  bool outside(std::size_t box) const { return ground_.boxes[box].outside; }

  // Whether the box may pay, and whether it pays every package.
  bool may_pay(const Branch& branch, std::size_t box) const {
    return outside(box) ? !all_inside(branch.domain, region(box))
                        : any_inside(branch.domain, region(box));
  }
  bool pays_all(const Branch& branch, std::size_t box) const {
    return outside(box) ? !any_inside(branch.domain, region(box))
                        : all_inside(branch.domain, region(box));
  }

  // ---- deciding

  void enter(Branch& branch, std::size_t box) const {
    clear_bit(branch.open, box);
    for (std::size_t p = 0; p < ground_.parties; ++p) branch.paid[p] += ground_.boxes[box].pays[p];
    if (outside(box)) {
      set_bit(branch.held, box);
      for (std::size_t k = 0; k < ground_.width; ++k)
        branch.loose[k] -= ground_.pays[box * ground_.width + k];
      return;
    }
    move_shares(branch, box, -1);
    for (const BoxSide& side : region(box)) branch.domain[side.issue] &= side.inside;
  }

  void set_aside(Branch& branch, std::size_t box) const {
    clear_bit(branch.open, box);
    move_shares(branch, box, -1);
    set_bit(branch.left, box);
  }

  // Follows up what is decided. False where nothing is left, or only what is better with a box that
  // was set aside.
  bool narrow(Branch& branch) const {
    for (bool again = true; again;) {
      again = false;
      if (!leave_held(branch, again)) return false;
      for_each_bit(BoxBits(branch.open), [&](std::size_t box) {
        if (!may_pay(branch, box))
          clear_bit(branch.open, box), move_shares(branch, box, -1);
        else if (pays_all(branch, box) || free(branch, box))
          enter(branch, box), again = true;
      });
    }
    bool worse = false;
    for_each_bit(BoxBits(branch.left), [&](std::size_t box) {
      if (!may_pay(branch, box))
        clear_bit(branch.left, box);
      else
        worse |= pays_all(branch, box) || free(branch, box);
    });
    return !worse;
  }

  // Leaves boxes where there is one way only.
  bool leave_held(Branch& branch, bool& again) const {
    bool stuck = false;
    for_each_bit(BoxBits(branch.held), [&](std::size_t box) {
      const BoxSide* way = nullptr;
      int ways = 0;
      for (const BoxSide& side : region(box))
        if (branch.domain[side.issue] & ~side.inside) way = &side, ++ways;
      stuck |= ways == 0;
      if (ways > 1 && !pays_all(branch, box)) return;
      release(branch, box);
      if (ways == 1 && branch.domain[way->issue] & way->inside)
        branch.domain[way->issue] &= ~way->inside, again = true;
    });
    return !stuck;
  }

  void release(Branch& branch, std::size_t box) const {
    clear_bit(branch.held, box);
    if (!region(box).empty()) move_shares(branch, box, -1, 0);
  }

  // Whether nothing else that is open or held could be lost by entering the box, or leaving it on
  // one issue.
  bool free(const Branch& branch, std::size_t box) const {
    const auto clear_way = [&](std::size_t s) {
      const BoxBits& conflicts = ground_.conflicts[ground_.first_side[box] + s];
      return !share_bits(conflicts, branch.open) && !share_bits(conflicts, branch.held);
    };
    for (std::size_t s = 0; s < region(box).size(); ++s) {
      if (outside(box) && paid_kinds(branch, region(box)[s], true) == 0) continue;
      if (clear_way(s) == outside(box)) return outside(box);
    }
    return !outside(box);
  }

  // The open box over which the bound is furthest from what a package can have: the best option of
  // each issue gets the shares put on it, but the box pays only where all agree.
  std::size_t pick(const Branch& branch) {
    find_best_options(branch);
    std::size_t best = 0;
    double most = -1;
    for_each_bit(branch.open, [&](std::size_t box) {
      double score = 0;
      for (std::size_t k = 0; k < ground_.width; ++k) score += overcounted(branch, box, k);
      if (ground_.parties > 1) score += 0.2 * std::min(ground_.weight[box], against(branch, box));
      if (score > most) most = score, best = box;
    });
    return best;
  }

  // What open boxes pay, over all parties, that could stand in the way of this one; of one to stay
  // out of, on the issue where it is least.
  double against(const Branch& branch, std::size_t box) const {
    BoxBits all(ground_.words);
    double least = 1e9;
    for (std::size_t s = 0; s < region(box).size(); ++s) {
      const BoxBits& conflicts = ground_.conflicts[ground_.first_side[box] + s];
      for (std::size_t word = 0; word < all.size(); ++word)
        all[word] = (outside(box) ? 0 : all[word]) | (conflicts[word] & branch.open[word]);
      if (outside(box) && paid_kinds(branch, region(box)[s], true) != 0)
        least = std::min(least, weight_of(all));
    }
    return outside(box) ? least : weight_of(all);
  }

  double weight_of(const BoxBits& boxes) const {
    double sum = 0;
    for_each_bit(boxes, [&](std::size_t box) { sum += ground_.weight[box]; });
    return sum;
  }

  double overcounted(const Branch& branch, std::size_t box, std::size_t k) const {
    const std::size_t width = ground_.width;
    const double* shares = branch.shares.data() + ground_.first_side[box] * width;
    const double pay = ground_.pays[box * width + k];
    double counted = outside(box) ? pay - shares[k] : 0;
    bool all_inside = true;
    for (std::size_t s = 0; s < region(box).size(); ++s) {
      const BoxSide& side = region(box)[s];
      const bool inside = side.inside >> best_kind_[side.issue * width + k] & 1;
      all_inside &= inside;
      if (inside != outside(box)) counted += shares[s * width + k];
    }
    return counted - (all_inside != outside(box) ? pay : 0);
  }

  void find_best_options(const Branch& branch) {
    const std::size_t width = ground_.width;
    best_kind_.assign(branch.domain.size() * width, 0);
    for (std::uint32_t issue = 0; issue < branch.domain.size(); ++issue) {
      const double* rows = branch.table.data() + ground_.first_kind[issue] * width;
      std::fill(room_.begin(), room_.end(), -1e18);
      for (std::uint64_t left = branch.domain[issue]; left; left &= left - 1) {
        const auto kind = static_cast<std::uint32_t>(std::countr_zero(left));
        for (std::size_t k = 0; k < width; ++k)
          if (rows[kind * width + k] > room_[k])
            room_[k] = rows[kind * width + k], best_kind_[issue * width + k] = kind;
      }
    }
  }

  void finish(const Branch& branch) {
    std::vector<Key> keys;
    for (std::size_t p = 0; p < ground_.parties; ++p) {
      keys.push_back(key_of(branch.paid[p], ground_.aims.caps[p]));
      if (keys.back() < ground_.aims.least[p]) return;
    }
    BoxCell cell{branch.domain, {}};
    for_each_bit(branch.held, [&](std::size_t box) { cell.holes.push_back(region(box)); });
    bool worse = false;
    for_each_bit(branch.left, [&](std::size_t box) {
      BoxCell with = cell;
      if (outside(box))
        with.holes.push_back(region(box));
      else
        for (const BoxSide& side : region(box)) with.domain[side.issue] &= side.inside;
      worse = worse || any_in(std::move(with));
    });
    if (!worse && tidy(cell) && any_in(cell)) shelf_.add(keys, std::move(cell));
  }

  // ---- bounding

  // The largest row of `among` in each direction.
  void largest(const Branch& branch, std::uint32_t issue, std::uint64_t among, double* out) const {
    const double* rows = branch.table.data() + ground_.first_kind[issue] * ground_.width;
    const std::size_t width = ground_.width;
    const double* row = rows + static_cast<std::size_t>(std::countr_zero(among)) * width;
    for (std::size_t k = 0; k < width; ++k) out[k] = row[k];
    for (std::uint64_t left = among & (among - 1); left; left &= left - 1) {
      row = rows + static_cast<std::size_t>(std::countr_zero(left)) * width;
      for (std::size_t k = 0; k < width; ++k) out[k] = std::max(out[k], row[k]);
    }
  }

  // Each open box in turn shares out its pay anew: on an issue where the best options would not be
  // paid for it, what it puts there up to the difference costs nothing.
  void share_out(Branch& branch) {
    for_each_bit(branch.open, [&](std::size_t box) {
      move_shares(branch, box, -1);
      find_free(branch, box);
      if (outside(box))
        share_outside(branch, box, 1);
      else
        share_inside(branch, box);
      move_shares(branch, box, 1);
    });
    for_each_bit(branch.held, [&](std::size_t box) {
      move_shares(branch, box, -1, 0);
      find_free(branch, box);
      share_outside(branch, box, 0);
      move_shares(branch, box, 1, 0);
    });
  }

  static std::uint64_t paid_kinds(const Branch& branch, const BoxSide& side, bool outside) {
    return branch.domain[side.issue] & (outside ? ~side.inside : side.inside);
  }

  // [side][direction]: by how much the best option beats the best of those paid for.
  void find_free(const Branch& branch, std::size_t box) {
    const std::size_t width = ground_.width;
    free_.resize(region(box).size() * width);
    for (std::size_t s = 0; s < region(box).size(); ++s) {
      const BoxSide& side = region(box)[s];
      const std::uint64_t paid = paid_kinds(branch, side, outside(box));
      double* free = free_.data() + s * width;
      if (paid == 0) {
        std::fill(free, free + width, 1e9);
        continue;
      }
      largest(branch, side.issue, branch.domain[side.issue], free);
      largest(branch, side.issue, paid, room_.data());
      for (std::size_t k = 0; k < width; ++k) free[k] -= room_[k];
    }
  }

  void share_inside(Branch& branch, std::size_t box) const {
    const std::size_t width = ground_.width, sides = region(box).size();
    double* shares = branch.shares.data() + ground_.first_side[box] * width;
    for (std::size_t k = 0; k < width; ++k) {
      const double pay = ground_.pays[box * width + k];
      double sum = 0;
      for (std::size_t s = 0; s < sides; ++s) sum += free_[s * width + k];
      for (std::size_t s = 0; s < sides; ++s) {
        const double free = free_[s * width + k];
        shares[s * width + k] =
            sum > pay ? free * (pay / sum) : free + (pay - sum) / static_cast<double>(sides);
      }
    }
  }

  // The same share on each issue, since to leave on one is enough; best between the two least free.
  // A box that is held has been paid for: what it puts on the issues is taken off the rest.
  void share_outside(Branch& branch, std::size_t box, double open) const {
    const std::size_t width = ground_.width, sides = region(box).size();
    double* shares = branch.shares.data() + ground_.first_side[box] * width;
    for (std::size_t k = 0; k < width; ++k) {
      double least = 2e9, next = 2e9;
      for (std::size_t s = 0; s < sides; ++s) {
        const double free = free_[s * width + k];
        next = std::min(next, std::max(least, free));
        least = std::min(least, free);
      }
      const double most = open > 0 ? ground_.pays[box * width + k] : 1;
      const double share = std::min(most, (least + next) / 2);
      for (std::size_t s = 0; s < sides; ++s) shares[s * width + k] = share;
    }
  }

  // Puts the shares of a box into the table (by = 1) or takes them out (by = -1). `open`: 0 where
  // it is held.
  void move_shares(Branch& branch, std::size_t box, double by, double open = 1) const {
    const std::size_t width = ground_.width;
    const double* shares = branch.shares.data() + ground_.first_side[box] * width;
    if (outside(box))
      for (std::size_t k = 0; k < width; ++k)
        branch.loose[k] += by * (open * ground_.pays[box * width + k] - shares[k]);
    for (const BoxSide& side : region(box)) {
      for (std::uint64_t left = paid_kinds(branch, side, outside(box)); left; left &= left - 1) {
        double* row = kind_row(branch, side.issue, left);
        for (std::size_t k = 0; k < width; ++k) row[k] += by * shares[k];
      }
      shares += width;
    }
  }

  double* kind_row(Branch& branch, std::uint32_t issue, std::uint64_t left) const {
    const auto kind = static_cast<std::size_t>(std::countr_zero(left));
    return branch.table.data() + (ground_.first_kind[issue] + kind) * ground_.width;
  }

  void find_bound(const Branch& branch) {
    const std::size_t width = ground_.width;
    bound_ = branch.loose;
    for (std::size_t p = 0; p < ground_.parties; ++p)
      for (std::size_t k = 0; k < width; ++k)
        bound_[k] += branch.paid[p] * ground_.directions[p * width + k];
    for (std::uint32_t issue = 0; issue < branch.domain.size(); ++issue) {
      largest(branch, issue, branch.domain[issue], room_.data());
      for (std::size_t k = 0; k < width; ++k) bound_[k] += room_[k];
    }
    for (double& bound : bound_) bound += 1e-11;
  }

  // Whether the branch may hold a package of one of the points.
  bool hopeful(const Branch& branch) {
    find_bound(branch);
    for (std::size_t row = 0; row < shelf_.rows.size(); ++row)
      if (reaches(shelf_.rows[row].data())) return true;
    return false;
  }

  // Whether the bounds let anything be as high as these keys.
  bool reaches(const Key* keys) const {
    const std::size_t width = ground_.width;
    for (std::size_t k = 0; k < width; ++k) {
      double needed = 0;
      for (std::size_t p = 0; p < ground_.parties; ++p)
        needed += (keys[p] - 0.5) * steps_per_key * ground_.directions[p * width + k];
      if (needed > bound_[k]) return false;
    }
    return true;
  }

  const BoxLayout& ground_;
  BoxShelf& shelf_;
  std::vector<double> bound_, room_, free_;
  std::vector<std::uint32_t> best_kind_;  // [issue][direction]
};

// All cells of the points; nothing where that would take too long. How many branches there are does
// not depend on the threads, so neither does that.
std::optional<std::vector<std::vector<BoxCell>>> cells_of(const BoxLayout& ground,
                                                          const KeyRows& rows, unsigned threads,
                                                          const Progress& progress) {
  constexpr std::size_t enough = 128;
  const std::size_t most_branches = 1000 + 50'000'000 / (ground.side_count + 1);
  BoxShelf shelf(rows);
  BoxSearcher first(ground, shelf);
  std::vector<Branch> branches{first.root()};
  std::size_t next = 0;
  for (; next < branches.size() && branches.size() - next < enough; ++next) {
    Branch branch = std::move(branches[next]);
    if (!first.settle(branch, next == 0 ? 50 : 5)) continue;
    for (Branch& part : first.split(std::move(branch))) branches.push_back(std::move(part));
  }
  std::atomic<std::size_t> seen = 0;
  for_each_index(branches.size() - next, threads, [&](std::size_t i) {
    BoxSearcher searcher(ground, shelf);
    searcher.search(std::move(branches[next + i]),
                    [&] { return ++seen <= most_branches && !progress.stopped(); });
  });
  if (seen > most_branches || progress.stopped()) return std::nullopt;
  for (auto& cells : shelf.cells) std::sort(cells.begin(), cells.end());
  return std::move(shelf.cells);
}

// Where a cap takes something away, packages of a point reach it in other boxes, too.
bool is_cut(const BoxAims& aims, std::span<const Key> row) {
  for (std::size_t p = 0; p < row.size(); ++p)
    if (aims.caps[p] < steps_per_span && row[p] == key_of(steps_per_span, aims.caps[p]))
      return true;
  return false;
}

BoxCell only(const std::vector<std::uint8_t>& kinds) {
  BoxCell cell;
  for (const std::uint8_t kind : kinds) cell.domain.push_back(std::uint64_t{1} << kind);
  return cell;
}

}  // namespace

std::optional<std::uint64_t> BoxFrontier::count(const BoxModel& model, std::size_t row) const {
  if (!counted[row]) return std::nullopt;
  std::uint64_t sum = 0;
  for (const BoxCell& cell : cells[row]) {
    const auto count = count_in(model, cell);
    if (!count) return std::nullopt;
    sum = added(sum, *count);
  }
  return sum;
}

std::vector<Package> BoxFrontier::packages(const BoxModel& model, std::size_t row,
                                           std::size_t most) const {
  std::vector<Package> all;
  for (const BoxCell& cell : cells[row]) {
    const std::vector<Package> some = packages_in(model, cell, most);
    all.insert(all.end(), some.begin(), some.end());
  }
  std::sort(all.begin(), all.end());
  all.resize(std::min(all.size(), most));
  return all;
}

BoxFrontier search_boxes(const BoxModel& model, const BoxAims& aims, unsigned threads,
                         const Progress& progress) {
  BoxPoints points = points_in_boxes(model, aims, threads, progress);
  BoxFrontier out{std::move(points.rows), {}, {}, points.complete};
  out.counted.assign(out.rows.size(), false);
  for (const auto& kinds : points.kinds) out.cells.push_back({only(kinds)});
  if (!aims.every || !out.complete || out.rows.size() == 0) return out;
  auto all = cells_of(BoxLayout(model, aims), out.rows, threads, progress);
  if (!all) return out;
  for (std::size_t row = 0; row < out.rows.size(); ++row) {
    if (!(*all)[row].empty()) out.cells[row] = std::move((*all)[row]);
    out.counted[row] = !is_cut(aims, out.rows[row]);
  }
  return out;
}

}  // namespace entente::analyze
