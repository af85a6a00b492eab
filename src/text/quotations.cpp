// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "text/characters.h"
#include "text/cut.h"

namespace entente::text {
namespace {

// The marks of one paragraph that can close a single quotation, so that a search for one never
// reads the text again.
struct SingleClosers {
  std::vector<std::size_t>
      after_stop;  // the mark stands behind a comma or stop: no apostrophe does
  std::vector<std::size_t> after_word;  // it may as well be an apostrophe ("the leaders' talks")
};

struct QuotationCutter {
  std::u32string_view text;
  Span paragraph;
  std::size_t number;
  std::vector<Quotation>& out;
  SingleClosers closers;
  std::size_t host = 0;  // the latest quotation that is not nested

  char32_t at(std::size_t i) const { return paragraph.contains(i) ? text[i] : U' '; }
  char32_t before(std::size_t i) const { return i > paragraph.begin ? text[i - 1] : U' '; }
  char32_t after(std::size_t i) const { return at(i + 1); }

  bool closes_single(std::size_t i) const {
    return is_apostrophe(at(i)) && !is_space(before(i)) && !is_alnum(after(i)) &&
           i > paragraph.begin;
  }
  bool opens_single(std::size_t i) const {
    const char32_t c = at(i), prev = before(i), next = after(i);
    if (c != 0x2018 && c != '\'') return false;
    if (!is_alnum(next) && !(c == 0x2018 && (next == 0x2026 || next == '['))) return false;
    if (c == '\'' && (is_digit(next) || is_pair(i))) return false;  // '90s
    return is_space(prev) || is_bracket_opener(prev) || is_double_mark(prev) || prev == 0x2014 ||
           prev == 0x2013;
  }
  // Typewriters and some wires print two apostrophes, or two grave accents, for one double mark.
  bool is_pair(std::size_t i) const {
    return (at(i) == '\'' || at(i) == '`') && at(i + 1) == at(i);
  }
  std::size_t width(std::size_t i) const { return is_pair(i) ? 2 : 1; }
  bool is_straight(std::size_t i) const { return at(i) == '"' || is_pair(i); }

  bool opens_double(std::size_t i) const {
    if (is_double_opener(at(i))) return true;
    return is_straight(i) &&
           !(is_space(at(i + width(i))) && !is_space(before(i)) && i > paragraph.begin);
  }
  bool closes_double(std::size_t i) const {
    if (is_double_closer(at(i))) return true;
    return is_straight(i) && at(i) != '`' && !(is_space(before(i)) && !is_space(at(i + width(i))));
  }

  void note_closers() {
    for (std::size_t i = paragraph.begin; i < paragraph.end; ++i) {
      if (!closes_single(i)) continue;
      (is_alnum(before(i)) ? closers.after_word : closers.after_stop).push_back(i);
    }
  }

  static std::optional<std::size_t> first_in(const std::vector<std::size_t>& marks,
                                             std::size_t from, std::size_t end) {
    const auto found = std::lower_bound(marks.begin(), marks.end(), from);
    return found != marks.end() && *found < end ? std::optional(*found) : std::nullopt;
  }

  // Where the single quotation opened at `i` closes, before `end`; the closing mark's place.
  std::optional<std::size_t> single_close(std::size_t i, std::size_t end) const {
    const auto sure = first_in(closers.after_stop, i + 2, end),
               weak = first_in(closers.after_word, i + 2, end);
    if (!sure || (weak && *weak < *sure && !is_plural_possessive(*weak))) return weak;
    return sure;
  }
  bool is_plural_possessive(std::size_t i) const {
    return lower(before(i)) == 's' && is_space(after(i)) && is_lower(at(i + 2));
  }

  Quotation make(std::size_t open, std::size_t close, bool closed, bool nested) const {
    return {{open + width(open), close},
            {open, closed ? close + width(close) : close},
            number,
            closed,
            nested,
            nested ? host : out.size()};
  }

  void read_nested(Span inner) {
    for (std::size_t i = inner.begin; i < inner.end; ++i) {
      if (!opens_single(i)) continue;
      if (const auto close = single_close(i, inner.end)) {
        out.push_back(make(i, *close, true, true));
        i = *close;
      }
    }
  }

  void read_nested_double(Span inner) {
    for (std::size_t i = inner.begin; i < inner.end; ++i) {
      if (!opens_double(i)) continue;
      std::size_t close = i + width(i);
      while (close < inner.end && !closes_double(close)) ++close;
      if (close >= inner.end) return;
      out.push_back(make(i, close, true, true));
      i = close + width(close) - 1;
    }
  }

  std::size_t read_double(std::size_t open) {
    std::size_t close = open + width(open);
    while (close < paragraph.end && !closes_double(close)) ++close;
    const bool closed = close < paragraph.end;
    host = out.size();
    out.push_back(make(open, close, closed, false));
    read_nested({open + width(open), close});
    return closed ? close + width(close) : close;
  }

  std::size_t read_single(std::size_t open) {
    const auto close = single_close(open, paragraph.end);
    if (!close) return open + 1;
    host = out.size();
    out.push_back(make(open, *close, true, false));
    read_nested_double({open + 1, *close});
    return *close + 1;
  }

  void cut() {
    note_closers();
    for (std::size_t i = paragraph.begin; i < paragraph.end;) {
      if (opens_double(i))
        i = read_double(i);
      else if (opens_single(i))
        i = read_single(i);
      else
        ++i;
    }
  }
};

}  // namespace

void cut_quotations(std::u32string_view text, Span paragraph, std::size_t number,
                    std::vector<Quotation>& quotations) {
  QuotationCutter{text, paragraph, number, quotations, {}}.cut();
}

}  // namespace entente::text
