// SPDX-License-Identifier: Apache-2.0
#include "extract/attribution/clause_view.h"

#include <algorithm>

namespace entente::extract::speech {
namespace {

constexpr std::size_t shortest_clause = 3, shortest_after_introduction = 8;

}  // namespace

std::optional<Range> ClauseView::shared_speaker() const {
  if (speaker) return speaker;
  const Range subject = sentence_subject(items(), clause);
  return subject.empty() ? std::nullopt : std::optional(subject);
}

std::optional<Subject> ClauseView::shared_subject(std::size_t at) const {
  const auto range = shared_speaker();
  return range ? std::optional(Subject{*range, at}) : std::nullopt;
}

// "cited an official as saying"
std::optional<Subject> ClauseView::cited_subject(std::size_t as) const {
  constexpr std::size_t farthest = 14;
  for (std::size_t i = as; i > clause.first && as - i < farthest; --i) {
    const std::u32string_view verb = item(i - 1).folded;
    if (!item(i - 1).is_word()) return std::nullopt;
    if (verb != U"cited" && verb != U"quoted" && verb != U"cites" && verb != U"quotes" &&
        verb != U"citing" && verb != U"quoting")
      continue;
    const Range phrase = noun_phrase_at(items(), i, as);
    return phrase.empty() ? std::nullopt : std::optional(Subject{phrase, phrase.begin});
  }
  return std::nullopt;
}

std::optional<Subject> ClauseView::quoted_subject(std::size_t as) const {
  if (const auto cited = cited_subject(as)) return cited;
  if (as == clause.first || !item(as - 1).uses) return std::nullopt;
  const auto quoted = verb_group_at(items(), clause, as - 1);
  return quoted && quoted->passive ? subject_before(items(), clause, quoted->begin) : std::nullopt;
}

std::optional<Subject> ClauseView::participle_subject(const VerbGroup& group) const {
  if (group.begin == clause.first) return shared_subject(group.begin);
  const Item& before = item(group.begin - 1);
  if (is_folded(items(), group.begin - 1, clause.last, U"as"))
    return quoted_subject(group.begin - 1);
  // "without saying", "stopped short of offering", "far from claiming"
  if (before.folded == U"without" || before.folded == U"of" || before.folded == U"from" ||
      before.is(class_nobody))
    return std::nullopt;
  if (before.is_word() &&
      !before.is(class_preposition | class_joiner | class_subordinator | class_venue)) {
    const Range phrase = noun_phrase_before(items(), clause.first, group.begin);
    if (names_somebody(items(), phrase)) return Subject{phrase, phrase.begin};
  }
  return shared_subject(group.begin);
}

std::optional<Subject> ClauseView::subject_of(const VerbGroup& group) const {
  if (group.participle) return participle_subject(group);
  if (group.infinitive) return shared_subject(group.begin);
  if (group.begin == clause.first) return std::nullopt;
  const Item& before = item(group.begin - 1);
  if (before.is_word() && before.is(class_joiner | class_adversative))
    return shared_subject(group.begin);
  if (before.is_word() && before.is(class_contracted))
    return Subject{{group.begin - 1, group.begin}, group.begin - 1};
  return subject_before(items(), clause, group.begin);
}

bool ClauseView::is_filler(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i)
    if (item(i).is_quote() ||
        (item(i).is_word() && !item(i).is(class_joiner | class_adversative) && !is_adverb(item(i))))
      return false;
  return true;
}

bool ClauseView::is_introduction(std::size_t begin, std::size_t end) const {
  while (begin < end &&
         (item(begin).kind == ItemKind::mark || item(begin).is(class_joiner | class_adversative) ||
          (is_adverb(item(begin)) && !item(begin).is(class_determiner))))
    ++begin;
  if (begin >= end) return true;
  if (item(begin).is_quote()) return false;
  return item(begin).is(class_preposition | class_subordinator | class_manner) ||
         item(begin).folded.ends_with(U"ing") || skip_time(items(), begin, end) > begin;
}

std::optional<std::size_t> ClauseView::quote_before(std::size_t end) const {
  std::size_t i = end;
  if (i > clause.first && is_comma(i - 1)) --i;
  if (i > clause.first && item(i - 1).is_quote()) return i - 1;
  return std::nullopt;
}

Range ClauseView::left_content(std::size_t end) const {
  std::size_t last = end;
  while (last > clause.first && item(last - 1).kind == ItemKind::mark) --last;
  std::size_t first = clause.first;
  for (std::size_t i = last; i > first; --i)
    if (item(i - 1).is_mark(';') || (item(i - 1).is_mark(':') && i < last)) {
      first = i;
      break;
    }
  while (first < last && item(first).kind == ItemKind::mark) ++first;
  if (const auto quote = quote_before(end);
      quote &&
      (is_filler(first, *quote) || (is_introduction(first, *quote) && is_comma(*quote - 1))))
    return {*quote, *quote + 1};
  return {first, last};
}

bool ClauseView::has_quote(Range range) const {
  return any_in(items(), {range.begin, range.end},
                [](const Item& item) { return item.is_quote(); });
}

bool ClauseView::is_left_clause(Range left) const {
  if (left.empty()) return false;
  if (left.end == left.begin + 1) return item(left.begin).is_quote();
  // "Rebuilding the port will cost a lot"
  if (item(left.begin).folded.ends_with(U"ing") &&
      any_in(items(), {left.begin + 1, left.end},
             [](const Item& item) { return item.is(class_modal | class_be); }))
    return true;
  if (is_introduction(left.begin, left.end))
    return left.end - left.begin >= shortest_after_introduction;
  return left.end - left.begin >= shortest_clause;
}

bool ClauseView::has_boundary_before(std::size_t begin) const {
  return begin > clause.first && (is_comma(begin - 1) || item(begin - 1).is_quote());
}

}  // namespace entente::extract::speech
