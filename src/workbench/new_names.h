// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/case.h"

namespace entente {

// The parties that a case knows: of its codebook and of whatever was read or edited.
std::set<std::string> party_names(const Case& contents);

// A sentence for each party in `fields` (of `edit`: "party", "parties") that the case does not know
// by that name, with the known one that it is near or another name of.
std::vector<std::string> notes_on_new_names(const Case& contents,
                                            const std::map<std::string, std::string>& fields);

}  // namespace entente
