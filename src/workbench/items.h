// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "base/failure.h"
#include "model/case.h"
#include "model/find.h"

namespace entente {

template <class Items, class Use>
bool use_if_named(Items& items, const std::string& name, const Use& use) {
  const auto id = decltype(items.begin()->id)::parse(name);
  if (!id) return false;
  const auto found = find_item(items, *id);
  if (!found)
    throw Failed({FailureKind::missing, fmt::format("The case has no {}", name),
                  "Take an id that a listing shows"});
  use(*found);
  return true;
}

// Calls `use` with the statement, position, meeting, person, clause or lever that `name` names.
// Throws Failed: usage where it is no id, missing where the case has none of it.
template <class Contents, class Use>
void with_item(Contents& contents, const std::string& name, const Use& use) {
  const bool found =
      use_if_named(contents.positions, name, use) || use_if_named(contents.statements, name, use) ||
      use_if_named(contents.meetings, name, use) || use_if_named(contents.people, name, use) ||
      use_if_named(contents.clauses, name, use) || use_if_named(contents.levers, name, use);
  if (!found)
    throw Failed({FailureKind::usage, fmt::format("'{}' names no item", name),
                  "Items are named as the listings show them: p12, s3, m1, w2, c4, l5"});
}

// Each name where it first stands.
inline std::vector<std::string> each_once(const std::vector<std::string>& items) {
  std::vector<std::string> out;
  std::set<std::string> seen;
  for (const std::string& item : items)
    if (seen.insert(item).second) out.push_back(item);
  return out;
}

}  // namespace entente
