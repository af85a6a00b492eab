// SPDX-License-Identifier: Apache-2.0
#include "read/line_cues.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "read/frame_words.h"
#include "read/line_words.h"
#include "read/shapes.h"

namespace entente::read {
namespace {

constexpr std::size_t least_sentence_words = 9, longest_entry_words = 3, least_broken_words = 7;
constexpr std::size_t window = 6, least_neighbours = 2;

Cue step_of(std::size_t value, std::initializer_list<std::size_t> limits, Cue first) {
  std::size_t step = 0;
  for (std::size_t limit : limits) step += value > limit;
  return static_cast<Cue>(static_cast<std::size_t>(first) + step);
}

// ---- What a line shows by itself ----

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
    counts.small += (classes & (grammar | helping)) == 0 && !is_capital(initial) &&
                    !is_digit(initial);
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
      {helping, Cue::helping_verb},    {speech, Cue::speech_verb},    {reader, Cue::reader},
      {owners, Cue::owners},           {speaker, Cue::speaker},       {page_act, Cue::act},
      {offering, Cue::offer},          {legal_word, Cue::legal},      {picture_noun, Cue::picture},
      {picture_verb, Cue::picture_act}, {picture_side, Cue::side},    {job_word, Cue::job},
      {time_unit_word, Cue::time_unit}, {stamp_word, Cue::stamp},     {clock_word, Cue::clock},
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
                      lines.words[word + 1].span.size() == 2 &&
                      lines.words[word].span.size() <= 2;
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
    unit.set(Cue::several_sentences, has_stop(gap.substr(0, gap.size() - 1)) &&
                                         lines.words[word - 1].span.size() > 2);
  }
}

// Up to four words before a colon.
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

// ---- The text around it ----

class Units {
 public:
  Units(const Lines& lines, const std::vector<Role>& roles) : lines_(lines), roles_(roles) {
    for (std::size_t i = 0; i < lines.lines.size(); ++i)
      if (lines.lines[i].words() > 0) worded_.push_back(i);
    wrapped_ = is_wrapped(lines, worded_);
    join();
  }

  std::vector<Unit> find() {
    if (units_.empty()) return {};
    set_own();
    set_text();
    find_zones();
    set_likeness();
    set_place();
    set_neighbours();
    set_runs();
    keep_sure_lines();
    return std::move(units_);
  }

 private:
  std::u32string_view text(const Unit& unit) const { return lines_.of(unit.line); }

  bool runs_on(std::size_t at) const {
    const Line& here = lines_.lines[worded_[at]];
    return wrapped_ && at + 1 < worded_.size() && worded_[at + 1] == worded_[at] + 1 &&
           !lines_.lines[worded_[at + 1]].after_gap && here.words() >= least_broken_words &&
           (roles_[worded_[at]] == Role::noise) == (roles_[worded_[at + 1]] == Role::noise);
  }

  void join() {
    for (std::size_t at = 0; at < worded_.size();) {
      std::size_t stop = at + 1;
      while (runs_on(stop - 1)) ++stop;
      Unit unit;
      unit.line = lines_.lines[worded_[at]];
      unit.line.span.end = lines_.lines[worded_[stop - 1]].span.end;
      unit.line.last = lines_.lines[worded_[stop - 1]].last;
      unit.first = worded_[at];
      unit.last = worded_[stop - 1] + 1;
      unit.known = roles_[unit.first] == Role::noise;
      unit.set(Cue::heading, roles_[unit.first] == Role::heading);
      units_.push_back(unit);
      at = stop;
    }
  }

  void set_own() {
    for (Unit& unit : units_) {
      const WordCounts counts = count_words(lines_, unit.line);
      set_length(unit);
      set_ends(unit, text(unit));
      set_start(unit, text(unit));
      set_letters(unit, lines_, counts);
      set_word_classes(unit, lines_, counts);
      set_times(unit, lines_);
      set_marks(unit, text(unit));
      set_sentences(unit, lines_);
      unit.set(Cue::known_noise, unit.known);
    }
  }

  // Lines and labels that recur, and what kind of text this is.
  void set_text() {
    std::unordered_map<WordKey, std::size_t> copies, labels, starts;
    std::size_t gaps = 0, small = 0;
    for (const Unit& unit : units_) {
      const std::size_t end = label_end(lines_, unit.line);
      ++copies[key_of_words(lines_, unit.line.first, unit.line.last)];
      ++labels[key_of_words(lines_, unit.line.first, end)];
      ++starts[start_key(unit)];
      gaps += unit.line.after_gap;
      small += unit.line.words() <= longest_entry_words;
    }
    const std::size_t size = units_.size();
    const bool gaps_tell = gaps * 10 > size && gaps * 10 < size * 9;
    for (Unit& unit : units_) {
      const std::size_t end = label_end(lines_, unit.line);
      const WordKey key = key_of_words(lines_, unit.line.first, unit.line.last);
      unit.set(Cue::copy, copies.at(key) > 1);
      unit.set(Cue::sentence, unit.line.words() >= least_sentence_words &&
                                  ends_stopped(text(unit)) && copies.at(key) == 1);
      unit.set(Cue::repeats_start, starts.at(start_key(unit)) > 2);
      if (end > unit.line.first) {
        const std::u32string_view first = lines_.of(lines_.words[unit.line.first].span);
        unit.set(Cue::label);
        unit.set(Cue::capital_label,
                 first.size() > 1 && std::all_of(first.begin(), first.end(), is_capital));
        unit.set(Cue::known_label,
                 labels.at(key_of_words(lines_, unit.line.first, end)) > 1);
      }
      unit.set(Cue::short_text, size <= 15);
      unit.set(Cue::long_text, size > 80);
      unit.set(Cue::mostly_short, small * 2 > size);
      unit.set(Cue::gaps_tell, gaps_tell);
      unit.set(Cue::wrapped, wrapped_);
    }
  }

  WordKey start_key(const Unit& unit) const {
    return key_of_words(lines_, unit.line.first,
                        std::min(unit.line.first + 2, unit.line.last));
  }

  bool is_sentence(std::size_t at) const { return units_[at].has(Cue::sentence) && !units_[at].known; }

  // As in margins.h: a sentence with others near it, on the side given.
  void find_zones() {
    begin_ = end_ = units_.size();
    for (std::size_t at = 0; at < units_.size() && begin_ == units_.size(); ++at)
      if (is_sentence(at) && near(at + 1, at + 1 + window) >= least_neighbours) begin_ = at;
    for (std::size_t at = units_.size(); at-- > 0 && end_ == units_.size();)
      if (is_sentence(at) && near(at < window ? 0 : at - window, at) >= least_neighbours)
        end_ = at + 1;
    if (begin_ >= end_) begin_ = end_ = units_.size();
    for (std::size_t at = 0; at < units_.size(); ++at)
      units_[at].zone = begin_ == units_.size() ? Zone::nowhere
                        : at < begin_           ? Zone::before
                        : at < end_             ? Zone::inside
                                                : Zone::after;
  }

  std::size_t near(std::size_t first, std::size_t last) const {
    std::size_t found = 0;
    for (std::size_t at = first; at < std::min(last, units_.size()); ++at)
      found += is_sentence(at);
    return found;
  }

  bool is_content(std::size_t word) const { return lines_.words[word].span.size() >= 4; }

  // How much of a line the sentences of the report say too, its own words set aside.
  void set_likeness() {
    std::unordered_map<WordKey, std::size_t> said;  // in how many sentences
    for (std::size_t at = 0; at < units_.size(); ++at)
      if (is_sentence(at) && (units_[at].zone == Zone::inside || units_[at].zone == Zone::nowhere))
        for (std::size_t word : content_of(units_[at])) ++said[lines_.words[word].key];
    std::size_t strict = units_.size(), loose = units_.size();
    int most_strict = 1, most_loose = 1;
    for (std::size_t at = 0; at < units_.size(); ++at) {
      Unit& unit = units_[at];
      const bool own = is_sentence(at) && unit.zone != Zone::before && unit.zone != Zone::after;
      std::size_t shared = 0, other = 0;
      for (std::size_t word : content_of(unit)) {
        const auto found = said.find(lines_.words[word].key);
        const bool elsewhere = found != said.end() && found->second > (own ? 1 : 0);
        elsewhere ? ++shared : ++other;
      }
      if (shared + other == 0) continue;
      unit.set(shared == 0                ? Cue::alike_none
               : other == 0               ? Cue::alike_all
               : shared >= other          ? Cue::alike_most
                                          : Cue::alike_some);
      const bool fits = unit.zone == Zone::before && unit.line.words() >= 4 &&
                        unit.line.words() <= 30 && !unit.known && shared > 1;
      const int said_by_report = static_cast<int>(shared), not_said = static_cast<int>(other);
      if (fits && said_by_report - 2 * not_said >= most_strict) {
        most_strict = said_by_report - 2 * not_said;
        strict = at;
      }
      if (fits && 2 * said_by_report - not_said >= most_loose) {
        most_loose = 2 * said_by_report - not_said;
        loose = at;
      }
    }
    const std::size_t title = strict < units_.size() ? strict : loose;
    for (std::size_t at = 0; title < units_.size() && at < begin_; ++at)
      units_[at].set(at < title    ? Cue::over_title
                     : at == title ? Cue::is_title
                                   : Cue::under_title);
  }

  // Each word once.
  std::vector<std::size_t> content_of(const Unit& unit) const {
    constexpr std::size_t most_looked_at = 120;
    std::vector<std::size_t> found;
    const std::size_t stop = std::min(unit.line.last, unit.line.first + most_looked_at);
    for (std::size_t word = unit.line.first; word < stop; ++word)
      if (is_content(word) && (classes_of(lines_.words[word].key) & (grammar | helping)) == 0)
        found.push_back(word);
    const auto key = [&](std::size_t word) { return lines_.words[word].key; };
    std::sort(found.begin(), found.end(),
              [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    found.erase(std::unique(found.begin(), found.end(),
                            [&](std::size_t a, std::size_t b) { return key(a) == key(b); }),
                found.end());
    return found;
  }

  void set_place() {
    const std::size_t size = units_.size();
    for (std::size_t at = 0; at < size; ++at) {
      Unit& unit = units_[at];
      const std::size_t behind = size - 1 - at;
      if (at <= 5) unit.set(step_of(at, {0, 1, 2}, Cue::top0));
      if (behind <= 5) unit.set(step_of(behind, {0, 1, 2}, Cue::end0));
      const std::size_t off = unit.zone == Zone::before  ? begin_ - at
                              : unit.zone == Zone::after ? at - end_ + 1
                                                         : 0;
      if (off > 0) unit.set(step_of(off, {1, 2, 5, 12}, Cue::near1));
      const bool gap = unit.line.after_gap;
      const bool gap_below = at + 1 == size || units_[at + 1].line.after_gap;
      unit.set(Cue::after_gap, gap);
      unit.set(Cue::before_gap, gap_below);
      unit.set(Cue::alone, gap && gap_below);
    }
  }

  void set_neighbours() {
    const std::size_t size = units_.size();
    std::vector<std::size_t> sentences(size + 1), known(size + 1);
    for (std::size_t at = 0; at < size; ++at) {
      sentences[at + 1] = sentences[at] + is_sentence(at);
      known[at + 1] = known[at] + units_[at].known;
    }
    for (std::size_t at = 0; at < size; ++at) {
      Unit& unit = units_[at];
      const auto around = [&](const std::vector<std::size_t>& sums, std::size_t reach) {
        const std::size_t first = at < reach ? 0 : at - reach;
        const std::size_t last = std::min(size, at + reach + 1);
        return sums[last] - sums[first] - (sums[at + 1] - sums[at]);
      };
      unit.set(step_of(around(sentences, 3), {0, 2}, Cue::sentences0));
      unit.set(step_of(around(sentences, 8), {0, 3}, Cue::wide_sentences0));
      unit.set(step_of(around(known, 3), {0, 1}, Cue::known0));
      const std::size_t first = at < 8 ? 0 : at - 8, last = std::min(size, at + 9);
      const std::size_t others = last - first - 1, near_known = around(known, 8);
      unit.set(near_known == 0              ? Cue::wide_known0
               : near_known * 3 < others    ? Cue::wide_known_some
               : near_known * 3 < 2 * others ? Cue::wide_known_half
                                            : Cue::wide_known_most);
    }
  }

  bool in_run(std::size_t at) const {
    return units_[at].known || units_[at].has(Cue::ends_open) || !units_[at].has(Cue::sentence);
  }

  void set_runs() {
    for (std::size_t at = 0; at < units_.size();) {
      std::size_t stop = at, known = 0;
      while (stop < units_.size() && in_run(stop)) known += units_[stop++].known;
      const std::size_t length = stop - at;
      for (; at < stop; ++at) {
        Unit& unit = units_[at];
        unit.set(step_of(length, {1, 3, 7}, Cue::run1));
        unit.set(known == 0           ? Cue::run_known0
                 : known * 2 < length ? Cue::run_known_some
                                      : Cue::run_known_half);
      }
      ++at;  // the sentence that ends the run
    }
  }

  // ---- What stays ----

  void keep_sure_lines() {
    keep_lists();
    std::size_t times = 0;
    for (const Unit& unit : units_) times += unit.has(Cue::bare_time);
    for (std::size_t at = 0; at < units_.size(); ++at) {
      Unit& unit = units_[at];
      unit.kept = !unit.known &&
                  (unit.kept || unit.has(Cue::is_title) || is_told(unit) || is_spoken(unit) || goes_on(at) || is_turn(unit) ||
                   is_point(unit) || introduces(unit) || (times > 2 && heads_entry(at)) || names_speaker(at));
    }
    for (std::size_t at = 0; at + 1 < units_.size(); ++at)
      if (!units_[at].known && !is_point(units_[at]) && is_point(units_[at + 1]))
        units_[at].kept = units_[at].line.words() <= 4;
  }

  // What a sentence with a colon brings in, and numbered items right below the report's sentences.
  void keep_lists() {
    for (std::size_t at = 1; at < units_.size(); ++at) {
      Unit& unit = units_[at];
      const Unit& before = units_[at - 1];
      const bool below_report = is_sentence(at - 1) && before.zone == Zone::inside;
      const bool listed = before.kept && !unit.line.after_gap && unit.has(Cue::ends_open);
      unit.kept = !unit.known && ((introduces(before) && !before.known) || listed ||
                                  (is_numbered(unit) && (below_report || before.kept)));
    }
  }

  bool is_numbered(const Unit& unit) const {
    if (!unit.has(Cue::starts_digit) || unit.line.words() < 3) return false;
    const std::u32string_view gap = lines_.gap(unit.line, unit.line.first + 1);
    return lines_.words[unit.line.first].span.size() <= 2 && has(U".)", gap.front());
  }

  // A name over a turn: it stands over others too.
  bool names_speaker(std::size_t at) const {
    constexpr std::size_t longest_name = 4;
    const Unit& unit = units_[at];
    return unit.has(Cue::copy) && unit.has(Cue::all_names) && unit.zone != Zone::before &&
           unit.line.words() <= longest_name && at + 1 < units_.size() && is_sentence(at + 1);
  }

  bool speaks_as_page(const Unit& unit) const {
    for (Cue cue : {Cue::page_word, Cue::page_words, Cue::legal, Cue::picture, Cue::picture_act,
                    Cue::act_first, Cue::web, Cue::at_sign, Cue::sign_c, Cue::in_brackets})
      if (unit.has(cue)) return true;
    return !unit.has(Cue::quotes) && (unit.has(Cue::reader) || unit.has(Cue::owners));
  }

  // A sentence of the report that quotes or tells what was said.
  bool is_told(const Unit& unit) const {
    return unit.zone == Zone::inside && unit.has(Cue::sentence) && !speaks_as_page(unit) &&
           ((unit.has(Cue::quotes) && !unit.has(Cue::job)) || unit.has(Cue::speech_verb) ||
            unit.has(Cue::several_sentences));
  }

  // A paragraph of direct speech.
  static bool is_spoken(const Unit& unit) {
    constexpr std::size_t least_words = 5;
    return unit.zone != Zone::before && unit.has(Cue::starts_quote) && unit.has(Cue::quotes) &&
           !unit.has(Cue::ends_open) && unit.line.words() >= least_words && !unit.has(Cue::copy);
  }

  // The line before was broken in the middle of a sentence.
  bool goes_on(std::size_t at) const {
    return at > 0 && !units_[at - 1].known && units_[at].zone == Zone::inside &&
           units_[at].has(Cue::starts_small) && units_[at - 1].has(Cue::ends_open) &&
           units_[at].line.words() + units_[at - 1].line.words() >= least_sentence_words;
  }

  bool is_turn(const Unit& unit) const {
    if (unit.zone != Zone::inside ||
        !(unit.has(Cue::capital_label) || unit.has(Cue::known_label)))
      return false;
    const std::size_t end = label_end(lines_, unit.line);
    for (std::size_t word = unit.line.first; word < end; ++word)
      if (classes_of(lines_.words[word].key) & (page_act | page_noun | picture_noun | stamp_word))
        return false;
    return true;
  }

  static bool introduces(const Unit& unit) {
    return unit.zone != Zone::before && unit.has(Cue::ends_colon) && unit.line.words() >= 5 &&
           !unit.has(Cue::act_first);
  }

  // An item of a list that says what the report says.
  static bool is_point(const Unit& unit) {
    return unit.has(Cue::starts_bullet) && !unit.known && unit.line.words() >= 5 &&
           (unit.has(Cue::small2_3) || unit.has(Cue::small4)) &&
           (unit.has(Cue::alike_most) || unit.has(Cue::alike_all));
  }

  // The date or time over an entry of a chronology or a live report.
  bool heads_entry(std::size_t at) const {
    return units_[at].has(Cue::bare_time) && at + 1 < units_.size() &&
           units_[at + 1].zone == Zone::inside && units_[at + 1].line.words() >= 5;
  }

  const Lines& lines_;
  const std::vector<Role>& roles_;
  std::vector<std::size_t> worded_;
  std::vector<Unit> units_;
  std::size_t begin_ = 0, end_ = 0;
  bool wrapped_ = false;
};

}  // namespace

std::vector<Unit> units_of(const Lines& lines, const std::vector<Role>& roles) {
  return Units(lines, roles).find();
}

}  // namespace entente::read
