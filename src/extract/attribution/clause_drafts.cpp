// SPDX-License-Identifier: Apache-2.0
#include "extract/attribution/clause_drafts.h"

#include <algorithm>

namespace entente::extract::speech {
namespace {

constexpr std::size_t fewest_words_before = 3;

bool is_owner_word(const Item& item) {
  return item.folded == U"his" || item.folded == U"her" || item.folded == U"their";
}

}  // namespace

Draft& ClauseDrafts::add(Range cue, std::optional<Range> source, bool rejected) {
  Draft draft;
  draft.paragraph = clause.paragraph;
  if (!cue.empty()) draft.cue.push_back(span_of(items(), cue));
  if (source && !source->empty()) draft.source.push_back(source_span(stream, *source));
  draft.polarity = rejected ? Polarity::rejected : Polarity::asserted;
  drafts.push_back(std::move(draft));
  return drafts.back();
}

Range ClauseDrafts::rest_after(const Right& right, Range left) const {
  std::size_t at = right.stopped;
  if (!is_comma(at) || is_end(at + 1) || item(left.end - 1).is_quote()) return {at, at};
  ++at;
  if (item(at).is_quote() || item(at).folded.ends_with(U"ing") || item(at).is(class_relative))
    return {at, at};
  const bool short_left = left.end - left.begin <= longest_name;
  const bool joined = item(at).is(class_joiner | class_adversative);
  const bool verb = item(at).is_word() && item(at).is(class_auxiliary);
  if (!short_left && !joined && !verb) return {at, at};
  if (joined && starts_report(at + 1)) return {at, at};
  return {at, clause_end(items(), clause, at)};
}

bool ClauseDrafts::starts_report(std::size_t at) const {
  const Range source = noun_phrase_at(items(), at, clause.last);
  return !source.empty() && source.end < clause.last && item(source.end).uses &&
         verb_group_at(items(), clause, source.end).has_value();
}

void ClauseDrafts::read_according(std::size_t at) {
  const Range source = noun_phrase_at(items(), at + 2, clause.last);
  if (source.empty() || is_time(items(), source)) return;
  const Range cue{at, at + 2};
  const bool behind_colon =
      at > clause.first && (item(at - 1).is_mark(':') || item(at - 1).is_mark(';'));
  if (behind_colon || is_filler(clause.first, at)) {
    std::size_t begin = source.end;
    while (begin < clause.last && !is_comma(begin) && begin < source.end + 25) ++begin;
    begin = begin < clause.last && is_comma(begin) ? begin + 1 : source.end;
    const Range content{begin, clause_end(items(), clause, begin)};
    if (content.empty()) return;
    Draft& draft = add(cue, source, false);
    draft.nestable = true;
    set_content(draft, stream, content);
    read_until = content.end;
  } else {
    if (std::any_of(drafts.begin(), drafts.end(),
                    [](const Draft& draft) { return draft.speech != Speech::indirect; }))
      return;
    const Range left = left_content(at);
    const bool parenthesis = is_comma(at - 1) && is_comma(source.end);
    if (left.end - left.begin < fewest_words_before && !item(left.begin).is_quote() && !parenthesis)
      return;
    Draft& draft = add(cue, source, false);
    set_content(draft, stream, left);
    Right right;
    right.stopped = source.end;
    if (const Range rest = rest_after(right, left); !rest.empty())
      draft.content.push_back(span_of(items(), rest));
    read_until = std::max(read_until, source.end);
  }
  speaker = source;
}

void ClauseDrafts::read_claim(std::size_t at) {
  if (is_inside_content(at) || at == clause.first || at + 2 >= clause.last) return;
  const bool that = is_folded(items(), at + 1, clause.last, U"that") && item(at).is(class_claim);
  const bool to = is_folded(items(), at + 1, clause.last, U"to") && item(at).is(class_pledge);
  if (!that && !to) return;
  std::size_t owner = at;
  while (owner > clause.first && at - owner < 4 && item(owner - 1).is_word() &&
         !is_possessive(item(owner - 1)) && !is_owner_word(item(owner - 1)))
    --owner;
  if (owner == clause.first || !(is_possessive(item(owner - 1)) || is_owner_word(item(owner - 1))))
    return;
  const Range source = is_owner_word(item(owner - 1))
                           ? Range{owner - 1, owner}
                           : noun_phrase_before(items(), clause.first, owner);
  if (source.empty()) return;
  const std::size_t begin = that ? at + 2 : at + 1;
  Range content{begin,
                that ? clause_end(items(), clause, begin) : phrase_end(items(), clause, begin)};
  if (source.begin <= clause.first + 1) content.end = main_verb_after(content);
  if (content.empty()) return;
  set_content(add({at, at + 1}, source, is_folded(items(), at, clause.last, U"refusal")), stream,
              content);
  read_until = content.end;
}

std::size_t ClauseDrafts::main_verb_after(Range content) const {
  bool own = false;
  for (std::size_t i = content.begin; i < content.end; ++i) {
    if (!item(i).is_word() || !item(i).is(class_auxiliary) || item(i).is(class_contracted))
      continue;
    const bool chained = i > content.begin && item(i - 1).is(class_auxiliary | class_joiner |
                                                             class_pronoun | class_relative);
    if (own && !chained) return i;
    own = true;
  }
  return content.end;
}

void ClauseDrafts::read_state(std::size_t at) {
  if (is_inside_content(at) || at == clause.first || at + 2 >= clause.last) return;
  const bool that = is_folded(items(), at + 1, clause.last, U"that") && item(at).is(class_minded);
  const bool to = is_folded(items(), at + 1, clause.last, U"to") && item(at).is(class_ready);
  if (!that && !to) return;
  std::size_t begin = at;
  bool be = false, negated = false;
  while (begin > clause.first && at - begin < 6 && item(begin - 1).is_word() &&
         (is_adverb(item(begin - 1)) || item(begin - 1).is(class_auxiliary | class_negation))) {
    be = be || item(begin - 1).is(class_be);
    negated = negated || item(begin - 1).is(class_negation);
    --begin;
  }
  if (!be) return;
  const auto subject = subject_before(items(), clause, begin);
  if (!subject || !names_somebody(items(), subject->source)) return;
  const std::size_t start = that ? at + 2 : at + 1;
  const Range content{
      start, that ? clause_end(items(), clause, start) : phrase_end(items(), clause, start)};
  if (content.empty()) return;
  set_content(add({begin, at + 1}, subject->source, negated != item(at).is(class_unwilling)),
              stream, content);
  read_until = content.end;
  note_speaker(*subject);
}

void ClauseDrafts::read_label() {
  for (std::size_t i = clause.first; i + 1 < clause.last && i < clause.first + 60; ++i) {
    if (!item(i).is_mark(':') || !item(i + 1).is_quote()) continue;
    if (is_inside_content(i + 1) || item(i + 1).words < fewest_words_before) return;
    add_quote(add({}, labelled(i), false), stream, i + 1);
    drafts.back().speech = Speech::direct;
    return;
  }
}

std::optional<Range> ClauseDrafts::labelled(std::size_t colon) const {
  if (!drafts.empty()) return speaker;
  const Range label = noun_phrase_at(items(), clause.first, colon);
  if (label.end == colon && names_somebody(items(), label)) return label;
  const Range subject = sentence_subject(items(), {clause.first, colon, clause.paragraph});
  return subject.empty() ? std::nullopt : std::optional(subject);
}

}  // namespace entente::extract::speech
