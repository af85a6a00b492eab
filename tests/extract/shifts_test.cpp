// SPDX-License-Identifier: Apache-2.0
// What a text itself says of a change of position, and what only looks like it.
#include "extract/shifts.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

// The shift of the party's position, none where no position has one.
Shift shift_in(const std::string& text, const std::string& party = "Avaria") {
  for (const Position& position : kit::extracted(text).positions)
    if (position.party == party && position.shift != Shift::none) return position.shift;
  return Shift::none;
}

TEST(Shifts, a_demand_let_go_a_line_softened_or_hardened_and_a_side_changed_are_told_apart) {
  EXPECT_EQ(shift_in("Avaria dropped its demand for a ceasefire."), Shift::gives_up);
  EXPECT_EQ(shift_in("Avaria no longer insists on a ceasefire."), Shift::gives_up);
  EXPECT_EQ(shift_in("Avaria softened its demand for a ceasefire."), Shift::softens);
  EXPECT_EQ(shift_in("Avaria hardened its position and rejected a ceasefire."), Shift::hardens);
  EXPECT_EQ(shift_in("Avaria now accepts a ceasefire."), Shift::reverses);
}

TEST(Shifts, a_change_that_is_denied_asked_for_supposed_or_possible_was_not_made) {
  for (const char* text : {"Avaria refused to drop its demand for a ceasefire.",
                           "Avaria has not dropped its demand for a ceasefire.",
                           "Avaria may drop its demand for a ceasefire.",
                           "Belmark demanded that Avaria drop its demand for a ceasefire.",
                           "If Avaria drops its demand for a ceasefire, the talks will go on."})
    EXPECT_EQ(shift_in(text), Shift::none) << text;
}

TEST(Shifts, a_plain_demand_is_no_change) {
  EXPECT_EQ(shift_in("Avaria demanded a ceasefire."), Shift::none);
}

TEST(Shifts, the_change_of_another_clause_is_not_taken_over) {
  EXPECT_EQ(shift_in("Belmark dropped its demand for elections, but Avaria rejected a ceasefire."),
            Shift::none);
}

}  // namespace
}  // namespace entente::extract
