// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "text/characters.h"
#include "text/cut.h"

namespace entente::text {
namespace {

constexpr std::size_t widest_wrapped_line = 110, narrowest_wrapped_line = 35,
                      fewest_wrapped_lines = 4;

struct Line {
  Span span;
  bool joins =
      false;  // only a single line feed, nothing left out, stands between it and the line before
};

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

Span trimmed(std::u32string_view text, Span span) {
  while (!span.empty() && is_space(text[span.begin])) ++span.begin;
  while (!span.empty() && is_space(text[span.end - 1])) --span.end;
  return span;
}

void add_line(std::u32string_view text, Span raw, bool joins, std::vector<Line>& lines) {
  const Span span = trimmed(text, raw);
  if (!span.empty()) lines.push_back({span, joins});
}

void cut_lines(std::u32string_view text, Span part, std::vector<Line>& lines) {
  std::size_t begin = part.begin, ends = 2;
  for (std::size_t i = part.begin; i <= part.end; ++i) {
    if (i < part.end && !is_line_end(text[i])) continue;
    if (!trimmed(text, {begin, i}).empty()) {
      add_line(text, {begin, i}, ends == 1, lines);
      ends = 0;
    }
    if (i > part.begin && i < part.end && text[i] == '\n' && text[i - 1] == '\r') {
      begin = i + 1;
      continue;
    }
    ++ends;
    begin = i + 1;
  }
}

std::vector<Line> cut_lines(std::u32string_view text, const std::vector<Span>& skip) {
  std::vector<Line> lines;
  std::size_t at = 0;
  for (Span left_out : skip) {
    const std::size_t begin = std::min(left_out.begin, text.size());
    if (begin > at) cut_lines(text, {at, begin}, lines);
    at = std::max(at, std::min(left_out.end, text.size()));
  }
  if (at < text.size()) cut_lines(text, {at, text.size()}, lines);
  return lines;
}

bool ends_a_sentence(std::u32string_view text, Span line) {
  std::size_t end = line.end;
  while (end > line.begin && (is_quote_mark(text[end - 1]) || is_bracket_closer(text[end - 1])))
    --end;
  return end > line.begin && (is_stop(text[end - 1]) || text[end - 1] == ':');
}

// A text is taken as hard-wrapped when lines that are followed at once by another are of one width
// and mostly break off.
bool is_hard_wrapped(std::u32string_view text, const std::vector<Line>& lines) {
  std::size_t followed = 0, broken = 0, narrow = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].span.size() > widest_wrapped_line) return false;
    if (!lines[i + 1].joins) continue;
    ++followed;
    broken += !ends_a_sentence(text, lines[i].span);
    narrow += lines[i].span.size() < narrowest_wrapped_line;
  }
  return followed >= fewest_wrapped_lines && 2 * broken > followed && 4 * narrow < followed;
}

// Without empty lines, a paragraph of wrapped text shows only in a last line that is short.
bool closes_wrapped_paragraph(std::u32string_view text, Span line, std::size_t width) {
  return ends_a_sentence(text, line) && 4 * line.size() < 3 * width;
}

}  // namespace

std::vector<Span> cut_paragraphs(std::u32string_view text, const std::vector<Span>& skip) {
  const std::vector<Line> lines = cut_lines(text, skip);
  const bool wrapped = is_hard_wrapped(text, lines);
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, line.span.size());
  std::vector<Span> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (wrapped && i > 0 && lines[i].joins &&
        !closes_wrapped_paragraph(text, lines[i - 1].span, width))
      paragraphs.back().end = lines[i].span.end;
    else
      paragraphs.push_back(lines[i].span);
  }
  return paragraphs;
}

}  // namespace entente::text
