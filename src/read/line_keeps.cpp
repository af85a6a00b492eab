// SPDX-License-Identifier: Apache-2.0
#include "read/line_keeps.h"

#include <algorithm>

#include "read/line_shape.h"
#include "read/line_words.h"

namespace entente::read {
namespace {

class Keeper {
 public:
  Keeper(const Lines& lines, std::vector<Unit>& units) : lines_(lines), units_(units) {}

  void mark() {
    keep_lists();
    std::size_t times = 0;
    for (const Unit& unit : units_) times += unit.has(Cue::bare_time);
    for (std::size_t at = 0; at < units_.size(); ++at) {
      Unit& unit = units_[at];
      unit.kept =
          !unit.known &&
          (unit.kept || unit.has(Cue::is_title) || is_told(at) || is_spoken(unit) || goes_on(at) ||
           is_broken_off(at) || is_dateline(at) || is_turn(unit) || is_point(unit) ||
           introduces(unit) || (times > 2 && heads_entry(at)) || names_speaker(at));
    }
    for (std::size_t at = 0; at + 1 < units_.size(); ++at)
      if (!units_[at].known && !is_point(units_[at]) && is_point(units_[at + 1]))
        units_[at].kept = units_[at].line.words() <= 4;
  }

 private:
  bool is_sentence(std::size_t at) const {
    return units_[at].has(Cue::sentence) && !units_[at].known;
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
    return unit.has(Cue::copy) && unit.has(Cue::all_names) && unit.line.words() <= longest_name &&
           at + 1 < units_.size() && is_sentence(at + 1) && units_[at + 1].zone == Zone::inside;
  }

  bool speaks_as_page(const Unit& unit) const {
    for (Cue cue : {Cue::page_word, Cue::page_words, Cue::legal, Cue::picture, Cue::picture_act,
                    Cue::act_first, Cue::web, Cue::at_sign, Cue::sign_c, Cue::in_brackets})
      if (unit.has(cue)) return true;
    return !unit.has(Cue::quotes) && (unit.has(Cue::reader) || unit.has(Cue::owners));
  }

  // A sentence of the report, or right below it, in the words of no page.
  bool is_told(std::size_t at) const {
    constexpr std::size_t least_words = 3;
    const Unit& unit = units_[at];
    const bool placed = unit.zone == Zone::inside ||
                        (unit.zone == Zone::after && (units_[at - 1].kept || is_sentence(at - 1)));
    return placed && (unit.has(Cue::ends_stop) || unit.has(Cue::sentence)) &&
           unit.line.words() >= least_words && !unit.has(Cue::starts_small) &&
           !unit.has(Cue::job) && !unit.has(Cue::copy) && !speaks_as_page(unit);
  }

  // A paragraph of direct speech.
  static bool is_spoken(const Unit& unit) {
    constexpr std::size_t least_words = 2;
    return unit.zone != Zone::before && unit.has(Cue::starts_quote) && unit.has(Cue::quotes) &&
           !unit.has(Cue::ends_open) && unit.line.words() >= least_words && !unit.has(Cue::copy);
  }

  // The line before was broken in the middle of a sentence.
  bool goes_on(std::size_t at) const {
    return at > 0 && at < units_.size() && !units_[at].known && !units_[at - 1].known &&
           units_[at].zone != Zone::before && units_[at].has(Cue::starts_small) &&
           units_[at - 1].has(Cue::ends_open) &&
           (units_[at - 1].kept ||
            units_[at].line.words() + units_[at - 1].line.words() >= least_sentence_words);
  }

  bool is_broken_off(std::size_t at) const {
    constexpr std::size_t least_words = 7;
    return units_[at].line.words() >= least_words && goes_on(at + 1);
  }

  // "New Harbour" over "April 14", right above the report.
  bool is_dateline(std::size_t at) const {
    constexpr std::size_t longest_place = 3;
    const bool date = units_[at].has(Cue::bare_time);
    const std::size_t place = date ? at - 1 : at, time = place + 1;
    if ((date && at == 0) || time + 1 >= units_.size()) return false;
    const Unit& over = units_[place];
    return units_[time].has(Cue::bare_time) && !units_[time].has(Cue::clock) && !over.known &&
           units_[time + 1].zone == Zone::inside && over.has(Cue::all_names) &&
           !over.has(Cue::comma_names) && !over.has(Cue::bare_time) &&
           over.line.words() <= longest_place;
  }

  bool is_turn(const Unit& unit) const {
    if (unit.zone != Zone::inside || !(unit.has(Cue::capital_label) || unit.has(Cue::known_label)))
      return false;
    const std::size_t end = label_end(lines_, unit.line);
    for (std::size_t word = unit.line.first; word < end; ++word)
      if (classes_of(lines_.words[word].key) & (page_act | page_noun | picture_noun | stamp_word))
        return false;
    return true;
  }

  bool introduces(const Unit& unit) const {
    if (unit.zone == Zone::before || !unit.has(Cue::ends_colon) || unit.line.words() < 2)
      return false;
    constexpr std::size_t whole_sentence = 5;
    const std::uint32_t parts = page_act | page_noun | weak_noun | picture_noun | stamp_word;
    for (std::size_t word = unit.line.first; word < unit.line.last; ++word)
      if (unit.line.words() < whole_sentence && (classes_of(lines_.words[word].key) & parts) != 0)
        return false;
    return !unit.has(Cue::act_first);
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
  std::vector<Unit>& units_;
};

}  // namespace

void keep_sure_lines(const Lines& lines, std::vector<Unit>& units) { Keeper(lines, units).mark(); }

}  // namespace entente::read
