// SPDX-License-Identifier: Apache-2.0
#include "read/outline.h"

#include <algorithm>
#include <unordered_map>

#include "read/shapes.h"

namespace entente::read {
namespace {

constexpr std::size_t most_heading_words = 16, most_title_words = 30, most_title_size = 240;
constexpr std::size_t least_paragraph_words = 9;

class Outline {
 public:
  Outline(const Lines& lines, const std::vector<Role>& roles) : lines_(lines) {
    for (std::size_t i = 0; i < lines.lines.size(); ++i)
      if (roles[i] != Role::noise && lines.lines[i].words() > 0) read_.push_back(i);
    for (std::size_t i : read_) ++copies_[copy_key(lines.lines[i])];
    wrapped_ = is_wrapped(lines, read_);
    for (std::size_t i : read_)
      if (const auto label = label_of(lines.lines[i])) ++labels_[*label];
  }

  std::vector<std::size_t> find() const {
    std::vector<std::size_t> found;
    bool after_title = false;
    for (std::size_t at = 0; at + 1 < read_.size(); ++at) {
      const bool title = at == 0 && is_title(at);
      if (title || is_heading(at, after_title)) found.push_back(read_[at]);
      after_title = title;
    }
    return found;
  }

 private:
  const Line& line(std::size_t at) const { return lines_.lines[read_[at]]; }
  std::u32string_view text(std::size_t at) const { return lines_.of(line(at)); }

  WordKey copy_key(const Line& of) const {
    WordKey key = no_letters;
    for (std::size_t word = of.first; word < of.last && word < of.first + most_heading_words;
         ++word)
      key = key * 31 + lines_.words[word].key;
    return key;
  }

  bool is_paragraph(std::size_t at) const {
    return at < read_.size() && line(at).words() >= least_paragraph_words && has_stop(text(at));
  }

  bool is_title(std::size_t at) const {
    const std::size_t words = line(at).words();
    const bool fits =
        words >= 3 && words <= most_title_words && line(at).span.size() <= most_title_size;
    if (!fits || !may_head(at) || is_place_line(at) || copies_.at(copy_key(line(at))) > 1)
      return false;
    if (wrapped_) return line(at + 1).after_gap;
    return is_paragraph(at + 1) || is_paragraph(at + 2) || is_paragraph(at + 3);
  }

  bool is_heading(std::size_t at, bool after_title) const {
    const Line& here = line(at);
    if (here.words() < 2 || here.words() > most_heading_words || !may_head(at)) return false;
    if (!is_paragraph(at + 1) && !(wrapped_ && line(at + 1).words() >= 7)) return false;
    if (line(at + 1).words() <= here.words() && !wrapped_) return false;
    if (text(at).back() == U'?' &&
        (here.words() > 10 || has_stop(text(at).substr(0, text(at).size() - 1))))
      return false;
    if (has_quote(text(at)) || is_place_line(at) || is_name_line(at) || is_asked_of_you(at) ||
        is_turn(at))
      return false;
    if (copies_.at(copy_key(here)) > 1) return false;  // a speaker's name over each of his turns
    if (wrapped_) return here.after_gap && line(at + 1).after_gap;
    return at == 0 || after_title || ends_paragraph(at - 1);
  }

  bool ends_paragraph(std::size_t at) const {
    return ends_stopped(text(at)) || line(at).words() > most_title_words;
  }

  bool may_head(std::size_t at) const {
    const std::u32string_view words = text(at);
    const char32_t last = words.back(), first = words.front();
    const bool question = last == U'?' || last == U'\uFF1F';
    if ((ends_stopped(words) && !question) || has(U":;,-\u2013\u2014", last)) return false;
    const bool opens =
        is_letter_or_digit(first) || is_quote(first) || has(U"'\u2018\u00BF[(", first);
    const bool wholly_quoted = is_quote(first) && is_quote(last);
    return opens && !wholly_quoted && !is_numbered(at) && !holds_date(at);
  }

  // "1. Territory", "a) Territory": a clause or an item of a list
  bool is_numbered(std::size_t at) const {
    const Line& here = line(at);
    const bool mark = here.words() > 1 && lines_.words[here.first].span.size() <= 3 &&
                      lines_.words[here.first].span.begin == here.span.begin;
    return mark && (has(lines_.gap(here, here.first + 1), U'.') ||
                    has(lines_.gap(here, here.first + 1), U')'));
  }

  bool holds_date(std::size_t at) const {
    bool month = false, year = false;
    for (std::size_t word = line(at).first; word < line(at).last; ++word) {
      const Word& here = lines_.words[word];
      month = month || (is_month(here.key) && is_capital(lines_.initial(word)));
      year = year || (here.span.size() == 4 && is_digit(lines_.initial(word)));
    }
    return month && year && line(at).words() <= 12;
  }

  // "NEW HARBOUR", "Alwen, Meldria": where the report was written
  bool is_place_line(std::size_t at) const {
    const Line& here = line(at);
    if (here.words() > 4) return false;
    bool capitals = true, names = true, comma = false;
    for (std::size_t word = here.first; word < here.last; ++word) {
      const std::u32string_view letters = lines_.of(lines_.words[word].span);
      capitals = capitals && std::all_of(letters.begin(), letters.end(), [](char32_t c) {
                   return is_capital(c) || !is_letter_or_digit(c);
                 });
      names = names && is_namelike(lines_, word);
      comma = comma || (word > here.first && has(lines_.gap(here, word), U','));
    }
    return (capitals && here.words() <= 3) || (names && comma);
  }

  // "SPEAKER: ..." or any label that opens another line too
  bool is_turn(std::size_t at) const {
    const std::optional<WordKey> label = label_of(line(at));
    if (!label) return false;
    const std::u32string_view first = lines_.of(lines_.words[line(at).first].span);
    const bool capitals = first.size() > 1 && std::all_of(first.begin(), first.end(), is_capital);
    return capitals || labels_.at(*label) > 1;
  }

  // Up to four words before a colon.
  std::optional<WordKey> label_of(const Line& of) const {
    WordKey key = no_letters;
    for (std::size_t word = of.first; word + 1 < of.last && word < of.first + 4; ++word) {
      key = key * 31 + lines_.words[word].key;
      if (has(lines_.gap(of, word + 1), U':')) return key;
    }
    return std::nullopt;
  }

  // Two or three capitalised words may be a person's name: the label of a turn, or who wrote the
  // piece.
  bool is_name_line(std::size_t at) const {
    const Line& here = line(at);
    if (here.words() > 3 || is_opener(lines_.words[here.first].key)) return false;
    for (std::size_t word = here.first; word < here.last; ++word)
      if (!is_capital(lines_.initial(word))) return false;
    return true;
  }

  // "Do you think that it will hold?" is a turn of an interview.
  bool is_asked_of_you(std::size_t at) const {
    static const WordSet persons(
        "you your i me my mr mrs ms minister president sir ambassador secretary");
    if (text(at).back() != U'?') return false;
    for (std::size_t word = line(at).first; word < line(at).last; ++word)
      if (persons.holds(lines_.words[word].key)) return true;
    return false;
  }

  const Lines& lines_;
  std::vector<std::size_t> read_;  // lines that are not noise
  std::unordered_map<WordKey, std::size_t> copies_;
  std::unordered_map<WordKey, std::size_t> labels_;
  bool wrapped_ = false;
};

}  // namespace

bool is_wrapped(const Lines& lines, const std::vector<std::size_t>& considered) {
  constexpr std::size_t widest = 110, least_words = 7;
  std::size_t long_lines = 0, running_on = 0, wide = 0;
  for (std::size_t at = 0; at + 1 < considered.size(); ++at) {
    const Line &here = lines.lines[considered[at]], &next = lines.lines[considered[at + 1]];
    if (here.words() < least_words) continue;
    ++long_lines;
    wide += here.span.size() > widest;
    running_on += !ends_stopped(lines.of(here)) && !next.after_gap;
  }
  return running_on >= 4 && running_on * 2 > long_lines && wide * 20 < long_lines;
}

std::vector<std::size_t> heading_lines(const Lines& lines, const std::vector<Role>& roles) {
  return Outline(lines, roles).find();
}

std::optional<std::size_t> title_line(const std::vector<std::size_t>& headings,
                                      const std::vector<Role>& roles) {
  if (headings.empty()) return std::nullopt;
  const auto first =
      std::find_if(roles.begin(), roles.end(), [](Role role) { return role != Role::noise; });
  const auto at = static_cast<std::size_t>(first - roles.begin());
  return headings.front() == at ? std::optional{at} : std::nullopt;
}

}  // namespace entente::read
