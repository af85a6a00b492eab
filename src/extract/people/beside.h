// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "extract/people/phrases.h"

namespace entente::extract {

// The parties that a text prints beside a name without an office. Each function takes the number of
// the name's item and gives "" where there is none.
class Beside {
 public:
  Beside(const Pieces& pieces, const std::vector<Item>& items) : p_(pieces), items_(items) {}

  std::string possessed_beside(std::size_t item) const;
  std::string party_after_of(std::size_t item) const;
  std::string party_led(std::size_t item) const;
  const Item* led_item(std::size_t item) const;
  bool leads_delegation(std::size_t item) const;
  std::string led_by(std::size_t item) const;
  std::string possessing_party(std::size_t item) const;
  std::string bracketed(std::size_t item) const;
  // Where "of Ruritania" behind the name ends.
  std::size_t end_after_of(std::size_t item) const;

 private:
  bool word_is(std::size_t piece, std::u32string_view word) const;
  std::string party_name(const Item& item) const;
  const Item* next_item(std::size_t i) const;
  std::string led_elsewhere(std::size_t item) const;

  const Pieces& p_;
  const std::vector<Item>& items_;
};

}  // namespace entente::extract
