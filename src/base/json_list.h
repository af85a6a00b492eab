// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/json_text.h"

namespace entente {

// A JSON array of what `write` makes of each item.
template <class Items, class Write>
std::string json_list(const Items& items, const Write& write) {
  std::vector<std::string> written;
  written.reserve(items.size());
  for (const auto& item : items) written.push_back(write(item));
  return json_array(written);
}

}  // namespace entente
