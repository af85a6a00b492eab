// SPDX-License-Identifier: Apache-2.0
#include "read/margins.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "read/shapes.h"

namespace entente::read {
namespace {

constexpr std::size_t least_sentence_words = 9, longest_entry_words = 3;
constexpr std::size_t window = 6, least_neighbours = 2;

class Margins {
 public:
  Margins(const Lines& lines, const std::vector<Role>& roles) : lines_(lines), roles_(roles) {
    for (std::size_t i = 0; i < lines.lines.size(); ++i)
      if (lines.lines[i].words() > 0) worded_.push_back(i);
    wrapped_ = is_wrapped(lines, worded_);
    find_sentences();
  }

  std::vector<std::size_t> find() {
    const std::size_t begin = report_begin(), end = report_end();
    if (begin >= end) return {};
    take_words(begin, end);
    mark_head(begin);
    mark_foot(end);
    return std::move(found_);
  }

 private:
  const Line& line(std::size_t at) const { return lines_.lines[worded_[at]]; }
  std::u32string_view text(std::size_t at) const { return lines_.of(line(at)); }
  Role role(std::size_t at) const { return roles_[worded_[at]]; }

  // ---- Sentences ----

  bool runs_on(std::size_t at) const {
    return wrapped_ && at + 1 < worded_.size() && !line(at + 1).after_gap && line(at).words() >= 7;
  }

  // A paragraph: one line, or in a text broken at a width all lines up to a gap.
  void find_sentences() {
    sentence_.resize(worded_.size());
    std::unordered_map<WordKey, std::size_t> copies;
    for (std::size_t at = 0; at < worded_.size(); ++at) ++copies[key_of_line(at)];
    for (std::size_t at = 0; at < worded_.size();) {
      std::size_t stop = at + 1, words = line(at).words();
      for (; runs_on(stop - 1); ++stop) words += line(stop).words();
      const bool sentence = words >= least_sentence_words && ends_stopped(text(stop - 1));
      for (; at < stop; ++at)
        sentence_[at] =
            sentence && role(at) != Role::noise && copies.at(key_of_line(at)) == 1;
    }
  }

  // A sentence with others near it, on the side given: the teaser of another report stands alone.
  std::size_t report_begin() const {
    for (std::size_t at = 0; at < worded_.size(); ++at) {
      if (!sentence_[at]) continue;
      std::size_t near = 0;
      for (std::size_t k = at + 1; k < worded_.size() && k <= at + window; ++k)
        near += sentence_[k];
      if (near >= least_neighbours) return at;
    }
    return worded_.size();
  }

  std::size_t report_end() const {
    for (std::size_t end = worded_.size(); end > 0; --end) {
      if (!sentence_[end - 1]) continue;
      std::size_t near = 0;
      for (std::size_t k = 2; k <= window + 1 && k <= end; ++k) near += sentence_[end - k];
      if (near >= least_neighbours) return end;
    }
    return 0;
  }

  // ---- What the report says ----

  bool is_content(const Word& word) const { return word.span.size() >= 4; }

  WordKey key_of_line(std::size_t at) const {
    WordKey key = no_letters;
    for (std::size_t word = line(at).first; word < line(at).last; ++word)
      key = key * 31 + lines_.words[word].key;
    return key;
  }

  void take_words(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      if (role(at) == Role::noise) continue;
      if (!sentence_[at] && at + 1 < end && sentence_[at + 1]) labels_.insert(key_of_line(at));
      for (std::size_t word = line(at).first; sentence_[at] && word < line(at).last; ++word)
        if (is_content(lines_.words[word])) said_.insert(lines_.words[word].key);
    }
  }

  // How many of its longer words the report uses, less twice those that it does not.
  int likeness(std::size_t at) const {
    int score = 0;
    for (std::size_t word = line(at).first; word < line(at).last; ++word)
      if (is_content(lines_.words[word]))
        score += said_.contains(lines_.words[word].key) ? 1 : -2;
    return score;
  }

  // ---- The two margins ----

  bool is_numbered(std::size_t at) const {
    const Line& here = line(at);
    if (here.words() < 2 || lines_.words[here.first].span.size() > 3) return false;
    const std::u32string_view gap = lines_.gap(here, here.first + 1);
    return has(gap, U')') || (has(gap, U'.') && is_digit(lines_.initial(here.first)));
  }

  static bool is_small_letter(char32_t c) {
    return is_letter_or_digit(c) && !is_capital(c) && !is_digit(c) && !is_ideograph(c);
  }

  // The line before was broken at a width.
  bool goes_on(std::size_t at) const {
    return at > 0 && is_small_letter(text(at).front()) && !ends_stopped(text(at - 1)) &&
           line(at - 1).words() + line(at).words() > 2 * longest_entry_words;
  }

  // A line that may be furniture: no sentence, no label of a speaker, no item of a numbered list.
  bool is_loose(std::size_t at) const {
    return role(at) == Role::text && !sentence_[at] && !ends_stopped(text(at)) &&
           !has(U":,;", text(at).back()) && !goes_on(at) && !is_numbered(at) &&
           !has_quote(text(at)) && !labels_.contains(key_of_line(at));
  }

  bool is_entry(std::size_t at) const {
    return is_loose(at) && line(at).words() <= longest_entry_words;
  }

  std::size_t evidence(std::size_t begin, std::size_t end) const {
    std::size_t found = 0;
    for (std::size_t at = begin; at < end; ++at) found += role(at) == Role::noise || is_entry(at);
    return found;
  }

  std::size_t title_in(std::size_t end) const {
    constexpr std::size_t least_words = 4, most_words = 30;
    constexpr int least_likeness = 2;
    std::size_t best = end;
    int most = least_likeness - 1;
    for (std::size_t at = 0; at < end; ++at) {
      const bool fits = line(at).words() >= least_words && line(at).words() <= most_words;
      if (!fits || role(at) == Role::noise) continue;
      if (const int score = likeness(at); score >= most) {
        most = score;
        best = at;
      }
    }
    return best;
  }

  void add(std::size_t at) { found_.push_back(worded_[at]); }

  // "NEW HARBOUR" or "Alwen, Meldria" right above the report
  bool is_place_over(std::size_t at, std::size_t end) const {
    return at + 1 == end && line(at).words() <= longest_entry_words &&
           (is_all_capitals(lines_, line(at)) || has(text(at), U','));
  }

  void mark_head(std::size_t end) {
    constexpr std::size_t enough = 5, plenty = 12, longest_note = 6;
    const std::size_t seen = evidence(0, end);
    std::size_t title = title_in(end);
    const bool known = title < end;
    if (seen < (known ? enough : plenty)) return;
    if (!known) title = 0;  // nothing tells it from a menu: what is as long as a title stays
    for (std::size_t at = 0; at < end; ++at) {
      if ((known && at == title) || !is_loose(at)) continue;
      if (at < title || (line(at).words() <= longest_note && !is_place_over(at, end))) add(at);
    }
  }

  void mark_foot(std::size_t begin) {
    constexpr std::size_t enough = 4;
    if (evidence(begin, worded_.size()) < enough) return;
    std::size_t at = begin;
    if (at > 0 && text(at - 1).back() == U':')
      while (at < worded_.size() && role(at) == Role::text && !line(at).after_gap) ++at;
    for (; at < worded_.size(); ++at)
      if (is_loose(at)) add(at);
  }

  const Lines& lines_;
  const std::vector<Role>& roles_;
  std::vector<std::size_t> worded_;  // lines that have words
  std::vector<bool> sentence_;       // by position in worded_
  std::unordered_set<WordKey> said_, labels_;
  std::vector<std::size_t> found_;
  bool wrapped_ = false;
};

}  // namespace

std::vector<std::size_t> margin_lines(const Lines& lines, const std::vector<Role>& roles) {
  return Margins(lines, roles).find();
}

}  // namespace entente::read
