// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

namespace entente {

// The item with this id in a list that is in the order of its ids; nullptr if there is none.
template <class Items, class Id>
auto find_item(Items& items, Id id) -> decltype(&*items.begin()) {
  const auto found = std::lower_bound(items.begin(), items.end(), id,
                                      [](const auto& item, Id wanted) { return item.id < wanted; });
  return found != items.end() && found->id == id ? &*found : nullptr;
}

}  // namespace entente
