// SPDX-License-Identifier: Apache-2.0
// Coloured words are the narrator's, and the same for every party.
#include "extract/loaded.h"

#include <gtest/gtest.h>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

using Found = std::vector<std::string>;

// "words colour", of all statements.
Found coloured(const std::string& text) {
  const std::u32string points = from_utf8(text);
  Found out;
  for (const Statement& statement : kit::extracted(text).statements)
    for (const Loaded& one : statement.loaded)
      out.push_back(slice_utf8(points, one.span) + " " + std::string(word_of(one.colour)));
  return out;
}

TEST(Loaded, a_speech_verb_that_judges_is_marked_and_said_is_not) {
  EXPECT_EQ(coloured("\"We want a ceasefire,\" Ilan Corvo claimed."), Found{"claimed doubt"});
  EXPECT_EQ(coloured("\"We want a ceasefire,\" Ilan Corvo boasted."), Found{"boasted scorn"});
  EXPECT_EQ(coloured("\"We want a ceasefire,\" Ilan Corvo admitted."), Found{"admitted guilt"});
  EXPECT_EQ(coloured("\"We want a ceasefire,\" Ilan Corvo said."), Found{});
}

TEST(Loaded, what_a_speaker_says_is_the_speakers_and_not_the_narrators) {
  EXPECT_EQ(coloured("\"The regime in Torvik claimed too much,\" Ilan Corvo said."), Found{});
  EXPECT_EQ(coloured("Ilan Corvo said the regime in Torvik would fall."), Found{});
}

TEST(Loaded, words_about_the_speaker_count) {
  EXPECT_EQ(coloured("Ilan Corvo of the Avarian regime said he wanted a ceasefire."),
            Found{"regime scorn"});
}

TEST(Loaded, holds_for_every_party_alike) {
  for (const char* party : {"Avaria", "Belmark", "Corland"})
    EXPECT_EQ(coloured(std::string(party) + " claimed that it wanted a ceasefire."),
              Found{"claimed doubt"})
        << party;
}

}  // namespace
}  // namespace entente::extract
