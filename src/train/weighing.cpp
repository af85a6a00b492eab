// SPDX-License-Identifier: Apache-2.0
#include "train/weighing.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "extract/learned/table.h"
#include "train/feature_index.h"

namespace entente::train {
namespace {

using namespace extract::learned;

constexpr std::uint8_t least_proposals = 8;  // that hold a feature which is kept
constexpr std::size_t looks = 400000;        // at proposals, all rounds together
constexpr std::size_t fewest_rounds = 2, most_rounds = 200;
constexpr float scale_step = 0.02F;
constexpr float with_another_source = 0.3F;
constexpr float finest_weight = 0.01F;

std::vector<Stretch> stretches_of(const Units& units, const std::vector<Span>& spans) {
  std::vector<Stretch> out;
  for (Span span : spans) {
    const auto first =
        std::partition_point(units.units.begin(), units.units.end(),
                             [&](const Unit& unit) { return unit.span.end <= span.begin; });
    const auto last = std::partition_point(
        first, units.units.end(), [&](const Unit& unit) { return unit.span.begin < span.end; });
    const Stretch stretch{static_cast<std::size_t>(first - units.units.begin()),
                          static_cast<std::size_t>(last - units.units.begin())};
    if (!out.empty() && stretch.first < out.back().last)
      out.back().last = std::max(out.back().last, stretch.last);
    else if (stretch.first < stretch.last)
      out.push_back(stretch);
  }
  return out;
}

std::vector<Stretch> moved(std::vector<Stretch> stretches, std::size_t by) {
  for (Stretch& stretch : stretches) stretch = {stretch.first + by, stretch.last + by};
  return stretches;
}

struct Numbered {
  std::vector<std::vector<std::uint32_t>> rows;  // of each proposal
  std::vector<std::uint64_t> hashes;             // by number
};

Numbered numbered(const std::vector<Tried>& tried) {
  std::size_t all = 0;
  for (const Tried& one : tried) all += one.features.size();
  FeatureIndex index(least_proposals, all);
  for (const Tried& one : tried)
    for (std::uint64_t feature : one.features) index.count(feature);
  Numbered out;
  for (const Tried& one : tried) {
    std::vector<std::uint32_t>& row = out.rows.emplace_back();
    for (std::uint64_t feature : one.features)
      if (const auto number = index.number(feature)) row.push_back(*number);
  }
  out.hashes = index.hashes();
  return out;
}

// A weight while it is learned; `weighted` gives the mean over all steps at the end.
struct Moving {
  float weight = 0, squares = 0, weighted = 0;

  void move(float gradient, float time) {
    squares += gradient * gradient;
    const float change = scale_step * gradient / std::sqrt(1 + squares);
    weight += change;
    weighted += time * change;
  }
};

std::vector<float> learned_weights(const Numbered& numbers, const std::vector<Tried>& tried,
                                   std::uint64_t seed) {
  std::vector<Moving> weights(numbers.hashes.size());
  std::vector<std::size_t> order(tried.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::mt19937_64 random(seed);
  const std::size_t rounds =
      std::clamp(looks / std::max<std::size_t>(order.size(), 1), fewest_rounds, most_rounds);
  const float steps = static_cast<float>(rounds * order.size() + 1);
  float step = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (std::size_t i : order) {
      float sum = 0;
      for (std::uint32_t f : numbers.rows[i]) sum += weights[f].weight;
      const float error = tried[i].worth - 1 / (1 + std::exp(-sum));
      for (std::uint32_t f : numbers.rows[i]) weights[f].move(error, step / steps);
      ++step;
    }
  }
  std::vector<float> out;
  for (const Moving& one : weights) out.push_back(one.weight - one.weighted);
  return out;
}

Scale scale_of(const std::vector<float>& weights, const std::vector<std::uint64_t>& hashes) {
  float largest = 0.1F;
  for (float weight : weights) largest = std::max(largest, std::abs(weight));
  const float unit = largest / 127;
  std::vector<Scale::Entry> entries;
  for (std::size_t f = 0; f < weights.size(); ++f)
    if (std::abs(weights[f]) >= std::max(finest_weight, unit / 2))
      entries.push_back({FeatureTable::key_of(hashes[f]),
                         static_cast<std::int8_t>(std::lround(weights[f] / unit))});
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.key < b.key; });
  const auto same_key = [](const auto& a, const auto& b) { return a.key == b.key; };
  entries.erase(std::unique(entries.begin(), entries.end(), same_key), entries.end());
  return Scale(std::move(entries), unit);
}

}  // namespace

std::vector<MarkedUnits> marked_units(const Text& text) {
  std::vector<MarkedUnits> out;
  for (const Attribution& one : text.marked.attributions)
    out.push_back({stretches_of(text.units, one.source), stretches_of(text.units, one.content)});
  return out;
}

float worth_of(const Linked& proposal, std::size_t first, const std::vector<MarkedUnits>& marked) {
  const std::vector<Stretch> content = moved(proposal.content, first),
                             source = moved(proposal.source, first);
  float best = 0;
  for (const MarkedUnits& one : marked) {
    const float alike = likeness(content, one.content);
    if (alike < 0.5F) continue;
    best = std::max(best, alike * (agree_on_source(source, one.source) ? 1 : with_another_source));
  }
  return best;
}

Scale learn_scale(const std::vector<Tried>& tried, std::uint64_t seed) {
  const Numbered numbers = numbered(tried);
  return scale_of(learned_weights(numbers, tried, seed), numbers.hashes);
}

}  // namespace entente::train
