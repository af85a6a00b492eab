// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/learned/features.h"
#include "extract/learned/labels.h"

namespace entente::extract::learned {

inline constexpr std::size_t stride = 12;  // labels of a row, padded

using Row = std::array<float, stride>;  // a number for each label

// How well two labels go together, by the kind of place between them, and which may come first.
struct Edges {
  std::size_t labels = label_count;
  std::array<std::array<Row, stride>, edge_kinds> change{};  // [kind][before][after]
  Row start{};
};

// Edges made ready for use: what may not follow never does, and exponentials are taken once.
class ReadyEdges {
 public:
  ReadyEdges(const Edges& edges);  // NOLINT: stands for its edges
  std::size_t labels() const { return scores_.labels; }
  const Edges& scores() const { return scores_; }
  const Edges& odds() const { return odds_; }

 private:
  Edges scores_, odds_;
};

// The most probable labels; exact.
std::vector<std::uint8_t> best_labels(const std::vector<Row>& scores,
                                      const std::vector<std::uint8_t>& kinds,
                                      const ReadyEdges& edges);

// Probability of each label at each unit, by forward and backward sums; exact.
struct Chances {
  std::vector<Row> labels;
  // What the sums give besides: expected changes by kind, and the logarithm of the sum over all
  // ways to label. Filled only if asked for.
  std::array<std::array<Row, stride>, edge_kinds> changes{};
  double log_sum = 0;
};
Chances chances(const std::vector<Row>& scores, const std::vector<std::uint8_t>& kinds,
                const ReadyEdges& edges, bool with_changes);

// What stands before each unit, summed over all ways to label it; each row is brought to a sum
// of 1.
struct Forward {
  std::vector<Row> emitted, reached;
  std::vector<float> scale;
  double log_sum = 0;
};

// Draws ways to label a passage as often as they are probable. What it is made of must outlive it.
class Draw {
 public:
  Draw(const std::vector<Row>& scores, const std::vector<std::uint8_t>& kinds,
       const ReadyEdges& edges);

  double chance_of(const std::vector<std::uint8_t>& labels) const;
  // The same seed gives the same ones.
  std::vector<std::vector<std::uint8_t>> labels(std::size_t count, std::uint64_t seed) const;

 private:
  const std::vector<Row>& scores_;
  const std::vector<std::uint8_t>& kinds_;
  const ReadyEdges& edges_;
  Forward forward_;
};

}  // namespace entente::extract::learned
