// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/attribution/clause_drafts.h"

namespace entente::extract::speech {
namespace {

struct ClauseReader : ClauseDrafts {
  std::optional<Range> last_cue = std::nullopt;

  bool is_negated_subject(const Subject& subject) const {
    return item(subject.source.begin).is(class_nobody) ||
           is_folded(items(), subject.source.begin, clause.last, U"no");
  }

  bool accepts(const VerbGroup& group, const Subject& subject, const Right& right) const {
    if (subject.source.empty() || is_negated_subject(subject) ||
        item(subject.source.begin).folded.starts_with(U"you'") ||
        item(subject.source.begin).folded == U"you")
      return false;
    const bool plain = right.with_that || right.kind == RightKind::quote;
    if (speaker && !drafts.empty() && subject.source.begin == speaker->begin) return true;
    if (group.may(frame_personal) ||
        !(group.may(frame_clause | frame_quote | frame_told) || plain) ||
        (right.kind == RightKind::noun && !group.may(frame_clause | frame_that | frame_quote)) ||
        right.kind == RightKind::naming)
      return names_somebody(items(), subject.source);
    return !(subject.source.end == subject.source.begin + 1 &&
             item(subject.source.begin).is(class_weak) &&
             !is_folded(items(), subject.source.begin, clause.last, U"it"));
  }

  bool rejects(const VerbGroup& group) const { return group.may(frame_rejected) != group.negated; }

  Range cue_of(const VerbGroup& group, const Right& right) const {
    return {group.begin, std::max(group.end, right.cue_end)};
  }

  // "knows it too", "knows, and so do we": nothing that would stand for itself.
  bool is_full_clause(Range content) const {
    return content.end - content.begin >= 3 && !item(content.begin).is(class_joiner);
  }

  void add_after(const VerbGroup& group, const Subject& subject, const Right& right) {
    Draft& draft = add(cue_of(group, right), subject.source, rejects(group));
    const auto quote =
        right.kind == RightKind::quote && has_boundary_before(subject.begin) && !group.participle
            ? quote_before(subject.begin)
            : std::nullopt;
    if (quote && *quote >= read_until) {
      set_content(draft, stream, left_content(subject.begin));
      const Speech left = draft.speech;
      add_quote(draft, stream, right.content.begin);
      draft.speech = left;
    } else if (right.kind == RightKind::quote && is_middle(group, subject)) {
      set_content(draft, stream, left_content(subject.begin));
      draft.content.push_back(span_of(items(), right.content));
      draft.speech = Speech::mixed;
    } else {
      set_content(draft, stream, right.content);
    }
    draft.nestable =
        right.kind == RightKind::clause && is_full_clause(right.content) && !group.participle &&
        !group.infinitive && !is_pronoun(items(), subject.source) &&
        names_somebody(items(), subject.source) && group.may(frame_clause | frame_told);
    read_until = std::max(read_until, right.content.end);
  }

  // `The talks, he said, "went well."`
  bool is_middle(const VerbGroup& group, const Subject& subject) const {
    if (!has_boundary_before(subject.begin) || group.end >= clause.last || !is_comma(group.end) ||
        group.participle)
      return false;
    const Range left = left_content(subject.begin);
    if (left.begin < read_until) return false;
    return (!is_introduction(left.begin, left.end) && left.end - left.begin >= 2) ||
           (item(left.begin).folded.ends_with(U"ing") &&
            opens_with_verb(item(group.end + 1 < clause.last ? group.end + 1 : group.end)));
  }

  // "The lawyers, he said, were ready": a subject, and its verb past the parenthesis.
  bool is_split_clause(Range left, const Right& right) const {
    return !left.empty() && !is_introduction(left.begin, left.end) && is_comma(right.stopped) &&
           right.stopped + 1 < clause.last && item(right.stopped + 1).is_word() &&
           item(right.stopped + 1).is(class_auxiliary);
  }

  // The quotation opens with the verb of a sentence that began before it.
  bool opens_with_verb(const Item& quote) const {
    const text::Prose& prose = stream.prose;
    const std::size_t token = prose.token_at(prose.quotations[quote.quotation].inner.begin);
    if (token >= prose.tokens.size()) return false;
    const WordEntry* entry = stream.lexicon.find(prose.folded_word(token));
    return !quote.capital && entry && (entry->classes & class_auxiliary) != 0;
  }

  bool add_before(Range cue, Range source, std::size_t begin, const VerbGroup& group,
                  const Right& right) {
    const Range left = left_content(begin);
    if (!(is_left_clause(left) || is_split_clause(left, right)) || !has_boundary_before(begin))
      return false;
    if (!group.may(frame_clause | frame_told) && !has_quote(left)) return false;
    if (right.stopped < clause.last && item(right.stopped).uses && !has_quote(left)) return false;
    if (left.begin < read_until && !drafts.empty() && !drafts.back().nestable &&
        left.end <= read_until && drafts.back().content.size() == 1 &&
        drafts.back().content[0].begin <= item(left.begin).span.begin)
      return false;
    Draft& draft = add(cue, source, rejects(group));
    set_content(draft, stream, left);
    if (const Range rest = rest_after(right, left); !rest.empty())
      draft.content.push_back(span_of(items(), rest));
    read_until = std::max(read_until, begin);
    return true;
  }

  // "On troops, she admitted, they were far apart": what it is about stands before, the rest
  // behind.
  bool add_around(Range cue, const Subject& subject, const VerbGroup& group, const Right& right) {
    constexpr std::size_t longest_topic = 7;
    const std::size_t behind = right.stopped + 1;
    if (!group.may(frame_clause) || group.participle || !has_boundary_before(subject.begin) ||
        !is_comma(right.stopped) || behind >= clause.last || !item(behind).is_word() ||
        !shows_clause(items(), behind, clause.last))
      return false;
    const Range left = left_content(subject.begin);
    if (left.begin < read_until || left.end - left.begin > longest_topic || left.empty() ||
        !item(left.begin).is_word() || !item(left.begin).is(class_preposition) ||
        item(left.begin).is(class_subordinator) ||
        skip_time(items(), left.begin, left.end) > left.begin)
      return false;
    if (item(behind).is(class_preposition | class_relative | class_joiner | class_adversative) ||
        item(behind).folded.ends_with(U"ing") || starts_report(behind))
      return false;
    const Range rest{behind, clause_end(items(), clause, behind)};
    Draft& draft = add(cue, subject.source, rejects(group));
    set_content(draft, stream, left);
    draft.content.push_back(span_of(items(), rest));
    read_until = std::max(read_until, rest.end);
    return true;
  }

  // "The envoy, who spoke on Sunday, said": the comma before the verb closes what is said of him.
  bool closes_relative(std::size_t verb) const {
    for (std::size_t i = verb - 1; i > clause.first + 1; --i) {
      if (!is_comma(i - 1)) continue;
      return item(i).is_word() && (item(i).folded == U"who" || item(i).folded == U"which");
    }
    return false;
  }

  // `"...," said the envoy.`
  bool read_inverted(const VerbGroup& group) {
    if (!group.may(frame_quote | frame_told) || group.participle ||
        !has_boundary_before(group.begin) || (group.forms & (form_past | form_s)) == 0)
      return false;
    if (group.end >= clause.last || item(group.end).is(class_object) || is_adverb(item(group.end)))
      return false;
    const Range source = noun_phrase_at(items(), group.end, clause.last);
    if (source.empty() || is_time(items(), source) || is_pronoun(items(), source)) return false;
    const std::size_t after = source.end;
    const bool closed =
        is_end(after) || is_comma(after) || item(after).is_quote() || item(after).is_mark('(') ||
        item(after).is_mark(':') ||
        item(after).is(class_preposition | class_relative | class_time | class_subordinator) ||
        is_adverb(item(after));
    if (!closed || is_folded(items(), after, clause.last, U"that")) return false;
    const auto quote = quote_before(group.begin);
    if (!quote && !is_end(after) && !is_comma(after) &&
        !item(after).is(class_preposition | class_relative))
      return false;
    if (!quote && is_comma(after) && !is_end(after + 1) && closes_relative(group.begin))
      return false;
    if (!quote && (source.end - source.begin > longest_name || !names_somebody(items(), source)))
      return false;
    Right right;
    right.stopped = after;
    if (!add_before({group.head, group.end}, source, group.begin, group, right)) return false;
    speaker = source;
    add_next_quote(after);
    return true;
  }

  // `..., said the envoy, "and ..."`
  void add_next_quote(std::size_t at) {
    std::size_t i = at;
    for (; i < clause.last && i < at + 30; ++i)
      if (item(i).is_quote()) break;
    if (i >= clause.last || !item(i).is_quote() || i == at || !is_comma(i - 1) ||
        drafts.back().speech == Speech::indirect)
      return;
    add_quote(drafts.back(), stream, i);
    read_until = i + 1;
  }

  // `the plan was hailed by the envoy as "a turning point"`
  Range described_as(std::size_t at) const {
    if (!is_folded(items(), at, clause.last, U"as") || is_end(at + 1)) return {at, at};
    return {at + 1, phrase_end(items(), clause, at + 1)};
  }

  // "the plan was rejected by the envoy"
  void read_passive(const VerbGroup& group) {
    if (!group.may(frame_noun | frame_as) || !is_folded(items(), group.end, clause.last, U"by"))
      return;
    const Range source = noun_phrase_at(items(), group.end + 1, clause.last);
    if (!names_somebody(items(), source)) return;
    if (const Range words = described_as(source.end); !words.empty()) {
      set_content(add({group.begin, group.end}, source, rejects(group)), stream, words);
      read_until = std::max(read_until, words.end);
      return;
    }
    const auto subject = subject_before(items(), clause, group.begin);
    if (!group.may(frame_noun) || !subject || is_pronoun(items(), subject->source)) return;
    Draft& draft = add({group.begin, group.end}, source, rejects(group));
    set_content(draft, stream, subject->source);
    read_until = std::max(read_until, source.end);
  }

  bool is_spoken(const VerbGroup& group, const Right& right) const {
    const bool plain = right.with_that || right.kind == RightKind::quote;
    if (group.infinitive) return plain;
    if (group.modal && !plain) return right.kind == RightKind::clause && group.may(frame_clause);
    if (!group.negated || group.may(frame_rejected)) return true;
    return !group.may(frame_told) &&
           (right.kind == RightKind::noun || right.kind == RightKind::infinitive) &&
           !group.may(frame_quote);
  }

  // Inside what somebody says, only plain reports of named others count.
  bool is_clear_inside(const VerbGroup& group, const Subject& subject, const Right& right) const {
    return right.kind == RightKind::clause && group.may(frame_clause | frame_told) &&
           !group.participle && !group.infinitive && !group.modal && !group.negated &&
           names_somebody(items(), subject.source) && !is_pronoun(items(), subject.source) &&
           subject.begin < group.begin && (right.with_that || !group.may(frame_noun));
  }

  // "officials who said": the sentence's own verb is still to come.
  bool is_restrictive(const VerbGroup& group) const {
    return group.begin > clause.first + 1 && item(group.begin - 1).is(class_relative) &&
           !item(group.begin - 2).is_mark(',');
  }

  // "Asked about reports that the envoy had threatened to leave, ...": the question's words.
  bool is_in_question(std::size_t at) const {
    const Item& start = item(clause.first);
    if (!start.is_word() || !start.is(class_manner) || start.folded == U"speaking") return false;
    return !any_in(items(), {clause.first, at}, [](const Item& item) { return item.is_mark(','); });
  }

  // "asked if the envoy accepted": nobody says that he did.
  bool is_asked(const Subject& subject) const {
    if (subject.begin == clause.first) return false;
    if (is_in_question(subject.begin)) return true;
    const std::u32string_view before = item(subject.begin - 1).folded;
    return before == U"if" || before == U"whether" || before == U"unless" || before == U"until";
  }

  // "the people they refuse to name": the pronoun opens a relative clause.
  bool is_contact_clause(const Subject& subject, const Right& right) const {
    if (right.with_that || right.kind == RightKind::quote || subject.begin <= clause.first ||
        !is_pronoun(items(), subject.source))
      return false;
    const Item& before = item(subject.begin - 1);
    return before.is_word() && !before.capital && !is_adverb(before) && !before.uses &&
           !before.is(class_preposition | class_joiner | class_adversative | class_subordinator |
                      class_relative | class_time | class_venue | class_auxiliary | class_object);
  }

  // `the speech, in which he said that they must stop, was heard by all`: the sentence's own verb
  // stands behind the comma.
  void close_relative_of(const Subject& subject, Right& right) const {
    if (subject.begin < clause.first + 3 || !item(subject.begin - 1).is(class_relative) ||
        !item(subject.begin - 2).is(class_preposition) || !is_comma(subject.begin - 3))
      return;
    for (std::size_t i = right.content.begin; i + 1 < right.content.end; ++i)
      if (is_comma(i) && item(i + 1).is_word() && item(i + 1).is(class_auxiliary)) {
        right.content.end = i;
        return;
      }
  }

  void close_relative(const VerbGroup& group, const Subject& subject, Right& right) const {
    if (right.kind == RightKind::quote || group.begin <= clause.first) return;
    if (!item(group.begin - 1).is(class_relative)) return close_relative_of(subject, right);
    for (std::size_t i = right.content.begin; i < right.content.end; ++i)
      if (item(i).is_mark(',')) {
        right.content.end = i;
        return;
      }
  }

  void read_verb(const VerbGroup& group) {
    if (group.passive) return is_inside_content(group.head) ? void() : read_passive(group);
    Right right = right_of(items(), clause, group);
    if (!is_inside_content(group.head) && !group.negated && read_inverted(group)) return;
    const auto subject = subject_of(group);
    if (!subject || !accepts(group, *subject, right) || !is_spoken(group, right) ||
        is_restrictive(group) || is_asked(*subject))
      return;
    if (right.kind != RightKind::none && is_contact_clause(*subject, right)) return;
    close_relative(group, *subject, right);
    if (!group.may(frame_name | frame_as) || group.may(frame_quote))
      last_cue = cue_of(group, right);
    const bool has_right =
        right.kind != RightKind::none && right.kind != RightKind::colon && !right.content.empty();
    if (is_inside_content(group.head)) {
      if (has_right && is_clear_inside(group, *subject, right)) add_after(group, *subject, right);
      return;
    }
    if (has_right)
      add_after(group, *subject, right);
    else if (!group.may(frame_clause | frame_quote | frame_told) || group.negated ||
             is_folded(items(), group.end, clause.last, U"so") || group.participle ||
             group.infinitive ||
             !(add_around(cue_of(group, right), *subject, group, right) ||
               add_before(cue_of(group, right), subject->source, subject->begin, group, right)))
      return note_speaker(*subject);
    note_speaker(*subject);
  }

  // "Bright made this statement:"
  std::optional<Introduction> statement_announced() const {
    const Range subject = sentence_subject(items(), clause);
    const bool announced = any_in(items(), {subject.end, clause.last},
                                  [](const Item& item) { return item.is(class_venue); });
    if (subject.empty() || !announced) return std::nullopt;
    return Introduction{{source_span(stream, subject)}, {}};
  }

  std::optional<Introduction> read_introduction() {
    if (!item(clause.last - 1).is_mark(':')) return std::nullopt;
    read();
    if (!last_cue) return statement_announced();
    if (!speaker) return std::nullopt;
    return Introduction{{source_span(stream, *speaker)}, {span_of(items(), *last_cue)}};
  }

  std::vector<Draft> read() {
    for (std::size_t i = clause.first; i < clause.last; ++i) {
      if (!item(i).is_word()) continue;
      if (is_folded(items(), i, clause.last, U"according") &&
          is_folded(items(), i + 1, clause.last, U"to"))
        read_according(i);
      else if (item(i).uses && read_group(i))
        continue;
      else if (item(i).is(class_claim | class_pledge))
        read_claim(i);
      if (item(i).is(class_minded | class_ready)) read_state(i);
    }
    read_label();
    std::erase_if(drafts, [](const Draft& draft) { return draft.content.empty(); });
    return std::move(drafts);
  }

  bool read_group(std::size_t at) {
    const auto group = verb_group_at(items(), clause, at);
    if (group) read_verb(*group);
    return group.has_value();
  }
};

ClauseReader reader_of(const Stream& stream, Clause clause) {
  return ClauseReader{{{stream, clause}, {}, clause.first}};
}

}  // namespace

std::optional<Introduction> introduction_of(const Stream& stream, Clause clause) {
  return reader_of(stream, clause).read_introduction();
}

std::vector<Draft> drafts_of(const Stream& stream, Clause clause) {
  return reader_of(stream, clause).read();
}

}  // namespace entente::extract::speech
