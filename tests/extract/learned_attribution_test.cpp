// SPDX-License-Identifier: Apache-2.0
#include "extract/learned_attribution.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/utf8.h"
#include "extract/extract.h"
#include "extract/speech_reader.h"

namespace entente::extract {
namespace {

const LearnedAttribution& learned_engine() {
  static const LearnedAttribution engine = or_throw(
      LearnedAttribution::load(ENTENTE_SOURCE_DIR "/models/attribution.weights",
                               or_throw(SpeechLexicon::load(ENTENTE_SOURCE_DIR "/data/english"))));
  return engine;
}

std::string joined_text(std::u32string_view text, const std::vector<Span>& spans) {
  std::string out;
  for (Span span : spans) out += (out.empty() ? "" : " + ") + slice_utf8(text, span);
  return out;
}

// "source [cue] content"
std::vector<std::string> learned_of(std::string_view utf8) {
  const std::u32string text = from_utf8(utf8);
  std::vector<std::string> out;
  for (const Reported& one : learned_engine().attribute(text::read_prose(text, {})))
    out.push_back(joined_text(text, one.statement.source) + " [" +
                  joined_text(text, one.statement.cue) + "] " +
                  joined_text(text, one.statement.content));
  return out;
}

using Told = std::vector<std::string>;

using Turn = std::pair<std::string, std::string>;  // label, words

// What is told without a cue, by the layout.
std::vector<Turn> turns_in(std::string_view utf8) {
  const std::u32string text = from_utf8(utf8);
  std::vector<Turn> out;
  for (const Reported& one : learned_engine().attribute(text::read_prose(text, {})))
    if (one.statement.cue.empty())
      out.push_back(
          {joined_text(text, one.statement.source), joined_text(text, one.statement.content)});
  return out;
}

TEST(LearnedAttribution, reads_a_plain_report) {
  EXPECT_EQ(learned_of("The minister said that the bridge would open in May."),
            (Told{"The minister [said] that the bridge would open in May"}));
}

TEST(LearnedAttribution, joins_the_halves_of_a_quotation) {
  const auto told = learned_of("\"We will wait,\" Marta Hale said, \"until the water falls.\"");
  EXPECT_EQ(told, (Told{"Marta Hale [said] \"We will wait,\" + \"until the water falls.\""}));
}

TEST(LearnedAttribution, reads_what_somebody_thinks_or_wants) {
  EXPECT_EQ(learned_of("Oren Vale believes the council will vote again."),
            (Told{"Oren Vale [believes] the council will vote again"}));
}

TEST(LearnedAttribution, finds_nothing_where_nobody_reports) {
  EXPECT_TRUE(learned_of("The river rose by two metres. Boats lay at the pier.").empty());
}

TEST(LearnedAttribution, reads_the_turns_of_a_transcript_by_their_labels) {
  const std::vector<Turn> turns = turns_in(
      "HALE: I think we can sign this week.\n\nVALE: We are not there, and I have my doubts.\n\n"
      "QUESTION: What do you say to the workers?\n\n"
      "HALE: Stay calm. The quarry will go on until the council changes its mind.\n\n"
      "MARTA VALE: Thank you. We will not sign a paper that takes our rights away.\n");
  EXPECT_EQ(
      turns,
      (std::vector<Turn>{
          {"HALE", "I think we can sign this week."},
          {"VALE", "We are not there, and I have my doubts."},
          {"QUESTION", "What do you say to the workers?"},
          {"HALE", "Stay calm. The quarry will go on until the council changes its mind."},
          {"MARTA VALE", "Thank you. We will not sign a paper that takes our rights away."}}));
}

TEST(LearnedAttribution, what_a_turn_reports_of_others_stands_within_it_without_its_label) {
  const std::u32string text =
      U"OREN VALE: The quarry has said that it would be open. That is not true.\n\n"
      U"MARTA HALE: Our members believe that the council wants to close it by June.\n\n"
      U"OREN VALE: We will see.\n";
  std::vector<std::string> inside;
  const auto told = learned_engine().attribute(text::read_prose(text, {}));
  for (const Reported& one : told)
    if (one.statement.within)
      inside.push_back(
          joined_text(text, told.at(one.statement.within->number - 1).statement.source) + ": " +
          joined_text(text, one.statement.source) + " [" + joined_text(text, one.statement.cue) +
          "]");
  EXPECT_EQ(inside,
            (Told{"OREN VALE: The quarry [has said]", "MARTA HALE: Our members [believe]"}));
  EXPECT_EQ(told.size(), 5u);
}

TEST(LearnedAttribution, a_colon_behind_capitals_in_a_report_makes_no_turn) {
  EXPECT_TRUE(turns_in("UPDATE: The minister said that the bridge would open in May.\n\n"
                       "The mayor said he was glad.\n")
                  .empty());
}

TEST(LearnedAttribution, is_surer_of_a_plain_report_than_of_a_doubtful_one) {
  const auto sure = [](std::u32string text) {
    const auto found = learned_engine().attribute(text::read_prose(text, {}));
    return found.empty() ? 0.0 : found.front().confidence;
  };
  EXPECT_GT(sure(U"\"We will wait,\" Marta Hale said."),
            sure(U"The figures, in the mind of many, point to a thaw."));
}

TEST(LearnedAttribution, of_what_the_rules_read_it_is_surer_where_it_reads_the_same) {
  const SpeechLexicon rules = or_throw(SpeechLexicon::load(ENTENTE_SOURCE_DIR "/data/english"));
  const auto least_sure = [&](std::u32string text) {
    const auto prose = text::read_prose(text, {});
    const auto confidence = learned_engine().confidence(prose, attribute(prose, rules));
    EXPECT_FALSE(confidence.empty());
    return *std::min_element(confidence.begin(), confidence.end());
  };
  const double plain = least_sure(U"\"We will wait,\" Marta Hale said.");
  EXPECT_GT(plain, 0.9);
  EXPECT_LT(
      least_sure(U"Rebuilding the locks would cost 4 billion crowns, according to an estimate."),
      plain);
}

TEST(Extractor, gives_a_confidence_to_what_a_cue_tells_and_none_to_a_turn_of_a_transcript) {
  const auto extractor = or_throw(Extractor::load(
      ENTENTE_SOURCE_DIR "/data", {}, ENTENTE_SOURCE_DIR "/models/attribution.weights"));
  Document document;
  document.text =
      U"HALE: I think we can sign this week.\n\nVALE: We are not there, and I have my doubts.\n\n"
      U"HALE: Then let us meet again.\n\nThe minister said that the bridge would open in May.\n";
  std::size_t turns = 0, told = 0;
  for (const Statement& one : extractor.extract(document, {}).statements) {
    one.cue.empty() ? ++turns : ++told;
    EXPECT_EQ(one.confidence.has_value(), !one.cue.empty());
    if (one.confidence) {
      EXPECT_LE(*one.confidence, 100u);
    }
  }
  EXPECT_GE(turns, 3u);
  EXPECT_GE(told, 1u);
}

TEST(LearnedAttribution, a_missing_weight_file_is_named) {
  const auto engine = LearnedAttribution::load(
      "no-such.weights", or_throw(SpeechLexicon::load(ENTENTE_SOURCE_DIR "/data/english")));
  ASSERT_FALSE(engine.has_value());
  EXPECT_EQ(engine.error().kind, FailureKind::missing);
  EXPECT_NE(engine.error().what.find("no-such.weights"), std::string::npos);
}

RC_GTEST_PROP(LearnedAttribution, spans_lie_in_the_text_and_confidence_between_none_and_full,
              (const std::string& noise)) {
  const std::u32string text = from_utf8("\"Yes,\" she said. " + noise + " Officials think that " +
                                        noise + "\n\nROE: " + noise);
  for (const Reported& one : learned_engine().attribute(text::read_prose(text, {}))) {
    RC_ASSERT((one.confidence >= 0 && one.confidence <= 1));
    RC_ASSERT(!one.statement.content.empty());
    for (const auto* spans : {&one.statement.content, &one.statement.source, &one.statement.cue})
      for (Span span : *spans) RC_ASSERT((!span.empty() && span.end <= text.size()));
  }
}

TEST(LearnedAttribution, hardship_of_form_is_no_hardship) {
  EXPECT_TRUE(learned_of("").empty());
  std::string long_one;
  for (int i = 0; i < 30000; ++i) long_one += "he said it and ";
  EXPECT_NO_THROW(learned_of(long_one));
  EXPECT_NO_THROW(learned_of("قال الوزير إن المحادثات ستستمر"));
  EXPECT_NO_THROW(learned_of(std::string(20000, '"')));
}

TEST(SpeechReader, names_the_speaker_in_full_where_the_text_does) {
  const auto reader = or_throw(SpeechReader::load(
      ENTENTE_SOURCE_DIR "/data", ENTENTE_SOURCE_DIR "/models/attribution.weights"));
  Document document;
  document.text =
      U"Marta Hale, the mayor, met the guild. Hale said that the bridge would open in May.";
  const auto found = reader.read(document);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().statement.speaker, "Marta Hale");
}

TEST(SpeechReader, reads_by_rules_where_no_weights_are_given) {
  const auto reader = or_throw(SpeechReader::load(ENTENTE_SOURCE_DIR "/data", std::nullopt));
  Document document;
  document.text = U"The minister said that the bridge would open in May.";
  EXPECT_EQ(reader.read(document).size(), 1u);
}

}  // namespace
}  // namespace entente::extract
