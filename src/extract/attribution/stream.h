// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/attribution/lexicon.h"
#include "text/prose.h"

namespace entente::extract::speech {

enum class ItemKind : std::uint8_t { word, mark, quote };

// A token outside quotation marks, or a whole quotation: what a sentence looks like to somebody who
// cannot read quotations.
struct Item {
  Span span;
  std::u32string_view folded;
  std::uint64_t classes = 0;
  const std::vector<VerbUse>* uses = nullptr;
  char32_t mark = 0;            // of a mark
  std::uint32_t quotation = 0;  // of a quotation: index into prose.quotations
  std::uint32_t words = 0;      // of a quotation: how many
  char32_t last = 0;            // of a quotation: its last mark inside, 0 where it ends with a word
  ItemKind kind = ItemKind::word;
  bool capital = false;  // starts with a capital letter or digit

  bool is(std::uint64_t wanted) const { return (classes & wanted) != 0; }
  bool is_word() const { return kind == ItemKind::word; }
  bool is_quote() const { return kind == ItemKind::quote; }
  bool is_mark(char32_t wanted) const { return kind == ItemKind::mark && mark == wanted; }
};

// Items [begin, end).
struct Range {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

template <class Test>
bool any_in(const std::vector<Item>& items, Range range, Test test) {
  for (std::size_t i = range.begin; i < range.end; ++i)
    if (test(items[i])) return true;
  return false;
}

template <class Test>
bool all_in(const std::vector<Item>& items, Range range, Test test) {
  return !any_in(items, range, [&](const Item& item) { return !test(item); });
}

// A sentence in which a quotation of several sentences is one item.
struct Clause {
  std::size_t first = 0, last = 0;  // items [first, last)
  std::size_t paragraph = 0;
};

struct Stream {
  const text::Prose& prose;
  const Lexicon& lexicon;
  std::vector<Item> items;
  std::vector<Clause> clauses;
  std::vector<std::size_t> first_clause;  // of each paragraph, and one past the last
};

Stream read_stream(const text::Prose& prose, const Lexicon& lexicon);

bool is_stop(char32_t mark);
bool is_dash(const Item& item);
bool is_adverb(const Item& item);      // known ones, and words in -ly
bool is_possessive(const Item& item);  // "the union's"
bool is_capital_word(const Item& item);

}  // namespace entente::extract::speech
