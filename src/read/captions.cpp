// SPDX-License-Identifier: Apache-2.0
#include "read/captions.h"

#include <algorithm>

#include "read/dates.h"

namespace entente::read {
namespace {

bool is_initial_of_name(const Lines& lines, std::size_t word) {
  return lines.words[word].span.size() == 1 && is_capital(lines.initial(word));
}

bool is_side(std::u32string_view inner) {
  static const WordSet sides("left right center centre l r c m");
  bool strong = false;
  const Lines words = cut_lines(inner);
  for (const Word& word : words.words) {
    if (!sides.holds(word.key) && !is_digit(words.text[word.span.begin])) return false;
    strong = strong || word.span.size() > 1 || word.key == key_of("l");
  }
  return strong && !words.words.empty() && words.words.size() <= 4 &&
         !is_digit(words.text[words.words.back().span.begin]);
}

bool has_bracketed_side(std::u32string_view text) {
  constexpr std::size_t longest = 15;
  for (std::size_t open = text.find(U'('); open != text.npos; open = text.find(U'(', open + 1)) {
    const std::u32string_view after = text.substr(open + 1, longest + 1);
    const std::size_t close = after.find(U')');
    if (close != after.npos && is_side(after.substr(0, close))) return true;
  }
  return false;
}

// "NAME, left, and NAME shake hands"
bool has_parted_side(const Lines& lines, const Line& line) {
  static const WordSet sides("left right center centre");
  for (std::size_t word = line.first + 1; word + 1 < line.last; ++word) {
    if (!sides.holds(lines.words[word].key) || is_capital(lines.initial(word))) continue;
    const bool parted = has(lines.gap(line, word), U',') && has(lines.gap(line, word + 1), U',');
    if (parted && is_capital(lines.initial(word - 1)) && !sides.holds(lines.words[word + 1].key))
      return true;
  }
  return false;
}

bool tells_sides(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 50;
  if (line.words() > longest || has_quote(lines.of(line))) return false;
  return has_bracketed_side(lines.of(line)) || has_parted_side(lines, line);
}

// "... during a news conference in PLACE, March 3, 2031."
bool is_dated_picture(const Lines& lines, const Line& line) {
  if (line.words() > 50 || !tells_a_picture(lines, line, line.last) ||
      !is_one_sentence(lines, line, line.last))
    return false;
  const std::vector<DateInText> dates = dates_in(lines, line);
  return dates.size() == 1 && dates.front().last == line.last &&
         is_capital(lines.initial(line.first));
}

}  // namespace

bool breaks_sentence(const Lines& lines, const Line& line, std::size_t word) {
  const std::u32string_view gap = lines.gap(line, word);
  static const WordSet shortened(
      "mr mrs ms dr gen sen rep gov lt col sgt capt st jan feb mar apr jun jul aug sep sept oct "
      "nov dec");
  const bool shortening =
      is_initial_of_name(lines, word - 1) || shortened.holds(lines.words[word - 1].key);
  return has_quote(gap) || (has_stop(gap) && !(shortening && gap.front() == U'.'));
}

bool is_one_sentence(const Lines& lines, const Line& line, std::size_t last) {
  for (std::size_t word = line.first + 1; word < last; ++word)
    if (breaks_sentence(lines, line, word)) return false;
  return true;
}

bool tells_a_picture(const Lines& lines, const Line& line, std::size_t last) {
  constexpr std::size_t longest = 50;
  static const WordSet acts(
      "speaks speak shakes shake arrives arrive meets meet attends attend walks walk stands stand "
      "looks look gestures gesture "
      "greets greet waves wave holds hold poses pose sits sit listens listen delivers addresses "
      "talks talk leaves leave welcomes "
      "welcome seen pictured reacts react gather gathers");
  static const WordSet reporting("said says told tells added according");
  if (last - line.first > longest || last - line.first < 5 || has_quote(lines.of(line)))
    return false;
  bool act = false;
  for (std::size_t word = line.first; word < last; ++word) {
    if (reporting.holds(lines.words[word].key)) return false;
    act = act || (acts.holds(lines.words[word].key) && !is_capital(lines.initial(word)));
  }
  return act;
}

bool is_caption_by_its_words(const Lines& lines, const Line& line) {
  return tells_sides(lines, line) || is_dated_picture(lines, line);
}

}  // namespace entente::read
