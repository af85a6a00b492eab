// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "extract/people_kit.h"

namespace entente::extract {
namespace {

namespace fs = std::filesystem;

std::string party_of_words(const std::string& words) {
  const auto found = mentions_of("Officials said that " + words + " had refused.");
  for (const std::string& one : found)
    if (one.find("(party)") != std::string::npos)
      return one.substr(one.find(" / ") + 3, one.rfind(" (") - one.find(" / ") - 3);
  return "";
}

TEST(Gazetteer, every_way_to_write_a_country_leads_to_its_short_name) {
  for (const char* form : {"the United States", "the US", "the U.S.", "the USA", "America",
                           "Washington", "the Americans", "the White House"})
    EXPECT_EQ(party_of_words(form), "United States") << form;
  for (const char* form : {"the UK", "the U.K.", "Britain", "the United Kingdom", "London",
                           "Downing Street", "the Britons"})
    EXPECT_EQ(party_of_words(form), "United Kingdom") << form;
}

TEST(Gazetteer, both_spellings_of_a_renamed_capital_stand_for_one_state) {
  EXPECT_EQ(party_of_words("Kyiv"), "Ukraine");
  EXPECT_EQ(party_of_words("Kiev"), "Ukraine");
  EXPECT_EQ(party_of_words("Astana"), "Kazakhstan");
  EXPECT_EQ(party_of_words("Nur-Sultan"), "Kazakhstan");
}

TEST(Gazetteer, accents_and_stops_do_not_matter) {
  EXPECT_EQ(party_of_words("Türkiye"), "Turkey");
  EXPECT_EQ(party_of_words("Turkiye"), "Turkey");
  EXPECT_EQ(party_of_words("Côte d’Ivoire"), "Ivory Coast");
  EXPECT_EQ(party_of_words("Bogotá"), "Colombia");
  EXPECT_EQ(party_of_words("Bogota"), "Colombia");
}

TEST(Gazetteer, regions_and_organisations_are_parties_too) {
  EXPECT_EQ(party_of_words("Europe"), "Europe");
  EXPECT_EQ(party_of_words("the Europeans"), "Europe");
  EXPECT_EQ(party_of_words("the European Commission"), "European Union");
  EXPECT_EQ(party_of_words("the UN"), "United Nations");
  EXPECT_EQ(party_of_words("the North Atlantic Treaty Organization"), "NATO");
}

TEST(Gazetteer, an_acronym_needs_its_capitals) {
  EXPECT_EQ(party_of_words("us"), "");
  EXPECT_EQ(party_of_words("who"), "");
  EXPECT_EQ(party_of_words("the WHO"), "World Health Organization");
}

TEST(Gazetteer, a_text_that_shouts_names_no_acronym_by_chance) {
  const auto found = mentions_of("THEY WILL TELL US EVERYTHING TOMORROW.");
  EXPECT_EQ(mention(found, "US").find("United States"), std::string::npos);
}

TEST(Gazetteer, a_codebook_party_is_found_by_name_alias_demonym_and_seat) {
  for (const char* form : {"Ruritania", "the Ruritanians", "Strelsau", "the Lantern House"})
    EXPECT_EQ(party_of_words(form), "Ruritania") << form;
  for (const char* form : {"the Lake Pact", "the Pact", "LPO", "the pact's council"})
    EXPECT_EQ(party_of_words(form), "Lake Pact") << form;
}

TEST(Gazetteer, a_codebook_word_wins_over_the_data) {
  Party party;
  party.name = "Lakeland";
  party.demonyms = {"Georgian"};
  party.seats = {"Paris"};
  const Gazetteer mine = or_throw(Gazetteer::load(ENTENTE_SOURCE_DIR "/data/names", {party}));
  const std::u32string text = U"Paris and Georgian envoys refused.";
  const auto found = find_mentions(text::read_prose(text, {}), mine, {});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].party, "Lakeland");
  EXPECT_EQ(found[1].party, "Lakeland");
}

TEST(Gazetteer, every_country_of_the_data_is_found_by_its_name) {
  std::ifstream rows(ENTENTE_SOURCE_DIR "/data/names/countries.tsv");
  std::size_t asked = 0;
  for (std::string line; std::getline(rows, line);) {
    const std::size_t tab = line.find("\tname\t");
    if (line.starts_with("#") || tab == std::string::npos ||
        line.substr(0, tab) != line.substr(tab + 6))
      continue;
    ++asked;
    EXPECT_EQ(party_of_words(line.substr(0, tab)), line.substr(0, tab));
  }
  EXPECT_GT(asked, 200u);
}

TEST(Gazetteer, a_folder_without_names_is_a_sentence_not_a_crash) {
  const auto loaded = Gazetteer::load("/nonexistent", {});
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().kind, FailureKind::missing);
  EXPECT_NE(loaded.error().what.find("countries.tsv"), std::string::npos);
}

TEST(Gazetteer, a_row_that_is_none_is_named_with_its_line) {
  const fs::path folder = fs::path(testing::TempDir()) / "names_with_a_bad_row";
  fs::remove_all(folder);
  fs::copy(ENTENTE_SOURCE_DIR "/data/names", folder, fs::copy_options::recursive);
  std::ofstream(folder / "countries.tsv") << "# head\nRuritania\tnickname\tRuri\n";
  const auto loaded = Gazetteer::load(folder, {});
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().kind, FailureKind::bad_input);
  EXPECT_NE(loaded.error().what.find("line 2"), std::string::npos);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace entente::extract
