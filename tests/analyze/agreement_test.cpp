// SPDX-License-Identifier: Apache-2.0
#include "analyze/agreement/agreement.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>

namespace entente::analyze {
namespace {

constexpr auto none = std::nullopt;

// The example of Krippendorff (2011): four observers, twelve units, five categories.
Codings published() {
  const std::vector<std::vector<std::optional<std::size_t>>> by_observer{
      {1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none},
      {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3},
      {none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none},
      {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none}};
  Codings codings(12);
  for (const auto& observer : by_observer)
    for (std::size_t unit = 0; unit < 12; ++unit) codings[unit].push_back(observer[unit]);
  return codings;
}

// Alpha by the coincidence matrix, step by step as the paper has it.
double plain_alpha(const Codings& codings, Scale scale) {
  std::map<std::pair<std::size_t, std::size_t>, double> coincidences;
  for (const auto& unit : codings) {
    double coded = 0;
    for (const auto& value : unit) coded += value.has_value();
    for (std::size_t i = 0; i < unit.size(); ++i)
      for (std::size_t j = 0; j < unit.size(); ++j)
        if (i != j && unit[i] && unit[j]) coincidences[{*unit[i], *unit[j]}] += 1 / (coded - 1);
  }
  std::map<std::size_t, double> counts;
  double n = 0;
  for (const auto& [pair, times] : coincidences) {
    counts[pair.first] += times;
    n += times;
  }
  const auto distance = [&](std::size_t c, std::size_t k) {
    if (c > k) std::swap(c, k);
    if (scale == Scale::nominal) return c == k ? 0.0 : 1.0;
    if (scale == Scale::interval) return std::pow(static_cast<double>(k - c), 2);
    double between = 0;
    for (std::size_t g = c; g <= k; ++g)
      if (counts.contains(g)) between += counts[g];
    return std::pow(between - (counts[c] + counts[k]) / 2, 2);
  };
  double observed = 0, expected = 0;
  for (const auto& [c, in_c] : counts)
    for (const auto& [k, in_k] : counts) {
      const auto found = coincidences.find({c, k});
      if (found != coincidences.end()) observed += found->second * distance(c, k);
      expected += in_c * in_k * distance(c, k);
    }
  return 1 - (n - 1) * observed / expected;
}

TEST(Agreement, alpha_of_the_published_example_is_the_published_one) {
  EXPECT_NEAR(*alpha(published(), Scale::nominal).alpha, 0.743, 0.0005);
  EXPECT_NEAR(*alpha(published(), Scale::ordinal).alpha, 0.815, 0.0005);
  EXPECT_NEAR(*alpha(published(), Scale::interval).alpha, 0.849, 0.0005);
}

TEST(Agreement, a_unit_that_only_one_has_coded_does_not_count) {
  const Alpha found = alpha(published(), Scale::nominal);
  EXPECT_EQ(found.units, 11u);
  EXPECT_EQ(found.values, 40u);
  EXPECT_EQ(found.differing, 3u);
}

TEST(Agreement, where_all_say_the_same_of_all_units_alpha_is_not_known) {
  const Alpha found = alpha({{1, 1}, {1, 1}, {1, 1}}, Scale::ordinal);
  EXPECT_FALSE(found.alpha);
  EXPECT_FALSE(found.interval);
  EXPECT_TRUE(found.no_variation());
  const Alpha nothing = alpha({{1, none}, {none, none}}, Scale::nominal);
  EXPECT_FALSE(nothing.alpha);
  EXPECT_FALSE(nothing.no_variation());
}

TEST(Agreement, two_who_always_agree_have_alpha_one_and_two_who_never_do_less_than_chance) {
  EXPECT_DOUBLE_EQ(*alpha({{0, 0}, {1, 1}, {2, 2}}, Scale::nominal).alpha, 1);
  EXPECT_LT(*alpha({{0, 1}, {1, 0}, {0, 1}}, Scale::nominal).alpha, 0);
}

TEST(Agreement, near_misses_weigh_less_on_an_ordered_scale) {
  const Codings near{{0, 1}, {1, 1}, {2, 2}, {3, 3}, {0, 0}},
      far{{0, 3}, {1, 1}, {2, 2}, {3, 3}, {0, 0}};
  EXPECT_GT(*alpha(near, Scale::ordinal).alpha, *alpha(far, Scale::ordinal).alpha);
}

TEST(Agreement, the_interval_holds_alpha_and_narrows_with_more_units) {
  Codings few, many;
  for (std::size_t i = 0; i < 400; ++i) {
    const std::vector<std::optional<std::size_t>> unit{i % 3, i % 5 == 0 ? (i + 1) % 3 : i % 3};
    if (i < 20) few.push_back(unit);
    many.push_back(unit);
  }
  const Alpha a = alpha(few, Scale::nominal), b = alpha(many, Scale::nominal);
  for (const Alpha& one : {a, b}) {
    EXPECT_LE(one.interval->first, *one.alpha);
    EXPECT_GE(one.interval->second, *one.alpha);
  }
  EXPECT_LT(b.interval->second - b.interval->first, a.interval->second - a.interval->first);
  EXPECT_EQ(alpha(few, Scale::nominal), a);
}

RC_GTEST_PROP(AgreementProperty, two_ways_to_compute_alpha_give_the_same, ()) {
  const auto units = *rc::gen::inRange<std::size_t>(1, 12);
  const auto coders = *rc::gen::inRange<std::size_t>(2, 5);
  Codings codings(units);
  for (auto& unit : codings)
    for (std::size_t i = 0; i < coders; ++i) {
      const auto value = *rc::gen::inRange<std::size_t>(0, 6);
      unit.push_back(value < 5 ? std::optional(value) : none);
    }
  for (Scale scale : {Scale::nominal, Scale::ordinal, Scale::interval}) {
    const Alpha found = alpha(codings, scale);
    if (found.alpha)
      RC_ASSERT(std::abs(*found.alpha - plain_alpha(codings, scale)) < 1e-9);
    else
      RC_ASSERT(!(std::isfinite(plain_alpha(codings, scale))));
  }
}

RC_GTEST_PROP(AgreementProperty, who_is_called_first_does_not_matter, ()) {
  const auto pairs = *rc::gen::container<std::vector<std::pair<int, int>>>(
      rc::gen::pair(rc::gen::inRange(0, 4), rc::gen::inRange(0, 4)));
  Codings one, other;
  for (const auto& [a, b] : pairs) {
    one.push_back({std::size_t(a), std::size_t(b)});
    other.push_back({std::size_t(b), std::size_t(a)});
  }
  for (Scale scale : {Scale::nominal, Scale::ordinal})
    RC_ASSERT((alpha(one, scale) == alpha(other, scale)));
}

}  // namespace
}  // namespace entente::analyze
