// SPDX-License-Identifier: Apache-2.0
#include "read/sketch.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>

#include "read/read_kit.h"

namespace entente::read_test {
namespace {

// Prose without sense: words drawn by a fixed generator, so that two seeds share nothing but single
// words.
Strings words_of(unsigned seed, std::size_t count) {
  const Strings stock = {"envoy",  "canal",  "lock",   "talks",   "minister", "border",
                         "truce",  "paper",  "barge",  "council", "harbour",  "monitor",
                         "signed", "spoke",  "denied", "agreed",  "offered",  "held",
                         "the",    "a",      "of",     "in",      "on",       "with",
                         "early",  "late",   "secret", "joint",   "final",    "first",
                         "third",  "second", "grain",  "troops",  "text",     "clause"};
  std::mt19937 random(seed);
  Strings words;
  for (std::size_t i = 0; i < count; ++i) words.push_back(stock[random() % stock.size()]);
  return words;
}

std::string prose(const Strings& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) text += words[i] + (i % 14 == 13 ? ".\n\n" : " ");
  return text + ".";
}

read::Sketch sketch_of(const Strings& words) { return read::sketch(document_of(prose(words))); }

// Every `step`th word is another one.
Strings edited(Strings words, std::size_t step) {
  for (std::size_t i = step / 2; i < words.size(); i += step)
    words[i] = "edited" + std::to_string(i);
  return words;
}

TEST(Copies, a_lightly_edited_copy_is_found_and_another_text_is_not) {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    const Strings wire = words_of(seed, 500);
    read::CopyFinder finder;
    finder.add(DocumentId{7}, sketch_of(wire));
    EXPECT_EQ(finder.find(sketch_of(wire)), DocumentId{7});
    EXPECT_EQ(finder.find(sketch_of(edited(wire, 33))), DocumentId{7}) << seed;
    EXPECT_FALSE(finder.find(sketch_of(words_of(seed + 1000, 500)))) << seed;
    EXPECT_FALSE(finder.find(sketch_of(edited(wire, 3)))) << seed;
  }
}

TEST(Copies, likeness_estimates_the_share_of_common_shingles) {
  const Strings wire = words_of(3, 2000), other = words_of(4, 2000);
  EXPECT_EQ(read::likeness(sketch_of(wire), sketch_of(wire)), 1);
  EXPECT_LT(read::likeness(sketch_of(wire), sketch_of(other)), 0.1);
  Strings half(wire.begin(), wire.begin() + 1000);
  half.insert(half.end(), other.begin(), other.begin() + 1000);
  EXPECT_NEAR(read::likeness(sketch_of(wire), sketch_of(half)), 1.0 / 3, 0.18);
  EXPECT_EQ(read::likeness(sketch_of(wire), sketch_of(half)),
            read::likeness(sketch_of(half), sketch_of(wire)));
}

TEST(Copies, a_report_that_holds_another_whole_is_its_copy_but_half_of_one_is_not) {
  const Strings wire = words_of(5, 600), more = words_of(6, 600);
  Strings longer = wire;
  longer.insert(longer.end(), more.begin(), more.end());
  read::CopyFinder finder;
  finder.add(DocumentId{1}, sketch_of(wire));
  EXPECT_EQ(finder.find(sketch_of(longer)), DocumentId{1});
  Strings half(wire.begin(), wire.begin() + 300);
  half.insert(half.end(), more.begin(), more.begin() + 300);
  EXPECT_FALSE(finder.find(sketch_of(half)));
}

TEST(Copies, the_earliest_document_is_named) {
  const Strings wire = words_of(8, 400);
  read::CopyFinder finder;
  finder.add(DocumentId{2}, sketch_of(words_of(9, 400)));
  finder.add(DocumentId{3}, sketch_of(edited(wire, 40)));
  finder.add(DocumentId{4}, sketch_of(wire));
  EXPECT_EQ(finder.find(sketch_of(wire)), DocumentId{3});
}

TEST(Copies, noise_headings_case_and_quotation_marks_do_not_count) {
  const Document plain =
      document_of(first_paragraph + "\n" + second_paragraph + "\n" + third_paragraph);
  std::string dressed =
      "Title: Another headline\n\n" + first_paragraph + "\nComments\n" + second_paragraph + "\n";
  dressed +=
      "“We shall come back when there is something to sign,” Jorun Estay told reporters on the "
      "steps of the CUSTOMS HOUSE.\nReporting by Northwater\n";
  EXPECT_EQ(read::sketch(plain), read::sketch(document_of(dressed)));
}

TEST(Copies, texts_of_fewer_than_five_words_are_like_nothing) {
  const read::Sketch none = read::sketch(document_of("No comment."));
  EXPECT_EQ(none.shingles, 0u);
  EXPECT_EQ(read::likeness(none, none), 0);
  read::CopyFinder finder;
  finder.add(DocumentId{1}, none);
  EXPECT_FALSE(finder.find(none));
}

TEST(Copies, a_sketch_comes_back_from_its_text) {
  const read::Sketch sketch = sketch_of(words_of(11, 100));
  EXPECT_EQ(read::Sketch::parse(sketch.text()), sketch);
  for (const std::string& bad : {std::string(), std::string("12"), sketch.text() + "0",
                                 "x" + sketch.text().substr(1), "-" + sketch.text().substr(1)})
    EXPECT_FALSE(read::Sketch::parse(bad)) << bad;
}

TEST(Copies, a_thousand_documents_are_searched_in_no_time) {
  read::CopyFinder finder;
  for (unsigned i = 1; i <= 1000; ++i) {
    const read::Sketch sketch = sketch_of(words_of(i, 120));
    EXPECT_FALSE(finder.find(sketch)) << i;
    finder.add(DocumentId{i}, sketch);
  }
  EXPECT_EQ(finder.find(sketch_of(words_of(500, 120))), DocumentId{500});
}

RC_GTEST_PROP(Copies, any_sketch_text_is_read_or_refused, (const std::string& text)) {
  const auto sketch = read::Sketch::parse(text);
  if (sketch) RC_ASSERT(sketch->text().size() == text.size());
}

}  // namespace
}  // namespace entente::read_test
