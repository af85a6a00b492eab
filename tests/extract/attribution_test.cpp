// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>

#include "extract/attribution_kit.h"

namespace entente::extract {
namespace {

TEST(Attribution, indirect_speech_leaves_out_that_and_the_full_stop) {
  EXPECT_EQ(told("Envoy Ada Bright said on Sunday that the talks had failed."),
            (Strings{"Envoy Ada Bright [said] the talks had failed"}));
  EXPECT_EQ(told("Bright said the talks had failed."),
            (Strings{"Bright [said] the talks had failed"}));
  EXPECT_EQ(said("Bright said the talks had failed.")[0].speech, Speech::indirect);
}

TEST(Attribution, direct_speech_leaves_out_the_marks_and_keeps_the_comma) {
  EXPECT_EQ(told("“We agree on most points,” Bright said."),
            (Strings{"Bright [said] We agree on most points,"}));
  EXPECT_EQ(said("“We agree on most points,” Bright said.")[0].speech, Speech::direct);
}

TEST(Attribution, mixed_speech_is_one_span_with_its_inner_marks) {
  EXPECT_EQ(told("Bright said the plan got an \"encouraging welcome.\""),
            (Strings{"Bright [said] the plan got an \"encouraging welcome.\""}));
  EXPECT_EQ(said("Bright said the plan got an \"encouraging welcome.\"")[0].speech, Speech::mixed);
}

TEST(Attribution, the_speaker_may_stand_on_either_side_of_a_quotation) {
  EXPECT_EQ(told("Stern said: \"We will not move.\""), (Strings{"Stern [said] We will not move."}));
  EXPECT_EQ(told("Stern said, \"We will not move.\""), (Strings{"Stern [said] We will not move."}));
  EXPECT_EQ(told("\"We will not move,\" said Olaf Stern, the minister."),
            (Strings{"Olaf Stern [said] We will not move,"}));
  EXPECT_EQ(told("‘We will not move,’ said Stern."), (Strings{"Stern [said] We will not move,"}));
}

TEST(Attribution, a_quotation_split_by_its_speaker_is_one_statement) {
  EXPECT_EQ(told("\"We want peace,\" he said, \"but not at any price.\""),
            (Strings{"he [said] We want peace, + but not at any price."}));
  EXPECT_EQ(told("\"We want peace,\" he said. \"We always did.\""),
            (Strings{"he [said] We want peace, + We always did."}));
  EXPECT_EQ(told("\"We want peace,\" said Stern. \"We always did.\""),
            (Strings{"Stern [said] We want peace, + We always did."}));
}

TEST(Attribution, a_question_belongs_to_the_one_who_asks_it) {
  EXPECT_EQ(told("\"Who will sign?\" Bright asked."), (Strings{"Bright [asked] Who will sign?"}));
}

TEST(Attribution, indirect_speech_may_stand_before_its_speaker) {
  EXPECT_EQ(told("The port would stay open, he added."),
            (Strings{"he [added] The port would stay open"}));
  EXPECT_EQ(told("But, he cautioned, \"we have far to go.\""),
            (Strings{"he [cautioned] we have far to go."}));
}

TEST(Attribution, a_participle_takes_the_speaker_before_it) {
  EXPECT_EQ(told("The borders were discussed, he said, adding \"there is work to do.\""),
            (Strings{"he [said] The borders were discussed", "he [adding] there is work to do."}));
}

TEST(Attribution, verbs_joined_by_and_share_their_speaker) {
  EXPECT_EQ(told("Bright warned, however, that both sides must give way, and acknowledged that "
                 "peace may not last."),
            (Strings{"Bright [warned] both sides must give way",
                     "Bright [acknowledged] peace may not last"}));
}

TEST(Attribution, whoever_is_told_is_neither_speaker_nor_content) {
  EXPECT_EQ(told("Stern told the Daily Post that the army would stay."),
            (Strings{"Stern [told] the army would stay"}));
  EXPECT_EQ(told("\"The army will stay,\" Stern told the Daily Post."),
            (Strings{"Stern [told] The army will stay,"}));
}

TEST(Attribution, an_apposition_is_not_the_source) {
  EXPECT_EQ(
      told("Ada Bright, the mediator's envoy to Norrland, told reporters that the deal was near."),
      (Strings{"Ada Bright [told] the deal was near"}));
  EXPECT_EQ(told("Norrland's chief negotiator, Olaf Stern, said the deal was near."),
            (Strings{"Olaf Stern [said] the deal was near"}));
}

TEST(Attribution, according_to_names_the_source_before_or_after) {
  EXPECT_EQ(told("According to two diplomats, Veland has offered to pull back."),
            (Strings{"two diplomats [According to] Veland has offered to pull back"}));
  EXPECT_EQ(told("Veland has pulled back its guns, according to two diplomats."),
            (Strings{"two diplomats [according to] Veland has pulled back its guns"}));
}

TEST(Attribution, a_colon_names_the_speaker) {
  EXPECT_EQ(told("Stern: \"We will not sign this paper.\""),
            (Strings{"Stern [] We will not sign this paper."}));
}

TEST(Attribution, refusals_and_denials_reject_their_content) {
  EXPECT_EQ(told("Norrland has ruled out Veland joining the pact."),
            (Strings{"Norrland [has ruled out] !Veland joining the pact"}));
  EXPECT_EQ(told("Stern, speaking to radio, dismissed the idea that the envoys came to threaten."),
            (Strings{"Stern [dismissed the idea] !the envoys came to threaten"}));
  EXPECT_EQ(told("Stern denied that his side had fired."),
            (Strings{"Stern [denied] !his side had fired"}));
  EXPECT_EQ(told("Stern refused to withdraw."), (Strings{"Stern [refused] !to withdraw"}));
  EXPECT_EQ(told("The proposal was rejected by Veland."),
            (Strings{"Veland [was rejected] !The proposal"}));
}

TEST(Attribution, not_ruling_out_is_no_refusal) {
  EXPECT_EQ(told("Norrland did not rule out a truce."),
            (Strings{"Norrland [did not rule out] a truce"}));
}

TEST(Attribution, promises_demands_and_threats_are_statements) {
  EXPECT_EQ(told("Bright promised to end the war within a month."),
            (Strings{"Bright [promised] to end the war within a month"}));
  EXPECT_EQ(told("Stern demanded that Veland disarm."),
            (Strings{"Stern [demanded] Veland disarm"}));
  EXPECT_EQ(told("The council called for a ceasefire."),
            (Strings{"The council [called for] a ceasefire"}));
  EXPECT_EQ(told("Veland wants Norrland to open the port."),
            (Strings{"Veland [wants] Norrland to open the port"}));
  EXPECT_EQ(told("He has pressed on, threatening tougher sanctions or an end to aid."),
            (Strings{"He [threatening] tougher sanctions or an end to aid"}));
}

TEST(Attribution, what_stands_behind_as_is_background) {
  EXPECT_EQ(told("He softened the claim, suggesting a deal by spring as obstacles mounted."),
            (Strings{"He [suggesting] a deal by spring"}));
}

TEST(Attribution, calling_names_and_calling_people_differ) {
  EXPECT_EQ(told("Bright's office called the talks useful and open."),
            (Strings{"Bright's office [called] the talks useful and open"}));
  EXPECT_EQ(told("Bright called it a mistake."), (Strings{"Bright [called] it a mistake"}));
  EXPECT_TRUE(told("Bright called Stern on Monday.").empty());
  EXPECT_TRUE(told("Bright called a meeting.").empty());
}

TEST(Attribution, a_nested_report_names_the_one_it_stands_in) {
  const auto statements =
      said("The ministry said that Bright had agreed that the port would stay open.");
  ASSERT_EQ(statements.size(), 2u);
  EXPECT_EQ(statements[1].within, statements[0].id);
  EXPECT_EQ(statements[1].words, "the port would stay open");
}

TEST(Attribution, a_pronoun_inside_a_report_makes_no_second_statement) {
  EXPECT_EQ(told("Stern said he wants Veland to leave the pact.").size(), 1u);
  EXPECT_EQ(told("Stern said he expected to sign next week.").size(), 1u);
}

TEST(Attribution, saying_nothing_is_no_statement) {
  EXPECT_TRUE(told("He gave no details.").empty());
  EXPECT_TRUE(told("There was no immediate comment from Veland on the envoy's statement.").empty());
  EXPECT_TRUE(told("The ministry declined to comment.").empty());
  EXPECT_TRUE(told("Bright did not say that the deal was dead.").empty());
  EXPECT_TRUE(told("No one said that the deal was dead.").empty());
}

TEST(Attribution, titles_and_scare_quotes_are_no_speech) {
  EXPECT_TRUE(told("The \"Morning Hour\" programme starts at nine.").empty());
  EXPECT_EQ(told("Speaking to the \"Morning Hour\" programme, Bright said the list was shorter."),
            (Strings{"Bright [said] the list was shorter"}));
  EXPECT_TRUE(told("The so-called \"peace pipe\" lies at the bottom of the sea.").empty());
}

TEST(Attribution, nouns_and_adjectives_are_no_speech) {
  EXPECT_TRUE(told("Bright's comments came amid signs of progress.").empty());
  EXPECT_TRUE(told("The proposed deal covers the United States and its promised loans.").empty());
  EXPECT_TRUE(told("Her remarks underline mounting unease over the pace.").empty());
  EXPECT_TRUE(told("The court ruling could take months.").empty());
}

TEST(Attribution, what_is_asked_about_is_not_said) {
  EXPECT_EQ(told("Asked whether Veland had accepted the terms, he replied, \"Not yet.\""),
            (Strings{"he [replied] Not yet."}));
}

TEST(Attribution, a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker) {
  const auto closed = said("\"We go home tomorrow,\" Bright said.\n\"We did what we could.\"");
  ASSERT_EQ(closed.size(), 2u);
  EXPECT_TRUE(closed[1].source.empty());
  EXPECT_EQ(closed[1].continues, closed[0].id);
  const auto open =
      said("“We go home tomorrow,” Bright said. “It is over.\n“We did what we could.”");
  ASSERT_EQ(open.size(), 2u);
  EXPECT_EQ(open[1].continues, open[0].id);
}

TEST(Attribution, a_quotation_goes_on_with_who_is_reported_right_before_it) {
  const auto statements = said(
      "\"Twelve miles are not negotiable,\" Roe said.\n\nClosing the bank would be a mistake, Moe "
      "said. \"We cannot leave it for ever and still be a country.\"");
  ASSERT_EQ(statements.size(), 3u);
  EXPECT_EQ(statements[2].continues, statements[1].id);
}

TEST(Attribution, a_quotation_after_plain_narration_continues_nothing) {
  const auto statements = said("The hall was quiet that day.\n\"We did what we could.\"");
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_FALSE(statements[0].continues.has_value());
}

TEST(Attribution, transcript_turns_are_statements_of_their_labels) {
  EXPECT_EQ(told("ADA BRIGHT: We had a good day. We go on.\nOLAF STERN: I am grateful to all.\n"),
            (Strings{"ADA BRIGHT [] We had a good day. We go on.",
                     "OLAF STERN [] I am grateful to all."}));
  EXPECT_EQ(told("Mr Bright: We go on tomorrow.\nMs Stern: I hope so.\n"),
            (Strings{"Mr Bright [] We go on tomorrow.", "Ms Stern [] I hope so."}));
}

TEST(Attribution, a_turn_may_run_over_paragraphs_and_stand_under_its_label) {
  EXPECT_EQ(
      told("ADA BRIGHT:\nWe had a good day.\nOur aim is peace.\nOLAF STERN: I agree.\n"),
      (Strings{"ADA BRIGHT [] We had a good day. + Our aim is peace.", "OLAF STERN [] I agree."}));
}

TEST(Attribution, plain_names_are_labels_only_where_they_come_again) {
  EXPECT_EQ(told("Bright: We start.\nStern: We follow.\nBright: Then go.\n").size(), 3u);
  EXPECT_TRUE(told("Weather: It rained in the hills all day.").empty());
}

TEST(Attribution, a_block_quote_follows_a_line_that_ends_with_a_colon) {
  const auto statements = told(
      "For her part, Bright said that the day went well:\nToday our team reported to me. We shall "
      "go on.\nThe hall was full.");
  EXPECT_EQ(statements, (Strings{"Bright [said] the day went well",
                                 "Bright [said] Today our team reported to me. We shall go on."}));
}

TEST(Attribution, a_block_quote_goes_on_while_it_speaks_in_the_first_person) {
  EXPECT_EQ(
      told("Bright wrote:\nWe met today.\nI thank our friends.\nRain fell in the valley.").size(),
      1u);
  EXPECT_EQ(said("Bright wrote:\nWe met today.\nI thank our friends.\nRain fell in the valley.")[0]
                .content.size(),
            2u);
}

TEST(Attribution, being_quoted_as_saying_is_saying) {
  EXPECT_EQ(told("Stern was quoted as saying that the army would stay."),
            (Strings{"Stern [saying] the army would stay"}));
}

TEST(Attribution, a_second_speaker_after_and_or_but_has_a_statement_of_his_own) {
  EXPECT_EQ(told("Veland has agreed to a pause, its ministry said on Monday, but it insisted that "
                 "Norrland must go first."),
            (Strings{"its ministry [said] Veland has agreed to a pause",
                     "it [insisted] Norrland must go first"}));
}

TEST(Attribution, a_quotation_after_a_colon_belongs_to_the_one_who_acts_before_it) {
  EXPECT_EQ(told("In his address, Hale thanked the mediators: \"They never gave up.\""),
            (Strings{"Hale [thanked] the mediators", "Hale [] They never gave up."}));
}

TEST(Attribution, each_of_several_signed_quotations_is_its_signers_own) {
  EXPECT_EQ(told("“He has no plan for the valley.” ― Ilan Corvo\n“I was ashamed of him.”― Osar "
                 "Lindt\n\n“Let us build a bridge.” — Mira Tal.\n"),
            (Strings{"Ilan Corvo [] He has no plan for the valley.",
                     "Osar Lindt [] I was ashamed of him.", "Mira Tal [] Let us build a bridge."}));
}

TEST(Attribution, a_dash_that_goes_on_with_a_sentence_signs_nothing) {
  EXPECT_EQ(told("\"We will stay,\" Hale said.\n\n\"And we will wait for it.\" - Vale had gone.\n"),
            (Strings{"Hale [said] We will stay,", " [] And we will wait for it."}));
}

TEST(Attribution, a_signature_after_a_dash_names_the_speaker) {
  EXPECT_EQ(told("“We have waited long enough.” — Ada Bright"),
            (Strings{"Ada Bright [] We have waited long enough."}));
}

TEST(Attribution, a_programme_title_after_the_speaker_is_not_quoted) {
  EXPECT_EQ(told("\"We are close,\" Bright said on Radio One's \"Morning Hour.\""),
            (Strings{"Bright [said] We are close,"}));
}

TEST(Attribution, the_name_is_the_source_through_several_appositions) {
  EXPECT_EQ(told("Ada Bright, Veland's envoy, who had come by sea, called the talks a waste."),
            (Strings{"Ada Bright [called] the talks a waste"}));
}

TEST(Attribution, an_announced_statement_is_a_block_quote) {
  EXPECT_EQ(told("After the meeting, Minister Bright made this statement:\nToday we were heard. "
                 "We shall see.\n"),
            (Strings{"Minister Bright [] Today we were heard. We shall see."}));
}

TEST(Attribution, words_of_a_cue_may_stand_apart) {
  EXPECT_EQ(told("The council called again on Friday for a truce."),
            (Strings{"The council [called again on Friday for] a truce"}));
}

TEST(Attribution, what_somebody_stops_short_of_is_not_said) {
  EXPECT_TRUE(told("Bright stopped short of offering a seat.").empty());
  EXPECT_TRUE(told("An aide asked not to be named.").empty());
}

TEST(Attribution, a_claim_as_subject_ends_before_the_sentences_own_verb) {
  EXPECT_EQ(told("The union's claim that the port was closed was false.")[0],
            "The union [claim] the port was closed");
}

TEST(Attribution, quotations_in_pairs_of_apostrophes_are_read) {
  EXPECT_EQ(told("''We agree on this,'' Bright said."),
            (Strings{"Bright [said] We agree on this,"}));
}

TEST(Attribution, words_are_the_text_at_the_content) {
  const auto statements = said("\"We want peace,\" he said. \"We always did.\"");
  EXPECT_EQ(statements[0].words, "We want peace, … We always did.");
}

TEST(Attribution, a_text_without_speech_gives_nothing) {
  EXPECT_TRUE(told("").empty());
  EXPECT_TRUE(told("The river is long. The hills are green.").empty());
}

// Swapping the two parties' names must swap the answer and change nothing else.
TEST(Attribution, treats_both_sides_alike) {
  const std::string story =
      "Aland rejected the truce. Boland said Aland had lied, and demanded that Aland leave.";
  std::string mirrored = story;
  for (std::size_t i = 0; i + 4 < mirrored.size(); ++i) {
    if (mirrored.compare(i, 5, "Aland") == 0)
      mirrored.replace(i, 5, "Boxxx");
    else if (mirrored.compare(i, 6, "Boland") == 0)
      mirrored.replace(i, 6, "Alandd");
  }
  const auto one = said(story), two = said(mirrored);
  ASSERT_EQ(one.size(), 3u);
  ASSERT_EQ(two.size(), one.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].content.size(), two[i].content.size());
    EXPECT_EQ(one[i].content[0], two[i].content[0]);
    EXPECT_EQ(one[i].source, two[i].source);
    EXPECT_EQ(one[i].polarity, two[i].polarity);
  }
}

TEST(Attribution, an_endless_sentence_is_read_in_linear_time) {
  std::string text = "Bright said that ";
  for (int i = 0; i < 20000; ++i) text += "Stern said he, who told \"it\", would say and ";
  EXPECT_FALSE(said(text).empty());
  std::string sources;
  for (int i = 0; i < 40000; ++i) sources += "according to the ";
  said(sources);
}

std::string a_fragment() {
  return *rc::gen::elementOf(std::vector<std::string>{"Bright ",
                                                      "said ",
                                                      "that ",
                                                      "\"",
                                                      "“",
                                                      "”",
                                                      ", ",
                                                      ". ",
                                                      "\n",
                                                      "told ",
                                                      "Stern ",
                                                      "according to ",
                                                      "he ",
                                                      "wants ",
                                                      "to ",
                                                      "and ",
                                                      "adding ",
                                                      ": ",
                                                      "who ",
                                                      "NAME: ",
                                                      "ruled out ",
                                                      "the talks ",
                                                      "We ",
                                                      "as ",
                                                      "- ",
                                                      "(",
                                                      ")",
                                                      "'s ",
                                                      "was rejected by ",
                                                      "claim "});
}

RC_GTEST_PROP(Attribution, any_text_gives_statements_that_point_into_it_and_do_not_cross, ()) {
  std::string utf8;
  for (int i = *rc::gen::inRange(0, 60); i > 0; --i) utf8 += a_fragment();
  const std::u32string text = from_utf8(utf8);
  const auto statements = attribute(text::read_prose(text, {}), speech_lexicon());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& one = statements[i];
    RC_ASSERT((one.id.number == i + 1 && !one.content.empty()));
    std::size_t at = 0;
    for (Span span : one.content) {
      RC_ASSERT((span.begin >= at && !span.empty() && span.end <= text.size()));
      at = span.end;
    }
    for (Span span : one.source) RC_ASSERT((!span.empty() && span.end <= text.size()));
    RC_ASSERT((!one.within || one.within->number <= i));
    for (std::size_t j = 0; j < i; ++j)
      for (Span span : one.content)
        if (meets_any(span, statements[j].content)) RC_ASSERT(one.within.has_value());
  }
}

}  // namespace
}  // namespace entente::extract
