// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "extract/people_kit.h"

namespace entente::extract {
namespace {

const std::string met_before =
    "Ruritanian President Jane Roe met Freedonian Foreign Minister Max Moe in Paris. ";

std::string mention_kind(const std::string& text, const std::string& words) {
  const std::string found = mention(mentions_of(text), words);
  return found.substr(found.rfind('(') == std::string::npos ? 0 : found.rfind('('));
}

TEST(Mentions, a_surname_alone_is_the_person_of_the_document) {
  const auto found =
      mentions_of(met_before + "Roe spoke. Mr. Moe did not. President Roe left with MOE.");
  EXPECT_EQ(mention(found, "Roe"), "Jane Roe / Ruritania (person)");
  EXPECT_EQ(mention(found, "Mr. Moe"), "Max Moe / Freedonia (person)");
  EXPECT_EQ(mention(found, "President Roe"), "Jane Roe / Ruritania (person)");
  EXPECT_EQ(mention(found, "MOE"), "Max Moe / Freedonia (person)");
}

TEST(Mentions, a_surname_that_the_document_does_not_explain_is_the_cases_person) {
  CaseReader reader;
  reader.learn(met_before);
  EXPECT_EQ(mention(reader.mentions("Roe refused on Monday."), "Roe"),
            "Jane Roe / Ruritania (person)");
}

TEST(Mentions, the_documents_own_person_comes_before_the_cases) {
  CaseReader reader;
  reader.learn(met_before);
  const std::string text = "Freedonian envoy Harold Roe spoke. Roe was brief.";
  reader.learn(text);
  EXPECT_EQ(mention(reader.mentions(text), "Roe"), "Harold Roe / Freedonia (person)");
}

TEST(Mentions, a_title_tells_two_bearers_of_a_surname_apart) {
  const auto found = mentions_of(
      "Ruritanian President Jane Roe met Freedonian Foreign Minister Harold Roe. "
      "President Roe was late. Foreign Minister Roe was not.");
  EXPECT_EQ(mention(found, "President Roe"), "Jane Roe / Ruritania (person)");
  EXPECT_EQ(mention(found, "Foreign Minister Roe"), "Harold Roe / Freedonia (person)");
}

TEST(Mentions, joined_names_are_two) {
  const auto found = mentions_of(
      met_before + "The Roe-Moe talks and the Ruritania-Freedonia border were the theme.");
  EXPECT_EQ(mention(found, "Roe"), "Jane Roe / Ruritania (person)");
  EXPECT_EQ(mention(found, "Moe"), "Max Moe / Freedonia (person)");
  EXPECT_EQ(mention(found, "Ruritania"), " / Ruritania (party)");
  EXPECT_EQ(mention(found, "Freedonia"), " / Freedonia (party)");
}

TEST(Mentions, a_capital_is_a_place_where_the_words_say_so) {
  for (const char* text :
       {"They met in Strelsau.", "He travels to Strelsau.", "She visited Strelsau.",
        "They came from Strelsau.", "The Strelsau talks began.",
        "STRELSAU, March 3 (Northwater) - Talks began.", "STRELSAU\n\nTalks began.",
        "It lies north of Strelsau.", "They met in Paris and Strelsau."})
    EXPECT_EQ(mention_kind(text, std::string(text).starts_with("STREL") ? "STRELSAU" : "Strelsau"),
              "(place)")
        << text;
}

TEST(Mentions, a_capital_is_a_government_where_it_acts) {
  for (const char* text :
       {"Strelsau said no.", "They agreed with Strelsau.", "Strelsau's position is known.",
        "It is between Strelsau and Freeport City.", "There was no comment from Strelsau.",
        "Weapons for Strelsau were delayed.", "Contacts with Strelsau were difficult."}) {
    const auto found = mentions_of(text);
    EXPECT_EQ(mention(found, "Strelsau"), " / Ruritania (party)") << text;
  }
}

TEST(Mentions, a_country_is_land_where_it_is_fought_over_or_visited) {
  for (const char* text : {"They left occupied Ruritania.", "The war in Ruritania went on.",
                           "Snow fell in eastern Ruritania.", "They landed in Ruritania."})
    EXPECT_EQ(mention_kind(text, "Ruritania"), "(place)") << text;
  EXPECT_EQ(mention_kind("There was progress in Ruritania talks.", "Ruritania"), "(party)");
}

TEST(Mentions, a_towns_name_inside_another_name_is_neither) {
  const auto found =
      mentions_of("Their ambassador quoted the Strelsau Courier on the Paris Accord.");
  EXPECT_EQ(mention(found, "Strelsau"), "not mentioned");
  EXPECT_EQ(mention(found, "Paris"), "not mentioned");
}

TEST(Mentions, for_or_against_a_party_is_not_of_it) {
  EXPECT_EQ(
      mention(mentions_of("A pro-Ruritanian crowd and non-European states met."), "Ruritanian"),
      "not mentioned");
}

TEST(Mentions, groups_have_a_party_and_no_name) {
  const auto found = mentions_of(
      "Three Ruritanian diplomats, one of the Freedonian officials, officials from Strelsau and "
      "sources spoke. "
      "Ruritanian and European leaders listened.");
  EXPECT_EQ(mention(found, "Three Ruritanian diplomats"), " / Ruritania (unnamed)");
  EXPECT_EQ(mention(found, "one of the Freedonian officials"), " / Freedonia (unnamed)");
  EXPECT_EQ(mention(found, "officials from Strelsau"), " / Ruritania (unnamed)");
  EXPECT_EQ(mention(found, "sources"), " /  (unnamed)");
  EXPECT_EQ(mention(found, "Ruritanian"), " / Ruritania (unnamed)");
  EXPECT_EQ(mention(found, "European leaders"), " / Europe (unnamed)");
}

TEST(Mentions, envoys_of_two_parties_belong_to_neither) {
  const auto found = mentions_of("Envoys from Ruritania and Freedonia met.");
  EXPECT_EQ(mention(found, "Envoys"), " /  (unnamed)");
  EXPECT_EQ(mention(found, "Ruritania"), " / Ruritania (party)");
}

TEST(Mentions, a_government_and_its_ministries_are_the_party) {
  const auto found = mentions_of(
      "The Ruritanian side, Freedonia's defence ministry and the Freedonian delegation agreed. The "
      "delegation left.");
  EXPECT_EQ(mention(found, "The Ruritanian side"), " / Ruritania (party)");
  EXPECT_EQ(mention(found, "Freedonia's defence ministry"), " / Freedonia (party)");
  EXPECT_EQ(mention(found, "The delegation"), " / Freedonia (party)");
}

TEST(Mentions, a_role_is_whoever_holds_it) {
  const auto found = mentions_of(
      met_before +
      "The Ruritanian president smiled. The foreign minister did not. The president left.");
  EXPECT_EQ(mention(found, "The Ruritanian president"), "Jane Roe / Ruritania (role)");
  EXPECT_EQ(mention(found, "The foreign minister"), "Max Moe / Freedonia (role)");
  EXPECT_EQ(mention(found, "The president"), "Jane Roe / Ruritania (role)");
}

TEST(Mentions, a_role_is_not_somebody_of_another_rank_or_party) {
  const auto found =
      mentions_of(met_before + "The prime minister was away, and so was the Freedonian president.");
  EXPECT_EQ(mention(found, "The prime minister"), " / Ruritania (role)");
  EXPECT_EQ(mention(found, "the Freedonian president"), " / Freedonia (role)");
}

TEST(Mentions, a_role_may_be_held_by_somebody_of_another_document) {
  CaseReader reader;
  reader.learn("NATO Secretary General Otto Roe spoke.");
  const std::string text = "Leaders joined the NATO Secretary General on Monday.";
  EXPECT_EQ(mention(reader.mentions(text), "the NATO Secretary General"), "Otto Roe / NATO (role)");
}

TEST(Mentions, an_apposition_is_its_person) {
  const auto found = mentions_of(met_before +
                                 "Roe called Moe, the Freedonian diplomat who was ill. Ivo Tarn, "
                                 "Roe's special envoy to Freedonia, told reporters so.");
  EXPECT_EQ(mention(found, "the Freedonian diplomat"), "Max Moe / Freedonia (role)");
  EXPECT_EQ(mention(found, "Roe's special envoy to Freedonia"), "Ivo Tarn / Ruritania (role)");
}

TEST(Mentions, he_is_the_speaker_of_the_sentence_before) {
  const auto found = mentions_of(
      "Freedonian envoy Max Moe met Ruritanian spokesman Ivo Tarn. Moe told Tarn that talks had "
      "failed. He left early.");
  EXPECT_EQ(mention(found, "He"), "Max Moe / Freedonia (pronoun)");
}

TEST(Mentions, he_is_nobody_inside_an_apposition_or_behind_a_preposition) {
  const auto found = mentions_of(
      "Max Moe, Freedonian Prime Minister Otto Loe's special envoy to Ruritania, said talks with "
      "Ruritanian aide Ivo Tarn "
      "had failed.\n\nPressed for details, he declined.");
  EXPECT_EQ(mention(found, "he").substr(0, 7), "Max Moe");
}

TEST(Mentions, a_pronoun_keeps_to_the_gender_that_titles_tell) {
  const auto found = mentions_of(
      "Ruritanian spokeswoman Ina Poe and Freedonian spokesman Ivo Tarn met. She smiled. He did "
      "not.");
  EXPECT_EQ(mention(found, "She"), "Ina Poe / Ruritania (pronoun)");
  EXPECT_EQ(mention(found, "He"), "Ivo Tarn / Freedonia (pronoun)");
}

TEST(Mentions, him_is_the_other_one) {
  const auto found =
      mentions_of(met_before + "Moe said he spoke with Ruritanian envoy Ivo Tarn and briefed him.");
  EXPECT_EQ(mention(found, "he"), "Max Moe / Freedonia (pronoun)");
  EXPECT_EQ(mention(found, "him"), "Ivo Tarn / Ruritania (pronoun)");
}

TEST(Mentions, they_are_the_last_group) {
  const auto found = mentions_of(met_before + "Freedonian officials refused. They gave no reason.");
  EXPECT_EQ(mention(found, "They"), " / Freedonia (pronoun)");
}

TEST(Mentions, we_and_i_are_who_says_so) {
  const auto found = mentions_of(
      met_before +
      "\"We are ready,\" Moe said, \"and I mean it.\"\n\n\"Our team has left,\" said Roe.");
  EXPECT_EQ(mention(found, "We"), "Max Moe / Freedonia (pronoun)");
  EXPECT_EQ(mention(found, "I"), "Max Moe / Freedonia (pronoun)");
  EXPECT_EQ(mention(found, "Our team"), " / Ruritania (party)");
}

TEST(Mentions, we_in_a_quotation_that_goes_on_is_the_same_speaker) {
  const auto found = mentions_of(
      met_before + "\n\n\"We are ready,\" Moe said. \"We are.\n\n\"Nothing stops us.\"");
  EXPECT_EQ(mention(found, "us"), "Max Moe / Freedonia (pronoun)");
}

TEST(Mentions, we_in_a_transcript_is_whose_turn_it_is) {
  const auto found =
      mentions_of(met_before + "\n\nJANE ROE: We want peace.\n\nMAX MOE: So do we.\n\nI mean it.");
  EXPECT_EQ(mention(found, "We"), "Jane Roe / Ruritania (pronoun)");
  EXPECT_EQ(mention(found, "we"), "Max Moe / Freedonia (pronoun)");
  EXPECT_EQ(mention(found, "I"), "Max Moe / Freedonia (pronoun)");
}

TEST(Mentions, we_behind_a_colon_is_who_spoke_before_it) {
  const auto found = mentions_of(
      met_before + "\n\nMoe said that evening:\n\nToday we made progress. I am grateful.");
  EXPECT_EQ(mention(found, "we"), "Max Moe / Freedonia (pronoun)");
  EXPECT_EQ(mention(found, "I"), "Max Moe / Freedonia (pronoun)");
}

TEST(Mentions, an_office_belongs_to_its_person) {
  EXPECT_EQ(mention(mentions_of(met_before + "Roe's office called it useful."), "Roe's office"),
            "Jane Roe / Ruritania (party)");
}

TEST(Mentions, a_ministry_without_a_country_is_that_of_the_capital_it_speaks_in) {
  const auto found = mentions_of(
      "The Ruritanian defence ministry agreed. In Freeport City, the defence ministry said it "
      "would wait.");
  EXPECT_EQ(mention(found, "the defence ministry"), " / Freedonia (party)");
}

TEST(Mentions, the_official_is_the_one_spoken_of_before) {
  const auto found = mentions_of(
      "A senior Freedonian official spoke in the evening. The official said talks would go on.");
  EXPECT_EQ(mention(found, "The official"), " / Freedonia (role)");
}

TEST(Mentions, the_chief_of_a_party_is_its_last_officer) {
  const auto found = mentions_of(
      "UN Secretary-General Otto Roe spoke after NATO spokeswoman Ina Poe. The U.N. chief was "
      "brief.");
  EXPECT_EQ(mention(found, "The U.N. chief"), "Otto Roe / United Nations (role)");
}

TEST(Mentions, an_administration_is_named_after_its_person) {
  const auto found = mentions_of(met_before + "The Roe administration will wait.");
  EXPECT_EQ(mention(found, "The Roe administration"), " / Ruritania (party)");
}

TEST(Mentions, a_spokesman_for_a_president_is_not_the_president) {
  const auto found = mentions_of("A spokesman for Ruritanian President Jane Roe declined.");
  EXPECT_EQ(mention(found, "A spokesman"), " / Ruritania (unnamed)");
  EXPECT_EQ(mention(found, "Ruritanian President Jane Roe"), "Jane Roe / Ruritania (person)");
}

TEST(Mentions, they_of_two_parties_are_neither) {
  const auto found = mentions_of("Ruritania and Freedonia said they had agreed.");
  EXPECT_EQ(mention(found, "they"), " /  (pronoun)");
}

TEST(Mentions, small_words_before_a_surname_belong_to_it) {
  const auto found =
      mentions_of("Ruritanian envoy Maria de la Roe spoke. But de la Roe was brief.");
  EXPECT_EQ(mention(found, "de la Roe"), "Maria de la Roe / Ruritania (person)");
}

TEST(Mentions, a_surname_that_is_also_a_town_is_the_person_unless_somebody_is_there) {
  const auto found =
      mentions_of("Freedonian envoy Cameron Hudson spoke. Hudson said no. They met in Hudson.");
  EXPECT_EQ(mention(found, "Hudson"), "Cameron Hudson / Freedonia (person)");
  EXPECT_EQ(mention(found, "Hudson", 2), " /  (place)");
}

TEST(Mentions, the_presidents_envoy_is_the_envoy) {
  const auto found =
      mentions_of(met_before + "Ivo Tarn, the president's special envoy, left early.");
  EXPECT_EQ(mention(found, "the president's special envoy"), "Ivo Tarn / Ruritania (role)");
}

TEST(Mentions, answers_are_given_by_whom_the_interview_introduces) {
  const auto found =
      mentions_of("Freedonian envoy Max Moe spoke to us.\n\nQ: Is it over?\n\nA: No, not yet.");
  EXPECT_EQ(mention(found, "A"), "Max Moe / Freedonia (person)");
}

TEST(Mentions, a_group_that_the_text_introduces_is_a_party_of_its_own) {
  const auto found =
      mentions_of("The NLX, Ruritania's largest guerrilla group, refused. The NLX said no.");
  EXPECT_EQ(mention(found, "NLX"), " / NLX (party)");
}

TEST(Mentions, a_text_without_sentences_is_read_to_its_end) {
  std::string text;
  for (int i = 0; i < 500; ++i)
    text += "National Ruritanian President Jane Roe and he said that we saw ";
  const auto found = mentions_of(text);
  EXPECT_GE(found.size(), 500u);
}

TEST(Mentions, a_language_is_no_party) {
  EXPECT_EQ(mention(mentions_of("He answered in Ruritanian, then left."), "Ruritanian"),
            "not mentioned");
}

RC_GTEST_PROP(Mentions, ascend_without_overlap_and_hold_words,
              (const std::vector<std::uint8_t>& picks)) {
  static const std::vector<std::string> words = {
      "Ruritanian", "President", "Jane",      "Roe",     "said",     "the", "of",
      ",",          ".",         "\"",        "we",      "He",       "his", "envoy",
      "U.S.",       "-",         "and",       "\n\n",    "MAX MOE:", "in",  "Strelsau",
      "talks",      "'s",        "officials", "Moe-Roe", "Mr.",      "J.",  "al-",
      "to",         "ministry",  "NATO",      ":",       "I",        "(",   ")"};
  std::string utf8;
  for (std::uint8_t pick : picks) utf8 += words[pick % words.size()] + (pick % 3 == 0 ? "" : " ");
  const std::u32string text = from_utf8(utf8);
  const text::Prose prose = text::read_prose(text, {});
  Roster roster;
  roster.learn(DocumentId{1}, prose, gazetteer());
  std::size_t last = 0;
  for (const Mention& m : find_mentions(prose, gazetteer(), roster)) {
    RC_ASSERT(m.span.begin >= last);
    RC_ASSERT(m.span.begin < m.span.end);
    RC_ASSERT(m.span.end <= text.size());
    last = m.span.end;
  }
}

}  // namespace
}  // namespace entente::extract
