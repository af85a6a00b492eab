// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/people/phrases.h"

namespace entente::extract {

// Roles are words as printed, joined by "; ": "Foreign Minister; head of the delegation".

// `roles` lists this role, or one that says more: "Foreign Minister" is a "Minister" too.
bool has_office(std::string_view roles, std::string_view role);

// The words that two roles share where one is an office of the other; small ones aside.
std::vector<std::u32string> office_words(std::string_view roles);

// Some role of one is an office of the other: "Minister" and "Foreign Minister" are, "Prime
// Minister" and "Foreign Minister" are not.
bool shares_office(std::string_view roles, std::string_view others);

// Some role of these is a ruler's: a word of it is in the list, and no other makes a vice
// president.
bool rules(const std::string& roles, const NameIndex& index, List list);

// One holder of an office is meant, who is not named: "the president", "Ruritania's envoy".
bool is_definite_office(const Item& item);

}  // namespace entente::extract
