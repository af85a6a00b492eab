// SPDX-License-Identifier: Apache-2.0
#include "read/lines.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace entente::read {
namespace {

constexpr std::u32string_view stops = U".!?\u2026\u3002\uFF01\uFF1F\u061F\u06D4\u0964";
constexpr std::u32string_view double_quotes =
    U"\"\u201C\u201D\u201E\u201F\u00AB\u00BB\u300C\u300D\u300E\u300F\uFF02";
constexpr std::u32string_view closing_marks = U"\"'\u201C\u201D\u2019\u00BB)]\u300D\u300F\uFF09";

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019'; }

bool is_ascii_word(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

char32_t fold_letter(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
  return is_apostrophe(c) ? U'\'' : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

Word word_from(std::u32string_view text, std::size_t begin) {
  Word word{{begin, begin}, no_letters};
  std::size_t& at = word.span.end;
  if (is_ideograph(text[at])) {
    word.key = add_letter(word.key, text[at++]);
    return word;
  }
  while (at < text.size()) {
    const bool inner =
        is_apostrophe(text[at]) && at + 1 < text.size() && is_letter_or_digit(text[at + 1]);
    if (!inner && (!is_letter_or_digit(text[at]) || is_ideograph(text[at]))) break;
    word.key = add_letter(word.key, fold_letter(text[at++]));
  }
  return word;
}

void cut_words(Lines& lines, Line& line) {
  line.first = lines.words.size();
  for (std::size_t at = line.span.begin; at < line.span.end;) {
    if (!is_letter_or_digit(lines.text[at])) {
      ++at;
      continue;
    }
    lines.words.push_back(word_from(lines.text, at));
    at = lines.words.back().span.end;
  }
  line.last = lines.words.size();
}

}  // namespace

std::vector<std::size_t> worded_lines(const Lines& lines) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < lines.lines.size(); ++i)
    if (lines.lines[i].words() > 0) out.push_back(i);
  return out;
}

bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0D);
  return c == 0xA0 || c == 0x85 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return is_ascii_word(c);
  if (c >= 0x2000 && c < 0x2070) return false;
  constexpr std::uint32_t parts = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & parts) != 0;
}

bool is_ideograph(char32_t c) {
  return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_capital(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z';
  return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_quote(char32_t c) { return c < 0x80 ? c == U'"' : has(double_quotes, c); }
bool is_stop(char32_t c) { return c < 0x80 ? c == U'.' || c == U'!' || c == U'?' : has(stops, c); }

bool has(std::u32string_view text, char32_t c) { return text.find(c) != std::u32string_view::npos; }
bool has_quote(std::u32string_view text) { return std::any_of(text.begin(), text.end(), is_quote); }
bool is_all_quoted(std::u32string_view line) {
  return line.size() > 2 && is_quote(line.front()) && is_quote(line.back());
}

bool has_stop(std::u32string_view text) { return std::any_of(text.begin(), text.end(), is_stop); }

Span trimmed(std::u32string_view text, Span span) {
  while (!span.empty() && is_space(text[span.begin])) ++span.begin;
  while (!span.empty() && is_space(text[span.end - 1])) --span.end;
  return span;
}

bool ends_stopped(std::u32string_view line) {
  while (!line.empty() && has(closing_marks, line.back())) line.remove_suffix(1);
  return !line.empty() && is_stop(line.back());
}

Lines cut_lines(std::u32string_view text) {
  Lines lines{text, {}, {}};
  lines.words.reserve(text.size() / 6 + 1);
  bool gap = false;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !is_line_end(text[end])) ++end;
    Line line{trimmed(text, {begin, end}), 0, 0, gap};
    gap = line.span.empty() && !lines.lines.empty();
    if (!line.span.empty()) {
      cut_words(lines, line);
      lines.lines.push_back(line);
    }
    const bool pair = end + 1 < text.size() && text[end] == U'\r' && text[end + 1] == U'\n';
    begin = end + (pair ? 2 : 1);
  }
  return lines;
}

std::vector<WordKey> keys_of(std::string_view lower_case_words) {
  const std::u32string text = from_utf8(lower_case_words);
  std::vector<WordKey> keys;
  for (const Word& word : cut_lines(text).words) keys.push_back(word.key);
  return keys;
}

WordSet::WordSet(std::string_view lower_case_words) : keys_(keys_of(lower_case_words)) {
  std::sort(keys_.begin(), keys_.end());
}

bool WordSet::holds(WordKey key) const {
  return std::binary_search(keys_.begin(), keys_.end(), key);
}

}  // namespace entente::read
