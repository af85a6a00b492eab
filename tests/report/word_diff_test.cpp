// SPDX-License-Identifier: Apache-2.0
#include "report/word_diff.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "report/visible.h"

namespace entente::report {
namespace {

std::string marked(const std::vector<WordRun>& runs) {
  std::string out;
  for (const WordRun& run : runs) out += run.shared ? run.text : "[" + run.text + "]";
  return out;
}

TEST(WordDiff, words_that_only_one_sentence_has_are_runs_of_their_own) {
  const auto [left, right] =
      word_diff("They will free all prisoners.", "They freed some prisoners");
  EXPECT_EQ(marked(left), "They [will free all ]prisoners.");
  EXPECT_EQ(marked(right), "They [freed some ]prisoners");
}

TEST(WordDiff, case_and_marks_make_no_difference) {
  EXPECT_EQ(marked(word_diff("“Peace,” he said", "peace he SAID").first), "“Peace,” he said");
}

TEST(WordDiff, a_bare_mark_is_no_difference) {
  EXPECT_EQ(marked(word_diff("peace – now", "peace now").first), "peace – now");
}

TEST(WordDiff, very_long_sentences_are_not_compared) {
  std::string lengthy;
  for (int i = 0; i < 1000; ++i) lengthy += "word ";
  EXPECT_EQ(word_diff(lengthy, lengthy).first.size(), 1u);
  EXPECT_FALSE(word_diff(lengthy, lengthy).first[0].shared);
}

RC_GTEST_PROP(WordDiffProperty, the_runs_joined_are_the_sentence_and_the_shared_words_are_the_same,
              ()) {
  const auto sentence = rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("a", "b", "c", "d"));
  const auto text = [](const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
  };
  const std::string a = text(*sentence), b = text(*sentence);
  const auto [left, right] = word_diff(a, b);
  const auto joined = [](const std::vector<WordRun>& runs, bool only_shared) {
    std::string out;
    for (const WordRun& run : runs)
      if (run.shared || !only_shared) out += run.text + (only_shared ? " " : "");
    return only_shared ? visible(out) : out;
  };
  RC_ASSERT(joined(left, false) == a);
  RC_ASSERT(joined(right, false) == b);
  RC_ASSERT(joined(left, true) == joined(right, true));
}

}  // namespace
}  // namespace entente::report
