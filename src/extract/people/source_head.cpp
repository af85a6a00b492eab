// SPDX-License-Identifier: Apache-2.0
#include "extract/people/source_head.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "text/characters.h"

namespace entente::extract {
namespace {

constexpr std::array<std::u32string_view, 5> relatives{U"which ", U"who ", U"whose ", U"whom ",
                                                       U"where "};
constexpr std::array<std::u32string_view, 7> weekdays{
    U" on monday", U" on tuesday",  U" on wednesday", U" on thursday",
    U" on friday", U" on saturday", U" on sunday"};
constexpr std::array<std::u32string_view, 12> months{
    U"january", U"february", U"march",     U"april",   U"may",      U"june",
    U"july",    U"august",   U"september", U"october", U"november", U"december"};

bool is_month(std::u32string_view word) {
  return std::find(months.begin(), months.end(), word) != months.end();
}

bool is_weekday(std::u32string_view word) {
  return std::any_of(weekdays.begin(), weekdays.end(), [&](std::u32string_view day) {
    return day.substr(std::u32string_view(U" on ").size()) == word;
  });
}

bool is_dash_mark(char32_t c) { return c == U'-' || c == U'\u2013' || c == U'\u2014'; }

bool is_blank(std::u32string_view words, std::size_t at) {
  return at >= words.size() || text::is_space(words[at]);
}

// The first dash that parts words, not their letters, with the spaces around it.
std::optional<Span> first_dash(std::u32string_view words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!is_dash_mark(words[at])) continue;
    Span dash{at, at + 1};
    while (dash.end < words.size() && is_dash_mark(words[dash.end])) ++dash.end;
    const bool apart = is_blank(words, at - 1) && is_blank(words, dash.end);
    if (apart || words[at] == U'\u2014') {
      while (dash.begin > 0 && is_blank(words, dash.begin - 1)) --dash.begin;
      while (dash.end < words.size() && is_blank(words, dash.end)) ++dash.end;
      return dash;
    }
    at = dash.end;
  }
  return std::nullopt;
}

struct Head {
  const text::Prose& prose;
  const std::vector<Mention>& mentions;
  Span source;

  std::u32string_view words(Span span) const {
    return std::u32string_view(prose.folded).substr(span.begin, span.size());
  }

  bool holds_person(Span span) const {
    const auto at = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& one) {
      return one.span.end <= span.begin;
    });
    return std::any_of(at,
                       std::find_if(at, mentions.end(),
                                    [&](const Mention& one) { return one.span.begin >= span.end; }),
                       [](const Mention& one) { return one.kind == MentionKind::person; });
  }

  bool begins_paragraph() const {
    const std::size_t sentence = prose.sentence_at(source.begin);
    return sentence < prose.sentences.size() &&
           prose.paragraphs[prose.sentences[sentence].paragraph].span.begin == source.begin;
  }

  // "PORTSEL", "PORTSEL, Avarland", "Portsel, June 3", "Portsel (Wire)"
  bool is_dateline(Span span) const {
    bool capitals = true, in_town = true, agency = false, month = false, number = false,
         weekday = false;
    for (std::size_t i = prose.token_at(span.begin);
         i < prose.tokens.size() && prose.tokens[i].span.end <= span.end; ++i) {
      const Span at = prose.tokens[i].span;
      const char32_t first = prose.text[at.begin];
      agency = first == U'(' || (agency && first != U')') || (agency && at.end == span.end);
      if (agency) continue;
      in_town = in_town && first != U',';
      number = number || text::is_digit(first);
      if (!text::is_letter(first)) continue;
      if (text::is_lower(first)) return false;
      if (in_town)
        capitals =
            capitals && std::none_of(prose.text.begin() + std::ptrdiff_t(at.begin),
                                     prose.text.begin() + std::ptrdiff_t(at.end), text::is_lower);
      month = month || is_month(words(at));
      weekday = weekday || is_weekday(words(at));
    }
    return capitals || agency || weekday || (month && number);
  }

  // "PORTSEL (Wire) - The envoy"; a small letter behind the dash goes on with what stands before.
  void leave_dateline() {
    const auto dash = first_dash(words(source));
    if (!dash || !begins_paragraph()) return;
    const std::size_t begin = source.begin + dash->end;
    if (begin < source.end && !text::is_lower(prose.text[begin]) &&
        is_dateline({source.begin, source.begin + dash->begin}))
      source.begin = begin;
  }

  bool tells_more(Span rest) const {
    return std::any_of(relatives.begin(), relatives.end(),
                       [&](std::u32string_view word) { return words(rest).starts_with(word); });
  }

  // What stands behind the comma tells more of the one who is named before it.
  bool is_aside(Span rest) const {
    return tells_more(rest) ||
           (words(rest).find(U" and ") == std::u32string_view::npos && !holds_person(rest));
  }

  // "The minister \u2014 himself a docker \u2014"; in "The head of the dockers \u2014 Jane Roe
  // \u2014" the name stands behind the dash.
  void leave_aside_of_dashes() {
    const auto dash = first_dash(words(source));
    if (!dash || dash->begin == 0) return;
    const Span before{source.begin, source.begin + dash->begin};
    const Span rest{source.begin + dash->end, source.end};
    if (rest.empty() || tells_more(rest) || holds_person(before) || !holds_person(rest))
      source = before;
  }

  void leave_last_dash() {
    while (source.size() > 1 &&
           (is_blank(words(source), source.size() - 1) || is_dash_mark(prose.text[source.end - 1])))
      --source.end;
  }

  void leave_aside() {
    const auto comma = words(source).find(U", ");
    if (comma == std::u32string_view::npos || comma == 0) {
      if (words(source).ends_with(U",")) --source.end;
      return;
    }
    const std::size_t at = source.begin + comma;
    if (is_aside({at + 2, source.end})) source.end = at;
  }

  void leave_day() {
    for (std::u32string_view day : weekdays)
      if (words(source).size() > day.size() && words(source).ends_with(day))
        source.end -= day.size();
  }
};

}  // namespace

Span head_of_source(const text::Prose& prose, const std::vector<Mention>& mentions, Span source) {
  Head head{prose, mentions, source};
  head.leave_dateline();
  head.leave_aside_of_dashes();
  head.leave_last_dash();
  head.leave_aside();
  head.leave_day();
  return head.source.empty() ? source : head.source;
}

}  // namespace entente::extract
