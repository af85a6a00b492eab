// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/people/phrases.h"

namespace entente::extract {

// Offices that stand beside a name between commas. Each function takes the number of the name's
// item and gives nullptr where there is none.
class Appositions {
 public:
  Appositions(const Pieces& pieces, const std::vector<Item>& items) : p_(pieces), items_(items) {}

  const Item* before(std::size_t item) const;  // "the envoy, Jane Roe,"
  const Item* after(std::size_t item) const;   // "Jane Roe, the envoy", "Jane Roe is the envoy"
  // An office of one, without its holder's name.
  bool one_office(const Item& item) const;

 private:
  const Item* owned_by_next(std::size_t item) const;
  bool indefinite_office(const Item& item) const;
  bool follows_name(std::size_t office) const;
  bool stands_in_place(std::size_t item) const;

  const Pieces& p_;
  const std::vector<Item>& items_;
};

}  // namespace entente::extract
