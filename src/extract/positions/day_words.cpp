// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/day_words.h"

#include <array>
#include <charconv>

#include "base/utf8.h"

namespace entente::extract::coding {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::u32string_view, 7> weekdays{
    U"sunday", U"monday", U"tuesday", U"wednesday", U"thursday", U"friday", U"saturday"};
constexpr std::array<std::u32string_view, 12> months{
    U"january", U"february", U"march",     U"april",   U"may",      U"june",
    U"july",    U"august",   U"september", U"october", U"november", U"december"};

template <std::size_t N>
std::optional<unsigned> place_in(const std::array<std::u32string_view, N>& list,
                                 std::u32string_view word) {
  for (unsigned i = 0; i < N; ++i)
    if (word.starts_with(list[i])) return i;
  return std::nullopt;
}

// "september", "sept", "sep"
std::optional<unsigned> month_number(std::u32string_view word) {
  for (unsigned i = 0; i < months.size(); ++i)
    if (word.size() >= 3 && months[i].starts_with(word.substr(0, 3))) return i;
  return std::nullopt;
}

// The nearest such weekday: the printed day itself counts for the past, not for the future.
Date nearest(std::chrono::weekday wanted, Date printed, Tense tense) {
  const sys_days day{printed};
  const std::chrono::weekday today{day};
  if (tense == Tense::past) return Date{day - (today - wanted)};
  const days ahead = wanted - today;
  return Date{day + (ahead == days{0} ? days{7} : ahead)};
}

std::optional<unsigned> number_at(const text::Prose& prose, std::size_t token) {
  if (token >= prose.tokens.size() || prose.tokens[token].kind != text::TokenKind::number)
    return std::nullopt;
  const std::string digits = to_utf8(prose.word(token));
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

bool is_day_number(std::optional<unsigned> number) {
  return number && *number >= 1 && *number <= 31;
}

// "10 March", "March 10", with its year or the one that lies nearest to the printed date.
struct Calendar {
  std::size_t first = 0, last = 0;
  std::optional<unsigned> day;
  std::optional<int> year;
};

Calendar calendar_around(const text::Prose& prose, const MeetingMark& month) {
  Calendar found{month.first, month.last, std::nullopt, std::nullopt};
  if (month.first > 0 && is_day_number(number_at(prose, month.first - 1))) {
    found.first = month.first - 1;
    found.day = number_at(prose, found.first);
  } else {
    const bool short_form = month.last < prose.tokens.size() && is_mark(prose, month.last, U".");
    const std::size_t after = month.last + short_form;
    if (is_day_number(number_at(prose, after))) {
      found.day = number_at(prose, after);
      found.last = after + 1;
    }
  }
  std::size_t next = found.last;
  if (found.day && next < prose.tokens.size() && is_mark(prose, next, U",")) ++next;
  if (const auto year = number_at(prose, next); year && *year >= 1000 && *year <= 9999) {
    found.year = static_cast<int>(*year);
    found.last = next + 1;
  }
  return found;
}

std::optional<Date> date_of(const Calendar& calendar, unsigned month, std::optional<Date> printed) {
  if (!calendar.day || (!calendar.year && !printed)) return std::nullopt;
  const std::chrono::month_day day{std::chrono::month{month + 1}, std::chrono::day{*calendar.day}};
  if (calendar.year) {
    const Date date = std::chrono::year{*calendar.year} / day;
    return date.ok() ? std::optional(date) : std::nullopt;
  }
  std::optional<Date> best;
  for (int shift = -1; shift <= 1; ++shift) {
    const Date date = (printed->year() + std::chrono::years{shift}) / day;
    if (!date.ok()) continue;
    const auto distance = [&](Date d) {
      return std::abs((sys_days{d} - sys_days{*printed}).count());
    };
    if (!best || distance(date) < distance(*best)) best = date;
  }
  return best;
}

std::optional<Date> relative_day(std::u32string_view words, Date printed) {
  const sys_days day{printed};
  if (words.starts_with(U"yesterday") || words == U"last night" || words == U"a day earlier")
    return Date{day - days{1}};
  if (words.starts_with(U"today") || words == U"tonight" || words.starts_with(U"this morning") ||
      words == U"this afternoon" || words == U"this evening")
    return printed;
  if (words.starts_with(U"tomorrow")) return Date{day + days{1}};
  return std::nullopt;
}

bool leads_day(const text::Prose& prose, std::size_t token) {
  return is_word(prose, token, U"on") || is_word(prose, token, U"in") ||
         is_word(prose, token, U"by");
}

DayWords stretch(const text::Prose& prose, std::size_t first, std::size_t last,
                 std::size_t lowest) {
  if (first > lowest && leads_day(prose, first - 1)) --first;
  return {{prose.tokens[first].span.begin, prose.tokens[last - 1].span.end}, {}, {}};
}

std::optional<DayWords> read_mark(const text::Prose& prose, const MeetingMark& mark,
                                  std::size_t lowest, Tense tense, std::optional<Date> printed) {
  const auto word = prose.folded_word(mark.first);
  if (mark.what == MeetingWord::weekday) {
    DayWords out = stretch(prose, mark.first, mark.last, lowest);
    const auto number = place_in(weekdays, word);
    if (!number) return std::nullopt;
    out.key = to_utf8(weekdays[*number]);
    if (printed) out.day = nearest(std::chrono::weekday{*number}, *printed, tense);
    return out;
  }
  if (mark.what == MeetingWord::month) {
    const auto number = month_number(word);
    const char32_t initial = prose.text[mark.span.begin];
    if (!number || initial < U'A' || initial > U'Z') return std::nullopt;
    const Calendar calendar = calendar_around(prose, mark);
    // "may" and "march" at a sentence's start are verbs.
    if (!calendar.day && (mark.first == 0 || !leads_day(prose, mark.first - 1)))
      return std::nullopt;
    DayWords out = stretch(prose, calendar.first, calendar.last, lowest);
    out.key = to_utf8(months[*number]) + (calendar.day ? " " + std::to_string(*calendar.day) : "");
    out.day = date_of(calendar, *number, printed);
    return out;
  }
  const auto words = std::u32string_view(prose.folded).substr(mark.span.begin, mark.span.size());
  DayWords out{mark.span, to_utf8(words), {}};
  if (printed) out.day = relative_day(words, *printed);
  return out;
}

}  // namespace

std::optional<DayWords> day_words_in(const text::Prose& prose,
                                     const std::vector<MeetingMark>& marks, std::size_t first,
                                     std::size_t last, Tense tense, std::optional<Date> printed) {
  std::optional<DayWords> best;
  for (const MeetingMark& mark : between(marks, first, last)) {
    if (mark.what != MeetingWord::weekday && mark.what != MeetingWord::month &&
        mark.what != MeetingWord::relative)
      continue;
    const auto found = read_mark(prose, mark, first, tense, printed);
    if (!found) continue;
    // A full date says more than the weekday before it.
    if (!best || (found->day && found->key.find(' ') != found->key.npos &&
                  mark.what == MeetingWord::month)) {
      best = best ? DayWords{hull(best->span, found->span), found->key, found->day} : *found;
    }
  }
  return best;
}

std::optional<Date> day_of_saying(const text::Prose& prose, const std::vector<MeetingMark>& marks,
                                  const Statement& statement, Date printed) {
  const text::Sentence& sentence = prose.sentences[std::min(
      prose.sentence_at(statement.cue.front().begin), prose.sentences.size() - 1)];
  for (const MeetingMark& mark : between(marks, sentence.first, sentence.last)) {
    if (meets_any(mark.span, statement.content)) continue;
    const std::size_t cue = prose.token_at(statement.cue.front().begin);
    const std::size_t away = mark.first > cue ? mark.first - cue : cue - mark.first;
    if (away > 8) continue;
    if (const auto found =
            day_words_in(prose, marks, mark.first, mark.first + 1, Tense::past, printed);
        found && found->day)
      return found->day;
  }
  return std::nullopt;
}

}  // namespace entente::extract::coding
