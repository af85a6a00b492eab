// SPDX-License-Identifier: Apache-2.0
#include "text/characters.h"
#include "text/cut.h"

namespace entente::text {
namespace {

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

// The mark at `i` stands inside a word or number, not at its edge.
bool is_inner(std::u32string_view text, std::size_t i, std::size_t end) {
  if (i + 1 >= end || !is_alnum(text[i + 1])) return false;
  const char32_t c = text[i], before = text[i - 1], after = text[i + 1];
  if (is_apostrophe(c) || is_hyphen(c)) return true;
  if (c == '.')
    return is_digit(before) == is_digit(after) && !(is_lower(before) && is_upper(after));
  return (c == ',' || c == ':') && is_digit(before) && is_digit(after);
}

// "U.S." and "a.m." own their last stop; a sentence's last word does not.
bool is_dotted(std::u32string_view text, Span word) {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (std::size_t i = word.begin; i < word.end; ++i)
    if (((i - word.begin) % 2 == 0) ? !is_letter(text[i]) : text[i] != '.') return false;
  return true;
}

Token word_at(std::u32string_view text, std::size_t begin, std::size_t end) {
  std::size_t i = begin;
  bool letters = false, stops = false;
  for (; i < end && (is_alnum(text[i]) || (i > begin && is_inner(text, i, end))); ++i) {
    letters = letters || is_letter(text[i]);
    stops = stops || text[i] == '.';
  }
  if (stops && letters && i < end && text[i] == '.' && is_dotted(text, {begin, i})) ++i;
  return {{begin, i}, letters ? TokenKind::word : TokenKind::number};
}

}  // namespace

void cut_tokens(std::u32string_view text, Span paragraph, std::vector<Token>& tokens) {
  for (std::size_t i = paragraph.begin; i < paragraph.end;) {
    if (is_space(text[i])) {
      ++i;
    } else {
      tokens.push_back(is_alnum(text[i]) ? word_at(text, i, paragraph.end)
                                         : Token{{i, i + 1}, TokenKind::mark});
      i = tokens.back().span.end;
    }
  }
}

}  // namespace entente::text
