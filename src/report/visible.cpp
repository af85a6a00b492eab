// SPDX-License-Identifier: Apache-2.0
#include "report/visible.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace entente::report {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

bool is_blank(char32_t c) {
  return c == 0x2028 || c == 0x2029 || (c >= 0x09 && c <= 0x0D) || c == 0x20;
}

// What could turn the rest of a line around, or steer the terminal.
bool does_harm(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

void append_number(std::u32string& out, char32_t c) {
  for (char digit : fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c)))
    out += static_cast<char32_t>(digit);
}

bool takes_no_column(char32_t c) {
  switch (u_charType(icu(c))) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return true;
    default:
      return false;
  }
}

// Printable ASCII with single blanks between words, as most texts are: shown as it is, and a
// column a byte.
bool is_plain(std::string_view utf8) {
  char before = ' ';
  for (const char c : utf8) {
    if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return utf8.empty() || before != ' ';
}

std::size_t columns_of_character(char32_t c) {
  if (c >= U' ' && c <= U'~') return 1;
  if (takes_no_column(c)) return 0;
  const int width = u_getIntPropertyValue(icu(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

std::size_t columns_of_text(std::u32string_view text) {
  std::size_t columns = 0;
  for (char32_t c : text) columns += columns_of_character(c);
  return columns;
}

// The longest start of `text` that fits into `width`, at least one character with what combines
// with it.
std::size_t fitting(std::u32string_view text, std::size_t width) {
  std::size_t columns = columns_of_character(text[0]), count = 1;
  while (count < text.size() && columns + columns_of_character(text[count]) <= width)
    columns += columns_of_character(text[count++]);
  return count;
}

class Lines {
 public:
  explicit Lines(std::size_t width) : width_(std::max<std::size_t>(width, 1)) {}

  void add(std::u32string_view word) {
    const std::size_t columns = columns_of_text(word);
    if (!line_.empty() && used_ + 1 + columns <= width_) {
      (line_ += U' ') += word;
      used_ += 1 + columns;
      return;
    }
    end_line();
    while (columns_of_text(word) > width_) {
      const std::size_t cut = fitting(word, width_);
      line_ = word.substr(0, cut);
      word.remove_prefix(cut);
      end_line();
    }
    line_ = word;
    used_ = columns_of_text(word);
  }

  std::vector<std::string> done() {
    end_line();
    if (lines_.empty()) lines_.emplace_back();
    return std::move(lines_);
  }

 private:
  void end_line() {
    if (!line_.empty()) lines_.push_back(to_utf8(line_));
    line_.clear();
    used_ = 0;
  }

  std::size_t width_, used_ = 0;
  std::u32string line_;
  std::vector<std::string> lines_;
};

}  // namespace

std::u32string visible_characters(std::u32string_view text) {
  std::u32string out;
  for (char32_t c : text)
    if (does_harm(c) && !is_blank(c))
      append_number(out, c);
    else
      out += c;
  return out;
}

std::string visible(std::string_view utf8) {
  if (is_plain(utf8)) return std::string(utf8);
  std::u32string out;
  for (char32_t c : visible_characters(from_utf8(utf8)))
    if (!is_blank(c))
      out += c;
    else if (!out.empty() && out.back() != U' ')
      out += U' ';
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return to_utf8(out);
}

std::size_t columns_of(std::string_view utf8) {
  return is_plain(utf8) ? utf8.size() : columns_of_text(from_utf8(utf8));
}

std::vector<std::string> wrapped(std::string_view utf8, std::size_t width) {
  if (utf8.size() <= width && is_plain(utf8)) return {std::string(utf8)};
  const std::u32string text = from_utf8(utf8);
  Lines lines{width};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(U' ', at), text.size());
    if (end > at) lines.add(std::u32string_view{text}.substr(at, end - at));
    at = end + 1;
  }
  return lines.done();
}

std::string shortened(std::string_view utf8, std::size_t columns) {
  const std::vector<std::string> lines = wrapped(visible(utf8), columns);
  return lines.size() == 1 ? lines[0] : lines[0] + "…";
}

}  // namespace entente::report
