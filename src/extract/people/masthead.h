// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "extract/people/phrases.h"

namespace entente::extract {

// Whose words a document's first and last lines say that it prints. Each "" where they say nothing.
struct Masthead {
  std::string home;     // the state or body whose ministry, presidency or press office issues it
  bool weak = false;    // home is known only from a dateline or "published the following statement"
  std::string outlet;   // the state whose name or capital the outlet's own name begins with
  std::string setting;  // the only state that the headline names
};

Masthead read_masthead(const Pieces& pieces, const std::vector<Item>& items);

// The body that a text speaks of most, of those that hold no land: "the Secretary-General" is its.
std::string chief_body(const Pieces& pieces, const std::vector<Item>& items);
// "Secretary-General" stands in these pieces.
bool speaks_of_secretary_general(const Pieces& pieces, Range words);

}  // namespace entente::extract
