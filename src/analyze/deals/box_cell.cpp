// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/box_cell.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

#include "analyze/deals/skyline.h"

namespace entente::analyze {
namespace {

using Issues = std::vector<std::uint32_t>;

const Region& smallest_hole(const std::vector<Region>& holes) {
  return *std::min_element(holes.begin(), holes.end(),
                           [](const Region& a, const Region& b) { return a.size() < b.size(); });
}

// The parts of a cell that leave a hole, by the first issue on which they do.
std::vector<BoxCell> cut_along(BoxCell cell, const Region& hole) {
  std::vector<BoxCell> parts;
  for (const BoxSide& side : hole) {
    parts.push_back(cell);
    parts.back().domain[side.issue] &= ~side.inside;
    cell.domain[side.issue] &= side.inside;
  }
  return parts;
}

// Cuts a cell along its holes until none is left, what does not hang together each by itself.
class CellCounter {
 public:
  explicit CellCounter(const BoxModel& model) : model_(model) {}

  std::uint64_t count(BoxCell cell, const Issues& issues) {
    if (++cuts_ > most_cuts || !tidy(cell)) return 0;
    if (cell.holes.empty()) return options(cell, issues);
    const std::vector<bool> touched = hanging_together(cell);
    Issues here, elsewhere;
    for (const std::uint32_t issue : issues) (touched[issue] ? here : elsewhere).push_back(issue);
    BoxCell rest{cell.domain, {}};
    const auto apart =
        std::stable_partition(cell.holes.begin(), cell.holes.end(),
                              [&](const Region& hole) { return touched[hole.front().issue]; });
    rest.holes.assign(apart, cell.holes.end());
    cell.holes.erase(apart, cell.holes.end());
    std::uint64_t sum = 0;
    for (BoxCell& part : cut_along(cell, Region(smallest_hole(cell.holes))))
      sum = added(sum, count(std::move(part), here));
    return sum == 0 ? 0 : multiplied(sum, count(std::move(rest), elsewhere));
  }

  bool finished() const { return cuts_ <= most_cuts; }

 private:
  static constexpr std::size_t most_cuts = 200'000;

  static std::uint64_t multiplied(std::uint64_t a, std::uint64_t b) {
    std::uint64_t product = 0;
    return __builtin_mul_overflow(a, b, &product) ? std::numeric_limits<std::uint64_t>::max()
                                                  : product;
  }

  std::uint64_t options(const BoxCell& cell, const Issues& issues) const {
    std::uint64_t product = 1;
    for (const std::uint32_t issue : issues) {
      std::uint64_t sum = 0;
      for (std::uint64_t left = cell.domain[issue]; left; left &= left - 1)
        sum += model_.kinds[issue][static_cast<std::size_t>(std::countr_zero(left))].size();
      product = multiplied(product, sum);
    }
    return product;
  }

  // The issues of the first hole and of all that share issues with these, and so on.
  static std::vector<bool> hanging_together(const BoxCell& cell) {
    std::vector<bool> touched(cell.domain.size()), taken(cell.holes.size());
    for (bool again = true; again;) {
      again = false;
      for (std::size_t hole = 0; hole < cell.holes.size(); ++hole) {
        const Region& sides = cell.holes[hole];
        if (taken[hole] || (hole > 0 && std::none_of(sides.begin(), sides.end(), [&](auto& side) {
                              return touched[side.issue];
                            })))
          continue;
        for (const BoxSide& side : sides) touched[side.issue] = true;
        again = taken[hole] = true;
      }
    }
    return touched;
  }

  const BoxModel& model_;
  std::size_t cuts_ = 0;
};

// Option by option from the first issue on, never where nothing is left.
class CellLister {
 public:
  CellLister(const BoxModel& model, std::size_t most) : model_(model), most_(most) {}

  void list(const BoxCell& cell, std::size_t issue) {
    if (issue == cell.domain.size()) return found.push_back(package_);
    std::vector<std::pair<std::uint32_t, std::uint64_t>> options;
    for (std::uint64_t left = cell.domain[issue]; left; left &= left - 1)
      for (const std::uint32_t option :
           model_.kinds[issue][static_cast<std::size_t>(std::countr_zero(left))])
        options.emplace_back(option, left & -left);
    std::sort(options.begin(), options.end());
    for (const auto& [option, kind] : options) {
      if (found.size() == most_) return;
      BoxCell next = cell;
      next.domain[issue] = kind;
      if (!any_in(next)) continue;
      package_.push_back(option);
      list(next, issue + 1);
      package_.pop_back();
    }
  }

  std::vector<Package> found;

 private:
  const BoxModel& model_;
  std::size_t most_;
  Package package_;
};

}  // namespace

bool all_inside(const std::vector<std::uint64_t>& domain, const Region& region) {
  return std::all_of(region.begin(), region.end(),
                     [&](const BoxSide& side) { return (domain[side.issue] & ~side.inside) == 0; });
}

bool any_inside(const std::vector<std::uint64_t>& domain, const Region& region) {
  return std::all_of(region.begin(), region.end(),
                     [&](const BoxSide& side) { return (domain[side.issue] & side.inside) != 0; });
}

bool tidy(BoxCell& cell) {
  for (bool again = true; again;) {
    again = false;
    std::erase_if(cell.holes, [&](const Region& hole) { return !any_inside(cell.domain, hole); });
    for (Region& hole : cell.holes) {
      std::erase_if(
          hole, [&](const BoxSide& side) { return (cell.domain[side.issue] & ~side.inside) == 0; });
      if (hole.empty()) return false;
      if (hole.size() > 1) continue;
      cell.domain[hole[0].issue] &= ~hole[0].inside;
      again = true;
    }
  }
  return true;
}

std::optional<BoxCell> some_of(BoxCell cell) {
  if (!tidy(cell)) return std::nullopt;
  if (cell.holes.empty()) return cell;
  for (BoxCell& part : cut_along(cell, Region(smallest_hole(cell.holes))))
    if (auto some = some_of(std::move(part))) return some;
  return std::nullopt;
}

bool any_in(BoxCell cell) { return some_of(std::move(cell)).has_value(); }

std::optional<std::uint64_t> count_in(const BoxModel& model, const BoxCell& cell) {
  Issues issues(cell.domain.size());
  std::iota(issues.begin(), issues.end(), 0u);
  CellCounter counter(model);
  const std::uint64_t count = counter.count(cell, issues);
  return counter.finished() ? std::optional(count) : std::nullopt;
}

std::vector<Package> packages_in(const BoxModel& model, const BoxCell& cell, std::size_t most) {
  CellLister lister(model, most);
  lister.list(cell, 0);
  return std::move(lister.found);
}

}  // namespace entente::analyze
