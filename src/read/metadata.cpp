// SPDX-License-Identifier: Apache-2.0
#include "read/metadata.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "read/dates.h"
#include "read/language.h"
#include "read/shapes.h"

namespace entente::read {
namespace {

enum class Field { title, outlet, date, language, other };

struct FieldName {
  WordKey key;
  Field field;
};

constexpr std::array field_names = {
    FieldName{key_of("title"), Field::title},       FieldName{key_of("headline"), Field::title},
    FieldName{key_of("outlet"), Field::outlet},     FieldName{key_of("source"), Field::outlet},
    FieldName{key_of("publisher"), Field::outlet},  FieldName{key_of("publication"), Field::outlet},
    FieldName{key_of("date"), Field::date},         FieldName{key_of("published"), Field::date},
    FieldName{key_of("language"), Field::language}, FieldName{key_of("lang"), Field::language},
    FieldName{key_of("author"), Field::other},      FieldName{key_of("authors"), Field::other},
    FieldName{key_of("byline"), Field::other},      FieldName{key_of("url"), Field::other},
    FieldName{key_of("link"), Field::other},        FieldName{key_of("section"), Field::other},
    FieldName{key_of("place"), Field::other},       FieldName{key_of("location"), Field::other},
};

struct Entry {
  Field field = Field::other;
  std::u32string_view value;
};

std::optional<Entry> entry_in(const Lines& lines, const Line& line) {
  if (line.words() == 0 || lines.words[line.first].span.begin != line.span.begin)
    return std::nullopt;
  const std::size_t colon = lines.words[line.first].span.end;
  if (colon >= line.span.end || lines.text[colon] != U':') return std::nullopt;
  const auto name = std::find_if(field_names.begin(), field_names.end(), [&](const FieldName& f) {
    return f.key == lines.words[line.first].key;
  });
  if (name == field_names.end()) return std::nullopt;
  return Entry{name->field, lines.of(trimmed(lines.text, {colon + 1, line.span.end}))};
}

void take(Metadata& says, const Entry& entry) {
  const std::string value = to_utf8(entry.value);
  if (entry.field == Field::title && says.title.empty()) says.title = value;
  if (entry.field == Field::outlet && says.outlet.empty()) says.outlet = value;
  if (entry.field == Field::date && !says.date) says.date = date_in(entry.value);
  if (entry.field == Field::language && says.language.empty()) says.language = language_tag(value);
}

// ---- The first lines ----

bool has_word(const Lines& lines, const Line& line, std::string_view word) {
  const WordKey key = key_of(word);
  return std::any_of(lines.words.begin() + static_cast<std::ptrdiff_t>(line.first),
                     lines.words.begin() + static_cast<std::ptrdiff_t>(line.last),
                     [&](const Word& w) { return w.key == key; });
}

bool says_published(const Lines& lines, const Line& line) {
  static const WordSet labels("published posted date issued released");
  return line.words() <= 16 && labels.holds(lines.words[line.first].key);
}

bool is_updated(const Lines& lines, const Line& line) {
  return has_word(lines, line, "updated") || has_word(lines, line, "modified") ||
         has_word(lines, line, "updates");
}

// "21:47", "7:12 PM GMT"
bool is_time_from(const Lines& lines, const Line& line, std::size_t first) {
  constexpr std::size_t longest_zone = 4;
  for (std::size_t word = first; word < line.last; ++word) {
    const Word& at = lines.words[word];
    const bool zone = is_capital(lines.initial(word)) && at.span.size() <= longest_zone;
    if (!is_digit(lines.initial(word)) && !zone && at.key != key_of("am") && at.key != key_of("pm"))
      return false;
  }
  return first < line.last && is_digit(lines.initial(first));
}

// Names, a date and a time, and nothing that makes a sentence of them.
bool is_names_and_date(const Lines& lines, const Line& line, const DateInText& date) {
  constexpr std::size_t longest = 18;
  if (line.words() > longest || ends_stopped(lines.of(line))) return false;
  if (date.first > line.first) {
    static const WordSet relating("of on since until by from to before after for");
    if (relating.holds(lines.words[date.first - 1].key)) return false;
  }
  for (std::size_t word = line.first; word < line.last; ++word)
    if (!is_namelike(lines, word) && !is_digit(lines.initial(word)) &&
        lines.words[word].key != key_of("at") && lines.words[word].key != key_of("in") &&
        lines.words[word].key != key_of("am") && lines.words[word].key != key_of("pm"))
      return false;
  const bool byline = lines.words[line.first].key == key_of("by");
  const bool at_edge = date.first == line.first || date.last == line.last || byline ||
                       is_time_from(lines, line, date.last);
  return at_edge || is_weekday(lines.words[line.first].key);
}

bool parts_before(const Lines& lines, const Line& line, std::size_t word) {
  static const WordSet labels("published updated modified");
  return labels.holds(lines.words[word].key) ||
         lines.gap(line, word).find_first_of(U"|\u00B7\u2022") != std::u32string_view::npos;
}

// "11 February 2031 · 6-minute read", "February 5, 2031 7:12 PM Updated 3 hours ago": what stands
// between bars and dots, or before another label, each part as a line of its own.
std::vector<Line> parts_of(const Lines& lines, const Line& line) {
  std::vector<Line> parts;
  for (std::size_t word = line.first; word < line.last; ++word) {
    const Word& at = lines.words[word];
    if (parts.empty() || parts_before(lines, line, word)) {
      parts.push_back(line);
      parts.back().first = word;
      parts.back().span.begin = at.span.begin;
    }
    parts.back().last = word + 1;
    parts.back().span.end = at.span.end;
  }
  return parts;
}

// The last part between bars or commas before the date, where it is plainly the name of a paper.
std::string outlet_before(const Lines& lines, const Line& line, const DateInText& date) {
  std::size_t end = date.first;
  while (end > line.first && is_weekday(lines.words[end - 1].key)) --end;
  if (end == line.first) return "";
  const bool bar = has(lines.gap(line, end), U'|');
  std::size_t first = end - 1;
  while (first > line.first && !has(lines.gap(line, first), U'|') &&
         !has(lines.gap(line, first), U','))
    --first;
  const bool byline = lines.words[line.first].key == key_of("by");
  if (byline && first == line.first) return "";
  bool paper = lines.words[first].key == key_of("the") || (bar && byline);
  for (std::size_t word = first; word < end; ++word)
    paper = paper || is_media_noun(lines.words[word].key);
  if (!paper) return "";
  return slice_utf8(lines.text, {lines.words[first].span.begin, lines.words[end - 1].span.end});
}

// "PLACE, March 3, 2031 (Agency) - The report begins"
struct Dateline {
  std::optional<Date> date;
  std::string outlet;
};

std::size_t dash_in(std::u32string_view text) {
  const std::size_t wide = text.find_first_of(U"\u2013\u2014");
  const std::size_t spaced = std::min(text.find(U" - "), text.find(U" -- "));
  return std::min(wide, spaced);
}

bool opens_with_place(const Lines& lines, const Line& line, std::size_t end) {
  if (line.words() == 0 || !is_capital(lines.initial(line.first))) return false;
  for (std::size_t word = line.first; word < line.last && lines.words[word].span.end <= end; ++word)
    if (!is_namelike(lines, word) && !is_digit(lines.initial(word))) return false;
  return true;
}

Dateline read_dateline(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 90;
  const std::size_t dash = dash_in(lines.of(line).substr(0, longest));
  if (dash == std::u32string_view::npos) return {};
  const Span head{line.span.begin, line.span.begin + dash};
  if (!opens_with_place(lines, line, head.end)) return {};
  Dateline found;
  for (const DateInText& date : dates_in(lines, line))
    if (lines.words[date.last - 1].span.end <= head.end && !found.date) found.date = date.date;
  const std::u32string_view text = lines.of(head);
  const std::size_t open = text.find(U'('), close = text.find(U')');
  if (open != text.npos && close != text.npos && open + 1 < close && open > 0)
    found.outlet = to_utf8(text.substr(open + 1, close - open - 1));
  return found;
}

class FirstLines {
 public:
  explicit FirstLines(const Lines& lines) : lines_(lines) {}

  bool complete() const { return dateline_; }

  void see(const Line& line) {
    constexpr std::size_t longest_note = 20, shortest_report = 9;
    if (line.words() <= longest_note) see_note(line);
    if (line.words() >= shortest_report) see_dateline(line);
  }

  Metadata says() const {
    Metadata says;
    says.date = published_ ? published_ : differ_ ? std::nullopt : date_;
    says.outlet = outlet_;
    return says;
  }

 private:
  void see_note(const Line& line) {
    if (takes(line)) return;
    const std::vector<Line> parts = parts_of(lines_, line);
    if (parts.size() > 1)
      for (const Line& part : parts) takes(part);
  }

  bool takes(const Line& line) {
    const std::vector<DateInText> dates = dates_in(lines_, line);
    if (dates.size() != 1 || is_updated(lines_, line)) return false;
    if (says_published(lines_, line)) {
      if (!published_) published_ = dates.front().date;
      return true;
    }
    if (!is_names_and_date(lines_, line, dates.front())) return false;
    see_date(dates.front().date);
    if (outlet_.empty()) outlet_ = outlet_before(lines_, line, dates.front());
    return true;
  }

  void see_dateline(const Line& line) {
    const Dateline dateline = read_dateline(lines_, line);
    dateline_ = dateline.date || !dateline.outlet.empty();
    if (dateline.date) see_date(*dateline.date);
    if (outlet_.empty()) outlet_ = dateline.outlet;
  }

  void see_date(Date date) {
    differ_ = differ_ || (date_ && *date_ != date);
    date_ = date;
  }

  const Lines& lines_;
  std::optional<Date> published_, date_;
  std::string outlet_;
  bool differ_ = false, dateline_ = false;
};

}  // namespace

void Metadata::fill_from(const Metadata& other) {
  if (!date) date = other.date;
  if (outlet.empty()) outlet = other.outlet;
  if (language.empty()) language = other.language;
  if (title.empty()) title = other.title;
}

Header read_header(const Lines& lines) {
  Header header;
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const Line& line = lines.lines[i];
    if (i > 0 && line.after_gap) return header;
    const auto entry = entry_in(lines, line);
    if (!entry) return {};
    take(header.says, *entry);
    header.span = {lines.lines.front().span.begin, line.span.end};
  }
  return header;
}

Metadata read_first_lines(const Lines& lines) {
  // Menus of a word or two stand over many articles.
  constexpr std::size_t looked_at = 12, looked_at_in_all = 40, least_words = 3;
  FirstLines first(lines);
  std::size_t seen = 0;
  for (std::size_t i = 0; i < lines.lines.size() && i < looked_at_in_all; ++i) {
    const Line& line = lines.lines[i];
    if (line.words() < least_words) continue;
    if (++seen > looked_at || first.complete()) break;
    first.see(line);
  }
  return first.says();
}

}  // namespace entente::read
