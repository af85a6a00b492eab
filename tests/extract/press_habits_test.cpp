// SPDX-License-Identifier: Apache-2.0
// For whom somebody speaks, where the press takes it as known.
#include <gtest/gtest.h>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

struct Placed {
  std::string text, words, party;
};

// The party of the statement that holds these words.
std::string party_behind(const std::string& text, const std::string& words) {
  const std::u32string all = from_utf8(text);
  const std::size_t at = all.find(from_utf8(words));
  for (const Statement& statement : kit::extracted(text).statements)
    for (const Span part : statement.content)
      if (part.begin <= at && at < part.end) return statement.party;
  return "no statement";
}

void expect_spoken_for(const std::vector<Placed>& cases) {
  for (const Placed& one : cases)
    EXPECT_EQ(party_behind(one.text, one.words), one.party) << one.text;
}

// Belmark is what the text tells of, so that a guess by the passage would be Belmark.
const std::string told =
    "Belmark's army holds the ridge. Belmark waits, and Belmark's cabinet met again.\n\n";

TEST(PressHabits, a_minister_who_says_what_a_state_will_do_is_of_that_state) {
  expect_spoken_for({
      {told + "Defence Minister Ada Loe told the state news agency on Monday that Avaria would not "
              "send troops.",
       "would not send", "Avaria"},
      {told + "Avaria could send troops by June, Defence Minister Ada Loe told lawmakers.",
       "could send", "Avaria"},
      {told + "Defence Minister Ada Loe told lawmakers on Monday that it was late.", "it was late",
       "Belmark"},
  });
}

TEST(PressHabits, a_form_of_address_that_a_country_does_not_give_rules_it_out) {
  const std::string both =
      "France waits, and the French cabinet met again. France sent its army. The British cabinet "
      "is "
      "worried, and British envoys are there.\n\nThe French army moved on. ";
  expect_spoken_for({
      {both + "Defence Minister Sir Otto Loe said it was late.", "it was late", "United Kingdom"},
      {both + "Defence Minister Otto Loe said it was late.", "it was late", "France"},
  });
}

TEST(PressHabits, links_over_an_imprint_tell_no_affairs) {
  expect_spoken_for(
      {{told + "Government spokesman Max Moe said it was late.\n\nMore of Avaria\nCopyright "
               "2031 LNN. All rights reserved.",
        "it was late", "Belmark"}});
}

TEST(PressHabits, one_of_a_group_speaks_for_the_group) {
  expect_spoken_for({
      {"Avarian diplomats concede that the pressure is mounting. One said the truce was lost.",
       "the truce was lost", "Avaria"},
      {"Avarian diplomats concede that the pressure is mounting.\n\nOne said the truce was lost.",
       "the truce was lost", ""},
  });
}

TEST(PressHabits, they_are_those_who_acted_and_not_those_who_listened) {
  expect_spoken_for(
      {{"Avarian officials who briefed reporters by phone described the offer as good. "
        "They warned it would not last.",
        "would not last", "Avaria"}});
}

TEST(PressHabits, a_quotation_of_its_own_is_of_whoever_was_reported_just_before) {
  expect_spoken_for({
      {"Avaria's Foreign Minister Jane Roe said her country needed time. She asked that it be "
       "consulted.\n\n\"Please do not send somebody to discuss us.\"\n",
       "Please do not", "Avaria"},
      {"The ridge is not the prize but the door, Avarian envoy Jane Roe told reporters. \"If they "
       "get it, they will look for the next handle.\"\n",
       "If they get it", "Avaria"},
  });
}

TEST(PressHabits, words_behind_a_colon_are_of_whoever_opens_the_sentence) {
  expect_spoken_for(
      {{"Belmarkian envoy Max Moe said it was late. In response the Avarian foreign "
        "ministry posted a picture with the words: \"We have some experience of it.\"\n",
        "We have some experience", "Avaria"}});
}

TEST(PressHabits, who_speaks_for_a_body_that_states_have_is_of_the_state_told_of) {
  expect_spoken_for({{told + "The spokesman for the army, Max Moe, said the ridge was lost.",
                      "the ridge was lost", "Belmark"}});
}

TEST(PressHabits, bodies_that_only_one_state_has_need_no_country) {
  expect_spoken_for({
      {told + "A senior administration official said it was late.", "it was late", "United States"},
  });
}

TEST(PressHabits, the_object_of_a_predicate_wins_over_weak_words_behind_it) {
  const auto issues =
      kit::positions("Avaria offered to lift the embargo on Belmark's oil companies.");
  for (const std::string& one : issues) EXPECT_EQ(one.find("natural_resources"), one.npos) << one;
  EXPECT_FALSE(issues.empty());
}

}  // namespace
}  // namespace entente::extract
