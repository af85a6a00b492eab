// SPDX-License-Identifier: Apache-2.0
// Stances that hang on how a clause is built: what is announced, what a party does, what a text
// lacks, what a source tells of a party, what "it" takes up.
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

using kit::positions;
using Stands = std::vector<std::string>;

Stands said_by_avaria(const std::string& clause) {
  return positions("Avarian Foreign Minister Ilan Corvo said " + clause + ".");
}
Stands quoted_from_avaria(const std::string& words) {
  return positions("\"" + words + ",\" Avarian Foreign Minister Ilan Corvo said.");
}

TEST(ClauseStance, who_has_yet_to_accept_has_not_accepted_and_not_refused) {
  EXPECT_EQ(positions("Avaria has yet to accept a ceasefire."),
            Stands{"Avaria ceasefire undecided"});
  EXPECT_EQ(positions("Avaria has yet to agree to a ceasefire."),
            Stands{"Avaria ceasefire undecided"});
  EXPECT_EQ(positions("Avaria agreed to a ceasefire."), Stands{"Avaria ceasefire concedes"});
}

TEST(ClauseStance, who_is_far_from_accepting_refuses) {
  EXPECT_EQ(positions("Avaria is far from accepting a ceasefire."),
            Stands{"Avaria ceasefire rejects"});
  EXPECT_EQ(said_by_avaria("his country was a long way from accepting a ceasefire"),
            Stands{"Avaria ceasefire rejects"});
  EXPECT_EQ(said_by_avaria("his country accepted a ceasefire far from the border"),
            Stands{"Avaria ceasefire open_to"});
}

TEST(ClauseStance, a_refusal_after_but_does_not_turn_what_stands_before_it) {
  EXPECT_EQ(positions("Avaria does not oppose sanctions but will not accept elections."),
            (Stands{"Avaria sanctions open_to", "Avaria elections rejects"}));
  EXPECT_EQ(positions("Avaria opposes sanctions but will accept elections."),
            (Stands{"Avaria sanctions rejects", "Avaria elections open_to"}));
}

bool none(const Stands& found, const std::string& stance) {
  return std::none_of(found.begin(), found.end(),
                      [&](const std::string& one) { return one.ends_with(" " + stance); });
}
bool none_offers(const Stands& found) { return none(found, "offers"); }

TEST(ClauseStance, a_thing_that_is_announced_is_offered_and_a_clause_is_only_said) {
  EXPECT_EQ(positions("Avaria announced a ceasefire of its own on Friday."),
            Stands{"Avaria ceasefire offers"});
  EXPECT_EQ(positions("Avaria unveiled elections."), Stands{"Avaria elections offers"});
  EXPECT_EQ(positions("Avaria announced that it would reject a ceasefire."),
            Stands{"Avaria ceasefire rejects"});
}

TEST(ClauseStance, what_is_announced_of_a_thing_is_no_offer_of_it) {
  for (const char* what :
       {"the end of the ceasefire", "the failure of the ceasefire",
        "the suspension of the ceasefire", "the ceasefire's collapse",
        "the breakdown of its ceasefire", "a monument to the fallen of the ceasefire line"}) {
    EXPECT_TRUE(none_offers(positions("Avaria announced " + std::string(what) + "."))) << what;
    EXPECT_TRUE(none_offers(positions("Avaria unveiled " + std::string(what) + "."))) << what;
  }
  EXPECT_TRUE(
      none(positions("Avaria announced its withdrawal from the ceasefire."), "ceasefire offers"));
  EXPECT_EQ(positions("Avaria announced the start of a ceasefire."),
            Stands{"Avaria ceasefire offers"});
}

TEST(ClauseStance, pressure_that_is_announced_is_no_offer) {
  EXPECT_TRUE(none_offers(positions("Avaria unveiled new sanctions against Belmark.")));
  EXPECT_TRUE(none_offers(positions("Avaria announced an embargo.")));
  EXPECT_TRUE(none_offers(quoted_from_avaria("We are preparing sanctions")));
  EXPECT_EQ(quoted_from_avaria("We have lifted the sanctions"), Stands{"Avaria sanctions offers"});
}

TEST(ClauseStance, what_is_done_to_a_thing_is_no_offer_of_it) {
  for (const char* done :
       {"We have suspended the ceasefire", "We have halted the prisoner exchange",
        "We have withdrawn our offer of a ceasefire", "We have ordered new sanctions",
        "We have sent a protest about the embargo",
        "We are preparing for the collapse of the ceasefire",
        "We have stopped believing in a ceasefire"})
    EXPECT_TRUE(none_offers(quoted_from_avaria(done))) << done;
  EXPECT_EQ(quoted_from_avaria("We have sent monitors"), Stands{"Avaria monitoring offers"});
}

TEST(ClauseStance, what_a_party_is_doing_it_offers_and_what_another_does_is_told) {
  EXPECT_EQ(quoted_from_avaria("We are building security guarantees"),
            Stands{"Avaria security_guarantees offers"});
  EXPECT_EQ(said_by_avaria("his country was coordinating security guarantees with others").size(),
            1u);
  EXPECT_EQ(quoted_from_avaria("We will stay here with the engineers of Corland, to draw up "
                               "security guarantees"),
            Stands{"Avaria security_guarantees offers"});
  EXPECT_EQ(quoted_from_avaria("We will not stay here with the engineers of Corland, to draw up "
                               "security guarantees"),
            Stands{"Avaria security_guarantees reports"});
  EXPECT_EQ(said_by_avaria("Belmark was building security guarantees with others"),
            Stands{"Avaria security_guarantees reports"});
}

TEST(ClauseStance, what_a_refused_text_lacks_is_asked_for) {
  EXPECT_EQ(said_by_avaria("his country could not accept any text that is silent on elections"),
            Stands{"Avaria elections demands"});
  EXPECT_EQ(said_by_avaria("his country rejected a draft that ignores elections"),
            Stands{"Avaria elections demands"});
  EXPECT_EQ(said_by_avaria("his country could not accept any text that speaks of elections"),
            Stands{"Avaria elections rejects"});
}

TEST(ClauseStance, a_demand_that_was_not_dropped_stands) {
  EXPECT_EQ(positions("Avaria has not changed its demand for elections."),
            Stands{"Avaria elections demands"});
  EXPECT_EQ(positions("Avaria does not demand elections."), Stands{"Avaria elections rejects"});
}

TEST(ClauseStance, a_goal_is_wanted_whatever_is_listed_between_dashes) {
  EXPECT_EQ(quoted_from_avaria(
                "Our first priorities \xe2\x80\x94 elections and a ceasefire \xe2\x80\x94 are "
                "on this page"),
            (Stands{"Avaria ceasefire wants", "Avaria elections wants"}));
}

TEST(ClauseStance, what_a_party_must_not_have_is_refused_by_who_says_so) {
  EXPECT_EQ(quoted_from_avaria("Belmark cannot have a nuclear weapon"),
            Stands{"Avaria nuclear_weapons rejects"});
  EXPECT_EQ(quoted_from_avaria("Belmark will not have elections"),
            Stands{"Avaria elections reports"});
}

TEST(ClauseStance, neither_side_is_not_the_speaker) {
  EXPECT_EQ(quoted_from_avaria("Neither side is close to a ceasefire"),
            Stands{"Avaria ceasefire reports"});
  EXPECT_EQ(quoted_from_avaria("Neither side will accept a ceasefire"),
            Stands{"Avaria ceasefire reports"});
  EXPECT_EQ(quoted_from_avaria("No ceasefire"), Stands{"Avaria ceasefire rejects"});
  EXPECT_EQ(positions("Neither Avaria nor Belmark will accept a ceasefire."),
            (Stands{"Avaria ceasefire rejects", "Belmark ceasefire rejects"}));
}

TEST(ClauseStance, a_purpose_is_wanted) {
  EXPECT_EQ(quoted_from_avaria("It has to be in place, so that Belmark can hold elections"),
            Stands{"Avaria elections wants"});
}

TEST(ClauseStance, what_somebody_else_brought_about_is_no_purpose_of_the_speakers) {
  EXPECT_EQ(quoted_from_avaria("Belmark lied so that the ceasefire would fail"),
            Stands{"Avaria ceasefire reports"});
  EXPECT_EQ(quoted_from_avaria("The embargo was tightened so that our prisoners would suffer"),
            (Stands{"Avaria sanctions reports", "Avaria prisoners reports"}));
}

TEST(ClauseStance, what_a_party_came_for_follows_at_once) {
  EXPECT_EQ(quoted_from_avaria("We came for a ceasefire"), Stands{"Avaria ceasefire wants"});
  EXPECT_TRUE(none(quoted_from_avaria("I came for lunch; nobody spoke of a ceasefire"), "wants"));
  EXPECT_TRUE(none(quoted_from_avaria("We came to hear why Belmark rejects monitors"), "wants"));
}

TEST(ClauseStance, what_is_no_substitute_is_not_what_is_asked_for) {
  EXPECT_EQ(quoted_from_avaria("Monitors are no substitute for a ceasefire"),
            (Stands{"Avaria ceasefire demands", "Avaria monitoring reports"}));
}

TEST(ClauseStance, what_may_be_considered_something_is_not_considered) {
  EXPECT_TRUE(none(quoted_from_avaria("Monitors may be considered spies"), "open_to"));
  EXPECT_EQ(quoted_from_avaria("Monitors may be considered"), Stands{"Avaria monitoring open_to"});
}

TEST(ClauseStance, importance_is_wanted_only_where_it_is_stressed) {
  EXPECT_TRUE(none(quoted_from_avaria("The importance of the monitors is exaggerated"), "wants"));
  EXPECT_TRUE(
      none(quoted_from_avaria("Nobody should overstate the importance of the ceasefire"), "wants"));
  EXPECT_TRUE(none(positions("Avaria attached no importance to the ceasefire."), "wants"));
  EXPECT_EQ(quoted_from_avaria("We attach great importance to the ceasefire"),
            Stands{"Avaria ceasefire wants"});
}

TEST(ClauseStance, the_goal_of_others_is_not_the_speakers) {
  EXPECT_TRUE(none(quoted_from_avaria("Their main goal is a ceasefire"), "wants"));
  EXPECT_EQ(quoted_from_avaria("Our main goal is a ceasefire"), Stands{"Avaria ceasefire wants"});
}

TEST(ClauseStance, who_lives_without_a_thing_gives_nothing_up) {
  EXPECT_TRUE(none(quoted_from_avaria("We live without a ceasefire"), "concedes"));
  EXPECT_EQ(quoted_from_avaria("We could live without monitors"),
            Stands{"Avaria monitoring concedes"});
}

TEST(ClauseStance, a_dream_and_a_trick_are_judgements_only_by_themselves) {
  EXPECT_EQ(quoted_from_avaria("The ceasefire is a trick"), Stands{"Avaria ceasefire rejects"});
  EXPECT_TRUE(none(quoted_from_avaria("The ceasefire is a dream of ours"), "rejects"));
  EXPECT_TRUE(none(quoted_from_avaria("The ceasefire is a trick question"), "rejects"));
}

TEST(ClauseStance, what_a_refused_text_is_without_is_asked_for_whatever_the_verb) {
  for (const char* refused :
       {"Avaria refused to back a draft without monitors.",
        "Avaria rejected the deal without monitors.",
        "\"We will not accept a text without monitors,\" Avarian Foreign Minister Ilan Corvo said.",
        "Avaria could not agree to a plan that ignores monitors."})
    EXPECT_EQ(positions(refused), Stands{"Avaria monitoring demands"}) << refused;
  EXPECT_TRUE(none(positions("Avaria rejected claims that it ignored monitors."), "demands"));
  EXPECT_EQ(positions("Avaria rejected a draft on monitors."), Stands{"Avaria monitoring rejects"});
}

TEST(ClauseStance, what_a_mediator_tells_in_the_passive_is_offered_by_nobody) {
  Codebook book = kit::codebook();
  book.parties[2].kind = PartyKind::mediator;
  const Extractor mediated = or_throw(Extractor::load(ENTENTE_SOURCE_DIR "/data", book));
  const auto stands = [&](const std::string& text) {
    const Document one = kit::document(text);
    Roster roster;
    mediated.learn(one, roster);
    Stands out;
    for (const Position& each : mediated.extract(one, roster).positions)
      out.push_back(kit::short_form(each));
    return out;
  };
  EXPECT_EQ(stands("Corlandic envoy Tam Rudd said the embargo would be lifted."),
            Stands{"Corland sanctions reports"});
  EXPECT_EQ(stands("Corlandic envoy Tam Rudd said monitors may be considered."),
            Stands{"Corland monitoring reports"});
  EXPECT_EQ(stands("\"We will send monitors,\" Corlandic envoy Tam Rudd said."),
            Stands{"Corland monitoring offers"});
}

TEST(ClauseStance, the_judgement_of_a_refusal_is_turned) {
  EXPECT_EQ(quoted_from_avaria("The rejection of monitors is a serious mistake"),
            Stands{"Avaria monitoring open_to"});
  EXPECT_EQ(quoted_from_avaria("Rejecting monitors would be a serious mistake"),
            Stands{"Avaria monitoring open_to"});
  EXPECT_EQ(quoted_from_avaria("The presence of monitors is a serious mistake"),
            Stands{"Avaria monitoring rejects"});
}

TEST(ClauseStance, an_unnamed_sources_word_of_a_party_is_that_partys) {
  EXPECT_EQ(positions("A diplomat said Avaria would not sign a peace treaty unless Belmark left."),
            Stands{"Avaria terms_of_peace conditional"});
  EXPECT_EQ(positions("A diplomat said Avaria would send monitors."),
            Stands{"Avaria monitoring offers"});
  EXPECT_EQ(positions("A diplomat said Avaria would be barred from elections."), Stands{});
  EXPECT_EQ(positions("A diplomat said prisoners would come home."), Stands{});
}

TEST(ClauseStance, it_in_the_next_sentence_is_the_body_that_began_the_one_before) {
  EXPECT_EQ(positions("Avaria signed the text on Monday. It undertook to release all prisoners."),
            Stands{"Avaria prisoners offers"});
  EXPECT_EQ(positions("The text was signed on Monday. It undertook to release all prisoners."),
            Stands{});
  EXPECT_EQ(
      positions("Avaria signed the text on Monday. It is important to release all prisoners."),
      Stands{});
}

TEST(ClauseStance, what_is_done_to_it_is_done_to_what_was_proposed) {
  const std::string offer = "Corland proposed a ceasefire on Monday. ";
  const auto answered = [&](const std::string& answer) {
    auto found = positions(offer + answer);
    EXPECT_FALSE(found.empty());
    if (!found.empty()) found.erase(found.begin());
    return found;
  };
  EXPECT_EQ(answered("Avaria called it a trick."), Stands{"Avaria ceasefire rejects"});
  EXPECT_EQ(answered("Avarian Foreign Minister Ilan Corvo said he could not accept this."),
            Stands{"Avaria ceasefire rejects"});
  EXPECT_EQ(answered("Avarian Foreign Minister Ilan Corvo rejected that outright."),
            Stands{"Avaria ceasefire rejects"});
  EXPECT_EQ(answered("Avarian Foreign Minister Ilan Corvo rejected that report."), Stands{});
  EXPECT_EQ(answered("Avarian Foreign Minister Ilan Corvo denied that rumour."), Stands{});
  EXPECT_EQ(answered("Avarian Foreign Minister Ilan Corvo said he could not accept this summer."),
            Stands{});
  EXPECT_EQ(answered("Avarian Foreign Minister Ilan Corvo said Belmark could not accept this."),
            Stands{});
}

TEST(ClauseStance, talks_about_a_matter_are_no_position_beside_the_matter) {
  EXPECT_EQ(positions("Avaria rejected the proposal to lift sanctions."),
            Stands{"Avaria sanctions rejects"});
  EXPECT_EQ(positions("Avaria agreed to hold talks."), Stands{"Avaria process concedes"});
}

TEST(ClauseStance, those_between_whom_a_deal_is_do_nothing_in_it) {
  EXPECT_EQ(
      positions("Corlandic envoy Tam Rudd said a deal between Avaria and Belmark would demand "
                "elections."),
      Stands{"Corland elections demands"});
  EXPECT_EQ(positions("Corlandic envoy Tam Rudd said Avaria and Belmark demanded elections."),
            (Stands{"Avaria elections demands", "Belmark elections demands"}));
}

TEST(ClauseStance, many_countries_are_not_the_speaker) {
  EXPECT_EQ(quoted_from_avaria("Several of the states are prepared to accept a ceasefire"),
            Stands{});
  EXPECT_EQ(quoted_from_avaria("We are willing to accept a ceasefire"),
            Stands{"Avaria ceasefire open_to"});
}

TEST(ClauseStance, views_on_a_matter_say_nothing_of_it) {
  EXPECT_EQ(positions("Avarian Foreign Minister Ilan Corvo gave his views on elections."),
            Stands{});
}

}  // namespace
}  // namespace entente::extract
