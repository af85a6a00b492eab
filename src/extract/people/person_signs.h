// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "extract/people/scene.h"

namespace entente::extract {

// What stands around capitalised words without a title and tells that they name a person.
class PersonSigns {
 public:
  PersonSigns(const Pieces& pieces, const std::vector<Item>& items, const Scene& scene)
      : p_(pieces), items_(items), scene_(scene) {}

  bool spoken_of_as_person(const Item& item) const;
  bool aged(const Item& item) const;
  bool trade_before(const Item& item) const;
  // The group to which the words behind the name say that the person belongs; nullptr none.
  const Item* group_behind(std::size_t item) const;
  bool pronoun_follows(std::size_t item) const;
  bool joined_surnames(const Item& item) const;
  bool after_the(const Item& item) const;

 private:
  bool described_within(std::size_t from, std::size_t to) const;
  bool word_is(std::size_t at, std::u32string_view word) const;

  const Pieces& p_;
  const std::vector<Item>& items_;
  const Scene& scene_;
};

}  // namespace entente::extract
