// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "analyze/deals/combine.h"
#include "analyze/deals/payoffs.h"
#include "analyze/deals/sweep.h"
#include "base/progress.h"

namespace entente::analyze {

// Why nothing is rational, from every package and what it breaks. A set of obstacles rules out
// every package when each package breaks one of them: the sets are the smallest hitting sets.
class BlockerSearch {
 public:
  static constexpr std::size_t most_obstacles = 256;  // reservation values and rules together
  using Broken =
      std::bitset<most_obstacles>;  // reservation of party p: bit p; rule r: bit parties + r

  // `widths`: highest less lowest key of each party.
  BlockerSearch(const PackagePayoffs& payoffs, std::vector<Key> widths);

  // A package by its number, keys and the red lines that it crosses.
  void see(std::uint64_t number, std::span<const Key> keys, std::uint64_t crossed);

  // `package_of`: from the numbers seen.
  Blockers found(const std::function<Package(std::uint64_t)>& package_of) const;

 private:
  // The package that asks the least, of those that break the same things.
  struct Ask {
    double worst = 0, total = 0;  // of the shares of their ranges that parties give up
    std::uint64_t number = 0;
  };
  struct Case {
    Ask least_total, least_worst;
  };

  Obstacle obstacle(std::size_t bit) const;
  std::vector<Broken> minimal() const;
  Opening opening(const Broken& broken, const Package& package) const;
  std::vector<Opening> openings(const std::vector<Broken>& minimal,
                                const std::function<Package(std::uint64_t)>& package_of) const;

  const PackagePayoffs& payoffs_;
  std::vector<Key> widths_;
  std::unordered_map<Broken, Case> seen_;
};

// Nothing where it was stopped.
std::optional<Blockers> blockers_by_sweep(const PackagePayoffs& payoffs, const Sweep& sweep,
                                          std::vector<Key> widths, const Progress& progress);
Blockers blockers_by_frontier(const PackagePayoffs& payoffs, const Combined& frontier,
                              std::vector<Key> widths);

}  // namespace entente::analyze
