// SPDX-License-Identifier: Apache-2.0
#include "read/page_lines.h"

#include <algorithm>

namespace entente::read {
namespace {

bool has_digit(std::u32string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

bool ends_in_ago(const Lines& lines, const Line& line) {
  return line.words() >= 3 && lines.words[line.last - 1].key == key_of("ago") &&
         has_digit(lines.of(line));
}

bool names_from(const Lines& lines, const Line& line, std::size_t first) {
  for (std::size_t word = first; word < line.last; ++word)
    if (!is_capital(lines.initial(word))) return false;
  return first < line.last;
}

std::u32string_view text_of(const Lines& lines, std::size_t word) {
  return lines.of(lines.words[word].span);
}

}  // namespace

bool is_age(const Lines& lines, const Line& line) {
  static const WordSet units(
      "second seconds sec secs minute minutes min mins hour hours hr hrs day days h m d ago");
  constexpr std::size_t longest = 5;  // "1 hr 20 min ago"
  if (!ends_in_ago(lines, line) || line.words() > longest) return false;
  for (std::size_t word = line.first; word < line.last; ++word)
    if (!units.holds(lines.words[word].key) && !is_digit(lines.initial(word))) return false;
  return true;
}

bool tells_own_age(const Lines& lines, const Line& line) {
  static const WordSet printed("published posted updated");
  constexpr std::size_t longest = 10;
  if (!ends_in_ago(lines, line) || line.words() > longest || has_quote(lines.of(line)))
    return false;
  for (std::size_t word = line.first; word < line.last; ++word)
    if (printed.holds(lines.words[word].key)) return true;
  return false;
}

bool is_author_line(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 16;
  return line.words() >= 3 && line.words() <= longest && !ends_stopped(lines.of(line)) &&
         lines.words[line.first].key == key_of("by") && is_capital(lines.initial(line.first)) &&
         is_capital(lines.initial(line.first + 1)) && is_capital(lines.initial(line.first + 2));
}

bool is_desk_byline(const Lines& lines, const Line& line) {
  constexpr std::size_t shortest = 4, longest = 6;
  if (line.words() < shortest || line.words() > longest || ends_stopped(lines.of(line)))
    return false;
  const std::u32string_view desk = text_of(lines, line.first + 1);
  const bool owns = desk.size() > 2 && desk.back() == U's' &&
                    (desk[desk.size() - 2] == U'\'' || desk[desk.size() - 2] == 0x2019);
  return owns && lines.words[line.first].key == key_of("from") &&
         names_from(lines, line, line.first);
}

bool is_framed_picture(const Lines& lines, const Line& line) {
  constexpr std::size_t shortest = 6, shortest_name = 3;
  if (line.words() < shortest || ends_stopped(lines.of(line)) || has_quote(lines.of(line)))
    return false;
  const std::u32string_view agency = text_of(lines, line.first),
                            last = text_of(lines, line.last - 1);
  return agency.size() >= shortest_name && is_capital(agency.front()) && last.ends_with(agency);
}

bool is_picture_text(const Lines& lines, const Line& line) {
  constexpr std::size_t shortest = 4, longest = 30;
  return line.words() >= shortest && line.words() <= longest && !ends_stopped(lines.of(line)) &&
         !has_quote(lines.of(line));
}

}  // namespace entente::read
