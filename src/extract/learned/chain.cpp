// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/chain.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "extract/learned/hashing.h"

namespace entente::extract::learned {
namespace {

constexpr float never = -1e30F;

void forbid(Edges& edges) {
  for (std::size_t b = 0; b < stride; ++b) {
    if (b >= edges.labels || !may_start(b)) edges.start[b] = never;
    for (auto& kind : edges.change)
      for (std::size_t a = 0; a < stride; ++a)
        if (a >= edges.labels || b >= edges.labels || !may_follow(b, a)) kind[b][a] = never;
  }
}

Row exponentials(const Row& scores, float highest) {
  Row out;
  for (std::size_t l = 0; l < stride; ++l) out[l] = std::exp(scores[l] - highest);
  return out;
}

float highest_of(const Row& row, std::size_t labels) {
  return *std::max_element(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(labels));
}

float scaled(Row& row) {
  float sum = 0;
  for (float x : row) sum += x;
  for (float& x : row) x /= sum;
  return sum;
}

Row times(const Row& before, const std::array<Row, stride>& change) {
  Row out{};
  for (std::size_t b = 0; b < stride; ++b)
    for (std::size_t a = 0; a < stride; ++a) out[a] += before[b] * change[b][a];
  return out;
}

Row product(const Row& a, const Row& b) {
  Row out;
  for (std::size_t l = 0; l < stride; ++l) out[l] = a[l] * b[l];
  return out;
}

Forward forward_of(const std::vector<Row>& scores, const std::vector<std::uint8_t>& kinds,
                   const ReadyEdges& edges) {
  const std::size_t n = scores.size();
  Forward out{std::vector<Row>(n), std::vector<Row>(n), std::vector<float>(n), 0};
  for (std::size_t i = 0; i < n; ++i) {
    const float highest = highest_of(scores[i], edges.labels());
    out.emitted[i] = exponentials(scores[i], highest);
    const Row before =
        i == 0 ? edges.odds().start : times(out.reached[i - 1], edges.odds().change[kinds[i]]);
    out.reached[i] = product(before, out.emitted[i]);
    out.scale[i] = scaled(out.reached[i]);
    out.log_sum += std::log(static_cast<double>(out.scale[i])) + static_cast<double>(highest);
  }
  return out;
}

Row summed_up(Row row) {
  for (std::size_t l = 1; l < stride; ++l) row[l] += row[l - 1];
  return row;
}

// The label in whose share of the whole `part` (0 to below 1) of it lies. `upto`: shares summed up.
std::uint8_t label_in(const Row& upto, float part) {
  const float at = part * upto.back();
  std::uint8_t last = 0;
  for (std::uint8_t l = 0; l < stride; ++l) {
    if (at < upto[l]) return l;
    if (l > 0 && upto[l] > upto[l - 1]) last = l;
  }
  return last;  // rounding alone leads here
}

}  // namespace

ReadyEdges::ReadyEdges(const Edges& edges) : scores_(edges), odds_(edges) {
  forbid(scores_);
  odds_.start = exponentials(scores_.start, 0);
  for (std::size_t k = 0; k < edge_kinds; ++k)
    for (std::size_t b = 0; b < stride; ++b)
      odds_.change[k][b] = exponentials(scores_.change[k][b], 0);
}

std::vector<std::uint8_t> best_labels(const std::vector<Row>& scores,
                                      const std::vector<std::uint8_t>& kinds,
                                      const ReadyEdges& ready) {
  const std::size_t n = scores.size();
  std::vector<std::uint8_t> labels(n);
  if (n == 0) return labels;
  const Edges& edges = ready.scores();
  std::vector<std::array<std::uint8_t, stride>> from(n);
  Row best;
  for (std::size_t l = 0; l < stride; ++l) best[l] = edges.start[l] + scores[0][l];
  for (std::size_t i = 1; i < n; ++i) {
    const auto& change = edges.change[kinds[i]];
    Row next;
    next.fill(std::numeric_limits<float>::lowest());
    std::array<std::int32_t, stride> best_before{};
    for (std::size_t b = 0; b < edges.labels; ++b)
      for (std::size_t a = 0; a < stride; ++a) {
        const float reached = best[b] + change[b][a];
        const bool better = reached > next[a];
        next[a] = better ? reached : next[a];
        best_before[a] = better ? static_cast<std::int32_t>(b) : best_before[a];
      }
    for (std::size_t a = 0; a < stride; ++a) from[i][a] = static_cast<std::uint8_t>(best_before[a]);
    for (std::size_t l = 0; l < stride; ++l) best[l] = next[l] + scores[i][l];
  }
  const auto last =
      std::max_element(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(edges.labels));
  labels[n - 1] = static_cast<std::uint8_t>(last - best.begin());
  for (std::size_t i = n - 1; i > 0; --i) labels[i - 1] = from[i][labels[i]];
  return labels;
}

Chances chances(const std::vector<Row>& scores, const std::vector<std::uint8_t>& kinds,
                const ReadyEdges& edges, bool with_changes) {
  const std::size_t n = scores.size();
  Chances out;
  if (n == 0) return out;
  const auto& change = edges.odds().change;
  const auto [emitted, forward, scale, log_sum] = forward_of(scores, kinds, edges);
  out.log_sum = log_sum;
  out.labels.resize(n);
  Row backward;
  backward.fill(1);
  for (std::size_t i = n; i-- > 0;) {
    out.labels[i] = product(forward[i], backward);
    scaled(out.labels[i]);
    if (i == 0) break;
    const Row ahead = product(backward, emitted[i]);
    const auto& step = change[kinds[i]];
    for (std::size_t b = 0; b < stride; ++b) {
      float sum = 0;
      for (std::size_t a = 0; a < stride; ++a) sum += step[b][a] * ahead[a];
      backward[b] = sum / scale[i];
    }
    if (!with_changes) continue;
    auto& expected = out.changes[kinds[i]];
    for (std::size_t b = 0; b < stride; ++b) {
      const float before = forward[i - 1][b] / scale[i];
      for (std::size_t a = 0; a < stride; ++a) expected[b][a] += before * step[b][a] * ahead[a];
    }
  }
  return out;
}

Draw::Draw(const std::vector<Row>& scores, const std::vector<std::uint8_t>& kinds,
           const ReadyEdges& edges)
    : scores_(scores), kinds_(kinds), edges_(edges), forward_(forward_of(scores, kinds, edges)) {}

double Draw::chance_of(const std::vector<std::uint8_t>& labels) const {
  double sum = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Edges& edges = edges_.scores();
    sum += static_cast<double>(scores_[i][labels[i]]);
    sum += static_cast<double>(i == 0 ? edges.start[labels[i]]
                                      : edges.change[kinds_[i]][labels[i - 1]][labels[i]]);
  }
  return std::exp(sum - forward_.log_sum);
}

std::vector<std::vector<std::uint8_t>> Draw::labels(std::size_t count, std::uint64_t seed) const {
  const std::size_t n = scores_.size();
  std::vector<std::vector<std::uint8_t>> out(count, std::vector<std::uint8_t>(n));
  if (n == 0) return out;
  std::uint64_t state = seed;
  const auto part = [&] {
    state += 0x9E3779B97F4A7C15u;
    return static_cast<float>(stirred(state) >> 40) / static_cast<float>(1 << 24);
  };
  const Row ends = summed_up(forward_.reached[n - 1]);
  for (auto& labels : out) labels[n - 1] = label_in(ends, part());
  for (std::size_t i = n - 1; i > 0; --i) {
    const auto& change = edges_.odds().change[kinds_[i]];
    std::array<Row, stride> upto;  // by the label that comes next
    std::array<bool, stride> known{};
    for (auto& labels : out) {
      const std::uint8_t next = labels[i];
      if (!known[next]) {
        for (std::size_t b = 0; b < stride; ++b)
          upto[next][b] = forward_.reached[i - 1][b] * change[b][next];
        upto[next] = summed_up(upto[next]);
        known[next] = true;
      }
      labels[i - 1] = label_in(upto[next], part());
    }
  }
  return out;
}

}  // namespace entente::extract::learned
