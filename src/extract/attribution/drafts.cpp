// SPDX-License-Identifier: Apache-2.0
#include "extract/attribution/drafts.h"

#include <algorithm>

#include "text/characters.h"

namespace entente::extract::speech {
namespace {

Span trimmed_span(std::u32string_view text, Span span) {
  while (!span.empty() && text::is_space(text[span.begin])) ++span.begin;
  while (!span.empty() && text::is_space(text[span.end - 1])) --span.end;
  return span;
}

}  // namespace

Span span_of(const std::vector<Item>& items, Range range) {
  return {items[range.begin].span.begin, items[range.end - 1].span.end};
}

Span source_span(const Stream& stream, Range range) {
  Span span = span_of(stream.items, range);
  const Item& last = stream.items[range.end - 1];
  if (last.is_word() && last.folded.ends_with(U"'s")) span.end -= 2;
  // "he's": the pronoun alone names the speaker.
  if (range.end == range.begin + 1 && last.is(class_contracted))
    span.end = span.begin + last.folded.find(U'\'');
  return span;
}

void add_quote(Draft& draft, const Stream& stream, std::size_t item) {
  const Span inner =
      trimmed_span(stream.prose.text, stream.prose.quotations[stream.items[item].quotation].inner);
  if (!inner.empty()) draft.content.push_back(inner);
}

void set_content(Draft& draft, const Stream& stream, Range range) {
  const auto begin = stream.items.begin() + static_cast<std::ptrdiff_t>(range.begin);
  const auto end = stream.items.begin() + static_cast<std::ptrdiff_t>(range.end);
  const bool quoted = std::any_of(begin, end, [](const Item& item) { return item.is_quote(); });
  if (quoted && range.end == range.begin + 1) {
    draft.speech = Speech::direct;
    return add_quote(draft, stream, range.begin);
  }
  draft.speech = quoted ? Speech::mixed : Speech::indirect;
  draft.content.push_back(span_of(stream.items, range));
}

std::vector<std::size_t> bare_quotes(const Stream& stream, Clause clause) {
  std::vector<std::size_t> quotes;
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    const Item& item = stream.items[i];
    if (item.is_quote())
      quotes.push_back(i);
    else if (item.is_word() && !item.is(class_joiner | class_adversative))
      return {};
  }
  return quotes;
}

}  // namespace entente::extract::speech
