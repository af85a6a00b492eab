// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace entente::read {

// A word's key is a hash of its folded letters: lower case, typographic apostrophe made plain.
using WordKey = std::uint64_t;

constexpr WordKey no_letters = 14695981039346656037u;  // FNV-1a
constexpr WordKey add_letter(WordKey key, char32_t folded) {
  return (key ^ folded) * 1099511628211u;
}
constexpr WordKey key_of(std::string_view lower_case_ascii) {
  WordKey key = no_letters;
  for (char c : lower_case_ascii) key = add_letter(key, static_cast<unsigned char>(c));
  return key;
}

// A run of letters, digits and inner apostrophes; an ideograph is a word of its own.
struct Word {
  Span span;
  WordKey key = no_letters;
};

// A line that is not blank, without surrounding white space.
struct Line {
  Span span;
  std::size_t first = 0;  // words [first, last)
  std::size_t last = 0;
  bool after_gap = false;  // a blank line stands before it

  std::size_t words() const { return last - first; }
};

struct Lines {
  std::u32string_view text;  // must outlive the lines
  std::vector<Line> lines;
  std::vector<Word> words;

  std::u32string_view of(Span span) const { return text.substr(span.begin, span.size()); }
  std::u32string_view of(const Line& line) const { return of(line.span); }
  // What stands between a word and the one before it in its line (or the line's begin; past the
  // last word, its end).
  std::u32string_view gap(const Line& line, std::size_t word) const {
    const std::size_t begin = word == line.first ? line.span.begin : words[word - 1].span.end;
    const std::size_t end = word == line.last ? line.span.end : words[word].span.begin;
    return text.substr(begin, end - begin);
  }
  char32_t initial(std::size_t word) const { return text[words[word].span.begin]; }
};

Lines cut_lines(std::u32string_view text);
std::vector<std::size_t> worded_lines(const Lines& lines);  // those with words in them

bool is_line_end(char32_t c);
bool is_space(char32_t c);
bool is_letter_or_digit(char32_t c);
bool is_ideograph(char32_t c);
bool is_capital(char32_t c);
bool is_digit(char32_t c);
bool is_quote(char32_t c);  // a double quotation mark of any kind
bool is_stop(char32_t c);   // ends a sentence

bool has(std::u32string_view text, char32_t c);
bool has_quote(std::u32string_view text);
bool has_stop(std::u32string_view text);
bool is_all_quoted(std::u32string_view line);  // begins and ends with a quotation mark
Span trimmed(std::u32string_view text, Span span);

// A sentence ends with the line: a stop, perhaps behind a closing mark.
bool ends_stopped(std::u32string_view line);

// A set of words written in one string.
class WordSet {
 public:
  explicit WordSet(std::string_view lower_case_words);
  bool holds(WordKey key) const;

 private:
  std::vector<WordKey> keys_;
};

std::vector<WordKey> keys_of(std::string_view lower_case_words);

}  // namespace entente::read
