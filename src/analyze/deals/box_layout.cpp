// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/box_layout.h"

#include <algorithm>

namespace entente::analyze {
namespace {

// Where all sets of an issue are runs of kinds, sets that meet two by two have a kind in common.
std::vector<bool> runs_only(const std::vector<Region>& regions, std::size_t issues) {
  std::vector<bool> runs(issues, true);
  for (const Region& region : regions)
    for (const BoxSide& side : region) {
      if (side.inside == 0) continue;
      const std::uint64_t shifted = side.inside >> std::countr_zero(side.inside);
      if (shifted & (shifted + 1)) runs[side.issue] = false;
    }
  return runs;
}

// Whether a package that goes to both sets may be kept by others from going to where they meet.
bool clash(std::uint64_t a, std::uint64_t b, bool runs) {
  const std::uint64_t both = a & b;
  return both == 0 || (!runs && both != a && both != b);
}

}  // namespace

BoxLayout::BoxLayout(const BoxModel& model, const BoxAims& aims)
    : model(model), aims(aims), parties(model.constants.size()), boxes(model.boxes) {
  for (const Region& region : model.barred)
    boxes.push_back({region, true, std::vector<double>(parties, 0)});
  for (const auto& kinds : model.kinds) {
    first_kind.push_back(kind_count);
    kind_count += kinds.size();
  }
  for (const PayBox& box : boxes) {
    first_side.push_back(side_count);
    side_count += box.region.size();
  }
  first_side.push_back(side_count);
  words = (boxes.size() + 63) / 64;
  find_directions();
  find_conflicts();
}

void BoxLayout::find_directions() {
  std::vector<std::vector<double>> shares;  // of each party in a direction
  if (parties == 2)
    for (int i = 0; i < 4; ++i) shares.push_back({1 - i / 3.0, i / 3.0});
  else
    for (std::size_t p = 0; p < parties; ++p) {
      shares.emplace_back(parties, 0.0);
      shares.back()[p] = 1;
    }
  if (parties > 2) shares.emplace_back(parties, 1.0 / static_cast<double>(parties));
  width = shares.size();
  for (std::size_t p = 0; p < parties; ++p) {
    double total = 0;
    for (const PayBox& box : boxes) total += box.pays[p];
    for (const auto& share : shares) directions.push_back(share[p] / std::max(total, 1.0));
  }
  pays.assign(boxes.size() * width, 0);
  weight.assign(boxes.size(), 0);
  for (std::size_t b = 0; b < boxes.size(); ++b)
    for (std::size_t p = 0; p < parties; ++p)
      for (std::size_t k = 0; k < width; ++k) {
        const double part = boxes[b].pays[p] * directions[p * width + k];
        pays[b * width + k] += part;
        weight[b] += part;
      }
}

Region BoxLayout::wanted(const PayBox& box) const {
  Region out = box.region;
  for (BoxSide& side : out)
    if (box.outside)
      side.inside = ~side.inside & (~std::uint64_t{0} >> (64 - model.kinds[side.issue].size()));
  return out;
}

void BoxLayout::find_conflicts() {
  std::vector<Region> regions;
  for (const PayBox& box : boxes) regions.push_back(wanted(box));
  const std::vector<bool> runs = runs_only(regions, model.kinds.size());
  conflicts.assign(side_count, BoxBits(words));
  for (std::size_t b = 0; b < boxes.size(); ++b)
    for (std::size_t s = 0; s < regions[b].size(); ++s)
      for (std::size_t c = 0; c < boxes.size(); ++c)
        for (const BoxSide& other : regions[c])
          if (c != b && other.issue == regions[b][s].issue &&
              clash(regions[b][s].inside, other.inside, runs[other.issue]))
            set_bit(conflicts[first_side[b] + s], c);
}

}  // namespace entente::analyze
