// SPDX-License-Identifier: Apache-2.0
// What is said near a party is not yet its word.
#include <gtest/gtest.h>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

using kit::only_position;
using kit::positions;
using Strings = std::vector<std::string>;

Strings stands(const std::string& text) {
  Strings out;
  for (const Position& position : kit::extracted(text).positions)
    if (position.stance != Stance::reports) out.push_back(kit::short_form(position));
  return out;
}

TEST(OwnWord, what_somebody_is_asked_is_nobodys_position) {
  for (const char* asking : {"Asked whether Avaria would accept international monitors",
                             "Asked by reporters if Avaria would accept international monitors",
                             "Asked on Monday whether Avaria rejects international monitors"})
    EXPECT_EQ(stands(std::string(asking) + ", Avarian President Ilan Corvo walked away."),
              Strings{})
        << asking;
  EXPECT_EQ(stands("Corlandic Foreign Minister Tam Rudd said it was unclear whether Avaria would "
                   "accept international monitors."),
            Strings{});
  EXPECT_EQ(
      stands("Avarian President Ilan Corvo said that Belmark had never asked the people of the "
             "border district what they wanted."),
      Strings{});
  EXPECT_EQ(stands("Avaria is considering whether to accept international monitors."),
            (Strings{"Avaria monitoring undecided"}));
}

TEST(OwnWord, what_they_do_is_no_yes_of_the_one_who_says_so) {
  EXPECT_EQ(
      stands("\"They accept international monitors now,\" Avarian President Ilan Corvo said."),
      Strings{});
  EXPECT_EQ(
      stands("\"They will never accept international monitors,\" Avarian President Ilan Corvo "
             "said."),
      Strings{});
  EXPECT_EQ(stands("\"We accept international monitors now,\" Avarian President Ilan Corvo said."),
            (Strings{"Avaria monitoring open_to"}));
}

TEST(OwnWord, a_mediator_accepts_nothing_for_the_parties) {
  for (const char* words : {"the parties had agreed to international monitors",
                            "both sides had accepted international monitors",
                            "the ministers had agreed to international monitors"})
    for (const std::string& stand :
         stands("Corlandic Foreign Minister Tam Rudd said " + std::string(words) + "."))
      EXPECT_EQ(stand.find("Corland "), stand.npos) << words << ": " << stand;
}

TEST(OwnWord, a_modal_of_another_verb_makes_no_stand_tentative) {
  const auto firmness = [](const std::string& text) { return only_position(text).firmness; };
  EXPECT_EQ(firmness("Avaria rejects any ceasefire that could cost it land."), Firmness::unstated);
  EXPECT_EQ(firmness("Avarian President Ilan Corvo said Avaria could accept a ceasefire."),
            Firmness::tentative);
  EXPECT_NE(firmness("\"We cannot accept monitors who might be soldiers,\" Avarian President Ilan "
                     "Corvo said."),
            Firmness::tentative);
}

TEST(OwnWord, a_refusal_that_is_not_made_is_not_firm) {
  EXPECT_EQ(only_position("Avaria ruled out a ceasefire.").firmness, Firmness::firm);
  EXPECT_NE(only_position("Avaria did not rule out a ceasefire.").firmness, Firmness::firm);
}

TEST(OwnWord, what_nobody_did_is_no_stand) {
  EXPECT_EQ(stands("Avarian President Ilan Corvo said nobody had asked Avaria to withdraw its "
                   "troops."),
            Strings{});
  EXPECT_EQ(stands("\"No one walked out of the talks,\" Corlandic Foreign Minister Tam Rudd said."),
            Strings{});
}

TEST(OwnWord, what_was_done_in_a_year_long_past_is_told_and_not_taken_up) {
  EXPECT_EQ(stands("Avaria accepted a ceasefire in 2019."), Strings{});
  EXPECT_EQ(stands("In May 2019 Avaria accepted a ceasefire."), Strings{});
  EXPECT_EQ(stands("Avaria accepted a ceasefire."), (Strings{"Avaria ceasefire open_to"}));
  EXPECT_EQ(stands("Avaria rejected the ceasefire agreed in 2019."),
            (Strings{"Avaria ceasefire rejects"}));
}

TEST(OwnWord, one_offer_is_of_one_thing) {
  EXPECT_EQ(
      stands("Avaria offered a ceasefire and an exchange of prisoners. Belmark welcomed the "
             "offer."),
      (Strings{"Avaria ceasefire offers", "Avaria prisoners offers", "Belmark ceasefire open_to"}));
}

}  // namespace
}  // namespace entente::extract
