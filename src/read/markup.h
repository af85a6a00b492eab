// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"

namespace entente::read {

// An HTML page cut down to what a reader of text needs, before any tree is built.
struct PlainMarkup {
  std::string html;  // block elements, links, and the attributes that tell what a block is for
  std::vector<std::string> ld_json;  // what scripts of type application/ld+json hold
};

inline constexpr std::size_t most_open_tags = 512;
inline constexpr std::size_t most_tags = 400'000;

// Scripts, styles, comments, templates and drawings are dropped, so are elements inside a line and
// attributes of no use; every tag that is left has been counted here, so that the parser behind it,
// whose time grows with the depth, cannot meet one that was not. Refused: pages nested too deep or
// with too many tags. Linear in the size of the page.
Result<PlainMarkup> plain_markup(std::string_view html, const std::string& name);

}  // namespace entente::read
