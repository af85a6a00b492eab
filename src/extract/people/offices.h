// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "extract/people/phrases.h"

namespace entente::extract {

// Roles are words as printed, joined by "; ": "Foreign Minister; head of the delegation".

// `roles` lists this role, or one that says more: "Foreign Minister" is a "Minister" too.
bool has_office(std::string_view roles, std::string_view role);

// Some role of one is an office of the other: "Minister" and "Foreign Minister" are, "Prime
// Minister" and "Foreign Minister" are not.
bool shares_office(std::string_view roles, std::string_view others);

// One holder of an office is meant, who is not named: "the president", "Ruritania's envoy".
bool is_definite_office(const Item& item);

}  // namespace entente::extract
