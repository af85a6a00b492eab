// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "extract/people/likeness.h"
#include "extract/people/masthead.h"
#include "extract/people/phrases.h"

namespace entente::extract {

// The words of an office, with the form of address before its holder's name.
NameKeys title_of(const Pieces& pieces, const Item& item);

// In whose affairs a passage stands: the press leaves out the country of an office where it tells
// of one country, be it that of the outlet, of the headline or of the sentences before.
class Affairs {
 public:
  Affairs(const Pieces& pieces, const std::vector<Item>& items, const Masthead& masthead);

  // The office or body is one that states have: "the army", "Finance Minister Roe".
  bool concerns(const Item& item) const;
  // The state whose office or body this is; "" where two states are as near, or no state may have
  // such an office.
  std::string of(std::size_t item) const;

 private:
  using Scores = std::map<std::uint32_t, double>;
  bool serves_home(std::size_t piece) const;
  double weight(const Item& item) const;
  bool is_object(const Item& item) const;
  bool tells_of_force(const Item& item) const;
  std::size_t first_force() const;
  double weight_here(const Item& item) const;
  Scores around(std::size_t item) const;
  std::string best(const Scores& scores, const Item& office) const;

  const Pieces& p_;
  const std::vector<Item>& items_;
  Masthead masthead_;
  Scores often_;  // of each state, the share of all that is said of states; none of mere places
  std::size_t first_force_;  // the first item that names a state's army; past all: none does
};

}  // namespace entente::extract
