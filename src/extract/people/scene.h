// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/people/likeness.h"
#include "extract/people/phrases.h"

namespace entente::extract {

// What a document takes as understood: whose press office wrote it, of whom a paragraph speaks,
// which groups it introduces. All of it is a guess where the text prints no party, and never stands
// against a printed one.
class Scene {
 public:
  Scene(const Pieces& pieces, const std::vector<Item>& items);

  // The party whose ministry, presidency or press office issues the document; "" where nothing says
  // so.
  const std::string& home() const { return home_; }
  // For whom the office of this item acts, which it does not say; "" unknown.
  std::string party_for(std::size_t item) const;
  // Of whom the sentences before, in the same paragraph, speak.
  std::string topic(std::size_t item) const;
  // What "its" or "the region's" refers to: the subject of this sentence so far, else of those
  // before.
  std::string thing_before(std::size_t item) const;
  // The group of this name that the text introduces as one; "" none.
  std::string group(Range name) const;

 private:
  struct HeadOnly {};
  Scene(const Pieces& pieces, const std::vector<Item>& items, HeadOnly);
  std::string party_name(const Item& item) const;
  std::string subject_of(std::size_t sentence, std::size_t before) const;
  std::string spoken_of(std::size_t item) const;
  std::string source_of_answer(std::size_t item) const;
  std::string capital_beside(std::size_t item) const;
  bool of_ministry(const Item& item) const;
  bool word_is(std::size_t piece, std::u32string_view word) const;
  std::size_t first_item_of(std::size_t sentence) const;
  std::string letterhead() const;
  std::string dateline() const;
  bool only_function_words(std::size_t from, std::size_t to, bool& body) const;
  std::string opening_capital(std::size_t item) const;
  bool speaks_of_excellency() const;
  std::string first_party() const;
  void find_groups();
  bool described_as_group(const Item& item) const;
  void add_group(const Item& item);

  const Pieces& p_;
  const std::vector<Item>& items_;
  std::string home_;
  std::map<NameKeys, std::string> groups_;
};

}  // namespace entente::extract
