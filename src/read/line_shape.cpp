// SPDX-License-Identifier: Apache-2.0
#include "read/line_shape.h"

#include <algorithm>
#include <utility>

#include "read/frame_words.h"
#include "read/line_words.h"
#include "read/shapes.h"

namespace entente::read {
namespace {

struct WordCounts {
  std::size_t words = 0, capitals = 0, names = 0, numbers = 0;
  std::size_t grammar_words = 0, page_words = 0, weak_words = 0, small = 0;
  std::uint32_t classes = 0;
};

WordCounts count_words(const Lines& lines, const Line& line) {
  constexpr std::size_t most_looked_at = 120;
  WordCounts counts;
  const std::size_t stop = std::min(line.last, line.first + most_looked_at);
  for (std::size_t word = line.first; word < stop; ++word) {
    const std::uint32_t classes = classes_of(lines.words[word].key);
    const char32_t initial = lines.initial(word);
    ++counts.words;
    counts.capitals += is_capital(initial);
    counts.numbers += is_digit(initial);
    counts.names += is_capital(initial) || is_digit(initial) || is_joiner(lines.words[word].key);
    counts.grammar_words += (classes & grammar) != 0;
    counts.page_words += (classes & page_noun) != 0;
    counts.weak_words += (classes & weak_noun) != 0;
    counts.small +=
        (classes & (grammar | helping)) == 0 && !is_capital(initial) && !is_digit(initial);
    counts.classes |= classes;
  }
  return counts;
}

void set_length(Unit& unit) {
  const std::size_t words = unit.line.words();
  unit.set(step_of(words, {0, 1, 2, 3, 5, 8, 14, 30}, Cue::w0));
}

void set_ends(Unit& unit, std::u32string_view text) {
  const char32_t last = text.back();
  const bool stopped = ends_stopped(text);
  const bool dots = last == U'\u2026' || text.ends_with(U"...");
  const char32_t mark = is_quote(last) && text.size() > 1 ? text[text.size() - 2] : last;
  unit.set(Cue::ends_ellipsis, dots);
  unit.set(Cue::ends_question, mark == U'?');
  unit.set(Cue::ends_exclaim, mark == U'!');
  unit.set(Cue::ends_stop, stopped && !dots && mark != U'?' && mark != U'!');
  unit.set(Cue::ends_colon, last == U':');
  unit.set(Cue::ends_comma, has(U",;", last));
  const bool open = !stopped && !dots && !has(U":,;", last);
  unit.set(Cue::ends_open, open);
  if (open && unit.line.words() > 0)
    unit.set(step_of(unit.line.words(), {1, 2, 3, 5, 8, 14}, Cue::open_w1));
}

void set_start(Unit& unit, std::u32string_view text) {
  const char32_t first = text.front();
  const bool bullet = text.size() > 1 && is_space(text[1]);
  if (is_capital(first))
    unit.set(Cue::starts_capital);
  else if (is_digit(first))
    unit.set(Cue::starts_digit);
  else if (is_quote(first) || has(U"'\u2018\u2019", first))
    unit.set(Cue::starts_quote);
  else if (has(U"([", first))
    unit.set(Cue::starts_bracket);
  else if (has(U"\u2022*-\u2013\u2014\u25AA\u25CF\u25E6\u2023\u00B7+o", first) && bullet)
    unit.set(Cue::starts_bullet);
  else
    unit.set(is_letter_or_digit(first) ? Cue::starts_small : Cue::starts_mark);
}

void set_letters(Unit& unit, const Lines& lines, const WordCounts& counts) {
  if (counts.words == 0) return;
  unit.set(Cue::all_capitals, is_all_capitals(lines, unit.line) && counts.capitals > 0);
  unit.set(Cue::all_names, counts.names == counts.words && counts.capitals > 0);
  unit.set(Cue::most_capitals, counts.names < counts.words && counts.capitals * 2 > counts.words);
  unit.set(Cue::no_capitals, counts.capitals == 0);
}

// Nothing but a date or a time of day.
bool is_bare_time(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 8;
  if (line.words() > longest) return false;
  bool number = false;
  for (std::size_t word = line.first; word < line.last; ++word) {
    const WordKey key = lines.words[word].key;
    const bool digit = is_digit(lines.initial(word));
    number = number || digit;
    if (!digit && !is_month(key) && !is_weekday(key) && (classes_of(key) & clock_word) == 0 &&
        !is_joiner(key) && lines.words[word].span.size() > 2)
      return false;
  }
  return number && line.words() > 1;
}

void set_word_classes(Unit& unit, const Lines& lines, const WordCounts& counts) {
  const Line& line = unit.line;
  if (counts.words == 0) return;
  unit.set(counts.grammar_words == 0   ? Cue::no_grammar
           : counts.grammar_words == 1 ? Cue::one_grammar
                                       : Cue::much_grammar);
  unit.set(step_of(counts.small, {0, 1, 3}, Cue::small0));
  constexpr std::pair<WordClass, Cue> pairs[] = {
      {helping, Cue::helping_verb},
      {speech, Cue::speech_verb},
      {reader, Cue::reader},
      {owners, Cue::owners},
      {speaker, Cue::speaker},
      {page_act, Cue::act},
      {offering, Cue::offer},
      {legal_word, Cue::legal},
      {picture_noun, Cue::picture},
      {picture_verb, Cue::picture_act},
      {picture_side, Cue::side},
      {job_word, Cue::job},
      {time_unit_word, Cue::time_unit},
      {stamp_word, Cue::stamp},
      {clock_word, Cue::clock},
  };
  for (const auto& [bit, cue] : pairs) unit.set(cue, (counts.classes & bit) != 0);
  const auto steps = [&](std::size_t count, Cue one, Cue several) {
    unit.set(one, count == 1);
    unit.set(several, count > 1);
  };
  steps(counts.page_words, Cue::page_word, Cue::page_words);
  steps(counts.weak_words, Cue::weak_page_word, Cue::weak_page_words);
  const WordKey first = lines.words[line.first].key;
  const std::uint32_t opens = classes_of(first);
  unit.set(Cue::act_first, (opens & page_act) != 0);
  unit.set(Cue::question_word, (opens & asking) != 0);
  unit.set(Cue::opener_word, is_opener(first));
  unit.set(Cue::by_word, first == key_of("by"));
  unit.set(Cue::digits, counts.numbers > 0);
  unit.set(Cue::only_digits, counts.numbers == counts.words);
  unit.set(Cue::many_digits, counts.numbers < counts.words && counts.numbers * 3 >= counts.words);
  unit.set(Cue::bare_time, is_bare_time(lines, line));
  unit.set(Cue::comma_names, !persons_in(lines, line).names.empty());
}

bool is_year(const Lines& lines, std::size_t word) {
  const std::u32string_view letters = lines.of(lines.words[word].span);
  return letters.size() == 4 && std::all_of(letters.begin(), letters.end(), is_digit) &&
         has(U"12", letters.front());
}

void set_times(Unit& unit, const Lines& lines) {
  constexpr std::size_t most_looked_at = 60;
  const Line& line = unit.line;
  const std::size_t stop = std::min(line.last, line.first + most_looked_at);
  for (std::size_t word = line.first; word < stop; ++word) {
    const WordKey key = lines.words[word].key;
    const char32_t initial = lines.initial(word);
    if (is_capital(initial)) {
      unit.set(Cue::month, is_month(key));
      unit.set(Cue::weekday, is_weekday(key));
      unit.set(Cue::media, is_media_noun(key));
    }
    if (!is_digit(initial)) continue;
    unit.set(Cue::year, is_year(lines, word));
    const bool pair = word + 1 < stop && is_digit(lines.initial(word + 1)) &&
                      lines.words[word + 1].span.size() == 2 && lines.words[word].span.size() <= 2;
    unit.set(Cue::clock, pair && lines.gap(line, word + 1) == U":");
  }
}

bool holds(std::u32string_view text, std::u32string_view part) {
  return text.find(part) != text.npos;
}

void set_marks(Unit& unit, std::u32string_view text) {
  constexpr std::size_t most_looked_at = 600;
  const std::u32string_view seen = text.substr(0, most_looked_at);
  for (char32_t c : seen) {
    unit.set(Cue::bar, c == U'|');
    unit.set(Cue::arrow, has(U"\u00BB\u203A>\u2192\u2022\u00B7\u25B6\u25BA\u2190\u00AB", c));
    unit.set(Cue::sign_c, c == U'\u00A9');
    unit.set(Cue::at_sign, c == U'@');
    unit.set(Cue::hash, c == U'#');
    unit.set(Cue::slash, c == U'/');
    unit.set(Cue::dash, has(U"\u2013\u2014", c));
    unit.set(Cue::bracket_inside, has(U"([", c));
  }
  unit.set(Cue::web, holds(seen, U"http") || holds(seen, U"www.") || holds(seen, U".com") ||
                         holds(seen, U".org"));
  unit.set(Cue::wide_space, holds(seen, U"  ") || has(seen, U'\t'));
  unit.set(Cue::in_brackets, has(U"([", text.front()) && has(U")]", text.back()));
  unit.set(Cue::quotes, has_quote(seen));
  unit.set(Cue::all_quoted, is_all_quoted(text));
}

void set_sentences(Unit& unit, const Lines& lines) {
  constexpr std::size_t most_looked_at = 60;
  const Line& line = unit.line;
  const std::size_t stop = std::min(line.last, line.first + most_looked_at);
  for (std::size_t word = line.first + 1; word < stop; ++word) {
    const std::u32string_view gap = lines.gap(line, word);
    if (gap.size() < 2 || !is_capital(lines.initial(word))) continue;
    unit.set(Cue::several_sentences,
             has_stop(gap.substr(0, gap.size() - 1)) && lines.words[word - 1].span.size() > 2);
  }
}

}  // namespace

Cue step_of(std::size_t value, std::initializer_list<std::size_t> limits, Cue first) {
  std::size_t step = 0;
  for (std::size_t limit : limits) step += value > limit;
  return static_cast<Cue>(static_cast<std::size_t>(first) + step);
}

void set_own_cues(Unit& unit, const Lines& lines) {
  const std::u32string_view text = lines.of(unit.line);
  const WordCounts counts = count_words(lines, unit.line);
  set_length(unit);
  set_ends(unit, text);
  set_start(unit, text);
  set_letters(unit, lines, counts);
  set_word_classes(unit, lines, counts);
  set_times(unit, lines);
  set_marks(unit, text);
  set_sentences(unit, lines);
}

std::size_t label_end(const Lines& lines, const Line& line) {
  constexpr std::size_t longest_label = 4;
  for (std::size_t word = line.first + 1; word < line.last && word <= line.first + longest_label;
       ++word)
    if (has(lines.gap(line, word), U':') && lines.gap(line, word) != U":") return word;
  return line.first;
}

WordKey key_of_words(const Lines& lines, std::size_t first, std::size_t last) {
  WordKey key = no_letters;
  for (std::size_t word = first; word < last; ++word) key = key * 31 + lines.words[word].key;
  return key;
}

}  // namespace entente::read
