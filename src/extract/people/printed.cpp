// SPDX-License-Identifier: Apache-2.0
// Names, their keys and roles as a text prints them.
#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "extract/people/sightings.h"

namespace entente::extract {
namespace {

void make_small(std::u32string& word) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    const bool after_apostrophe = i == 2 && (word[1] == U'\'' || word[1] == 0x2019);
    if (!after_apostrophe)
      word[i] = static_cast<char32_t>(u_tolower(static_cast<UChar32>(word[i])));
  }
}

// What joins a name's words: a hyphen, a space, an initial's stop and a space.
std::u32string between(const Pieces& p, std::size_t i) {
  std::u32string out;
  for (char32_t c : slice(p.prose.text, {p[i - 1].span.end, p[i].span.begin}))
    if (!u_isspace(static_cast<UChar32>(c))) out.push_back(c);
  return p[i].glued ? out : out + U' ';
}

}  // namespace

bool all_shouted(const Pieces& p, Range name) {
  for (std::size_t i = name.first; i < name.last; ++i)
    if (p[i].is_word() && !p[i].shouted && p[i].span.size() > 1) return false;
  return true;
}

std::string printed_name(const Pieces& pieces, Range name) {
  const bool shouted = all_shouted(pieces, name);
  std::u32string out;
  for (std::size_t i = name.first; i < name.last; ++i) {
    std::u32string word(slice(pieces.prose.text, pieces[i].span));
    if (shouted && word.size() > 2) make_small(word);
    if (!pieces[i].is_word()) continue;  // a nickname's quotation marks
    if (!out.empty()) out += pieces[i - 1].is_word() ? between(pieces, i) : U" ";
    out += word;
  }
  return to_utf8(out);
}

NameKeys keys_of(const Pieces& pieces, Range name) {
  NameKeys out;
  for (std::size_t i = name.first; i < name.last; ++i)
    if (pieces[i].is_word()) out.push_back(pieces.key(i));
  return out;
}

std::string role_of(const Pieces& pieces, const Item& item) {
  if (item.head.empty() ||
      (item.has(bit(Use::address)) && !item.has(bit(Use::office) | bit(Use::rank))))
    return "";
  const auto words = [&](std::size_t first, std::size_t last) {
    return slice_utf8(pieces.prose.text, pieces.span(first, last));
  };
  std::string out = item.joint == 0 ? words(item.head.first, item.head.last)
                                    : words(item.head.first, item.joint) + "; " +
                                          words(item.joint + 1, item.head.last);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

}  // namespace entente::extract
