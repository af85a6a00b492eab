// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/names.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente::extract::learned {
namespace {

Vocabulary known_words() {
  std::vector<Vocabulary::Entry> entries;
  const auto add = [&](std::u32string_view word, WordUse use) {
    WordClass known;
    known.use = use;
    entries.push_back({Vocabulary::key_of(hash_of(word)), known});
  };
  for (std::u32string_view word : {U"the", U"talks", U"rice", U"pro", U"led", U"many", U"to",
                                   U"end", U"said", U"will", U"grow", U"us"})
    add(word, WordUse::common);
  add(U"turkey", WordUse::name);
  add(U"green", WordUse::begins_name);
  for (std::u32string_view word : {U"president", U"monday", U"i"}) add(word, WordUse::title);
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.key < b.key; });
  return Vocabulary(std::move(entries));
}

// The words of a text as the weights see them, names as "*".
std::string seen(std::u32string_view text) {
  const text::Prose prose = text::read_prose(text, {});
  Units units = cut_units(prose);
  mark_names(prose, known_words(), units);
  std::string out;
  for (const Unit& unit : units.units) {
    if (!out.empty()) out += ' ';
    for (char32_t c :
         seen_form(std::u32string_view(prose.folded).substr(unit.span.begin, unit.span.size()),
                   unit.names))
      out += c == name_sign ? '*' : static_cast<char>(c);
  }
  return out;
}

TEST(Names, a_capital_inside_a_sentence_makes_a_name) {
  EXPECT_EQ(seen(U"The talks with Roe and the Rice group went on."),
            "the talks with * and the * group went on .");
}

TEST(Names, titles_and_days_stay_words) {
  EXPECT_EQ(seen(U"The talks with President Roe end on Monday, I hear."),
            "the talks with president * end on monday , i hear .");
}

TEST(Names, at_the_beginning_what_nobody_writes_small_is_a_name) {
  EXPECT_EQ(seen(U"Roe said yes. Talks end."), "* said yes . talks end .");
  EXPECT_EQ(seen(U"\"Roe will,\" many said. \"Talks will end.\""),
            "\" * will , \" many said . \" talks will end . \"");
}

TEST(Names, a_common_word_is_a_name_where_the_text_uses_it_as_one) {
  EXPECT_EQ(seen(U"Rice will grow."), "rice will grow .");
  EXPECT_EQ(seen(U"The talks with Ann Rice went on. Rice said so."),
            "the talks with * * went on . * said so .");
  EXPECT_EQ(seen(U"They spoke to the Rice group of rice, rice and more. Rice will grow."),
            "* spoke to the * group of rice , rice and more . rice will grow .");
}

TEST(Names, countries_are_names_whatever_else_they_mean) {
  EXPECT_EQ(seen(U"Turkey said so."), "* said so .");
  EXPECT_EQ(seen(U"Green Isles said so. Green grass will grow."),
            "* * said so . green grass will grow .");
}

TEST(Names, capitals_of_headings_tell_nothing_but_for_abbreviations) {
  EXPECT_EQ(seen(U"Talks to End Rice"), "talks to end rice");
  EXPECT_EQ(seen(U"US talks end, many said."), "* talks end , many said .");
}

TEST(Names, in_a_joined_word_the_name_alone_is_a_sign) {
  EXPECT_EQ(seen(U"The pro-Roe group and the Doe-led one met al-Poe and Loe-Moe."),
            "the pro-* group and the *-led one met * and * .");
}

TEST(Names, numbers_are_alike) {
  EXPECT_EQ(seen(U"The talks end in 1999."), "the talks end in 0000 .");
}

TEST(Names, without_a_vocabulary_every_capital_makes_one) {
  const std::u32string text = U"Talks with Roe end.";
  const text::Prose prose = text::read_prose(text, {});
  Units units = cut_units(prose);
  mark_names(prose, {}, units);
  std::vector<bool> names;
  for (const Unit& unit : units.units) names.push_back(unit.names != 0);
  EXPECT_EQ(names, (std::vector<bool>{true, false, true, false, false}));
}

}  // namespace
}  // namespace entente::extract::learned
