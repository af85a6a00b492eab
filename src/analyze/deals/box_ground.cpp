// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/box_ground.h"

#include <functional>
#include <span>

namespace entente::analyze {
namespace {

bool keys_cover(std::span<const Key> a, std::span<const Key> b) {
  return std::equal(a.begin(), a.end(), b.begin(), std::greater_equal<>());
}

std::size_t place_of(const KeyRows& rows, const std::vector<Key>& keys) {
  std::size_t at = 0;
  while (at < rows.size() &&
         std::lexicographical_compare(keys.begin(), keys.end(), rows[at].begin(), rows[at].end()))
    ++at;
  return at;
}

}  // namespace

bool PointSet::add(const std::vector<Key>& keys, const Kinds& package) {
  for (std::size_t row = 0; row < rows.size(); ++row)
    if (keys_cover(rows[row], keys)) return false;
  std::size_t kept = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (keys_cover(keys, rows[row])) continue;
    std::copy(rows[row].begin(), rows[row].end(), rows.keys.data() + kept * rows.parties);
    if (kept != row) packages[kept] = std::move(packages[row]);
    ++kept;
  }
  rows.keys.resize(kept * rows.parties);
  packages.resize(kept);
  const std::size_t at = place_of(rows, keys);
  rows.keys.insert(rows.keys.begin() + static_cast<std::ptrdiff_t>(at * rows.parties), keys.begin(),
                   keys.end());
  packages.insert(packages.begin() + static_cast<std::ptrdiff_t>(at), package);
  return true;
}

PointGround::PointGround(const BoxModel& model_, const BoxAims& aims_)
    : model(model_), aims(aims_), parties(model.constants.size()), boxes(model.boxes) {
  for (const Region& region : model.barred)
    boxes.push_back({region, true, std::vector<double>(parties, 0)});
  std::vector<std::size_t> on(model.kinds.size());
  for (const PayBox& box : boxes) {
    first_side.push_back(sides.size());
    for (const BoxSide& side : box.region) {
      const std::uint64_t all = ~std::uint64_t{0} >> (64 - model.kinds[side.issue].size());
      const std::size_t place = on[side.issue]++;
      sides.push_back({side.issue, box.outside ? all & ~side.inside : side.inside, place / 64,
                       std::uint64_t{1} << (place % 64)});
    }
  }
  first_side.push_back(sides.size());
  lay_out_issues(on);
  find_directions();
}

std::vector<Key> PointGround::keys_of(const std::vector<double>& steps) const {
  std::vector<Key> keys;
  for (std::size_t p = 0; p < parties; ++p)
    keys.push_back(static_cast<Key>(std::min(steps[p], aims.caps[p]) * (1 / steps_per_key) + 0.5));
  return keys;
}

std::vector<double> PointGround::worth(const Kinds& package) const {
  std::vector<double> steps = model.constants;
  for (std::size_t box = 0; box < boxes.size(); ++box) {
    if (pays(box, package))
      for (std::size_t p = 0; p < parties; ++p) steps[p] += boxes[box].pays[p];
    else if (barred(box))
      return std::vector<double>(parties, -steps_per_span);
  }
  return steps;
}

bool PointGround::pays(std::size_t box, const Kinds& package) const {
  for (std::size_t s = first_side[box]; s < first_side[box + 1]; ++s) {
    const bool wanted = sides[s].wanted >> package[sides[s].issue] & 1;
    if (wanted == outside(box)) return wanted;
  }
  return !outside(box);
}

void PointGround::lay_out_issues(const std::vector<std::size_t>& on) {
  for (std::size_t issue = 0; issue < on.size(); ++issue) {
    first_kind.push_back(kind_count);
    kind_count += model.kinds[issue].size();
    words.push_back((on[issue] + 63) / 64);
    first_word.push_back(word_count);
    word_count += words.back();
    want.emplace_back(words.back() * model.kinds[issue].size());
  }
  sides_of.resize(on.size());
  for (std::size_t box = 0; box < boxes.size(); ++box)
    for (std::size_t s = first_side[box]; s < first_side[box + 1]; ++s) {
      const Side& side = sides[s];
      sides_of[side.issue].push_back(s);
      box_of.push_back(box);
      for_each_kind(side.wanted, [&](std::size_t kind) {
        want[side.issue][kind * words[side.issue] + side.word] |= side.bit;
      });
    }
}

double PointGround::share(std::size_t party, std::size_t way) const {
  if (parties == 1) return 1;
  const double at = static_cast<double>(way) / (ways - 1);
  if (parties == 2) return party == 0 ? 1 - at : at;
  if (way == ways - 1) return 1 / static_cast<double>(parties);
  return party % (ways - 1) == way % std::min(parties, ways - 1) ? 1 : 0;
}

void PointGround::find_directions() {
  directions.resize(parties);
  for (std::size_t p = 0; p < parties; ++p) {
    double total = 0;
    for (const PayBox& box : boxes) total += box.pays[p];
    for (std::size_t k = 0; k < ways; ++k) directions[p][k] = share(p, k) / std::max(total, 1.0);
  }
  pay.assign(boxes.size(), Row{});
  weight.assign(boxes.size(), 0);
  for (std::size_t box = 0; box < boxes.size(); ++box)
    for (std::size_t k = 0; k < ways; ++k) {
      double sum = 0;
      for (std::size_t p = 0; p < parties; ++p) sum += boxes[box].pays[p] * directions[p][k];
      pay[box][k] = static_cast<float>(sum);
      weight[box] += pay[box][k];
    }
}

}  // namespace entente::analyze
