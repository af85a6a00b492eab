// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/failure.h"
#include "read/metadata.h"
#include "read/noise.h"

namespace entente::read {

// The visible text of a page, one block a line, with what is not the article marked.
struct Page {
  std::u32string text;
  Marks marks;
  Metadata says;
};

// Menus, banners, footers, comments and forms are told by their elements, roles and classes; the
// article by <article> or <main>; on pages that have neither by the density of text and links
// (Kohlschütter, Fankhauser, Nejdl: Boilerplate detection using shallow text features, 2010). Any
// bytes give a page or a failure.
Result<Page> read_html(std::u32string_view html, const std::string& name);

}  // namespace entente::read
