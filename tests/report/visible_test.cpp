// SPDX-License-Identifier: Apache-2.0
#include "report/visible.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"

namespace entente::report {
namespace {

TEST(Visible, an_escape_sequence_of_a_source_cannot_steer_the_terminal) {
  EXPECT_EQ(visible("a\x1b[31mred"), "a<U+001B>[31mred");
  EXPECT_EQ(visible("bell\x07 del\x7f c1\xC2\x9B"), "bell<U+0007> del<U+007F> c1<U+009B>");
}

TEST(Visible, overrides_of_the_reading_direction_are_shown_and_do_nothing) {
  EXPECT_EQ(visible("a\xE2\x80\xAE"
                    "b"),
            "a<U+202E>b");
  EXPECT_EQ(visible("\xE2\x81\xA6"
                    "x\xE2\x81\xA9"),
            "<U+2066>x<U+2069>");
}

TEST(Visible, text_from_right_to_left_stays_as_it_is) {
  EXPECT_EQ(visible("שלום عليكم"), "שלום عليكم");
}

TEST(Visible, runs_of_white_space_become_one_blank) {
  EXPECT_EQ(visible("  two\n\n lines\t "), "two lines");
}

TEST(Visible, wide_characters_take_two_columns_and_combining_ones_none) {
  EXPECT_EQ(columns_of("漢字"), 4u);
  EXPECT_EQ(columns_of("e\xCC\x81"), 1u);
  EXPECT_EQ(columns_of("é"), 1u);
}

TEST(Visible, lines_break_at_blanks_and_only_a_word_that_is_too_long_is_cut) {
  EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrapped("unbreakable", 4), (std::vector<std::string>{"unbr", "eaka", "ble"}));
  EXPECT_EQ(wrapped("漢字漢", 4), (std::vector<std::string>{"漢字", "漢"}));
  EXPECT_EQ(wrapped("", 4), std::vector<std::string>{""});
}

RC_GTEST_PROP(VisibleProperty, no_line_is_wider_than_asked_and_no_word_is_lost, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("peace", "漢字", "a", "e\xCC\x81", "unimaginable"));
  const auto width = *rc::gen::inRange<std::size_t>(2, 30);
  std::string text;
  for (const std::string& word : words) text += word + " ";
  std::string joined, wanted;
  for (const std::string& line : wrapped(text, width)) {
    RC_ASSERT(columns_of(line) <= width);
    joined += line;
  }
  joined.erase(std::remove(joined.begin(), joined.end(), ' '), joined.end());
  for (const std::string& word : words) wanted += word;
  RC_ASSERT(joined == wanted);
}

RC_GTEST_PROP(VisibleProperty, whatever_the_bytes_no_control_remains, (const std::string& bytes)) {
  for (char32_t c : from_utf8(visible(bytes)))
    RC_ASSERT((c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0)));
}

}  // namespace
}  // namespace entente::report
