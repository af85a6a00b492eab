// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/chain.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>

namespace entente::extract::learned {
namespace {

// A short chain with random scores, and every way to label it weighed one by one.
struct SmallChain {
  std::vector<Row> scores;
  std::vector<std::uint8_t> kinds;
  Edges edges;

  double weight(const std::vector<std::uint8_t>& labels) const {
    double sum = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (i == 0 ? !may_start(labels[0]) : !may_follow(labels[i - 1], labels[i])) return -1e30;
      sum += double(scores[i][labels[i]]);
      sum += i == 0 ? double(edges.start[labels[0]])
                    : double(edges.change[kinds[i]][labels[i - 1]][labels[i]]);
    }
    return sum;
  }

  template <class Visit>
  void each_labelling(const Visit& visit) const {
    std::vector<std::uint8_t> labels(scores.size());
    for (;;) {
      visit(labels);
      std::size_t i = 0;
      while (i < labels.size() && ++labels[i] == edges.labels) labels[i++] = 0;
      if (i == labels.size()) return;
    }
  }
};

float some_score() { return static_cast<float>(*rc::gen::inRange(-300, 300)) / 100; }

SmallChain small_chain() {
  SmallChain out;
  out.edges.labels = 5;
  out.scores.resize(*rc::gen::inRange<std::size_t>(1, 5));
  for (Row& row : out.scores) {
    row.fill(0);
    for (std::size_t l = 0; l < 5; ++l) row[l] = some_score();
    out.kinds.push_back(static_cast<std::uint8_t>(*rc::gen::inRange(0, 2)));
  }
  for (std::size_t k = 0; k < 2; ++k)
    for (std::size_t b = 0; b < 5; ++b)
      for (std::size_t a = 0; a < 5; ++a) out.edges.change[k][b][a] = some_score();
  for (std::size_t l = 0; l < 5; ++l) out.edges.start[l] = some_score();
  return out;
}

RC_GTEST_PROP(Chain, finds_the_best_of_all_labellings, ()) {
  const SmallChain chain = small_chain();
  double best = -1e29;
  chain.each_labelling([&](const auto& labels) { best = std::max(best, chain.weight(labels)); });
  const auto found = best_labels(chain.scores, chain.kinds, chain.edges);
  RC_ASSERT(std::abs(chain.weight(found) - best) < 1e-4);
}

RC_GTEST_PROP(Chain, chances_are_those_of_all_labellings_summed, ()) {
  const SmallChain chain = small_chain();
  std::vector<std::array<double, 5>> sums(chain.scores.size());
  double all = 0;
  chain.each_labelling([&](const auto& labels) {
    const double part = std::exp(chain.weight(labels));
    all += part;
    for (std::size_t i = 0; i < labels.size(); ++i) sums[i][labels[i]] += part;
  });
  const Chances found = chances(chain.scores, chain.kinds, chain.edges, true);
  RC_ASSERT(std::abs(found.log_sum - std::log(all)) < 1e-3);
  for (std::size_t i = 0; i < sums.size(); ++i)
    for (std::size_t l = 0; l < 5; ++l)
      RC_ASSERT(std::abs(double(found.labels[i][l]) - sums[i][l] / all) < 1e-3);
}

RC_GTEST_PROP(Chain, expected_changes_add_up_to_the_places_between_units, ()) {
  const SmallChain chain = small_chain();
  const Chances found = chances(chain.scores, chain.kinds, chain.edges, true);
  double sum = 0;
  for (const auto& kind : found.changes)
    for (const Row& before : kind)
      for (float expected : before) sum += double(expected);
  RC_ASSERT(std::abs(sum - double(chain.scores.size() - 1)) < 1e-3);
}

RC_GTEST_PROP(Chain, labellings_are_drawn_as_often_as_they_are_probable, (std::uint64_t seed)) {
  const SmallChain chain = small_chain();
  constexpr std::size_t count = 4000;
  const ReadyEdges edges(chain.edges);
  const Draw draw(chain.scores, chain.kinds, edges);
  const auto drawn = draw.labels(count, seed);
  std::map<std::vector<std::uint8_t>, std::size_t> seen;
  for (const auto& labels : drawn) ++seen[labels];
  double all = 0;
  chain.each_labelling([&](const auto& labels) { all += std::exp(chain.weight(labels)); });
  chain.each_labelling([&](const auto& labels) {
    const double expected = std::exp(chain.weight(labels)) / all,
                 found = double(seen.contains(labels) ? seen[labels] : 0) / double(count);
    RC_ASSERT(std::abs(found - expected) < 0.05);
    RC_ASSERT(std::abs(draw.chance_of(labels) - expected) < 1e-3);
  });
}

TEST(Chain, the_same_seed_draws_the_same_labellings_and_another_seed_others) {
  const ReadyEdges ready{Edges{}};
  const std::vector<Row> scores(12);
  const std::vector<std::uint8_t> kinds(12);
  const Draw draw(scores, kinds, ready);
  EXPECT_EQ(draw.labels(8, 5), draw.labels(8, 5));
  EXPECT_NE(draw.labels(8, 5), draw.labels(8, 6));
}

TEST(Chain, never_goes_on_with_a_span_that_has_not_begun) {
  Edges edges;
  std::vector<Row> scores(6);
  for (Row& row : scores) row[index_of(Label::i_content_right)] = 50;
  const auto labels = best_labels(scores, std::vector<std::uint8_t>(6), edges);
  EXPECT_EQ(static_cast<Label>(labels[0]), Label::b_content_right);
  EXPECT_EQ(static_cast<Label>(labels[1]), Label::i_content_right);
}

TEST(Chain, an_empty_one_has_no_labels) {
  EXPECT_TRUE(best_labels({}, {}, Edges{}).empty());
  EXPECT_TRUE(chances({}, {}, Edges{}, true).labels.empty());
  const std::vector<Row> scores;
  const std::vector<std::uint8_t> kinds;
  const ReadyEdges ready{Edges{}};
  EXPECT_EQ(Draw(scores, kinds, ready).labels(2, 1), std::vector<std::vector<std::uint8_t>>(2));
}

}  // namespace
}  // namespace entente::extract::learned
