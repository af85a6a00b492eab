// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

using Strings = std::vector<std::string>;

TEST(Reporter, of_what_one_tells_that_another_said_is_the_one_who_tells_it) {
  const Position found = kit::only_position(
      "Avarian Foreign Minister Ilan Corvo said Belmarkian President Osa Lind had told him that "
      "Belmark would accept international monitors.");
  EXPECT_EQ(found.party, "Belmark");
  EXPECT_EQ(found.reported_by, "Ilan Corvo");
}

TEST(Reporter, of_what_a_partys_readout_tells_is_that_party) {
  const auto found = kit::extracted(
                         "Ministry of Foreign Affairs of Avaria\n\n"
                         "The ministers spoke on Monday. Belmark dropped its demand for a "
                         "withdrawal of the troops.\n\n"
                         "Belmarkian Foreign Minister Osa Lind accepted a ceasefire.\n\n"
                         "Avarian Foreign Minister Ilan Corvo said Avaria rejects any limits on "
                         "its army.\n\n"
                         "Lind said Belmark demanded the release of all prisoners.")
                         .positions;
  std::vector<std::string> reporters;
  for (const Position& position : found)
    reporters.push_back(position.party + " by " + position.reported_by);
  EXPECT_EQ(reporters, (Strings{"Belmark by Avaria", "Belmark by Avaria", "Avaria by Ilan Corvo",
                                "Belmark by Avaria"}));
}

TEST(Reporter, of_a_report_datelined_in_a_partys_capital_is_no_party) {
  const Position found = kit::only_position(
      "PORT SEL, 9 June - Avaria spoke with the mediators. Belmark accepted a ceasefire.");
  EXPECT_NE(found.reported_by, "Avaria");
}

}  // namespace
}  // namespace entente::extract
