// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "extract/people_kit.h"

namespace entente::extract {
namespace {

const std::string said_before =
    "Ruritanian President Jane Roe met Freedonian Foreign Minister Max Moe in Paris.\n\n";

Span words_at(const std::string& text, const std::string& words, std::size_t from = 0) {
  const std::u32string all = from_utf8(text), part = from_utf8(words);
  const std::size_t at = all.find(part, from);
  EXPECT_NE(at, std::u32string::npos) << words;
  return {at, at + part.size()};
}

// One statement for each source, in order; "" is a statement without one.
std::vector<Statement> spoken_in(CaseReader& reader, const std::string& text,
                                 const std::vector<std::pair<std::string, std::string>>& said) {
  reader.learn(text);
  const std::u32string all = from_utf8(text);
  const text::Prose prose = text::read_prose(all, {});
  std::vector<Statement> statements;
  std::size_t from = 0;
  for (const auto& [source, content] : said) {
    Statement one;
    one.id.number = static_cast<std::uint32_t>(statements.size() + 1);
    one.content = {words_at(text, content, from)};
    if (!source.empty()) one.source = {words_at(text, source, from)};
    one.speech = Speech::direct;
    statements.push_back(one);
    from = std::min(one.content[0].begin,
                    source.empty() ? one.content[0].begin : one.source[0].begin) +
           1;
  }
  resolve_speakers(statements, prose, find_mentions(prose, gazetteer(), reader.roster),
                   reader.roster);
  return statements;
}

std::string spoken_by(const std::string& text, const std::string& source,
                      const std::string& content) {
  CaseReader reader;
  const auto found = spoken_in(reader, text, {{source, content}});
  return found[0].speaker + " / " + found[0].party;
}

TEST(Speakers, a_source_that_names_a_person_gives_full_name_party_and_record) {
  CaseReader reader;
  const auto found = spoken_in(reader, said_before + "Moe said talks had failed.",
                               {{"Moe said", "talks had failed"}});
  EXPECT_EQ(found[0].speaker, "Max Moe");
  EXPECT_EQ(found[0].party, "Freedonia");
  EXPECT_EQ(found[0].person, reader.person("Max Moe")->id);
}

TEST(Speakers, a_variant_keeps_its_own_record_and_speaks_under_the_first_name) {
  CaseReader reader;
  reader.learn("Ruritanian President Volodar Kerensky spoke.");
  const auto found = spoken_in(reader, "Ruritanian President Volodar Kerenskyy said no.",
                               {{"Volodar Kerenskyy", "no"}});
  EXPECT_EQ(found[0].speaker, "Volodar Kerensky");
  EXPECT_EQ(found[0].person, reader.person("Volodar Kerenskyy")->id);
}

TEST(Speakers, a_government_speaks_under_its_partys_name) {
  EXPECT_EQ(spoken_by(said_before + "Strelsau said it would wait.", "Strelsau", "it would wait"),
            "Ruritania / Ruritania");
  EXPECT_EQ(spoken_by(said_before + "The Freedonian side said it would wait.",
                      "The Freedonian side", "it would wait"),
            "Freedonia / Freedonia");
}

TEST(Speakers, the_unnamed_speak_under_their_sources_words) {
  EXPECT_EQ(spoken_by(said_before + "Three Ruritanian diplomatic sources said it would wait.",
                      "Three Ruritanian diplomatic sources", "it would wait"),
            "Three Ruritanian diplomatic sources / Ruritania");
  EXPECT_EQ(spoken_by(said_before + "Northwater reported that it would wait.", "Northwater",
                      "it would wait"),
            "Northwater / ");
}

TEST(Speakers, an_office_speaks_for_its_person) {
  EXPECT_EQ(spoken_by(said_before + "Roe's office called it useful.", "Roe's office", "it useful"),
            "Office of Jane Roe / Ruritania");
}

TEST(Speakers, what_belongs_to_somebody_is_not_that_person) {
  EXPECT_EQ(
      spoken_by(said_before + "The president's office denied it.", "The president's office", "it."),
      "Office of Jane Roe / Ruritania");
  EXPECT_EQ(spoken_by(said_before + "Roe's lawyers denied it.", "Roe's lawyers", "it."),
            "Roe's lawyers / Ruritania");
}

TEST(Speakers, an_aide_to_somebody_is_not_that_person_but_of_the_same_party) {
  EXPECT_EQ(spoken_by(said_before + "An aide to President Jane Roe denied it.",
                      "An aide to President Jane Roe", "it."),
            "An aide to President Jane Roe / Ruritania");
}

TEST(Speakers, pronouns_and_roles_are_whom_they_stand_for) {
  EXPECT_EQ(spoken_by(said_before + "Moe was late. He said it would wait.", "He", "it would wait"),
            "Max Moe / Freedonia");
  EXPECT_EQ(spoken_by(said_before + "The foreign minister said it would wait.",
                      "The foreign minister", "it would wait"),
            "Max Moe / Freedonia");
}

TEST(Speakers, two_who_speak_together_are_both_named) {
  EXPECT_EQ(spoken_by(said_before + "Roe and Moe discussed it all.", "Roe and Moe", "it all"),
            "Jane Roe and Max Moe / ");
}

TEST(Speakers, a_quotation_that_continues_keeps_its_speaker) {
  CaseReader reader;
  const std::string text = said_before + "\"We are ready,\" Moe said.\n\n\"Nothing stops us.\"";
  reader.learn(text);
  const std::u32string all = from_utf8(text);
  const text::Prose prose = text::read_prose(all, {});
  std::vector<Statement> statements(2);
  statements[0].id.number = 1;
  statements[0].content = {words_at(text, "We are ready,")};
  statements[0].source = {words_at(text, "Moe", said_before.size())};
  statements[1].id.number = 2;
  statements[1].content = {words_at(text, "Nothing stops us.")};
  statements[1].continues = StatementId{1};
  resolve_speakers(statements, prose, find_mentions(prose, gazetteer(), reader.roster),
                   reader.roster);
  EXPECT_EQ(statements[1].speaker, "Max Moe");
  EXPECT_EQ(statements[1].party, "Freedonia");
  EXPECT_TRUE(statements[1].person);
}

TEST(Speakers, statements_that_continue_each_other_in_a_circle_end) {
  std::vector<Statement> statements(2);
  for (std::uint32_t i = 0; i < 2; ++i) {
    statements[i].id.number = i + 1;
    statements[i].continues = StatementId{2 - i};
    statements[i].content = {{0, 1}};
  }
  const text::Prose prose = text::read_prose(U"x", {});
  resolve_speakers(statements, prose, {}, Roster{});
  EXPECT_EQ(statements[0].speaker, "");
}

TEST(Speakers, a_label_speaks_for_its_turn) {
  CaseReader reader;
  const auto found = spoken_in(reader, said_before + "MAX MOE: We are ready for it.",
                               {{"", "We are ready for it."}});
  EXPECT_EQ(found[0].speaker, "Max Moe");
}

TEST(Speakers, a_block_without_marks_is_whose_we_it_is) {
  CaseReader reader;
  const auto found =
      spoken_in(reader, said_before + "Moe followed up with a call.\n\nWe had a useful talk.",
                {{"", "We had a useful talk."}});
  EXPECT_EQ(found[0].speaker, "Max Moe");
}

TEST(Speakers, a_letter_speaks_for_whoever_wrote_it) {
  CaseReader reader;
  const auto found =
      spoken_in(reader,
                said_before +
                    "In a letter to the mediators, Moe said the talks had failed. The town waited. "
                    "\"Nothing was kept,\" the letter said. It promised a truce.",
                {{"Moe said", "the talks had failed"},
                 {"the letter", "Nothing was kept,"},
                 {"It", "a truce"}});
  EXPECT_EQ(found[1].speaker, "Max Moe");
  EXPECT_EQ(found[1].party, "Freedonia");
  EXPECT_EQ(found[2].speaker, "Max Moe");
}

TEST(Speakers, its_statement_is_that_of_the_group_that_spoke) {
  CaseReader reader;
  const auto found =
      spoken_in(reader, "The Lake Pact said the reply was good. Its statement called it a step.",
                {{"The Lake Pact", "the reply was good"}, {"Its statement", "it a step"}});
  EXPECT_EQ(found[1].speaker, "Lake Pact");
  EXPECT_EQ(found[1].party, "Lake Pact");
}

TEST(Speakers, a_statement_that_nobody_made_keeps_its_words) {
  CaseReader reader;
  const auto found = spoken_in(reader, said_before + "The statement said it was late.",
                               {{"The statement", "it was late"}});
  EXPECT_EQ(found[0].speaker, "The statement");
}

TEST(Speakers, it_added_is_the_body_that_spoke_before_in_the_paragraph) {
  CaseReader reader;
  const auto found = spoken_in(
      reader,
      "\"We wait,\" the Ruritanian foreign ministry said in a note. It added that talks were near.",
      {{"the Ruritanian foreign ministry", "We wait,"}, {"It", "talks were near"}});
  EXPECT_EQ(found[1].speaker, "Ruritania");
}

TEST(Speakers, nobody_is_made_up_where_nobody_is_named) {
  CaseReader reader;
  const auto found = spoken_in(reader, "It is raining in the hills.", {{"", "raining"}});
  EXPECT_EQ(found[0].speaker, "");
  EXPECT_EQ(found[0].party, "");
}

}  // namespace
}  // namespace entente::extract
