// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "model/position.h"
#include "model/statement.h"

namespace entente {

// The statements that a position stands in, from the innermost to the one that no other reports; a
// paragraph of a quotation stands where its first one does. `find` gives a statement by its id, or
// nullptr.
template <class Find>
std::vector<const Statement*> telling(const Position& position, Find&& find) {
  std::vector<const Statement*> all;
  for (auto next = position.statement; next;) {
    const Statement* statement = find(*next);
    if (!statement || std::find(all.begin(), all.end(), statement) != all.end()) break;
    all.push_back(statement);
    next = statement->within ? statement->within : statement->continues;
  }
  return all;
}

}  // namespace entente
