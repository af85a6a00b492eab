// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analyze/deals/box_model.h"

namespace entente::analyze {

// Packages that take some kinds of options on every issue and lie in none of the holes.
struct BoxCell {
  std::vector<std::uint64_t> domain;  // kinds of each issue, as bits
  std::vector<Region> holes;

  friend auto operator<=>(const BoxCell&, const BoxCell&) = default;
};

// Whether all packages of a domain are inside a region; whether one of them is.
bool all_inside(const std::vector<std::uint64_t>& domain, const Region& region);
bool any_inside(const std::vector<std::uint64_t>& domain, const Region& region);

// Takes out what the holes leave no choice about, and the holes that are of no concern. False where
// it shows that nothing is left.
bool tidy(BoxCell& cell);

// A part of the cell without holes; nothing where the cell is empty.
std::optional<BoxCell> some_of(BoxCell cell);
bool any_in(BoxCell cell);

// How many, 2^64 - 1 where it is more; nothing where counting would take too long.
std::optional<std::uint64_t> count_in(const BoxModel& model, const BoxCell& cell);

// The first `most`, in ascending order.
std::vector<Package> packages_in(const BoxModel& model, const BoxCell& cell, std::size_t most);

}  // namespace entente::analyze
