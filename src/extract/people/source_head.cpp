// SPDX-License-Identifier: Apache-2.0
#include "extract/people/source_head.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"

namespace entente::extract {
namespace {

constexpr std::array<std::u32string_view, 5> relatives{U"which ", U"who ", U"whose ", U"whom ",
                                                       U"where "};
constexpr std::array<std::u32string_view, 7> weekdays{
    U" on monday", U" on tuesday",  U" on wednesday", U" on thursday",
    U" on friday", U" on saturday", U" on sunday"};

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

  // "PORTSEL (Wire) - The envoy"
  void leave_dateline() {
    if (!begins_paragraph()) return;
    for (std::u32string_view dash : {U" \u2014 ", U" \u2013 ", U" - ", U" -- "})
      if (const auto at = words(source).find(dash); at != std::u32string_view::npos) {
        source.begin += at + dash.size();
        return;
      }
  }

  // What stands behind the comma tells more of the one who is named before it.
  bool is_aside(Span rest) const {
    const std::u32string_view said = words(rest);
    if (std::any_of(relatives.begin(), relatives.end(),
                    [&](std::u32string_view word) { return said.starts_with(word); }))
      return true;
    return said.find(U" and ") == said.npos && !holds_person(rest);
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
  head.leave_aside();
  head.leave_day();
  return head.source.empty() ? source : head.source;
}

}  // namespace entente::extract
