// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

using kit::extracted;
using kit::only_position;
using kit::positions;
using Strings = std::vector<std::string>;

TEST(Positions, ones_own_words_are_the_speakers_partys_position) {
  EXPECT_EQ(positions("\"We will not accept a ceasefire,\" Avarian President Ilan Corvo said."),
            (Strings{"Avaria ceasefire rejects"}));
}

TEST(Positions, the_one_who_wants_holds_the_position_not_the_one_of_whom_it_is_wanted) {
  EXPECT_EQ(
      positions(
          "Avarian President Ilan Corvo wants Belmark to give up its hopes to join the alliance."),
      (Strings{"Avaria alliance_membership demands"}));
}

TEST(Positions, a_party_said_by_another_to_be_ready_holds_the_position_and_the_other_reports_it) {
  const Position found =
      only_position("Corlandic Foreign Minister Tam Rudd said Belmark had agreed to a ceasefire.");
  EXPECT_EQ(kit::short_form(found), "Belmark ceasefire concedes");
  EXPECT_EQ(found.reported_by, "Tam Rudd");
  EXPECT_TRUE(found.statement);
}

TEST(Positions, the_narrator_reports_what_a_party_pushes_for) {
  const Position found = only_position(
      "Envoys gathered on Monday. Belmark's push for a quick peace agreement went on.");
  EXPECT_EQ(kit::short_form(found), "Belmark terms_of_peace wants");
  EXPECT_EQ(found.reported_by, "narrator");
  EXPECT_FALSE(found.statement);
}

TEST(Positions, each_demand_of_a_list_has_its_own_clause_as_evidence) {
  const auto found = extracted(
                         "Avarian President Ilan Corvo has said he wants Belmark to give up its "
                         "hopes to join the alliance, "
                         "Avaria to control the whole of the region it claims, and the size of the "
                         "Belmarkian army to be limited.")
                         .positions;
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].words, "he wants Belmark to give up its hopes to join the alliance");
  EXPECT_EQ(found[1].words, "Avaria to control the whole of the region it claims");
  EXPECT_EQ(found[2].words, "the size of the Belmarkian army to be limited");
  for (const Position& position : found) EXPECT_EQ(position.party, "Avaria");
}

TEST(Positions, a_judgement_of_those_demands_takes_up_their_issues) {
  EXPECT_EQ(positions("Avaria demands a ceasefire and the end of the sanctions. Belmark called "
                      "those demands a capitulation."),
            (Strings{"Avaria ceasefire demands", "Avaria sanctions demands",
                     "Belmark ceasefire rejects", "Belmark sanctions rejects"}));
}

TEST(Positions, a_bare_refusal_takes_up_what_the_clause_before_named) {
  EXPECT_EQ(positions("Avaria is calling for a ceasefire, but Belmark has refused."),
            (Strings{"Avaria ceasefire demands", "Belmark ceasefire rejects"}));
}

TEST(Positions, a_list_of_topics_is_no_position) {
  EXPECT_EQ(
      positions("Avarian President Ilan Corvo said the issue of sanctions came up in the talks."),
      Strings{});
}

TEST(Positions, a_word_of_an_issue_without_anybodys_statement_is_no_position) {
  EXPECT_EQ(positions("The ceasefire is in its third week. Sanctions were imposed in May."),
            Strings{});
}

TEST(Positions, a_question_is_no_position) {
  EXPECT_EQ(positions("\"Will you accept a ceasefire?\" Avarian President Ilan Corvo asked."),
            Strings{});
}

TEST(Positions, what_two_parties_say_together_is_the_position_of_both) {
  EXPECT_EQ(positions("Avaria and Belmark agreed on Monday to extend the truce by a month."),
            (Strings{"Avaria ceasefire offers", "Belmark ceasefire offers"}));
  EXPECT_EQ(positions("Avaria agreed on Monday to extend the truce by a month."),
            (Strings{"Avaria ceasefire concedes"}));
}

TEST(Positions, an_offer_named_after_its_party_is_that_partys) {
  EXPECT_EQ(positions("The papers wrote about a Corlandic offer to mediate."),
            (Strings{"Corland mediation offers"}));
}

TEST(Positions, a_ceiling_that_is_proposed_for_both_is_no_refusal) {
  EXPECT_EQ(positions("Avarian President Ilan Corvo proposed that neither side keep more than "
                      "4,000 soldiers on the plain."),
            (Strings{"Avaria force_limits wants"}));
}

TEST(Positions, a_demand_may_be_a_bare_list) {
  EXPECT_EQ(positions("Avaria demanded the release of all hostages, an end to the blockade and "
                      "early elections."),
            (Strings{"Avaria elections demands", "Avaria prisoners demands",
                     "Avaria humanitarian_access demands"}));
}

TEST(Positions, what_must_come_before_stands_as_the_condition) {
  const Position found = only_position(
      "Belmarkian envoy Rut Hale said Belmark would free the hostages only once the "
      "harvest was over.");
  EXPECT_EQ(kit::short_form(found), "Belmark prisoners conditional");
  EXPECT_EQ(found.condition, "only once the harvest was over");
}

TEST(Positions, plain_words_of_refusal_and_readiness_make_a_stance) {
  const auto stance = [](const std::string& words) {
    return std::string(word_of(only_position("Avarian President Ilan Corvo said " + words).stance));
  };
  EXPECT_EQ(stance("a truce was premature."), "rejects");
  EXPECT_EQ(stance("there was no such thing as a partial withdrawal."), "rejects");
  EXPECT_EQ(stance("Avaria stood by no amnesty: an amnesty would be unthinkable."), "rejects");
  EXPECT_EQ(stance("there was no alternative to the ceasefire."), "open_to");
  EXPECT_EQ(stance("Avaria was prepared to free the hostages."), "offers");
  EXPECT_EQ(stance("Avaria was prepared to discuss a truce."), "open_to");
  EXPECT_EQ(stance("Avaria was possibly prepared to free the hostages."), "open_to");
  EXPECT_EQ(stance("Avaria supported monitors in the towns."), "wants");
  EXPECT_EQ(stance("Avaria supported the plan for monitors."), "open_to");
  EXPECT_EQ(stance("Avaria was still thinking about a truce."), "undecided");
}

TEST(Positions, what_is_asked_for_in_a_condition_is_asked_by_the_one_who_sets_it) {
  EXPECT_EQ(positions("An official of the Haven club said Belmark was ready for a truce only if "
                      "observers came."),
            (Strings{"Belmark ceasefire conditional", "Belmark monitoring demands"}));
}

TEST(Positions, a_plain_refusal_told_by_the_narrator_counts_and_a_plan_told_by_it_does_not) {
  EXPECT_EQ(positions("Belmark will not accept observers. Avaria will hold elections in May."),
            (Strings{"Belmark monitoring rejects"}));
  EXPECT_EQ(positions("Belmark will not leave the disputed islands."),
            (Strings{"Belmark territory rejects"}));
}

TEST(Positions, the_verb_of_a_statement_is_no_answer_to_the_clause_before_it) {
  EXPECT_EQ(positions("Avaria wants sanctions, while Belmark opposed any new embargo."),
            (Strings{"Avaria sanctions wants", "Belmark sanctions rejects"}));
}

TEST(Positions, evidence_is_the_text_at_its_place) {
  const std::string text =
      "“We want a ceasefire,” Avarian President Ilan Corvo said. Belmark has ruled out a "
      "ceasefire.";
  const std::u32string points = from_utf8(text);
  const auto found = extracted(text).positions;
  EXPECT_EQ(found.size(), 2u);
  for (const Position& position : found)
    EXPECT_EQ(slice_utf8(points, position.evidence), position.words);
}

TEST(Positions, an_option_is_what_the_words_name_whatever_the_party_thinks_of_it) {
  const Position found = only_position(
      "Avarian President Ilan Corvo has ruled out Belmark becoming a member of the alliance.");
  EXPECT_EQ(found.stance, Stance::rejects);
  EXPECT_EQ(found.option, (OptionRange{"member", "member"}));
}

TEST(Positions, the_day_of_saying_is_known_from_a_known_date_only) {
  const std::string text =
      "Avarian President Ilan Corvo said on Monday that sanctions must be lifted.";
  EXPECT_EQ(extracted(text).positions.at(0).said, std::nullopt);
  const auto dated = extracted(text, parse_date("2031-03-05")).positions.at(0);
  EXPECT_EQ(dated.said, parse_date("2031-03-03"));
  EXPECT_EQ(dated.printed, parse_date("2031-03-05"));
}

TEST(Positions, what_is_said_twice_in_one_go_is_one_position) {
  EXPECT_EQ(
      positions(
          "\"We want a ceasefire. A ceasefire saves lives,\" Avarian President Ilan Corvo said."),
      (Strings{"Avaria ceasefire wants"}));
}

TEST(Positions, neither_nor_is_one_refusal) {
  EXPECT_EQ(positions("Avaria accepts neither a ceasefire nor monitors."),
            (Strings{"Avaria ceasefire rejects", "Avaria monitoring rejects"}));
  const auto both = positions("Neither Avaria nor Belmark accepts a ceasefire.");
  EXPECT_TRUE(!both.empty() && both.front() == "Avaria ceasefire rejects");
}

TEST(Positions, what_the_matter_does_by_itself_is_nobodys_offer) {
  EXPECT_EQ(positions("Avaria said sanctions would hurt its people."),
            Strings{"Avaria sanctions reports"});
  EXPECT_EQ(positions("Avaria said sanctions would be lifted."),
            Strings{"Avaria sanctions offers"});
}

TEST(Positions, what_both_sides_do_is_the_position_of_each) {
  EXPECT_EQ(positions("Avaria and Belmark met on Monday. Avaria and Belmark have been at war for "
                      "years. Avaria and Belmark were tired. Both sides agreed to a ceasefire."),
            (Strings{"Avaria ceasefire offers", "Belmark ceasefire offers"}));
}

TEST(Positions, an_answer_without_the_matters_name_is_to_what_was_asked) {
  EXPECT_EQ(positions("Avarian President Ilan Corvo spoke on Monday.\n\n"
                      "Q: Will you accept a ceasefire?\n\n"
                      "CORVO: You heard me before. We will not."),
            (Strings{"Avaria ceasefire rejects"}));
}

TEST(Positions, what_a_speaker_was_asked_about_is_what_a_flat_no_answers) {
  EXPECT_EQ(positions("\"Not before spring,\" Avarian President Ilan Corvo said when asked about "
                      "a ceasefire."),
            (Strings{"Avaria ceasefire rejects"}));
  EXPECT_EQ(positions("\"That is out of the question,\" Avarian President Ilan Corvo said of the "
                      "ceasefire."),
            (Strings{"Avaria ceasefire rejects"}));
}

TEST(Positions, an_answer_that_takes_no_side_is_no_position) {
  EXPECT_EQ(positions("Avarian President Ilan Corvo spoke on Monday.\n\n"
                      "Q: Will you accept a ceasefire?\n\nCORVO: Ask the generals."),
            Strings{});
}

TEST(Positions, a_judgement_alone_is_of_what_its_sentence_names) {
  EXPECT_EQ(positions("Envoys met. The proposed sanctions, which Belmark has described as "
                      "unacceptable, start in May."),
            (Strings{"Belmark sanctions rejects"}));
  EXPECT_EQ(positions("Belmark calls the sanctions illegal."),
            (Strings{"Belmark sanctions rejects"}));
}

TEST(Positions, a_participle_in_front_of_its_noun_is_nobodys_doing) {
  EXPECT_EQ(positions("Belmark has described the proposed sanctions as unacceptable."),
            (Strings{"Belmark sanctions rejects"}));
}

TEST(Positions, what_the_narrator_tells_that_a_party_will_do_in_return_is_conditional) {
  const auto found =
      extracted("Avaria will lift the sanctions if Belmark frees the crew.").positions;
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(kit::short_form(found.front()), "Avaria sanctions conditional");
  EXPECT_EQ(found.front().condition, "if Belmark frees the crew");
  EXPECT_EQ(positions("Avaria will lift the sanctions on Monday."), Strings{});
}

TEST(Positions, a_refusal_before_something_happens_is_conditional) {
  EXPECT_EQ(positions("Avaria refuses to accept a ceasefire before the spring."),
            (Strings{"Avaria ceasefire conditional"}));
  EXPECT_EQ(positions("Avaria refuses to accept a ceasefire."),
            (Strings{"Avaria ceasefire rejects"}));
  EXPECT_EQ(positions("Avaria would not lift the sanctions while the crew remains in jail."),
            (Strings{"Avaria sanctions conditional"}));
}

TEST(Positions, a_statement_within_another_gives_one_position) {
  EXPECT_EQ(positions("A spokesman for Avaria said Avaria had proposed that the armies stop the "
                      "shelling."),
            (Strings{"Avaria ceasefire wants"}));
}

TEST(Positions, an_offer_keeps_the_condition_that_follows_after_a_comma) {
  const auto found = extracted(
                         "Avaria is prepared to lift the sanctions, provided Belmark frees "
                         "the crew.")
                         .positions;
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(kit::short_form(found.front()), "Avaria sanctions conditional");
  EXPECT_EQ(found.front().condition, "provided Belmark frees the crew");
}

// Looking for the end of each clause from each dash takes longer than a test may.
TEST(Positions, a_sentence_of_a_hundred_thousand_dashes_is_cut_in_one_go) {
  std::string dashes;
  for (int i = 0; i < 200'000; ++i) dashes += "– ";
  EXPECT_EQ(
      positions("Avaria wants a referendum; Belmark rejects sanctions. " + dashes +
                "Avaria offers a ceasefire."),
      (Strings{"Avaria elections wants", "Belmark sanctions rejects", "Avaria ceasefire offers"}));
}

TEST(Positions, a_bare_denial_answers_the_clause_before) {
  EXPECT_EQ(positions("Avaria wants a referendum; Belmark does not."),
            (Strings{"Avaria elections wants", "Belmark elections rejects"}));
}

}  // namespace
}  // namespace entente::extract
