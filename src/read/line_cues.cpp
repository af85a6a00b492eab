// SPDX-License-Identifier: Apache-2.0
#include "read/line_cues.h"

#include <algorithm>
#include <unordered_map>

#include "read/line_keeps.h"
#include "read/line_shape.h"
#include "read/line_words.h"

namespace entente::read {
namespace {

constexpr std::size_t longest_entry_words = 3, least_broken_words = 7;
constexpr std::size_t window = 6, least_neighbours = 2;

class Units {
 public:
  Units(const Lines& lines, const std::vector<Role>& roles) : lines_(lines), roles_(roles) {
    worded_ = worded_lines(lines);
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
    keep_sure_lines(lines_, units_);
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
      set_own_cues(unit, lines_);
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
        unit.set(Cue::known_label, labels.at(key_of_words(lines_, unit.line.first, end)) > 1);
      }
      unit.set(Cue::short_text, size <= 15);
      unit.set(Cue::long_text, size > 80);
      unit.set(Cue::mostly_short, small * 2 > size);
      unit.set(Cue::gaps_tell, gaps_tell);
      unit.set(Cue::wrapped, wrapped_);
    }
  }

  WordKey start_key(const Unit& unit) const {
    return key_of_words(lines_, unit.line.first, std::min(unit.line.first + 2, unit.line.last));
  }

  bool is_sentence(std::size_t at) const {
    return units_[at].has(Cue::sentence) && !units_[at].known;
  }

  // As in margins.h: a sentence with others near it, on the side given.
  void find_zones() {
    begin_ = end_ = units_.size();
    for (std::size_t at = 0; at < units_.size() && begin_ == units_.size(); ++at)
      if (is_sentence(at) && near(at + 1, at + 1 + window) >= least_neighbours) begin_ = at;
    std::size_t at = units_.size();
    while (at > 0 && !(is_sentence(at - 1) &&
                       near(at - 1 < window ? 0 : at - 1 - window, at - 1) >= least_neighbours))
      --at;
    end_ = at;
    if (begin_ >= end_) begin_ = end_ = units_.size();
    for (std::size_t at = 0; at < units_.size(); ++at)
      units_[at].zone = begin_ == units_.size() ? Zone::nowhere
                        : at < begin_           ? Zone::before
                        : at < end_             ? Zone::inside
                                                : Zone::after;
  }

  std::size_t near(std::size_t first, std::size_t last) const {
    std::size_t found = 0;
    for (std::size_t at = first; at < std::min(last, units_.size()); ++at) found += is_sentence(at);
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
      unit.set(shared == 0       ? Cue::alike_none
               : other == 0      ? Cue::alike_all
               : shared >= other ? Cue::alike_most
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
    const std::size_t title = strict < units_.size()  ? strict
                              : loose < units_.size() ? loose
                                                      : first_line_as_title();
    for (std::size_t at = 0; title < units_.size() && at < begin_; ++at)
      units_[at].set(at < title ? Cue::over_title : at == title ? Cue::is_title : Cue::under_title);
  }

  // Where no line says what the report says, the first line that is no noise is its title if it is
  // long enough and stands right above it.
  std::size_t first_line_as_title() const {
    constexpr std::size_t least_words = 4, most_lines_between = 4;
    std::size_t at = 0;
    while (at < begin_ && units_[at].known) ++at;
    if (at >= begin_ || begin_ - at > most_lines_between) return units_.size();
    const Unit& first = units_[at];
    const bool fits = first.line.words() >= least_words && first.has(Cue::ends_open) &&
                      !first.has(Cue::by_word) && !first.has(Cue::act_first) &&
                      !first.has(Cue::bar) && !first.has(Cue::picture);
    return fits ? at : units_.size();
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
      unit.set(near_known == 0               ? Cue::wide_known0
               : near_known * 3 < others     ? Cue::wide_known_some
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
