// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analyze/deals/payoffs.h"

namespace entente::analyze {

// A scenario written as boxes that only pay: what a package is worth to a party is a constant and
// what the boxes pay that it lies in, or those that it stays out of. A box that costs becomes one
// that pays outside; a sum over issues, boxes on one issue each.

// On one issue: the kinds of options inside, as bits.
struct BoxSide {
  std::uint32_t issue = 0;
  std::uint64_t inside = 0;
  friend auto operator<=>(const BoxSide&, const BoxSide&) = default;
};
using Region = std::vector<BoxSide>;  // inside on each; issues ascending

struct PayBox {
  Region region;
  bool outside = false;      // pays a package that is not inside on every issue, of two at least
  std::vector<double> pays;  // steps, for each party; none below 0
};

struct BoxModel {
  static constexpr std::size_t most_kinds = 64;

  // [issue][kind]: options that lie in the same boxes, ascending; 64 kinds at most
  std::vector<std::vector<std::vector<std::uint32_t>>> kinds;
  std::vector<double> constants;  // steps, for each party
  std::vector<PayBox> boxes;
  std::vector<Region> barred;  // no package may be inside one of these; empty regions hold all
};

// `kept`: rules to be kept to, as bits; `wished`: those that can be broken, each one more party
// that is paid for keeping to it. Nothing where a utility is no sum of boxes (least, most), where
// an issue has more than 64 kinds of options, or where something pays so little that it would only
// sometimes show.
std::optional<BoxModel> box_model(const PackagePayoffs& payoffs, std::uint64_t kept,
                                  std::uint64_t wished = 0);

// The same for one party alone; turned around, so that what was worst for it is best.
BoxModel for_one(const BoxModel& model, std::size_t party);
BoxModel against_one(const BoxModel& model, std::size_t party);

}  // namespace entente::analyze
