// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"

namespace entente::store {

// The ids that were given last, in each list of the case.
struct LastIds {
  std::uint32_t document = 0, statement = 0, position = 0, meeting = 0, clause = 0, lever = 0;
};

// Gives the entry's document and items the next ids, in their order, and carries `continues`,
// `within` and `statement` over. Throws Failed (internal) where one of these names no statement of
// the entry.
void number_anew(Entry& entry, LastIds& last);

}  // namespace entente::store
