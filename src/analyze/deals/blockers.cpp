// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/blockers.h"

#include <algorithm>
#include <optional>
#include <set>

namespace entente::analyze {
namespace {

using Broken = BlockerSearch::Broken;

constexpr std::size_t most_shown = 8;
constexpr std::size_t most_steps = 200'000;  // of the search for smallest sets

bool lower_bits_first(const Broken& a, const Broken& b) {
  if (a.count() != b.count()) return a.count() < b.count();
  for (std::size_t bit = 0; bit < a.size(); ++bit)
    if (a[bit] != b[bit]) return a[bit];
  return false;
}

struct BitsOrder {
  bool operator()(const Broken& a, const Broken& b) const { return lower_bits_first(a, b); }
};

// All smallest sets that meet every one of `cases`: by the obstacles of the first case not met,
// deeper and deeper.
class HittingSets {
 public:
  explicit HittingSets(const std::vector<Broken>& cases) : cases_(cases) {}

  // Empty where the search would take too long.
  std::set<Broken, BitsOrder> smallest() {
    for (std::size_t size = 1; size <= Broken().size() && steps_ <= most_steps; ++size) {
      extend({}, size);
      if (!found_.empty() && steps_ <= most_steps) return found_;
    }
    return {};
  }

  // One set of which no member can be left out.
  Broken irreducible() const {
    Broken set;
    for (const Broken& one : cases_) set |= one;
    for (std::size_t bit = set.size(); bit-- > 0;) {
      if (!set[bit]) continue;
      set.reset(bit);
      if (!meets_all(set)) set.set(bit);
    }
    return set;
  }

 private:
  bool meets_all(const Broken& set) const {
    return std::all_of(cases_.begin(), cases_.end(),
                       [&](const Broken& one) { return (one & set).any(); });
  }

  void extend(const Broken& set, std::size_t left) {
    if (++steps_ > most_steps) return;
    const auto open = std::find_if(cases_.begin(), cases_.end(),
                                   [&](const Broken& one) { return (one & set).none(); });
    if (open == cases_.end()) {
      found_.insert(set);
      return;
    }
    if (left == 0) return;
    for (std::size_t bit = 0; bit < open->size(); ++bit)
      if ((*open)[bit]) extend(Broken(set).set(bit), left - 1);
  }

  const std::vector<Broken>& cases_;
  std::set<Broken, BitsOrder> found_;
  std::size_t steps_ = 0;
};

}  // namespace

BlockerSearch::BlockerSearch(const PackagePayoffs& payoffs, std::vector<Key> widths)
    : payoffs_(payoffs), widths_(std::move(widths)) {}

void BlockerSearch::see(std::uint64_t number, std::span<const Key> keys, std::uint64_t crossed) {
  Broken broken(crossed);
  broken <<= keys.size();
  Ask ask{0, 0, number};
  for (std::size_t p = 0; p < keys.size(); ++p) {
    const Key lacking = payoffs_.parties[p].least - keys[p];
    if (lacking <= 0) continue;
    broken.set(p);
    const double share = static_cast<double>(lacking) / std::max(1, widths_[p]);
    ask.worst = std::max(ask.worst, share);
    ask.total += share;
  }
  const auto by_total = [](const Ask& a) { return std::tuple(a.total, a.worst, a.number); };
  const auto by_worst = [](const Ask& a) { return std::tuple(a.worst, a.total, a.number); };
  const auto [at, is_new] = seen_.try_emplace(broken, Case{ask, ask});
  if (is_new) return;
  if (by_total(ask) < by_total(at->second.least_total)) at->second.least_total = ask;
  if (by_worst(ask) < by_worst(at->second.least_worst)) at->second.least_worst = ask;
}

Obstacle BlockerSearch::obstacle(std::size_t bit) const {
  const std::size_t parties = payoffs_.parties.size();
  return bit < parties ? Obstacle{bit, std::nullopt} : *payoffs_.rules[bit - parties].red_line;
}

// What is broken at least: no other package breaks a part of it only.
std::vector<Broken> BlockerSearch::minimal() const {
  std::vector<Broken> all;
  for (const auto& [broken, packages] : seen_) all.push_back(broken);
  std::sort(all.begin(), all.end(), lower_bits_first);
  std::vector<Broken> kept;
  for (const Broken& one : all)
    if (std::none_of(kept.begin(), kept.end(),
                     [&](const Broken& less) { return (less & one) == less; }))
      kept.push_back(one);
  return kept;
}

Opening BlockerSearch::opening(const Broken& broken, const Package& package) const {
  Opening opening;
  opening.package = package;
  const Scenario& scenario = *payoffs_.scenario;
  for (const Profile& profile : scenario.profiles)
    opening.utilities.push_back(utility(profile, scenario.issues, package));
  for (std::size_t bit = 0; bit < broken.size(); ++bit) {
    if (!broken[bit]) continue;
    Opening::Step step{obstacle(bit), 0, 0, 0};
    if (!step.obstacle.red_line) {
      const PartyPayoff& party = payoffs_.parties[bit];
      step.from = at(*scenario.profiles[bit].reservation, Reading::middle);
      step.to = opening.utilities[bit];
      step.share = (step.from - step.to) / (party.unit * steps_per_key * std::max(1, widths_[bit]));
    }
    opening.steps.push_back(step);
  }
  return opening;
}

std::vector<Opening> BlockerSearch::openings(
    const std::vector<Broken>& minimal,
    const std::function<Package(std::uint64_t)>& package_of) const {
  std::vector<Opening> out;
  for (const Broken& broken : minimal)
    if (broken.count() == minimal.front().count() && out.size() < most_shown)
      out.push_back(opening(broken, package_of(seen_.at(broken).least_total.number)));
  // The one that asks least of whoever gives up most, red lines kept if that can be.
  using Rank = std::tuple<std::size_t, double, double, std::uint64_t>;
  std::optional<std::pair<Rank, Broken>> mildest;
  for (const auto& [broken, packages] : seen_) {
    const Ask& ask = packages.least_worst;
    const Rank rank{(broken >> payoffs_.parties.size()).count(), ask.worst, ask.total, ask.number};
    if (!mildest || rank < mildest->first) mildest = {rank, broken};
  }
  if (mildest) {
    Opening last = opening(mildest->second, package_of(std::get<3>(mildest->first)));
    const bool there = std::any_of(out.begin(), out.end(), [&](const Opening& one) {
      return one.utilities == last.utilities;
    });
    if (!there) out.push_back(std::move(last));
  }
  return out;
}

Blockers BlockerSearch::found(const std::function<Package(std::uint64_t)>& package_of) const {
  Blockers blockers;
  if (seen_.empty()) return blockers;
  const std::vector<Broken> cases = minimal();
  HittingSets search(cases);
  std::set<Broken, BitsOrder> sets = search.smallest();
  blockers.smallest = !sets.empty();
  if (sets.empty()) sets.insert(search.irreducible());
  for (const Broken& set : sets) {
    if (blockers.sets.size() == most_shown) break;
    blockers.sets.emplace_back();
    for (std::size_t bit = 0; bit < set.size(); ++bit)
      if (set[bit]) blockers.sets.back().push_back(obstacle(bit));
  }
  blockers.openings = openings(cases, package_of);
  return blockers;
}

std::optional<Blockers> blockers_by_sweep(const PackagePayoffs& payoffs, const Sweep& sweep,
                                          std::vector<Key> widths, const Progress& progress) {
  BlockerSearch search(payoffs, std::move(widths));
  Sweep::View view(sweep);
  std::vector<Key> row(payoffs.parties.size());
  for (std::uint64_t block = 0; block < sweep.blocks(); ++block) {
    if (progress.stopped()) return std::nullopt;
    view.turn_to(block);
    for (std::size_t i = 0; i < view.size(); ++i) {
      const std::uint64_t rules = view.rules() ? view.rules()[i] : 0;
      if (rules & payoffs.links) continue;
      for (std::size_t p = 0; p < row.size(); ++p) row[p] = view.keys(p)[i];
      search.see(view.first() + i, row, rules);
    }
  }
  return search.found([&](std::uint64_t number) { return sweep.package(number); });
}

Blockers blockers_by_frontier(const PackagePayoffs& payoffs, const Combined& frontier,
                              std::vector<Key> widths) {
  BlockerSearch search(payoffs, std::move(widths));
  for (std::size_t row = 0; row < frontier.rows.size(); ++row)
    search.see(row, frontier.rows[row], frontier.held[row]);
  return search.found([&](std::uint64_t row) { return frontier.packages(row, 1).front(); });
}

}  // namespace entente::analyze
