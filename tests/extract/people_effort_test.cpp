// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "extract/people/cast.h"
#include "extract/people/likeness.h"
#include "extract/people/spelling_index.h"
#include "extract/people_kit.h"

namespace entente::extract {
namespace {

// A word of its own for each number, as unlike the others as pairs of syllables are.
std::string word_of(std::size_t number) {
  static constexpr const char* syllables[] = {"bar", "kod", "rit", "ten", "mul", "sov", "vek",
                                              "dal", "pon", "gus", "fim", "zor", "hel", "wax"};
  std::string out;
  for (int n = 0; n < 4; ++n, number /= std::size(syllables))
    out += syllables[number % std::size(syllables)];
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string text_of(std::size_t names) {
  std::string out;
  for (std::size_t i = 0; i < names; ++i)
    out += "Envoy " + word_of(3 * i + 7) + " " + word_of(5 * i + 11) +
           " said that the road was shut.\n\n";
  return out;
}

struct Effort {
  std::size_t people, learning, reading;
};

Effort effort_of(const std::string& text) {
  const std::u32string wide = from_utf8(text);
  const text::Prose prose = text::read_prose(wide, {});
  Roster roster;
  roster.learn(DocumentId{1}, prose, gazetteer());
  const Pieces pieces = cut_pieces(prose, gazetteer().index());
  const std::vector<Item> items = scan_phrases(pieces);
  const Cast cast(pieces, items, roster);
  return {roster.people().size(), roster.looked_at(), cast.looked_at()};
}

TEST(PeopleEffort, four_times_the_names_are_looked_at_about_four_times_as_often) {
  const Effort few = effort_of(text_of(250)), many = effort_of(text_of(1000));
  ASSERT_GT(few.people, 240u);
  ASSERT_GT(many.people, 980u);
  EXPECT_LT(many.learning, 6 * few.learning + 100);
  EXPECT_LT(many.reading, 6 * few.reading + 100);
  EXPECT_LT(many.learning, 40 * many.people);
}

TEST(PeopleEffort, a_surname_that_all_share_costs_no_more_for_each) {
  std::string few, many;
  for (std::size_t i = 0; i < 800; ++i) {
    const std::string one = "Envoy " + word_of(3 * i + 7) + " Roe said that the road was shut.\n\n";
    if (i < 200) few += one;
    many += one;
  }
  EXPECT_LT(effort_of(many).learning, 6 * effort_of(few).learning);
  EXPECT_LT(effort_of(many).reading, 6 * effort_of(few).reading + 100);
}

TEST(SpellingIndex, finds_whatever_same_sound_finds) {
  std::vector<std::u32string> words;
  for (const char* word : {"kerensky", "kerenskyy", "kerenski", "kierensky", "roe", "row", "tarnov",
                           "tarnow", "tarnof", "abdelmajidov", "abdulmajidow", "abdelmejid",
                           "wickramasinghe", "vikremasingha", "khan", "han", "aliyev", "alijew"})
    words.push_back(from_utf8(word));
  SpellingIndex index;
  for (std::size_t i = 0; i < words.size(); ++i) index.add(words[i], i);
  for (const auto& word : words) {
    std::vector<std::size_t> alike;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (same_sound(sound_of(word), sound_of(words[i]))) alike.push_back(i);
    std::size_t compared = 0;
    EXPECT_EQ(index.like(word, compared), alike) << to_utf8(word);
  }
}

TEST(SpellingIndex, compares_few_of_many_words) {
  SpellingIndex index;
  for (std::size_t i = 0; i < 2000; ++i) index.add(from_utf8(word_of(7 * i)), i);
  std::size_t compared = 0;
  EXPECT_FALSE(index.like(from_utf8(word_of(7 * 1234)), compared).empty());
  EXPECT_LT(compared, 100u);
}

}  // namespace
}  // namespace entente::extract
