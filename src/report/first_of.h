// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "report/html.h"

namespace entente::report {

// Draws the first `most` items and says in a line how many are left out.
template <class Item, class Draw>
Html first_of(const std::vector<Item>& items, std::size_t most, Draw draw,
              std::string_view rest =
                  "<p class=\"none\">And {} more: the export of the case lists them.</p>\n") {
  Html out;
  for (std::size_t i = 0; i < std::min(most, items.size()); ++i) out += draw(items[i]);
  if (items.size() > most) out += html(fmt::runtime(rest), items.size() - most);
  return out;
}

}  // namespace entente::report
