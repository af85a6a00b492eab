// SPDX-License-Identifier: Apache-2.0
#include "read/dates.h"

#include <array>

#include "base/utf8.h"
#include "read/shapes.h"

namespace entente::read {
namespace {

std::optional<unsigned> number_of(std::u32string_view digits, std::size_t least, std::size_t most) {
  if (digits.size() < least || digits.size() > most) return std::nullopt;
  unsigned value = 0;
  for (char32_t c : digits) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - U'0');
  }
  return value;
}

std::optional<unsigned> day_of(std::u32string_view word) {
  for (std::u32string_view ordinal : {U"st", U"nd", U"rd", U"th"})
    if (word.size() > 2 && word.ends_with(ordinal))
      return number_of(word.substr(0, word.size() - 2), 1, 2);
  return number_of(word, 1, 2);
}

std::optional<unsigned> month_of(WordKey key) {
  constexpr std::array<std::string_view, 12> names = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  for (unsigned i = 0; i < names.size(); ++i)
    if (key == key_of(names[i]) || key == key_of(names[i].substr(0, 3))) return i + 1;
  return key == key_of("sept") ? std::optional{9u} : std::nullopt;
}

std::optional<Date> checked(unsigned year, unsigned month, unsigned day) {
  const Date date{std::chrono::year{static_cast<int>(year)}, std::chrono::month{month},
                  std::chrono::day{day}};
  const bool ok = date.ok() && year >= 1000;
  return ok ? std::optional{date} : std::nullopt;
}

std::optional<Date> date_at(const Lines& lines, const Line& line, std::size_t first) {
  if (first + 3 > line.last) return std::nullopt;
  const auto text = [&](std::size_t i) { return lines.of(lines.words[first + i].span); };
  const auto key = [&](std::size_t i) { return lines.words[first + i].key; };
  if (const auto month = month_of(key(1))) {
    const auto day = day_of(text(0)), year = number_of(text(2), 4, 4);
    if (day && year) return checked(*year, *month, *day);
  }
  if (const auto month = month_of(key(0))) {
    const auto day = day_of(text(1)), year = number_of(text(2), 4, 4);
    if (day && year) return checked(*year, *month, *day);
  }
  const bool hyphens = lines.gap(line, first + 1) == U"-" && lines.gap(line, first + 2) == U"-";
  const auto year = number_of(text(0), 4, 4), month = number_of(text(1), 2, 2);
  const auto day = number_of(text(2).substr(0, 2), 2, 2);  // "05T18" where a time follows
  const bool whole = text(2).size() == 2 || (text(2).size() > 2 && !is_digit(text(2)[2]));
  return hyphens && year && month && day && whole ? checked(*year, *month, *day) : std::nullopt;
}

}  // namespace

std::vector<DateInText> dates_in(const Lines& lines, const Line& line) {
  std::vector<DateInText> found;
  for (std::size_t word = line.first; word + 2 < line.last; ++word) {
    const auto date = date_at(lines, line, word);
    if (!date) continue;
    found.push_back({*date, word, word + 3});
    word += 2;
  }
  return found;
}

std::optional<Date> date_in(std::u32string_view value) {
  const Lines lines = cut_lines(value);
  if (lines.lines.size() != 1) return std::nullopt;
  const std::vector<DateInText> found = dates_in(lines, lines.lines.front());
  return found.size() == 1 ? std::optional{found.front().date} : std::nullopt;
}

std::optional<Date> date_in(std::string_view utf8) { return date_in(from_utf8(utf8)); }

}  // namespace entente::read
