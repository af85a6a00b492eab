// SPDX-License-Identifier: Apache-2.0
#include "extract/people/word_reader.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente::extract {

Found WordReader::party_at(std::size_t i, UseSet uses) const {
  if (i >= end_ || !p_[i].is_word() || (p_[i].glued && p_[i - 1].is(List::prefix))) return {};
  const Found known = longest(i, [&](std::size_t n, const std::vector<Sense>& senses) {
    return std::any_of(senses.begin(), senses.end(), [&](const Sense& s) {
      return (bit(s.use) & uses) && written_as(i, i + n, s);
    });
  });
  return known || !(uses & bit(Use::name)) ? known : long_name_at(i, uses);
}

// "the Federal Democratic Republic of Ruritania": the state at the end of its long name.
Found WordReader::long_name_at(std::size_t i, UseSet uses) const {
  std::size_t at = i;
  while (at < end_ && at < i + 4 && p_[at].capital && p_[at].is(List::state_adjective)) ++at;
  if (at >= end_ || !p_[at].capital || !p_[at].is(List::state_form) || !word_is(at + 1, U"of"))
    return {};
  const std::size_t name = word_is(at + 2, U"the") ? at + 3 : at + 2;
  if (name >= end_ || !p_[name].capital) return {};
  const Found state = party_at(name, uses & bit(Use::name));
  return state && p_.index.is_state(state.sense(bit(Use::name))->party) ? state : Found{};
}

// Names need their capitals; an acronym needs all of them, and not in a text that shouts.
bool WordReader::written_as(std::size_t first, std::size_t last, const Sense& sense) const {
  if (sense.plain) return true;
  if (!sense.acronym) {
    const bool begins = p_[first].capital || (last - first > 1 && !p_[first].is(List::function) &&
                                              p_[first + 1].capital);
    return begins && (p_[last - 1].capital || begins_with_digit(last - 1));
  }
  // British papers write long acronyms as names.
  const bool as_name =
      last - first == 1 && p_[first].span.size() >= 4 && p_[first].plain() && p_[first].capital;
  for (std::size_t k = first; k < last && !as_name; ++k)
    if (p_[k].capital && !p_[k].shouted && p_[k].span.size() > 1) return false;
  if (!p_[first].capital) return false;
  return p_[first].plain() || !(shouts(first, -1) || shouts(last - 1, 1));
}

bool WordReader::shouts(std::size_t i, int step) const {
  const std::size_t k = step < 0 ? i - 1 : i + 1;
  return k < p_.size() && p_[k].shouted && p_[k].span.size() > 3 &&
         p_[k].sentence == p_[i].sentence;
}

Found WordReader::title_at(std::size_t i, UseSet uses) const {
  if (i >= end_ || !p_[i].is_word()) return {};
  return longest(i, [&](std::size_t, const std::vector<Sense>& senses) {
    return std::any_of(senses.begin(), senses.end(),
                       [&](const Sense& s) { return (bit(s.use) & uses) != 0; });
  });
}

bool WordReader::glued_next(std::size_t i) const {
  return i < end_ && p_[i].is_word() && p_[i].glued;
}

bool WordReader::is_text(std::size_t i, char32_t mark) const {
  return i < end_ && p_[i].mark == mark;
}

bool WordReader::word_is(std::size_t i, std::u32string_view word) const {
  return i < end_ && p_[i].is_word() && slice(p_.prose.folded, p_[i].span) == word;
}

bool WordReader::begins_with_digit(std::size_t i) const {
  const char32_t c = p_.prose.text[p_[i].span.begin];
  return c >= U'0' && c <= U'9';
}

bool WordReader::is_number(std::size_t i) const { return begins_with_digit(i) && !party_at(i); }

bool WordReader::continues_capital(std::size_t at) const {
  return at < end_ && p_[at].is_word() && p_[at].capital;
}

}  // namespace entente::extract
