// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/deals/box_pays.h"
#include "analyze/deals/payoffs.h"

namespace entente::analyze {

// All packages, numbered like the digits of a number whose last issue turns fastest, and cut into
// blocks in which only the last few issues turn. What these add is summed up once; a block then
// costs one addition for each package and party, in vectors, and no memory of its own.
class Sweep {
 public:
  explicit Sweep(const PackagePayoffs& payoffs);

  std::uint64_t packages() const { return outer_ * inner_; }
  std::uint64_t blocks() const { return outer_; }
  Package package(std::uint64_t number) const;

  // One block, laid out party by party. Each worker has a view of its own.
  class View {
   public:
    explicit View(const Sweep& sweep);
    void turn_to(std::uint64_t block);

    std::uint64_t first() const { return first_; }  // the number of its first package
    std::size_t size() const { return sweep_.inner_; }
    const Key* keys(std::size_t party) const { return keys_.data() + party * size(); }
    // The rules that hold for each package, as bits; nullptr: none does.
    const std::uint64_t* rules() const { return any_rule_ ? rules_.data() : nullptr; }

   private:
    void fill(std::size_t party, const Package& outer);
    void fill_rules(const Package& outer);

    const Sweep& sweep_;
    std::uint64_t first_ = 0;
    std::vector<Key> keys_;
    std::vector<std::uint64_t> rules_;
    std::vector<double> pays_;
    bool any_rule_ = false;
  };

 private:
  const PackagePayoffs& payoffs_;
  std::size_t split_ = 0;  // the first issue that turns within a block
  std::uint64_t outer_ = 1, inner_ = 1;
  std::vector<std::vector<double>> inner_steps_;  // [party][package of the block]
  std::vector<std::uint64_t> inner_rules_;
  std::vector<BoxPays> boxes_;  // by party; empty ones for sums over issues
};

}  // namespace entente::analyze
