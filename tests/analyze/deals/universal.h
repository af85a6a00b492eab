// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

namespace entente::analyze {

// What has to be checked of every method and of every answer of the deal engine.
inline const std::set<std::string> universal_checks{
    "agrees with brute force", "does not depend on the order of parties and issues",
    "does not depend on the scale of a utility", "loses packages only to a new red line",
    "is the same at any number of threads"};

template <class Checks>
std::set<std::string> names_of(const Checks& checks) {
  std::set<std::string> out;
  for (const auto& [name, check] : checks) out.insert(name);
  return out;
}

}  // namespace entente::analyze
