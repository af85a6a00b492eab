// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "extract/each_actor.h"
#include "extract/mentions.h"
#include "model/position.h"
#include "text/prose.h"

namespace entente::extract::actors {

// "A, supported by B and opposed by C, urged X": the position of one of them is that of all who say
// the same, and the contrary one of all who say the contrary. Adds theirs, in the order of the
// text; who has a position on the issue from these words keeps it. `narrator` is the one whose word
// it is that somebody is against.
void add_company(std::vector<Position>& positions, const text::Prose& prose,
                 const EachActor& each_actor, const std::vector<Mention>& mentions,
                 const std::string& narrator);

}  // namespace entente::extract::actors
