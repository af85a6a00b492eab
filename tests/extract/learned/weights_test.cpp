// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/weights.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/sha256.h"

namespace entente::extract::learned {
namespace {

WeightSet a_weight_set() {
  WeightSet out;
  out.vocabulary = Vocabulary(
      {{7, {1, 2, 3, WordUse::name, 9}}, {4000000000u, {8, 255, 65535, WordUse::title, 15}}});
  FeatureTable::Entry first{12, {}}, second{FeatureTable::most_key, {}};
  first.weights[0] = -128;
  first.weights[13] = 127;
  second.weights.fill(5);
  out.features = FeatureTable({first, second});
  out.cue_unit = 0.25F;
  out.cue_edges.labels = cue_label_count;
  out.cue_edges.change[3][1][2] = -1.5F;
  out.label_edges.change[15][10][9] = 2.5F;
  out.label_edges.start[1] = 0.5F;
  out.confidence.weights[2] = 0.75F;
  out.of_rules.weights[9] = -0.5F;
  out.of_rules.offset = 1.25F;
  out.left_over_confidence = 0.625F;
  out.scale = Scale({{3, -7}, {FeatureTable::most_key, 127}}, 0.03125F);
  out.least_worth = 0.375F;
  return out;
}

// The checksum made to fit again, as one who means harm would.
std::string resealed(std::string bytes) {
  bytes.resize(bytes.size() - 64);
  return bytes + sha256_hex(bytes);
}

TEST(Weights, what_was_written_is_read_back) {
  const WeightSet written = a_weight_set();
  const auto read = read_weights(write_weights(written), "w");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->vocabulary.entries(), written.vocabulary.entries());
  EXPECT_EQ(read->features.entries(), written.features.entries());
  EXPECT_EQ(read->cue_unit, 0.25F);
  EXPECT_EQ(read->cue_edges.change[3][1][2], -1.5F);
  EXPECT_EQ(read->label_edges.change[15][10][9], 2.5F);
  EXPECT_EQ(read->label_edges.start[1], 0.5F);
  EXPECT_EQ(read->confidence, written.confidence);
  EXPECT_EQ(read->of_rules, written.of_rules);
  EXPECT_EQ(read->left_over_confidence, 0.625F);
  EXPECT_EQ(read->scale.entries(), written.scale.entries());
  EXPECT_EQ(read->scale.unit(), 0.03125F);
  EXPECT_EQ(read->least_worth, 0.375F);
  EXPECT_EQ(write_weights(*read), write_weights(written));
}

TEST(Weights, any_byte_that_was_altered_is_noticed) {
  const std::string good = write_weights(a_weight_set());
  for (std::size_t i = 0; i < good.size(); i += 7) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x20);
    EXPECT_FALSE(read_weights(bad, "w").has_value()) << i;
  }
}

TEST(Weights, a_file_that_is_cut_off_is_refused_in_one_sentence) {
  const std::string good = write_weights(a_weight_set());
  for (std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{40}, good.size() - 1}) {
    const auto read = read_weights(good.substr(0, size), "'w'");
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().kind, FailureKind::damaged);
    EXPECT_TRUE(read.error().what.starts_with("'w' is not a whole weight file"));
  }
}

TEST(Weights, a_foreign_file_is_refused) {
  const auto read = read_weights(std::string(5000, 'x'), "w");
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().kind, FailureKind::damaged);
}

TEST(Weights, another_version_is_named_as_such) {
  std::string other = write_weights(a_weight_set());
  other[16] = 9;
  const auto read = read_weights(resealed(other), "w");
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().kind, FailureKind::too_new);
}

RC_GTEST_PROP(Weights, senseless_numbers_under_a_fitting_checksum_do_no_harm, ()) {
  std::string bytes = write_weights(a_weight_set());
  const auto at = *rc::gen::inRange<std::size_t>(20, bytes.size() - 64);
  bytes[at] = *rc::gen::arbitrary<char>();
  const auto read = read_weights(resealed(bytes), "w");
  RC_ASSERT((read.has_value() || read.error().kind == FailureKind::damaged));
}

TEST(FeatureTable, finds_what_was_put_in_and_nothing_else) {
  std::vector<FeatureTable::Entry> entries;
  for (std::uint64_t i = 1; i <= 3000; ++i) {
    FeatureTable::Entry entry{i * 20000003, {}};
    entry.weights[i % table_labels] = static_cast<std::int8_t>(i % 100 + 1);
    entries.push_back(entry);
  }
  const FeatureTable table(entries);
  for (const FeatureTable::Entry& entry : entries) {
    Sums sums{};
    table.add(entry.key << 28, sums);
    for (std::size_t l = 0; l < table_labels; ++l) EXPECT_EQ(sums[l], entry.weights[l]);
  }
  Sums none{};
  for (std::uint64_t i = 1; i <= 3000; ++i) table.add((i * 20000003 + 1) << 28, none);
  EXPECT_EQ(none, Sums{});
}

TEST(Scale, adds_up_the_weights_of_the_features_it_knows) {
  std::vector<Scale::Entry> entries;
  for (std::uint64_t i = 1; i <= 3000; ++i)
    entries.push_back({i * 20000003, static_cast<std::int8_t>(i % 2 == 0 ? 10 : -10)});
  const Scale scale(entries, 0.1F);
  const auto hash = [](std::uint64_t i) { return (i * 20000003) << 28; };
  for (std::uint64_t i = 1; i <= 3000; ++i)
    EXPECT_FLOAT_EQ(scale.worth({hash(i)}), i % 2 == 0 ? 0.73105858F : 0.26894142F);
  EXPECT_FLOAT_EQ(scale.worth({hash(2), hash(4)}), 0.88079708F);
  EXPECT_FLOAT_EQ(scale.worth({hash(2), hash(3)}), 0.5F);
  EXPECT_FLOAT_EQ(scale.worth({hash(3001), 12345}), 0.5F);
  EXPECT_FLOAT_EQ(Scale().worth({hash(2)}), 0.5F);
}

TEST(Vocabulary, knows_its_words_and_no_others) {
  const Vocabulary vocabulary({{5, {1, 0, 0}}, {9, {2, 1, 4}}});
  EXPECT_EQ(vocabulary.find(std::uint64_t{9} << 32), (WordClass{2, 1, 4}));
  EXPECT_EQ(vocabulary.find(std::uint64_t{10} << 32), WordClass{});
  EXPECT_EQ(Vocabulary().find(12345), WordClass{});
}

}  // namespace
}  // namespace entente::extract::learned
