// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/company.h"

#include <gtest/gtest.h>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

using PositionLines = std::vector<std::string>;

TEST(Company, who_supports_has_the_same_position_and_who_opposes_the_contrary) {
  EXPECT_EQ(kit::positions("Avaria, supported by Belmark and opposed by Corland, demanded early "
                           "elections."),
            (PositionLines{"Belmark elections demands", "Corland elections rejects",
                           "Avaria elections demands"}));
}

TEST(Company, who_is_spoken_for_has_the_position) {
  EXPECT_EQ(kit::positions("Avaria, on behalf of Corland, ruled out early elections."),
            (PositionLines{"Corland elections rejects", "Avaria elections rejects"}));
}

TEST(Company, who_opposes_a_refusal_wants_what_is_refused) {
  EXPECT_EQ(kit::positions("Avaria, opposed by Corland, ruled out early elections."),
            (PositionLines{"Corland elections wants", "Avaria elections rejects"}));
}

TEST(Company, the_evidence_reaches_from_who_joins_in_to_what_is_said) {
  const std::string text = "Avaria, opposed by Corland, demanded early elections at once.";
  const auto found = kit::extracted(text).positions;
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].words, "opposed by Corland, demanded early elections at once");
  EXPECT_EQ(found[0].reported_by, "narrator");
  EXPECT_FALSE(found[0].statement);
  EXPECT_TRUE(found[1].statement);
}

TEST(Company, a_condition_is_not_handed_on_to_who_is_against) {
  const auto found = kit::extracted(
                         "Avaria, opposed by Corland, said it would accept elections if Belmark "
                         "withdrew its troops.")
                         .positions;
  const auto corland = std::find_if(found.begin(), found.end(),
                                    [](const Position& one) { return one.party == "Corland"; });
  ASSERT_NE(corland, found.end());
  EXPECT_EQ(corland->stance, Stance::rejects);
  EXPECT_EQ(corland->condition, "");
}

TEST(Company, who_says_something_else_in_the_sentence_keeps_to_that) {
  EXPECT_EQ(kit::positions("Avaria demanded early elections, while Corland rejected elections."),
            (PositionLines{"Avaria elections demands", "Corland elections rejects"}));
}

TEST(Company, a_report_on_the_talks_has_no_contrary) {
  for (const std::string& line :
       kit::positions("Avaria, opposed by Corland, said the talks had made progress."))
    EXPECT_FALSE(line.starts_with("Corland")) << line;
}

}  // namespace
}  // namespace entente::extract
