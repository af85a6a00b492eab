// SPDX-License-Identifier: Apache-2.0
#include "extract/attribution/signs.h"

#include <algorithm>

namespace entente::extract::speech {
namespace {

constexpr std::size_t clause_evidence = 12;

}  // namespace

bool at_end(const std::vector<Item>& items, std::size_t at, std::size_t last) {
  return at >= last || is_stop(items[at].mark) || items[at].is_mark(';') || items[at].is_mark(')');
}

bool is_folded(const std::vector<Item>& items, std::size_t at, std::size_t last,
               std::u32string_view word) {
  return at < last && items[at].is_word() && items[at].folded == word;
}

bool starts_infinitive(const std::vector<Item>& items, std::size_t at, std::size_t last) {
  std::size_t i = at;
  if (is_folded(items, i, last, U"not")) ++i;
  if (!is_folded(items, i, last, U"to") || i + 1 >= last) return false;
  const Item& next = items[i + 1];
  return next.is_word() && !next.capital &&
         !next.is(class_determiner | class_object | class_time) && !next.folded.ends_with(U"ing");
}

bool shows_clause(const std::vector<Item>& items, std::size_t at, std::size_t last) {
  const std::size_t limit = std::min(last, at + clause_evidence);
  for (std::size_t i = at + 1; i < limit; ++i) {
    const Item& item = items[i];
    if (item.kind == ItemKind::mark && !item.is_mark('\'') && !item.is_mark(0x2019) &&
        !item.is_mark('-') && !item.is_mark('.'))
      return false;
    if (item.is(class_relative | class_subordinator) &&
        (!item.is(class_determiner) || item.folded == U"that"))
      return false;
    if (item.folded == U"to" && item.is_word()) return false;
    if (item.is(class_auxiliary)) return true;
    if (item.is(class_pronoun) && !item.is(class_object)) return true;
    if (item.is_word() && item.uses && !item.capital && items[i - 1].is_word() &&
        (items[i - 1].capital || items[i - 1].is(class_pronoun)) &&
        std::any_of(item.uses->begin(), item.uses->end(),
                    [](const VerbUse& use) { return (use.forms & (form_s | form_past)) != 0; }))
      return true;
  }
  return false;
}

}  // namespace entente::extract::speech
