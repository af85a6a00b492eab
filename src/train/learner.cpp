// SPDX-License-Identifier: Apache-2.0
#include "train/learner.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace entente::train {
namespace {

using namespace extract::learned;

constexpr float least_error = 2e-3F;
constexpr std::ptrdiff_t ahead = 12;  // rows fetched before they are needed

// A weight row while it is learned: the weights, the squares of their gradients so far, and the sum
// that gives the mean at the end. `width`: labels, padded; narrow rows are quicker to fetch.
template <std::size_t width>
struct Learned {
  std::array<float, width> weight{}, squares{}, weighted{};

  void move(const Row& gradient, float step, float time) {
    for (std::size_t l = 0; l < width; ++l) {
      squares[l] += gradient[l] * gradient[l];
      const float change = step * gradient[l] / std::sqrt(1 + squares[l]);
      weight[l] += change;
      weighted[l] += time * change;
    }
  }
  Row mean(float time) const {
    Row out{};
    for (std::size_t l = 0; l < width; ++l) out[l] = weight[l] - weighted[l] / time;
    return out;
  }
};

using LearnedChange = Learned<stride>;

struct LearnedEdges {
  std::array<std::array<LearnedChange, stride>, edge_kinds> change;
  LearnedChange start;

  Edges current(std::size_t labels) const {
    Edges out;
    out.labels = labels;
    out.start = start.weight;
    for (std::size_t k = 0; k < edge_kinds; ++k)
      for (std::size_t b = 0; b < stride; ++b) out.change[k][b] = change[k][b].weight;
    return out;
  }
  Edges mean(std::size_t labels, float time) const {
    Edges out;
    out.labels = labels;
    out.start = start.mean(time);
    for (std::size_t k = 0; k < edge_kinds; ++k)
      for (std::size_t b = 0; b < stride; ++b) out.change[k][b] = change[k][b].mean(time);
    return out;
  }
};

void shuffle(std::vector<const Example*>& order, std::mt19937_64& random) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
}

template <std::size_t width>
struct Learner {
  const std::vector<const FeatureRows*>& features;
  const Course& course;
  std::vector<Learned<width>> rows;
  LearnedEdges edges;
  float time = 1;

  std::vector<Row> scores(const Example& example) const {
    std::vector<Row> out(example.last - example.first);
    for (std::size_t u = example.first; u < example.last; ++u) {
      Row& sum = out[u - example.first];
      for (const FeatureRows* part : features)
        for (const std::uint32_t *f = part->begin_of(u), *end = part->end_of(u); f != end; ++f) {
          if (end - f > ahead) __builtin_prefetch(&rows[f[ahead]]);
          for (std::size_t l = 0; l < width; ++l) sum[l] += rows[*f].weight[l];
        }
    }
    return out;
  }

  void move_unit(std::size_t unit, const Row& gradient) {
    for (const FeatureRows* part : features)
      for (const std::uint32_t* f = part->begin_of(unit); f != part->end_of(unit); ++f)
        rows[*f].move(gradient, course.step, time);
  }

  void move_edges(const Example& example, const Chances& expected) {
    std::array<std::array<Row, stride>, edge_kinds> gradient{};
    std::array<bool, edge_kinds> seen{};
    for (std::size_t i = 1; i < example.labels.size(); ++i) {
      gradient[example.kinds[i]][example.labels[i - 1]][example.labels[i]] += 1;
      seen[example.kinds[i]] = true;
    }
    for (std::size_t k = 0; k < edge_kinds; ++k)
      for (std::size_t b = 0; seen[k] && b < course.labels; ++b) {
        for (std::size_t a = 0; a < stride; ++a) gradient[k][b][a] -= expected.changes[k][b][a];
        edges.change[k][b].move(gradient[k][b], course.step, time);
      }
    Row first{};
    for (std::size_t l = 0; l < stride; ++l) first[l] = -expected.labels[0][l];
    first[example.labels[0]] += 1;
    edges.start.move(first, course.step, time);
  }

  void take(const Example& example) {
    const Chances expected =
        chances(scores(example), example.kinds, edges.current(course.labels), true);
    for (std::size_t u = example.first; u < example.last; ++u) {
      Row gradient;
      float largest = 0;
      for (std::size_t l = 0; l < stride; ++l) {
        gradient[l] = (example.labels[u - example.first] == l ? 1.0F : 0.0F) -
                      expected.labels[u - example.first][l];
        largest = std::max(largest, std::abs(gradient[l]));
      }
      if (largest >= least_error) move_unit(u, gradient);
    }
    move_edges(example, expected);
    time += 1;
  }
};

template <std::size_t width>
Model learn_rows(const std::vector<const FeatureRows*>& features, std::size_t feature_count,
                 const std::vector<const Example*>& examples, const Course& course) {
  Learner<width> learner{features, course, std::vector<Learned<width>>(feature_count), {}, 1};
  std::mt19937_64 random(course.seed);
  std::vector<const Example*> order = examples;
  for (unsigned epoch = 0; epoch < course.epochs; ++epoch) {
    shuffle(order, random);
    for (const Example* example : order) learner.take(*example);
  }
  Model out;
  out.rows.reserve(feature_count);
  for (const auto& row : learner.rows) out.rows.push_back(row.mean(learner.time));
  out.edges = learner.edges.mean(course.labels, learner.time);
  return out;
}

}  // namespace

Model learn(const std::vector<const FeatureRows*>& features, std::size_t feature_count,
            const std::vector<const Example*>& examples, const Course& course) {
  return course.labels <= 4 ? learn_rows<4>(features, feature_count, examples, course)
                            : learn_rows<stride>(features, feature_count, examples, course);
}

std::vector<Row> scores_of(const Model& model, const std::vector<const FeatureRows*>& features,
                           const Example& example) {
  std::vector<Row> out(example.last - example.first);
  for (std::size_t u = example.first; u < example.last; ++u)
    for (const FeatureRows* part : features)
      for (const std::uint32_t* f = part->begin_of(u); f != part->end_of(u); ++f)
        for (std::size_t l = 0; l < stride; ++l) out[u - example.first][l] += model.rows[*f][l];
  return out;
}

}  // namespace entente::train
