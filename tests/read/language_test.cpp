// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "read/read_kit.h"

namespace entente::read_test {
namespace {

constexpr const char* german =
    "Die Gesandten trafen sich am Montag im Hafen und sprachen drei Stunden lang über den Kanal "
    "und "
    "seine Schleusen, teilten Beamte beider Seiten am Abend mit und nannten das Treffen offen. ";

std::string language_of_text(const std::string& text) { return document_of(text).card.language; }

TEST(Language, is_english_by_its_small_words_or_not_known) {
  EXPECT_EQ(language_of_text(first_paragraph + " " + second_paragraph), "en");
  EXPECT_EQ(language_of_text("Talks near end, envoys say; canal stays shut"), "");
  EXPECT_EQ(language_of_text("No."), "");
}

TEST(Language, another_one_is_known_by_its_own_small_words_or_letters) {
  for (const char* text :
       {german,
        "Les ministres se sont vus lundi dans le port et ont dit que les pourparlers sur le canal "
        "ne sont pas finis, mais que rien ne serait signé avec eux avant avril.",
        "Los ministros se vieron el lunes en el puerto y no hay un acuerdo sobre el canal, pero "
        "han dicho que las conversaciones siguen para esta semana.",
        "部长说谈判将继续进行，条约即将签署。"})
    EXPECT_EQ(language_of_text(text), "und") << text;
}

TEST(Language, talk_headlines_and_lists_of_names_are_not_taken_for_another) {
  for (const char* text :
       {"\"I will never give up my country,\" President Roe told reporters. \"You can all go home "
        "now, my friends.\"",
        "Canal talks collapse\n\nEnvoys leave Haldstad early\n\nGrain prices double, barges stay "
        "put, dockers strike again",
        "Ruvan Oskarrel, Ilan Corvo, Juan de la Cruz, Marie du Pont, Piet van der Berg, Osa Lind, "
        "Jorun Estay, Pelle Urdane, Mirele Tandrach, Hadi bin Saleh, Luis de los Santos",
        "Who won? You did! Me? Never, my dear, never again. Ask Jon, ask Mia, ask anybody here"})
    EXPECT_NE(language_of_text(text), "und") << text;
}

TEST(Language, english_in_any_part_is_enough) {
  std::string long_german;
  for (int i = 0; i < 20; ++i) long_german += german;
  EXPECT_EQ(language_of_text(long_german), "und");
  std::string english;
  for (int i = 0; i < 10; ++i) english += first_paragraph + "\n\n" + second_paragraph + "\n\n";
  EXPECT_EQ(language_of_text(long_german + "\n\n" + english), "en");
}

TEST(Language, words_are_believed_before_what_a_page_says) {
  const std::string english = first_paragraph + " " + second_paragraph;
  EXPECT_EQ(language_of_text("Language: de\n\n" + english), "en");
  EXPECT_EQ(language_of_text("Language: en-GB\n\n" + english), "en-GB");
  EXPECT_EQ(language_of_text(std::string("Language: en\n\n") + german), "und");
  EXPECT_EQ(language_of_text(std::string("Language: de\n\n") + german), "de");
}

}  // namespace
}  // namespace entente::read_test
