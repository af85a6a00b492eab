// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/units.h"

#include <gtest/gtest.h>

namespace entente::extract::learned {
namespace {

std::vector<std::u32string> unit_words(std::u32string_view text) {
  const text::Prose prose = text::read_prose(text, {});
  std::vector<std::u32string> out;
  for (const Unit& unit : cut_units(prose).units)
    out.emplace_back(text.substr(unit.span.begin, unit.span.size()));
  return out;
}

TEST(Units, the_owner_s_ending_stands_alone) {
  EXPECT_EQ(unit_words(U"The envoy's aide said they\u2019re late."),
            (std::vector<std::u32string>{U"The", U"envoy", U"'s", U"aide", U"said", U"they",
                                         U"\u2019re", U"late", U"."}));
}

TEST(Units, know_whether_they_stand_in_a_quotation) {
  const std::u32string text = U"\"We agree,\" she said.";
  const Units units = cut_units(text::read_prose(text, {}));
  ASSERT_EQ(units.units.size(), 8u);
  EXPECT_EQ(units.units[0].quote, QuoteState::opening);
  EXPECT_EQ(units.units[1].quote, QuoteState::inside);
  EXPECT_EQ(units.units[4].quote, QuoteState::closing);
  EXPECT_EQ(units.units[5].quote, QuoteState::outside);
  EXPECT_EQ(units.units[5].quotation, 0u);
}

TEST(Units, each_paragraph_is_a_passage_and_all_are_covered) {
  const std::u32string text = U"One line here.\n\nAnother line. It goes on.\n";
  const Units units = cut_units(text::read_prose(text, {}));
  ASSERT_EQ(units.passages.size(), 2u);
  EXPECT_EQ(units.passages[0].last, units.passages[1].first);
  EXPECT_EQ(units.passages[1].last, units.units.size());
}

TEST(Units, a_paragraph_without_end_is_cut_into_passages_of_bounded_length) {
  std::u32string text;
  for (int i = 0; i < 20000; ++i) text += U"word ";
  const Units units = cut_units(text::read_prose(text, {}));
  ASSERT_GT(units.passages.size(), 10u);
  for (Passage passage : units.passages) EXPECT_LE(passage.size(), 1002u);
}

}  // namespace
}  // namespace entente::extract::learned
