// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/fill.h"

#include <algorithm>

#include "extract/learned/spans.h"
#include "text/characters.h"

namespace entente::extract::learned {

std::vector<std::size_t> left_over(const std::vector<Statement>& ruled, std::vector<Span> taken) {
  const std::vector<Span> spans = joined(std::move(taken));
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < ruled.size(); ++i) {
    const Statement& one = ruled[i];
    const bool spoken = one.speech == Speech::direct && !one.source.empty() && !one.within;
    if (spoken && std::none_of(one.content.begin(), one.content.end(),
                               [&](Span span) { return meets_joined(span, spans); }))
      out.push_back(i);
  }
  return out;
}

namespace {

std::size_t past_spaces(std::u32string_view text, std::size_t at) {
  while (at < text.size() && text::is_space(text[at])) ++at;
  return at;
}

// Which of `spans`, that do not overlap, the span meets first.
const Span* met(const std::vector<Span>& spans, Span span) {
  const auto found = std::partition_point(spans.begin(), spans.end(),
                                          [&](Span one) { return one.end <= span.begin; });
  return found != spans.end() && found->begin < span.end ? &*found : nullptr;
}

}  // namespace

std::vector<Turn> turns_among(const std::vector<Statement>& ruled, std::u32string_view text) {
  std::vector<Turn> out;
  for (std::size_t i = 0; i < ruled.size(); ++i) {
    const Statement& one = ruled[i];
    if (one.speech != Speech::direct || one.source.size() != 1 || !one.cue.empty() || one.within)
      continue;
    const std::size_t colon = past_spaces(text, one.source.front().end);
    const std::size_t words = one.content.front().begin;
    if (colon < words && text[colon] == U':' && !text::is_quote_mark(text[words - 1]))
      out.push_back({i, {one.source.front().begin, past_spaces(text, colon + 1)}});
  }
  return out;
}

TurnBounds::TurnBounds(const std::vector<Turn>& turns, const std::vector<Statement>& ruled) {
  for (const Turn& turn : turns) {
    labels_.push_back(turn.label);
    const auto& content = ruled[turn.ruled].content;
    contents_.insert(contents_.end(), content.begin(), content.end());
  }
  labels_ = joined(std::move(labels_));
  contents_ = joined(std::move(contents_));
}

bool TurnBounds::crosses(Span span) const {
  const Span* content = met(contents_, span);
  return met(labels_, span) != nullptr || (content != nullptr && !content->contains(span));
}

bool TurnBounds::fit(Statement& read) const {
  const auto crossing = [&](Span span) { return crosses(span); };
  if (std::any_of(read.cue.begin(), read.cue.end(), crossing) ||
      std::any_of(read.content.begin(), read.content.end(), crossing))
    return false;
  const bool named = !read.source.empty();
  for (Span& span : read.source)
    if (const Span* label = met(labels_, span)) span.begin = std::min(label->end, span.end);
  std::erase_if(read.source, [](Span span) { return span.empty(); });
  return !named || !read.source.empty();
}

}  // namespace entente::extract::learned
