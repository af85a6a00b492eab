// SPDX-License-Identifier: Apache-2.0
#include "extract/people/person_signs.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/people/speech_place.h"

namespace entente::extract {
namespace {

constexpr std::size_t longest_description = 6;  // "of the harbour workers' movement"
constexpr std::size_t items_looked_at = 60;

}  // namespace

// "Jane Roe, who signed for the rebels,", `"...," said Jane Roe of the Strelsau Institute`.
bool PersonSigns::spoken_of_as_person(const Item& item) const {
  const std::size_t at = item.all.last, end = p_.end_of_sentence(item.all.first);
  if (at + 1 >= end || p_[at - 1].possessive) return false;
  const std::u32string_view word = slice(p_.prose.folded, p_[at].span);
  if (p_[at].mark == U',') return slice(p_.prose.folded, p_[at + 1].span) == U"who";
  const bool of = word == U"from" || word == U"of" || word == U"at" || word == U"with";
  return of && item.all.first > p_.start_of_sentence(item.all.first) + 1 &&
         p_[item.all.first - 1].is(List::speech) && stands_as_speaker(p_, item.all);
}

// "Jane Roe, 52,"
bool PersonSigns::aged(const Item& item) const {
  const std::size_t comma = item.all.last;
  if (comma + 1 >= p_.end_of_sentence(item.all.first) || p_[comma].mark != U',') return false;
  const std::u32string_view age = slice(p_.prose.folded, p_[comma + 1].span);
  const bool number = age.size() == 2 && std::all_of(age.begin(), age.end(), [](char32_t c) {
                        return c >= U'0' && c <= U'9';
                      });
  const bool ends = comma + 2 >= p_.end_of_sentence(item.all.first) || !p_[comma + 2].is_word();
  return number && ends;
}

// `"...," said shopkeeper Jane Roe`: a trade and nothing else between the verb and the name.
bool PersonSigns::trade_before(const Item& item) const {
  const std::size_t begin = p_.start_of_sentence(item.all.first);
  std::size_t at = item.all.first;
  while (at > begin + 2 && item.all.first - at < 3 && p_[at - 1].is_word() && !p_[at - 1].capital &&
         p_[at - 1].plain())
    --at;
  if (at == item.all.first || at < begin + 2 || !p_[at - 1].is(List::speech)) return false;
  const char32_t before = p_[at - 2].mark;
  return before == U'"' || before == U'\'' || before == U',';
}

// "Jane Roe from the Lake Workers Union", "Jane Roe of the citizens' movement Lake Rising": the
// group.
const Item* PersonSigns::group_behind(std::size_t i) const {
  const std::size_t at = items_[i].all.last, end = p_.end_of_sentence(items_[i].all.first);
  if (at >= end ||
      !(word_is(at, U"from") || word_is(at, U"of") || word_is(at, U"with") || word_is(at, U"for")))
    return nullptr;
  for (std::size_t k = i + 1; k < std::min(items_.size(), i + 4); ++k) {
    const Item& next = items_[k];
    if (next.all.first >= end || next.all.first > at + longest_description) return nullptr;
    if (next.kind == ItemKind::run)
      return described_within(at + 1, next.all.first) && !scene_.group(next.name).empty() ? &next
                                                                                          : nullptr;
  }
  return nullptr;
}

// Small letters and the mark of a plural owner, and no verb.
bool PersonSigns::described_within(std::size_t from, std::size_t to) const {
  for (std::size_t k = from; k < to; ++k) {
    const bool mark = p_[k - 1].possessive || p_[k].mark == U'\'' || p_[k].mark == 0x2019;
    if (p_[k].capital || p_[k].is(List::speech) || p_[k].is(List::auxiliary) ||
        !(p_[k].is_word() || mark))
      return false;
  }
  return true;
}

bool PersonSigns::word_is(std::size_t at, std::u32string_view word) const {
  return p_[at].is_word() && slice(p_.prose.folded, p_[at].span) == word;
}

bool PersonSigns::pronoun_follows(std::size_t i) const {
  const std::size_t sentence = p_[items_[i].all.first].sentence;
  for (std::size_t k = i + 1; k < std::min(items_.size(), i + items_looked_at) &&
                              p_[items_[k].all.first].sentence <= sentence + 2;
       ++k)
    if (items_[k].kind == ItemKind::pronoun && items_[k].gender != '-' &&
        !p_[items_[k].all.first].quoted)
      return true;
  return false;
}

bool PersonSigns::joined_surnames(const Item& item) const {
  return item.all.size() == 2 && p_[item.all.first + 1].glued;
}

bool PersonSigns::after_the(const Item& item) const {
  return item.all.first > 0 && p_[item.all.first - 1].is(List::definite);
}

}  // namespace entente::extract
