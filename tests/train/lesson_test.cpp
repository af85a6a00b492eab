// SPDX-License-Identifier: Apache-2.0
#include "train/lesson.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/utf8.h"
#include "extract/learned/labels.h"
#include "extract/learned/reader.h"
#include "train/feature_index.h"
#include "train/gold.h"

namespace entente::train {
namespace {

using namespace extract::learned;

const extract::SpeechLexicon& lexicon() {
  static const auto loaded =
      or_throw(extract::SpeechLexicon::load(ENTENTE_SOURCE_DIR "/data/english"));
  return loaded;
}

// "[Roe] {said} <that talks go on>.": source, cue and content of one attribution.
Marked marked(const std::string& name, std::u32string_view written) {
  Marked out{name, {}, {{}}};
  std::size_t begin = 0;
  for (char32_t c : written) {
    const std::size_t at = out.text.size();
    if (c == U'[' || c == U'{' || c == U'<')
      begin = at;
    else if (c == U']')
      out.attributions[0].source.push_back({begin, at});
    else if (c == U'}')
      out.attributions[0].cue.push_back({begin, at});
    else if (c == U'>')
      out.attributions[0].content.push_back({begin, at});
    else
      out.text.push_back(c);
  }
  if (out.attributions[0].content.empty()) out.attributions.clear();
  return out;
}

std::vector<Text> small_corpus() {
  const std::u32string names[] = {U"Roe", U"Doe", U"Poe", U"Loe"};
  const std::u32string wishes[] = {U"the talks go on", U"the bridge opens", U"the tax ends",
                                   U"the guards leave"};
  std::vector<Marked> all;
  for (int i = 0; i < 48; ++i) {
    const std::u32string name = names[i % 4], wish = wishes[(i / 4) % 4];
    const int kind = i / 16;  // so that the folds, which go by turns, hold all kinds
    std::u32string text = kind == 0   ? U"[" + name + U"] {said} <that " + wish + U">."
                          : kind == 1 ? U"<\"" + wish + U",\"> [" + name + U"] {added} today."
                                      : U"In the town " + wish + U", and " + name + U" went home.";
    all.push_back(marked("t" + std::to_string(i), text));
  }
  return cut_texts(std::move(all), lexicon(), 1);
}

std::vector<const Text*> pointers(const std::vector<Text>& texts) {
  std::vector<const Text*> out;
  for (const Text& text : texts) out.push_back(&text);
  return out;
}

void say_nothing(const std::string&) {}

TEST(Lesson, a_plan_whose_numbers_no_reader_would_take_is_refused) {
  EXPECT_FALSE(fault_of({}).has_value());
  const float none = std::numeric_limits<float>::quiet_NaN();
  for (float Plan::* number :
       {&Plan::cue_bias, &Plan::none_bias, &Plan::least_worth, &Plan::least_weight})
    for (float value : {none, 100.0F, -21.0F}) {
      Plan plan;
      plan.*number = value;
      EXPECT_TRUE(fault_of(plan).has_value()) << value;
    }
}

TEST(Gold, marks_become_labels_with_the_side_of_their_cue) {
  const auto texts =
      cut_texts({marked("a", U"[Roe] {has said} <that talks go on>.")}, lexicon(), 1);
  std::vector<Label> labels;
  for (std::uint8_t label : texts[0].labels) labels.push_back(static_cast<Label>(label));
  EXPECT_EQ(labels,
            (std::vector<Label>{Label::b_source_right, Label::b_cue, Label::i_cue,
                                Label::b_content_left, Label::i_content_left, Label::i_content_left,
                                Label::i_content_left, Label::none}));
}

TEST(Lesson, reads_what_it_was_taught) {
  const std::vector<Text> texts = small_corpus();
  const Reader reader(learn_weights(pointers(texts), {}, {}, say_nothing));
  std::size_t right = 0, wanted = 0, found = 0;
  for (const Text& text : texts) {
    const PassageView view = view_of(text.prose, text.units, text.units.passages.front(),
                                     reader.weights().vocabulary, text.hints);
    wanted += text.marked.attributions.size();
    for (const Found& one : reader.read(view)) {
      ++found;
      const Attribution it = attribution_of(text, text.units.passages.front(), one.one);
      right += !text.marked.attributions.empty() &&
               it.content == text.marked.attributions[0].content &&
               it.source == text.marked.attributions[0].source;
    }
  }
  EXPECT_EQ(wanted, 32u);
  EXPECT_EQ(found, wanted);
  EXPECT_EQ(right, wanted);
}

TEST(Lesson, the_same_texts_and_seed_give_the_same_file) {
  const std::vector<Text> texts = small_corpus();
  const std::string once = write_weights(learn_weights(pointers(texts), {}, {}, say_nothing));
  EXPECT_EQ(once, write_weights(learn_weights(pointers(texts), {}, {}, say_nothing)));
  Plan other;
  other.seed = 2;
  EXPECT_NE(once, write_weights(learn_weights(pointers(texts), {}, other, say_nothing)));
}

TEST(Lesson, the_file_holds_no_word_of_the_texts) {
  const std::vector<Text> texts = small_corpus();
  const std::string bytes = write_weights(learn_weights(pointers(texts), {}, {}, say_nothing));
  for (const char* word : {"bridge", "guards", "said", "added"})
    EXPECT_EQ(bytes.find(word), std::string::npos) << word;
}

TEST(FeatureIndex, numbers_what_was_counted_often_enough_in_the_order_it_comes) {
  FeatureIndex index(2, 100);
  const std::uint64_t often = 0x123456789ABCDEF0u, seldom = 0xFEDCBA9876543210u;
  index.count(often);
  index.count(seldom);
  index.count(often);
  EXPECT_EQ(index.number(seldom), std::nullopt);
  EXPECT_EQ(index.number(often), 0u);
  EXPECT_EQ(index.number(often), 0u);
  EXPECT_EQ(index.find(seldom), std::nullopt);
  EXPECT_EQ(index.hashes(), std::vector<std::uint64_t>{often});
}

}  // namespace
}  // namespace entente::train
