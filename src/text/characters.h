// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/uchar.h>

namespace entente::text {

// ICU answers for everything past ASCII; the ASCII answers are spelled out because nearly all text
// is ASCII.

inline bool is_ascii(char32_t c) { return c < 0x80; }

inline bool is_space(char32_t c) {
  if (is_ascii(c)) return c == ' ' || (c >= 9 && c <= 13);
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF;
}

inline bool is_digit(char32_t c) {
  if (is_ascii(c)) return c >= '0' && c <= '9';
  return u_isdigit(static_cast<UChar32>(c));
}

inline bool is_upper(char32_t c) {
  if (is_ascii(c)) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

inline bool is_lower(char32_t c) {
  if (is_ascii(c)) return c >= 'a' && c <= 'z';
  return u_islower(static_cast<UChar32>(c));
}

inline bool is_letter(char32_t c) {
  if (is_ascii(c)) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c));
}

// Letters, digits, and the marks that combine with them.
inline bool is_alnum(char32_t c) {
  if (is_ascii(c)) return is_letter(c) || is_digit(c);
  const UChar32 point = static_cast<UChar32>(c);
  return u_isalnum(point) || (U_MASK(u_charType(point)) & U_GC_M_MASK) != 0;
}

inline char32_t lower(char32_t c) {
  if (is_ascii(c)) return is_upper(c) ? c + 32 : c;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

inline bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }
inline bool is_single_mark(char32_t c) { return is_apostrophe(c) || c == 0x2018 || c == 0x201B; }
inline bool is_double_opener(char32_t c) {
  return c == 0x201C || c == 0x201E || c == 0x201F || c == 0x00AB;
}
inline bool is_double_closer(char32_t c) { return c == 0x201D || c == 0x00BB; }
inline bool is_double_mark(char32_t c) {
  return c == '"' || is_double_opener(c) || is_double_closer(c);
}
inline bool is_quote_mark(char32_t c) { return is_double_mark(c) || is_single_mark(c); }

// What ends a sentence.
inline bool is_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x203D;
}
inline bool is_bracket_closer(char32_t c) { return c == ')' || c == ']' || c == '}'; }
inline bool is_bracket_opener(char32_t c) { return c == '(' || c == '[' || c == '{'; }

}  // namespace entente::text
