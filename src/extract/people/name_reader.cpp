// SPDX-License-Identifier: Apache-2.0
#include "extract/people/name_reader.h"

#include "base/utf8.h"

namespace entente::extract {
namespace {

constexpr std::size_t longest_name = 6;

}  // namespace

NameRun NameReader::name_run(std::size_t i, bool after_title) const {
  NameRun run{{i, i}, false, false};
  std::size_t words = 0;
  for (std::size_t at = after_title ? after_nickname(i) : i; at < end_ && words < longest_name;) {
    const std::size_t next = name_part(run, at, words, after_title);
    if (next == 0) break;
    at = run.range.last = next;
    ++words;
    if (p_[at - 1].possessive) {
      if (!opens_collective(at - 1)) break;
      run.not_person = true;
    }
    at = after_nickname(at);
  }
  return run;
}

// `"Red" Roe`, `Jane "Red" Roe`: behind a nickname between quotation marks and before more name.
std::size_t NameReader::after_nickname(std::size_t at) const {
  const auto quote = [&](std::size_t k) {
    return k < end_ && (p_[k].mark == U'"' || p_[k].mark == U'\'');
  };
  if (!quote(at) || !continues_capital(at + 1) || !continues_capital(at + 3)) return at;
  return quote(at + 2) && continues_name(at + 3) ? at + 3 : at;
}

// "the Lake People's Front"
bool NameReader::opens_collective(std::size_t at) const {
  return p_[at].capital && p_[at].possessive && p_[at].is(List::collective) &&
         continues_capital(at + 1);
}

// Where the name's next word ends; 0 where the name ends before it.
std::size_t NameReader::name_part(NameRun& run, std::size_t at, std::size_t words,
                                  bool after_title) const {
  const Piece& piece = p_[at];
  if (!piece.is_word()) return 0;
  if (!piece.capital) return piece.glued ? lower_part_end(at, words) : particle_end(at, words);
  if (piece.is(List::day)) return 0;
  // "Minister May", "Minister Jane Will": only an auxiliary is ever a name.
  if (piece.is(List::function) && !(after_title && words < 2 && piece.is(List::auxiliary)) &&
      !is_initial(at))
    return 0;
  if (piece.shouted && !after_title && piece.span.size() > 3 && words == 0) return 0;
  if (const Found party = party_at(at)) {
    if (!party_inside_name(run, at, words, after_title, party)) return 0;
    if (words == 0) run.capital_form = true;
  } else if (const Found title = title_at(at, head_uses); title && !opens_collective(at)) {
    const bool surname = words > 0 && title.last == at + 1 && title.sense(title_uses) != nullptr &&
                         !continues_capital(at + 1);
    if (!surname) return 0;
  }
  if (piece.is(List::not_person) && !is_initial(at)) {
    const bool given_name = words == 0 && continues_capital(at + 1),
               surname = words == 1 && !continues_capital(at + 1);
    if (after_title && !given_name && !surname) return 0;
    run.not_person = run.not_person || !after_title;
  }
  return at + 1;
}

// "Roe Ki-moon", but not "Jane Roe-led".
std::size_t NameReader::lower_part_end(std::size_t at, std::size_t words) const {
  const std::u32string_view word = slice(p_.prose.folded, p_[at].span);
  if (words < 2 || word.ends_with(U"ed") || word == U"style" || word == U"era" || word == U"like")
    return 0;
  return at + 1;
}

bool NameReader::is_initial(std::size_t at) const {
  return p_[at].span.size() == 1 && continues_capital(at + 1) &&
         p_.prose.text[p_[at].span.end] == U'.';
}

// Given names that are also countries or capitals, and such surnames.
bool NameReader::party_inside_name(const NameRun&, std::size_t at, std::size_t words,
                                   bool after_title, const Found& party) const {
  if (party.last != at + 1) return false;
  // "Omar Dane": one of a people, where the word is no adjective as well.
  const bool one_of_people = words == 1 && party.sense(bit(Use::people)) != nullptr &&
                             party.sense(bit(Use::adjective)) == nullptr &&
                             !slice(p_.prose.folded, p_[at].span).ends_with(U"s");
  if (!one_of_people && party.sense(bit(Use::name) | bit(Use::capital)) == nullptr) return false;
  if (p_[at].shouted) return false;
  if (words == 0) return after_title && !p_[at].possessive && continues_name(party.last);
  return words == 1 && !continues_capital(party.last) && !p_[at].glued;
}

bool NameReader::continues_name(std::size_t at) const {
  if (!continues_capital(at) || p_[at].is(List::function) || p_[at].is(List::day) ||
      p_[at].is(List::not_person))
    return false;
  return !party_at(at) && !title_at(at, head_uses);
}

std::size_t NameReader::particle_end(std::size_t at, std::size_t words) const {
  const bool leads = words == 0 && glued_next(at + 1) && p_[at + 1].capital;  // "al-Roe"
  if (!p_[at].is(List::particle) || (words == 0 && !leads)) return 0;
  std::size_t next = at + 1;
  while (next < end_ && next < at + 3 && p_[next].is_word() && p_[next].is(List::particle) &&
         !p_[next].capital)
    ++next;
  return continues_capital(next) && !p_[next].is(List::day) ? next : 0;
}

}  // namespace entente::extract
