// SPDX-License-Identifier: Apache-2.0
#include "train/calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace entente::train {
namespace {

using namespace extract::learned;

constexpr int rounds = 400;
constexpr double held_back = 1e-3;

struct Moments {
  std::array<double, sign_count> mean{}, spread{};
};

Moments moments_of(const std::vector<Judged>& judged) {
  Moments out;
  const double count = static_cast<double>(std::max<std::size_t>(judged.size(), 1));
  for (const Judged& one : judged)
    for (std::size_t s = 0; s < sign_count; ++s) out.mean[s] += double(one.signs[s]) / count;
  for (const Judged& one : judged)
    for (std::size_t s = 0; s < sign_count; ++s)
      out.spread[s] +=
          (double(one.signs[s]) - out.mean[s]) * (double(one.signs[s]) - out.mean[s]) / count;
  for (double& spread : out.spread) spread = std::sqrt(spread) + 1e-6;
  return out;
}

}  // namespace

// Steps down the gradient over signs brought to one scale.
Confidence calibrated(const std::vector<Judged>& judged) {
  const Moments moments = moments_of(judged);
  std::array<double, sign_count> weights{};
  double offset = 0;
  const double count = static_cast<double>(std::max<std::size_t>(judged.size(), 1));
  for (int round = 0; round < rounds; ++round) {
    std::array<double, sign_count> slope{};
    double offset_slope = 0;
    for (const Judged& one : judged) {
      double sum = offset;
      std::array<double, sign_count> x;
      for (std::size_t s = 0; s < sign_count; ++s) {
        x[s] = (double(one.signs[s]) - moments.mean[s]) / moments.spread[s];
        sum += weights[s] * x[s];
      }
      const double error = (one.right ? 1.0 : 0.0) - 1 / (1 + std::exp(-sum));
      for (std::size_t s = 0; s < sign_count; ++s) slope[s] += error * x[s] / count;
      offset_slope += error / count;
    }
    for (std::size_t s = 0; s < sign_count; ++s) weights[s] += slope[s] - held_back * weights[s];
    offset += offset_slope;
  }
  Confidence out;
  for (std::size_t s = 0; s < sign_count; ++s) {
    out.weights[s] = static_cast<float>(weights[s] / moments.spread[s]);
    offset -= weights[s] * moments.mean[s] / moments.spread[s];
  }
  out.offset = static_cast<float>(offset);
  return out;
}

std::string reliability(const std::vector<Judged>& judged, const Confidence& confidence) {
  std::array<std::size_t, 10> count{}, right{};
  std::array<double, 10> sum{};
  for (const Judged& one : judged) {
    const double sure = confidence.of(one.signs);
    const std::size_t range = std::min<std::size_t>(static_cast<std::size_t>(sure * 10), 9);
    ++count[range];
    right[range] += one.right;
    sum[range] += sure;
  }
  std::string out = "confidence   attributions   mean   right\n";
  for (std::size_t r = 0; r < 10; ++r)
    if (count[r] > 0)
      out += fmt::format("{:.1f} to {:.1f}   {:12}   {:.2f}   {:.2f}\n", double(r) / 10,
                         double(r + 1) / 10, count[r], sum[r] / double(count[r]),
                         double(right[r]) / double(count[r]));
  return out;
}

}  // namespace entente::train
