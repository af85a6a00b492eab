// SPDX-License-Identifier: Apache-2.0
#include "extract/people/speech_place.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente::extract {
namespace {

bool is_adverb(const Pieces& p, std::size_t i) {
  const auto word = slice(p.prose.folded, p[i].span);
  return word.size() > 4 && word.ends_with(U"ly");
}

// From `at` over "has also", "on Sunday": where the next telling word stands.
std::size_t skip_auxiliaries(const Pieces& p, std::size_t at, std::size_t end) {
  for (int n = 0; n < 6 && at < end && p[at].is_word(); ++n) {
    const bool on_day = p[at].lists & bit(List::day) || (at + 1 < end && p[at + 1].is(List::day));
    if (!p[at].is(List::auxiliary) && !is_adverb(p, at) && !on_day) break;
    ++at;
  }
  return at;
}

std::size_t next_comma(const Pieces& p, std::size_t at, std::size_t end) {
  const std::size_t limit = std::min(end, at + 30);
  while (at < limit && p[at].mark != U',') ++at;
  return at < limit ? at : end;
}

bool according_to(const Pieces& p, std::size_t first, std::size_t begin) {
  while (first > begin && p[first - 1].is(List::definite)) --first;
  return first >= begin + 2 && slice(p.prose.folded, p[first - 1].span) == U"to" &&
         slice(p.prose.folded, p[first - 2].span) == U"according";
}

bool is_quote_or_comma(char32_t mark) {
  return mark == U'"' || mark == U'\'' || mark == U',' || mark == 0x2014;
}

// `"...," said Roe`: the verb right before, and nothing that it takes with it.
bool inverted(const Pieces& p, std::size_t first, std::size_t begin) {
  if (first < begin + 2 || !p[first - 1].is(List::speech)) return false;
  return is_quote_or_comma(p[first - 2].mark);
}

}  // namespace

bool speech_at(const Pieces& p, std::size_t at, std::size_t end) {
  at = skip_auxiliaries(p, at, end);
  return at < end && p[at].is(List::speech) && !p[at].capital;
}

bool stands_free(const Pieces& p, Range item) {
  if (p[item.last - 1].possessive) return false;
  const std::size_t begin = p.start_of_sentence(item.first);
  if (item.first == begin) return true;
  const Piece& before = p[item.first - 1];
  const bool governed =
      before.is(List::government_before) && slice(p.prose.folded, before.span) != U"and";
  return !governed && !before.is(List::place_preposition) && !before.is(List::motion);
}

bool stands_as_speaker(const Pieces& p, Range item) {
  const std::size_t begin = p.start_of_sentence(item.first), end = p.end_of_sentence(item.first);
  if (according_to(p, item.first, begin)) return true;
  if (!stands_free(p, item)) return false;
  if (inverted(p, item.first, begin) || speech_at(p, item.last, end)) return true;
  if (item.last < end && p[item.last].mark == U',') {
    const std::size_t comma = next_comma(p, item.last + 1, end);
    return comma < end && speech_at(p, comma + 1, end);
  }
  return item.last < end && p[item.last].mark == U':' && p.starts_paragraph(item.first);
}

}  // namespace entente::extract
