// SPDX-License-Identifier: Apache-2.0
// What is believed, unreal, inverted, lacking or said of another is not taken for a party's word.
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

using kit::extracted;
using kit::only_position;
using kit::positions;
using Found = std::vector<std::string>;

Found found_in(const std::string& clause) {
  return positions("Avarian Foreign Minister Ilan Corvo said " + clause + ".");
}

TEST(StanceLayers, what_is_foretold_of_another_is_not_its_word) {
  EXPECT_EQ(found_in("he was confident that Belmark would accept a ceasefire"), Found{});
  EXPECT_EQ(found_in("he thought Belmark would reject a ceasefire"), Found{});
  EXPECT_EQ(found_in("Belmark would accept a ceasefire"), Found{"Belmark ceasefire open_to"});
  EXPECT_EQ(found_in("he was confident that Avaria would accept a ceasefire"),
            Found{"Avaria ceasefire open_to"});
}

TEST(StanceLayers, what_a_party_is_likely_to_do_it_has_not_said) {
  EXPECT_EQ(positions("Belmark is likely to accept elections."), Found{});
  EXPECT_EQ(positions("Belmark accepts elections."), Found{"Belmark elections open_to"});
}

TEST(StanceLayers, what_another_will_do_is_no_offer_of_the_one_who_says_so) {
  EXPECT_EQ(found_in("Belmark will lift its sanctions"), Found{"Avaria sanctions reports"});
  EXPECT_EQ(found_in("Avaria will lift its sanctions"), Found{"Avaria sanctions offers"});
}

TEST(StanceLayers, what_did_not_come_about_is_nobodys) {
  EXPECT_EQ(found_in("Avaria would have accepted a ceasefire"), Found{});
  EXPECT_EQ(found_in("in an ideal world Avaria would release all prisoners"), Found{});
  EXPECT_EQ(positions("Had Belmark accepted a ceasefire, Avaria would have lifted its sanctions, "
                      "Avarian Foreign Minister Ilan Corvo said."),
            Found{});
  EXPECT_EQ(found_in("Avaria would have to accept a ceasefire").size(), 1u);
}

TEST(StanceLayers, a_text_that_breaks_off_at_a_helping_verb_is_read) {
  EXPECT_EQ(positions("Avarian Foreign Minister Ilan Corvo said Avaria would"), Found{});
}

TEST(StanceLayers, an_inverted_condition_is_a_condition) {
  const auto found = extracted(
                         "Should Belmark accept a ceasefire, Avaria would lift its sanctions, "
                         "Avarian Foreign Minister Ilan Corvo said.")
                         .positions;
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(kit::short_form(found[0]), "Avaria ceasefire conditional");
  EXPECT_EQ(kit::short_form(found[1]), "Avaria sanctions conditional");
  EXPECT_EQ(found[1].condition, "Should Belmark accept a ceasefire");
  auto were = positions(
      "Were Belmark to release the prisoners, Avaria would lift its sanctions, "
      "Avarian Foreign Minister Ilan Corvo said.");
  std::sort(were.begin(), were.end());
  EXPECT_EQ(were, (Found{"Avaria prisoners conditional", "Avaria sanctions conditional"}));
  EXPECT_EQ(found_in("the sanctions should be lifted"), Found{"Avaria sanctions demands"});
}

TEST(StanceLayers, no_one_thing_without_another_is_a_condition) {
  const Position truce = extracted(
                             "Avarian Foreign Minister Ilan Corvo insisted that there could be no "
                             "ceasefire without monitors.")
                             .positions.at(0);
  EXPECT_EQ(kit::short_form(truce), "Avaria ceasefire conditional");
  EXPECT_EQ(truce.condition, "without monitors");
}

TEST(StanceLayers, not_only_denies_nothing) {
  EXPECT_EQ(found_in("Avaria wants not only a ceasefire"), Found{"Avaria ceasefire wants"});
  EXPECT_EQ(found_in("Avaria does not just want a ceasefire"), Found{"Avaria ceasefire wants"});
}

TEST(StanceLayers, a_wish_for_none_is_a_rejection) {
  EXPECT_EQ(found_in("Avaria wants no monitors in the valley"), Found{"Avaria monitoring rejects"});
  EXPECT_EQ(positions("Avaria warned Belmark against annexing the province."),
            Found{"Avaria territory rejects"});
}

TEST(StanceLayers, monitors_asked_to_leave_are_asked_for_by_nobody) {
  const Position leave = only_position("Avaria demanded that the monitors leave the valley.");
  EXPECT_EQ(kit::short_form(leave), "Avaria monitoring demands");
  ASSERT_TRUE(leave.option);
  EXPECT_EQ(leave.option->high, "none");
  const Position stay = only_position("Avaria demanded that the monitors return to the valley.");
  ASSERT_TRUE(stay.option);
  EXPECT_EQ(stay.option->low, "international");
}

TEST(StanceLayers, an_ambition_dropped_is_the_option_without_it) {
  const Position drop = only_position("Avaria agreed to drop its ambitions to join the alliance.");
  ASSERT_TRUE(drop.option);
  EXPECT_EQ(drop.option->low, "excluded");
  EXPECT_EQ(drop.option->high, "excluded");
}

TEST(StanceLayers, each_agent_has_a_stance_of_its_own) {
  EXPECT_EQ(positions("The ceasefire was rejected by Avaria and welcomed by Belmark."),
            (Found{"Avaria ceasefire rejects", "Belmark ceasefire open_to"}));
  auto plan = positions(
      "The plan for a ceasefire, supported by Avaria and Corland, is opposed by Belmark.");
  std::sort(plan.begin(), plan.end());
  EXPECT_EQ(plan, (Found{"Avaria ceasefire open_to", "Belmark ceasefire rejects",
                         "Corland ceasefire open_to"}));
}

TEST(StanceLayers, of_two_verbs_joined_the_one_beside_the_matter_rules) {
  EXPECT_EQ(positions("Avaria supports the mediators and opposes the sanctions."),
            Found{"Avaria sanctions rejects"});
}

TEST(StanceLayers, the_demand_reaches_back_one_sentence_and_the_demand_that_does_not) {
  EXPECT_EQ(positions("Avaria demanded a ceasefire. Belmark rejected the demand."),
            (Found{"Avaria ceasefire demands", "Belmark ceasefire rejects"}));
  EXPECT_EQ(
      positions("Avaria demanded a ceasefire. Belmark rejected the idea that the army is weak."),
      Found{"Avaria ceasefire demands"});
}

TEST(StanceLayers, no_article_will_is_a_refusal) {
  EXPECT_EQ(positions("\"No article of any code will touch upon our sanctions,\" Avarian Foreign "
                      "Minister Ilan Corvo said."),
            Found{"Avaria sanctions rejects"});
}

}  // namespace
}  // namespace entente::extract
