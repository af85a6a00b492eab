// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "model/scenario.h"

namespace entente::analyze {

// A party's boxes over the packages of a block, in which the issues from `split` on turn: where the
// other issues stand is looked at once for each box and block.
class BoxPays {
 public:
  BoxPays() = default;
  BoxPays(const Scenario& scenario, std::size_t party, std::size_t split);

  // What each package of the block is worth, the ceiling left aside.
  void pay(const Package& outer, std::vector<double>& pays) const;

 private:
  // Bounds cut in two: on the issues that stand, and which packages of the block are inside.
  struct Region {
    std::vector<Bounds> outer;
    std::vector<std::uint8_t> inner;
    bool stands(const Scenario& scenario, const Package& package) const;
  };
  struct Piece {
    double pay = 0;
    Region includes, excludes;
    bool has_excludes = false;
  };
  struct Group {
    Aggregation aggregation = Aggregation::sum;
    double weight = 1;
    std::vector<Piece> pieces;
    std::vector<Group> groups;
  };

  Region region(const std::vector<Bounds>& bounds) const;
  Group group(const BoxGroup& from) const;
  void pay(const Piece& piece, const Package& outer, std::vector<double>& pays) const;
  void pay(const Group& group, const Package& outer, std::vector<double>& pays) const;

  const Scenario* scenario_ = nullptr;
  std::size_t split_ = 0, size_ = 1;
  double divisor_ = 1;
  Group group_;
};

}  // namespace entente::analyze
