// SPDX-License-Identifier: Apache-2.0
#include "workbench/after.h"

#include "model/find.h"

namespace entente {
namespace {

template <class Items>
void put(Items& items, const Items& changed) {
  for (const auto& item : changed)
    if (auto* known = find_item(items, item.id)) *known = item;
}

template <class Items>
void take_in(Items& items, const Items& changed, const Items& added) {
  put(items, changed);
  items.insert(items.end(), added.begin(), added.end());
}

}  // namespace

Case after(Case contents, const store::Store::Change& change) {
  put(contents.documents, change.documents);
  take_in(contents.statements, change.statements, change.added.statements);
  take_in(contents.positions, change.positions, change.added.positions);
  take_in(contents.meetings, change.meetings, change.added.meetings);
  take_in(contents.clauses, change.clauses, change.added.clauses);
  take_in(contents.people, change.people, change.added.people);
  take_in(contents.levers, change.levers, change.added.levers);
  if (change.parties) contents.codebook.parties = *change.parties;
  return contents;
}

}  // namespace entente
