// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/attribution/drafts.h"
#include "extract/attribution/extents.h"

namespace entente::extract::speech {
namespace {

constexpr std::size_t shortest_clause = 3, shortest_after_introduction = 8, longest_name = 6;

bool word_is(const std::vector<Item>& items, std::size_t at, std::size_t last, std::u32string_view word) {
  return at < last && items[at].is_word() && items[at].folded == word;
}

struct ClauseReader {
  const Stream& stream;
  Clause clause;
  std::vector<Draft> drafts;
  std::optional<Range> speaker;  // of the last speech verb
  std::size_t read_until = 0;    // items before are content or cue of a draft
  std::optional<Range> last_cue = std::nullopt;

  const std::vector<Item>& items() const { return stream.items; }
  const Item& item(std::size_t i) const { return stream.items[i]; }
  bool is_end(std::size_t i) const { return i >= clause.last || is_stop(item(i).mark) || item(i).is_mark(';') || item(i).is_mark(')'); }
  bool is_comma(std::size_t i) const { return i < clause.last && (item(i).is_mark(',') || is_dash(item(i))); }

  Draft& add(Range cue, std::optional<Range> source, bool rejected) {
    Draft draft;
    draft.paragraph = clause.paragraph;
    if (!cue.empty()) draft.cue.push_back(span_of(items(), cue));
    if (source && !source->empty()) draft.source.push_back(source_span(stream, *source));
    draft.polarity = rejected ? Polarity::rejected : Polarity::asserted;
    drafts.push_back(std::move(draft));
    return drafts.back();
  }

  // --- who

  std::optional<Range> shared_speaker() const {
    if (speaker) return speaker;
    const Range subject = sentence_subject(items(), clause);
    return subject.empty() ? std::nullopt : std::optional(subject);
  }

  std::optional<Subject> shared_subject(std::size_t at) const {
    const auto range = shared_speaker();
    return range ? std::optional(Subject{*range, at}) : std::nullopt;
  }

  // "was quoted as saying": who was quoted.
  std::optional<Subject> quoted_subject(std::size_t as) const {
    if (as == clause.first || !item(as - 1).uses) return std::nullopt;
    const auto quoted = verb_group_at(items(), clause, as - 1);
    return quoted && quoted->passive ? subject_before(items(), clause, quoted->begin) : std::nullopt;
  }

  std::optional<Subject> participle_subject(const VerbGroup& group) const {
    if (group.begin == clause.first) return shared_subject(group.begin);
    const Item& before = item(group.begin - 1);
    if (word_is(items(), group.begin - 1, clause.last, U"as")) return quoted_subject(group.begin - 1);
    // "without saying", "stopped short of offering", "far from claiming"
    if (before.folded == U"without" || before.folded == U"of" || before.folded == U"from" || before.is(class_nobody)) return std::nullopt;
    if (before.is_word() && !before.is(class_preposition | class_joiner | class_subordinator | class_venue)) {
      const Range phrase = noun_phrase_before(items(), clause.first, group.begin);
      if (names_somebody(items(), phrase)) return Subject{phrase, phrase.begin};
    }
    return shared_subject(group.begin);
  }

  std::optional<Subject> subject_of(const VerbGroup& group) const {
    if (group.participle) return participle_subject(group);
    if (group.infinitive) return shared_subject(group.begin);
    if (group.begin == clause.first) return std::nullopt;
    const Item& before = item(group.begin - 1);
    if (before.is_word() && before.is(class_joiner | class_adversative)) return shared_subject(group.begin);
    if (before.is_word() && before.is(class_contracted)) return Subject{{group.begin - 1, group.begin}, group.begin - 1};
    return subject_before(items(), clause, group.begin);
  }

  bool is_negated_subject(const Subject& subject) const {
    return item(subject.source.begin).is(class_nobody) || word_is(items(), subject.source.begin, clause.last, U"no");
  }

  bool accepts(const VerbGroup& group, const Subject& subject, const Right& right) const {
    if (subject.source.empty() || is_negated_subject(subject) || item(subject.source.begin).folded.starts_with(U"you'") ||
        item(subject.source.begin).folded == U"you")
      return false;
    const bool plain = right.with_that || right.kind == RightKind::quote;
    if (group.may(frame_personal) || !(group.may(frame_clause | frame_quote | frame_told) || plain) ||
        (right.kind == RightKind::noun && !group.may(frame_clause | frame_that | frame_quote)) || right.kind == RightKind::naming)
      return names_somebody(items(), subject.source);
    return !(subject.source.end == subject.source.begin + 1 && item(subject.source.begin).is(class_weak) &&
             !word_is(items(), subject.source.begin, clause.last, U"it"));
  }

  // --- what stands before

  bool is_filler(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
      if (item(i).is_quote() || (item(i).is_word() && !item(i).is(class_joiner | class_adversative) && !is_adverb(item(i)))) return false;
    return true;
  }

  bool is_introduction(std::size_t begin, std::size_t end) const {
    while (begin < end && (item(begin).kind == ItemKind::mark || item(begin).is(class_joiner | class_adversative) || (is_adverb(item(begin)) && !item(begin).is(class_determiner)))) ++begin;
    if (begin >= end) return true;
    if (item(begin).is_quote()) return false;
    return item(begin).is(class_preposition | class_subordinator | class_manner) || item(begin).folded.ends_with(U"ing") ||
           skip_time(items(), begin, end) > begin;
  }

  // The quotation that ends right before `end`, a comma or dash between them allowed.
  std::optional<std::size_t> quote_before(std::size_t end) const {
    std::size_t i = end;
    if (i > clause.first && is_comma(i - 1)) --i;
    if (i > clause.first && item(i - 1).is_quote()) return i - 1;
    return std::nullopt;
  }

  // Words before a quotation belong to what is said, unless they introduce it.
  Range left_content(std::size_t end) const {
    std::size_t last = end;
    while (last > clause.first && item(last - 1).kind == ItemKind::mark) --last;
    std::size_t first = clause.first;
    for (std::size_t i = last; i > first; --i)
      if (item(i - 1).is_mark(';') || (item(i - 1).is_mark(':') && i < last)) {
        first = i;
        break;
      }
    while (first < last && item(first).kind == ItemKind::mark) ++first;
    if (const auto quote = quote_before(end); quote && (is_filler(first, *quote) || (is_introduction(first, *quote) && is_comma(*quote - 1))))
      return {*quote, *quote + 1};
    return {first, last};
  }

  bool has_quote(Range range) const {
    return std::any_of(items().begin() + static_cast<std::ptrdiff_t>(range.begin), items().begin() + static_cast<std::ptrdiff_t>(range.end),
                       [](const Item& item) { return item.is_quote(); });
  }

  bool is_left_clause(Range left) const {
    if (left.empty()) return false;
    if (left.end == left.begin + 1) return item(left.begin).is_quote();
    if (is_introduction(left.begin, left.end)) return left.end - left.begin >= shortest_after_introduction;
    return left.end - left.begin >= shortest_clause;
  }

  bool has_boundary_before(std::size_t begin) const { return begin > clause.first && (is_comma(begin - 1) || item(begin - 1).is_quote()); }

  // --- arrangements

  bool rejects(const VerbGroup& group) const { return group.may(frame_rejected) != group.negated; }

  Range cue_of(const VerbGroup& group, const Right& right) const { return {group.begin, std::max(group.end, right.cue_end)}; }

  bool is_inside_content(std::size_t at) const { return at < read_until; }

  // "..., the envoy said, and ..." goes on behind the verb where what stands before it is no sentence yet.
  Range rest_after(const Right& right, Range left) const {
    std::size_t at = right.stopped;
    if (!is_comma(at) || is_end(at + 1) || item(left.end - 1).is_quote()) return {at, at};
    ++at;
    if (item(at).is_quote() || item(at).folded.ends_with(U"ing") || item(at).is(class_relative)) return {at, at};
    const bool short_left = left.end - left.begin <= longest_name;
    if (!short_left && !item(at).is(class_joiner | class_adversative)) return {at, at};
    return {at, clause_end(items(), clause, at)};
  }

  void add_after(const VerbGroup& group, const Subject& subject, const Right& right) {
    Draft& draft = add(cue_of(group, right), subject.source, rejects(group));
    const auto quote = right.kind == RightKind::quote && has_boundary_before(subject.begin) && !group.participle
                           ? quote_before(subject.begin) : std::nullopt;
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
    draft.nestable = right.kind == RightKind::clause && !group.participle && !group.infinitive && !is_pronoun(items(), subject.source) &&
                     names_somebody(items(), subject.source) && group.may(frame_clause | frame_told);
    read_until = std::max(read_until, right.content.end);
  }

  // `The talks, he said, "went well."`
  bool is_middle(const VerbGroup& group, const Subject& subject) const {
    if (!has_boundary_before(subject.begin) || group.end >= clause.last || !is_comma(group.end) || group.participle) return false;
    const Range left = left_content(subject.begin);
    return left.begin >= read_until && !is_introduction(left.begin, left.end) && left.end - left.begin >= 2;
  }

  bool add_before(Range cue, Range source, std::size_t begin, const VerbGroup& group, const Right& right) {
    const Range left = left_content(begin);
    if (!is_left_clause(left) || !has_boundary_before(begin)) return false;
    if (!group.may(frame_clause | frame_told) && !has_quote(left)) return false;
    if (right.stopped < clause.last && item(right.stopped).uses && !has_quote(left)) return false;
    if (left.begin < read_until && !drafts.empty() && !drafts.back().nestable && left.end <= read_until && drafts.back().content.size() == 1 &&
        drafts.back().content[0].begin <= item(left.begin).span.begin)
      return false;
    Draft& draft = add(cue, source, rejects(group));
    set_content(draft, stream, left);
    if (const Range rest = rest_after(right, left); !rest.empty()) draft.content.push_back(span_of(items(), rest));
    read_until = std::max(read_until, begin);
    return true;
  }

  // `"...," said the envoy.`
  bool read_inverted(const VerbGroup& group) {
    if (!group.may(frame_quote | frame_told) || group.participle || !has_boundary_before(group.begin) || (group.forms & (form_past | form_s)) == 0) return false;
    if (group.end >= clause.last || item(group.end).is(class_object) || is_adverb(item(group.end))) return false;
    const Range source = noun_phrase_at(items(), group.end, clause.last);
    if (source.empty() || is_time(items(), source) || is_pronoun(items(), source)) return false;
    const std::size_t after = source.end;
    const bool closed = is_end(after) || is_comma(after) || item(after).is_quote() || item(after).is_mark('(') || item(after).is_mark(':') ||
                        item(after).is(class_preposition | class_relative | class_time | class_subordinator) || is_adverb(item(after));
    if (!closed || word_is(items(), after, clause.last, U"that")) return false;
    const auto quote = quote_before(group.begin);
    if (!quote && !is_end(after) && !is_comma(after) && !item(after).is(class_preposition | class_relative)) return false;
    if (!quote && (source.end - source.begin > longest_name || !names_somebody(items(), source))) return false;
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
    if (i >= clause.last || !item(i).is_quote() || i == at || !is_comma(i - 1) || drafts.back().speech == Speech::indirect) return;
    add_quote(drafts.back(), stream, i);
    read_until = i + 1;
  }

  // "the plan was rejected by the envoy"
  void read_passive(const VerbGroup& group) {
    if (!group.may(frame_noun) || !word_is(items(), group.end, clause.last, U"by")) return;
    const Range source = noun_phrase_at(items(), group.end + 1, clause.last);
    if (!names_somebody(items(), source)) return;
    const auto subject = subject_before(items(), clause, group.begin);
    if (!subject || is_pronoun(items(), subject->source)) return;
    Draft& draft = add({group.begin, group.end}, source, rejects(group));
    set_content(draft, stream, subject->source);
    read_until = std::max(read_until, source.end);
  }

  bool is_spoken(const VerbGroup& group, const Right& right) const {
    const bool plain = right.with_that || right.kind == RightKind::quote;
    if (group.infinitive) return plain;
    if (group.modal && !plain) return right.kind == RightKind::clause && group.may(frame_clause);
    if (!group.negated || group.may(frame_rejected)) return true;
    return !group.may(frame_told) && (right.kind == RightKind::noun || right.kind == RightKind::infinitive) && !group.may(frame_quote);
  }

  // Inside what somebody says, only plain reports of named others count.
  bool is_clear_inside(const VerbGroup& group, const Subject& subject, const Right& right) const {
    return right.kind == RightKind::clause && group.may(frame_clause | frame_told) && !group.participle && !group.infinitive && !group.modal && !group.negated &&
           names_somebody(items(), subject.source) && !is_pronoun(items(), subject.source) && subject.begin < group.begin &&
           (right.with_that || !group.may(frame_noun));
  }

  // "officials who said": the sentence's own verb is still to come.
  bool is_restrictive(const VerbGroup& group) const {
    return group.begin > clause.first + 1 && item(group.begin - 1).is(class_relative) && !item(group.begin - 2).is_mark(',');
  }

  // "asked if the envoy accepted": nobody says that he did.
  bool is_asked(const Subject& subject) const {
    if (subject.begin == clause.first) return false;
    const std::u32string_view before = item(subject.begin - 1).folded;
    return before == U"if" || before == U"whether" || before == U"unless" || before == U"until";
  }

  // "the people they refuse to name": the pronoun opens a relative clause.
  bool is_contact_clause(const Subject& subject, const Right& right) const {
    if (right.with_that || right.kind == RightKind::quote || subject.begin <= clause.first || !is_pronoun(items(), subject.source)) return false;
    const Item& before = item(subject.begin - 1);
    return before.is_word() && !before.capital && !is_adverb(before) && !before.uses &&
           !before.is(class_preposition | class_joiner | class_adversative | class_subordinator | class_relative | class_time | class_venue | class_auxiliary | class_object);
  }

  void close_relative(const VerbGroup& group, Right& right) const {
    if (group.begin <= clause.first || !item(group.begin - 1).is(class_relative) || right.kind == RightKind::quote) return;
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
    if (!subject || !accepts(group, *subject, right) || !is_spoken(group, right) || is_restrictive(group) || is_asked(*subject)) return;
    if (right.kind != RightKind::none && is_contact_clause(*subject, right)) return;
    close_relative(group, right);
    if (!group.may(frame_name | frame_as) || group.may(frame_quote)) last_cue = cue_of(group, right);
    const bool has_right = right.kind != RightKind::none && right.kind != RightKind::colon && !right.content.empty();
    if (is_inside_content(group.head)) {
      if (has_right && is_clear_inside(group, *subject, right)) add_after(group, *subject, right);
      return;
    }
    if (has_right)
      add_after(group, *subject, right);
    else if (!group.may(frame_clause | frame_quote | frame_told) || group.negated || group.participle || group.infinitive ||
             !add_before(cue_of(group, right), subject->source, subject->begin, group, right))
      return note_speaker(*subject);
    note_speaker(*subject);
  }

  void note_speaker(const Subject& subject) { speaker = subject.source; }

  // "Bright made this statement:"
  std::optional<Introduction> statement_announced() const {
    const Range subject = sentence_subject(items(), clause);
    const bool announced = std::any_of(items().begin() + static_cast<std::ptrdiff_t>(subject.end), items().begin() + static_cast<std::ptrdiff_t>(clause.last),
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

  // --- other ways to name a speaker

  void read_according(std::size_t at) {
    const Range source = noun_phrase_at(items(), at + 2, clause.last);
    if (source.empty() || is_time(items(), source)) return;
    const Range cue{at, at + 2};
    if (is_filler(clause.first, at)) {
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
      if (std::any_of(drafts.begin(), drafts.end(), [](const Draft& draft) { return draft.speech != Speech::indirect; })) return;
      const Range left = left_content(at);
      if (left.end - left.begin < shortest_clause && !item(left.begin).is_quote()) return;
      Draft& draft = add(cue, source, false);
      set_content(draft, stream, left);
      Right right;
      right.stopped = source.end;
      if (const Range rest = rest_after(right, left); !rest.empty()) draft.content.push_back(span_of(items(), rest));
      read_until = std::max(read_until, source.end);
    }
    speaker = source;
  }

  // "the union's claim that", "his promise to"
  void read_claim(std::size_t at) {
    if (is_inside_content(at) || at == clause.first || at + 2 >= clause.last) return;
    const bool that = word_is(items(), at + 1, clause.last, U"that") && item(at).is(class_claim);
    const bool to = word_is(items(), at + 1, clause.last, U"to") && item(at).is(class_pledge);
    if (!that && !to) return;
    std::size_t owner = at;
    while (owner > clause.first && at - owner < 4 && item(owner - 1).is_word() && !is_possessive(item(owner - 1)) && !is_owner_word(item(owner - 1))) --owner;
    if (owner == clause.first || !(is_possessive(item(owner - 1)) || is_owner_word(item(owner - 1)))) return;
    const Range source = is_owner_word(item(owner - 1)) ? Range{owner - 1, owner} : noun_phrase_before(items(), clause.first, owner);
    if (source.empty()) return;
    const std::size_t begin = that ? at + 2 : at + 1;
    Range content{begin, that ? clause_end(items(), clause, begin) : phrase_end(items(), clause, begin)};
    if (source.begin <= clause.first + 1) content.end = main_verb_after(content);
    if (content.empty()) return;
    set_content(add({at, at + 1}, source, word_is(items(), at, clause.last, U"refusal")), stream, content);
    read_until = content.end;
  }

  // "The union's claim that the port was closed was false": where the sentence's own verb stands.
  std::size_t main_verb_after(Range content) const {
    bool own = false;
    for (std::size_t i = content.begin; i < content.end; ++i) {
      if (!item(i).is_word() || !item(i).is(class_auxiliary) || item(i).is(class_contracted)) continue;
      const bool chained = i > content.begin && item(i - 1).is(class_auxiliary | class_joiner | class_pronoun | class_relative);
      if (own && !chained) return i;
      own = true;
    }
    return content.end;
  }

  static bool is_owner_word(const Item& item) { return item.folded == U"his" || item.folded == U"her" || item.folded == U"their"; }

  // "is confident that", "is ready to"
  void read_state(std::size_t at) {
    if (is_inside_content(at) || at == clause.first || at + 2 >= clause.last) return;
    const bool that = word_is(items(), at + 1, clause.last, U"that") && item(at).is(class_minded);
    const bool to = word_is(items(), at + 1, clause.last, U"to") && item(at).is(class_ready);
    if (!that && !to) return;
    std::size_t begin = at;
    bool be = false, negated = false;
    while (begin > clause.first && at - begin < 6 && item(begin - 1).is_word() && (is_adverb(item(begin - 1)) || item(begin - 1).is(class_auxiliary | class_negation))) {
      be = be || item(begin - 1).is(class_be);
      negated = negated || item(begin - 1).is(class_negation);
      --begin;
    }
    if (!be) return;
    const auto subject = subject_before(items(), clause, begin);
    if (!subject || !names_somebody(items(), subject->source)) return;
    const std::size_t start = that ? at + 2 : at + 1;
    const Range content{start, that ? clause_end(items(), clause, start) : phrase_end(items(), clause, start)};
    if (content.empty()) return;
    set_content(add({begin, at + 1}, subject->source, negated != item(at).is(class_unwilling)), stream, content);
    read_until = content.end;
    note_speaker(*subject);
  }

  // `The envoy: "We agree."`
  void read_label() {
    if (!drafts.empty()) return;
    for (std::size_t i = clause.first; i + 1 < clause.last && i < clause.first + 30; ++i) {
      if (!item(i).is_mark(':')) continue;
      if (!item(i + 1).is_quote() || item(i + 1).words < 3) return;
      Range source = noun_phrase_at(items(), clause.first, i);
      if (source.end != i) source = sentence_subject(items(), {clause.first, i, clause.paragraph});
      if (source.empty() || !names_somebody(items(), source)) source = {i, i};
      add_quote(add({}, source, false), stream, i + 1);
      drafts.back().speech = Speech::direct;
      return;
    }
  }

  std::vector<Draft> read() {
    for (std::size_t i = clause.first; i < clause.last; ++i) {
      if (!item(i).is_word()) continue;
      if (word_is(items(), i, clause.last, U"according") && word_is(items(), i + 1, clause.last, U"to"))
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

}  // namespace

std::optional<Introduction> introduction_of(const Stream& stream, Clause clause) {
  return ClauseReader{stream, clause, {}, {}, clause.first}.read_introduction();
}

std::vector<Draft> drafts_of(const Stream& stream, Clause clause) { return ClauseReader{stream, clause, {}, {}, clause.first}.read(); }

}  // namespace entente::extract::speech
