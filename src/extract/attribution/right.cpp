// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/attribution/extents.h"
#include "extract/attribution/signs.h"

namespace entente::extract::speech {
namespace {

constexpr std::size_t longest_adverbial = 24;

struct RightReader {
  const std::vector<Item>& items;
  Clause clause;
  const VerbGroup& group;
  Right out;
  std::size_t at = 0;

  std::size_t last() const { return clause.last; }
  bool over() const { return at_end(items, at, last()); }
  bool word(std::u32string_view wanted) const { return is_folded(items, at, last(), wanted); }

  bool is_quote_next() const {
    std::size_t i = at;
    if (i < last() && (items[i].is_mark(',') || items[i].is_mark(':') || is_dash(items[i]))) ++i;
    return i < last() && items[i].is_quote();
  }

  bool is_introduced() const {
    return over() || word(U"that") || is_quote_next() || items[at].is_mark(':') ||
           items[at].is_mark(',');
  }

  void take_told() {
    if (!group.may(frame_told) || over() || word(U"that") || is_quote_next()) return;
    Range phrase = noun_phrase_at(items, at, last());
    if (phrase.empty()) phrase = described_persons();
    if (phrase.empty()) return;
    out.told = phrase;
    at = phrase.end;
  }

  // "told visiting Norran mediators"
  Range described_persons() const {
    constexpr std::size_t most_words = 4;
    constexpr std::uint64_t ends = class_relative | class_auxiliary | class_pronoun |
                                   class_preposition | class_subordinator | class_joiner;
    for (std::size_t i = at; i < last() && i < at + most_words; ++i) {
      if (!items[i].is_word() || items[i].is(ends)) break;
      if (items[i].is(class_person)) return {at, i + 1};
    }
    return {at, at};
  }

  bool skip_adverb() {
    if (at >= last() || !items[at].is_word() || !is_adverb(items[at]) ||
        items[at].is(class_determiner))
      return false;
    // "said there was", "said only one of them": words of the clause.
    if (items[at].is(class_weak) || items[at].folded == U"only" || items[at].folded == U"even" ||
        items[at].folded == U"just")
      return false;
    ++at;
    return true;
  }

  bool skip_adverbial() {
    if (skip_adverb()) return true;
    if (const std::size_t after = skip_time(items, at, last()); after > at) {
      at = after;
      return true;
    }
    const bool takes_phrase =
        !group.may(frame_clause | frame_that | frame_quote | frame_infinitive | frame_told);
    if (takes_phrase || at >= last() || !items[at].is_word() || !items[at].is(class_preposition))
      return false;
    if (items[at].folded == U"to" && group.may(frame_infinitive) &&
        starts_infinitive(items, at, last()))
      return false;
    const std::size_t after = skip_prepositional(items, at, last());
    if (after <= at) return false;
    at = after;
    return true;
  }

  // "said, however, that": words between commas before what is introduced.
  bool skip_parenthesis() {
    if (at + 1 >= last() || !items[at].is_mark(',') || items[at + 1].is_quote() ||
        !group.may(frame_clause | frame_that | frame_quote))
      return false;
    const Item& start = items[at + 1];
    if (!start.is_word() || !(start.is(class_preposition | class_subordinator | class_manner) ||
                              is_adverb(start) || start.folded.ends_with(U"ing")))
      return false;
    for (std::size_t i = at + 2; i < last() && i < at + longest_adverbial; ++i) {
      if (is_stop(items[i].mark) || items[i].is_quote()) return false;
      if (!items[i].is_mark(',')) continue;
      if (!is_folded(items, i + 1, last(), U"that") && !(i + 1 < last() && items[i + 1].is_quote()))
        return false;
      at = i + 1;
      return true;
    }
    return false;
  }

  void skip_adverbials() {
    const std::size_t limit = at + longest_adverbial;
    while (at < limit && skip_adverbial()) continue;
    skip_parenthesis();
  }

  // Words that cannot begin a clause: what follows the verb only says when, where or how.
  bool trails() const {
    if (over() || is_relative_that() || is_occasion()) return true;
    const Item& item = items[at];
    return item.is_word() && item.is(class_subordinator) &&
           !item.is(class_preposition | class_adverb) && item.folded != U"if" &&
           item.folded != U"that" && item.folded != U"unless" && item.folded != U"although" &&
           item.folded != U"though" && !is_question_word();
  }

  // "when asked about the port", "so again": how it came to be said.
  bool is_occasion() const {
    if (at + 1 >= last()) return false;
    if (word(U"so")) return at == group.end && !shows_clause(items, at, last());
    return (word(U"when") || word(U"while") || word(U"after") || word(U"if")) &&
           items[at + 1].is_word() && items[at + 1].is(class_manner);
  }

  bool is_question_word() const {
    return word(U"why") || word(U"how") || word(U"what") || word(U"where") || word(U"who") ||
           word(U"whom") || word(U"when") || word(U"whether") || word(U"which");
  }

  void set(RightKind kind, std::size_t begin, std::size_t end) {
    out.kind = kind;
    out.content = {begin, end};
    if (out.content.empty()) out.kind = RightKind::none;
  }

  // "told the council in a speech that was broken off": said of the speech, not in it.
  bool is_relative_that() const {
    return at > group.end && at + 1 < last() && word(U"that") && items[at + 1].is_word() &&
           items[at + 1].is(class_auxiliary) && items[at - 1].is_word();
  }

  bool read_that() {
    if (is_relative_that() || !group.may(frame_clause | frame_that | frame_told) ||
        !(word(U"that") ||
          (at + 1 < last() && items[at].is_mark(',') && is_folded(items, at + 1, last(), U"that"))))
      return false;
    at += items[at].is_mark(',') ? 2 : 1;
    if (at < last() && items[at].is_mark(',') && !(at + 1 < last() && items[at + 1].is_quote()))
      ++at;
    out.with_that = true;
    set(RightKind::clause, at, clause_end(items, clause, at));
    return true;
  }

  bool read_quote() {
    if (!is_quote_next()) return false;
    const bool marked = !items[at].is_quote();
    const std::size_t quote = marked ? at + 1 : at;
    if (!group.may(frame_quote | frame_clause | frame_told)) return false;
    const std::size_t end = clause_end(items, clause, quote);
    const bool alone = end == quote + 1;
    if (alone || marked || items[quote].last == '.' || items[quote].last == ',' ||
        items[quote].last == '?' || items[quote].last == '!')
      set(RightKind::quote, quote, quote + 1);
    else
      set(RightKind::clause, quote, end);
    return true;
  }

  bool read_colon() {
    if (over() || !items[at].is_mark(':')) return false;
    if (at + 1 == last())
      out.kind = RightKind::colon;
    else if (group.may(frame_clause | frame_quote))
      set(RightKind::clause, at + 1, clause_end(items, clause, at + 1));
    return true;
  }

  // "declined to comment", "asked not to be named": nothing was said.
  bool is_mute(std::size_t verb) const {
    if (items[verb].is(class_mute)) return group.may(frame_rejected);
    return items[verb].folded == U"be" && verb + 1 < last() && items[verb + 1].is(class_mute);
  }

  // "sought to reassure": what was said is not told.
  bool is_only_speech(std::size_t verb) const {
    return items[verb].uses && at_end(items, verb + 1, last()) && !group.may(frame_rejected);
  }

  bool read_infinitive() {
    if (!group.may(frame_infinitive) || !starts_infinitive(items, at, last())) return false;
    const std::size_t verb = at + (word(U"not") ? 2 : 1);
    if (is_mute(verb) || is_only_speech(verb)) return true;
    set(RightKind::infinitive, at, phrase_end(items, clause, at));
    return true;
  }

  bool read_somebody_to() {
    if (!group.may(frame_somebody_to)) return false;
    const Range phrase = noun_phrase_at(items, at, last());
    if (phrase.empty() || !starts_infinitive(items, phrase.end, last())) return false;
    set(RightKind::infinitive, at, phrase_end(items, clause, at));
    return true;
  }

  // "dismissed the idea that", "ruled out the possibility of": the cue takes the noun along.
  bool read_named() {
    if (!group.may(frame_noun | frame_rejected) || at + 2 >= last() ||
        !(items[at].is(class_determiner) || items[at].capital))
      return false;
    constexpr std::uint64_t naming = class_named | class_calling;
    std::size_t noun = at + 1;
    while (noun < last() && noun < at + 4 && items[noun].is_word() && !items[noun].is(naming))
      ++noun;
    if (noun + 1 >= last() || !items[noun].is_word() || !items[noun].is(naming)) return false;
    if (items[at].capital && !is_possessive(items[noun - 1])) return false;
    const bool that = is_folded(items, noun + 1, last(), U"that"),
               of = is_folded(items, noun + 1, last(), U"of") ||
                    (items[noun].is(class_calling) && is_folded(items, noun + 1, last(), U"for"));
    if (!that && !of) return false;
    out.cue_end = noun + 1;
    at = noun + 2;
    set(that ? RightKind::clause : RightKind::noun, at,
        that ? clause_end(items, clause, at) : phrase_end(items, clause, at));
    return true;
  }

  bool is_vacant() const {
    return at < last() && items[at].is_word() && items[at].is(class_vacant);
  }

  static bool looks_adjective(const Item& item) {
    if (!item.is_word() || item.capital || item.folded.size() < 5) return false;
    static constexpr std::u32string_view ends[] = {U"ive", U"ous", U"ful", U"ble", U"less", U"ent",
                                                   U"ant", U"ic",  U"ing", U"ed",  U"al",   U"ary"};
    return std::any_of(std::begin(ends), std::end(ends),
                       [&](std::u32string_view end) { return item.folded.ends_with(end); });
  }

  // "called the talks useful", "called it a mistake", "called Smith "weak"": something, and what it
  // is called.
  bool read_name() {
    if (!group.may(frame_name)) return false;
    const Range object = noun_phrase_at(items, at, last());
    const std::size_t end = phrase_end(items, clause, at);
    if (object.empty()) return names_after_bare_noun(end) && named(end);
    std::size_t i = object.end;
    if (i < end && items[i].is_quote()) return named(end);
    const bool takes_object = is_pronoun(items, object) || items[object.begin].is(class_object);
    if (i < end && items[i].is(class_determiner) && !items[i].is(class_preposition))
      return named(end);
    if (i < end && takes_object && items[i].is_word() &&
        !items[i].is(class_preposition | class_auxiliary | class_time | class_adverb))
      return named(end);
    if (i < end && looks_adjective(items[i])) return named(end);
    if (names_after_bare_noun(end)) return named(end);
    if (object.end > object.begin + 2 && looks_adjective(items[object.end - 1]) &&
        items[object.begin].is(class_determiner))
      return named(end);
    return false;
  }
  // "called nuclear power a dead end"
  bool names_after_bare_noun(std::size_t end) const {
    std::size_t i = at;
    while (i < end && i < at + 5 && items[i].is_word() &&
           !items[i].is(class_determiner | class_preposition | class_auxiliary))
      ++i;
    return i > at && i < end &&
           (items[i].is_quote() || items[i].folded == U"a" || items[i].folded == U"an");
  }
  bool named(std::size_t end) {
    set(RightKind::naming, at, end);
    return true;
  }

  bool read_as() {
    if (!group.may(frame_as)) return false;
    const std::size_t end = phrase_end(items, clause, at);
    for (std::size_t i = at; i + 1 < end && i < at + longest_adverbial; ++i) {
      if (items[i].is_mark(',')) return false;
      if (!is_folded(items, i, end, U"as")) continue;
      set(RightKind::naming, at, end);
      return i > at;
    }
    return false;
  }

  // "posted this on Sunday:": the words themselves are still to come.
  bool is_pointer() const {
    return items[last() - 1].is_mark(':') && (word(U"this") || word(U"these")) &&
           !shows_clause(items, at, last());
  }

  static bool is_currency(const Item& item) {
    return item.is_mark(U'$') || item.is_mark(U'\u00A3') || item.is_mark(U'\u20AC');
  }

  bool read_noun() {
    if (!group.may(frame_noun) || is_vacant() || over() || is_pointer() ||
        (items[at].kind == ItemKind::mark && !is_currency(items[at])) ||
        skip_time(items, at, last()) > at)
      return false;
    const Item& start = items[at];
    if (start.is_word() && start.is(class_negation) && !start.is(class_determiner)) return false;
    if (start.is_word() &&
        start.is(class_preposition | class_auxiliary | class_joiner | class_adversative |
                 class_relative) &&
        !start.is(class_determiner))
      return false;
    set(RightKind::noun, at, phrase_end(items, clause, at));
    return true;
  }

  bool read_question() {
    if (!group.may(frame_question) || !is_question_word()) return false;
    set(RightKind::clause, at, clause_end(items, clause, at));
    return true;
  }

  // "maintains it has to", not "maintains order"
  bool is_pronoun_clause() const {
    return group.may(frame_that) && at + 1 < last() && items[at].is_word() &&
           items[at].is(class_pronoun | class_contracted) && !items[at].is(class_relative) &&
           (items[at].is(class_contracted) ||
            (items[at + 1].is_word() && items[at + 1].is(class_auxiliary)));
  }

  bool read_bare_clause() {
    if (!(group.may(frame_clause) || is_pronoun_clause()) || at >= last() || is_vacant() ||
        is_pointer())
      return false;
    const Item& item = items[at];
    if (item.kind == ItemKind::mark || item.is(class_joiner | class_adversative) ||
        is_question_word())
      return false;
    if (item.is(class_preposition) && !item.is(class_subordinator | class_determiner) &&
        !shows_clause(items, at, last()))
      return false;
    const bool moved = at > group.end && skip_time(items, group.end, last()) != at;
    if ((group.may(frame_noun | frame_told) || moved) && !shows_clause(items, at, last()) &&
        !item.is(class_pronoun | class_contracted))
      return false;
    if (at + 1 >= last() || at_end(items, at + 1, last())) return false;
    set(RightKind::clause, at, clause_end(items, clause, at));
    return true;
  }

  void read_direct_object() {
    if (read_somebody_to() || read_as() || read_name() || read_named()) return;
    if (read_infinitive() || read_question()) return;
    if (group.may(frame_told) || read_bare_clause()) return;
    read_noun();
  }

  // "warned the talks would fail": what looked like the one spoken to is what is spoken of.
  bool is_told_subject() const {
    return out.told && !over() && items[at].is_word() &&
           (items[at].is(class_auxiliary) || (items[at].uses && !items[at].is(class_preposition)));
  }

  // "officials briefed on the talks said": the sentence's own verb is still to come.
  bool is_participle() const {
    if (at == group.end || over() || !items[at].uses || group.passive || group.begin != group.head)
      return false;
    const auto verb = verb_group_at(items, clause, at);
    return verb && verb->begin == at && verb->may(frame_clause) && !verb->may(frame_ambiguous) &&
           (verb->forms & form_past) != 0;
  }

  Right read() {
    at = group.end;
    out.cue_end = group.end;
    if (read_that() || read_quote()) return finished();
    const std::size_t start = at;
    if (group.may(frame_noun | frame_name | frame_as | frame_somebody_to | frame_infinitive) &&
        !over()) {
      read_direct_object();
      if (out.kind != RightKind::none) return finished();
      at = start;
      out.cue_end = group.end;
    }
    take_told();
    if (is_told_subject()) {
      at = start;
      out.told.reset();
      if (read_bare_clause()) return finished();
    }
    skip_adverbials();
    if (is_participle()) return finished();
    if (read_that() || read_quote() || read_colon() || trails()) return finished();
    if (read_infinitive() || read_question() || read_bare_clause()) return finished();
    if (at > start && skip_time(items, start, last()) == at) {
      read_noun();
    }
    return finished();
  }
  Right finished() {
    out.stopped = at;
    return out;
  }
};

}  // namespace

Right right_of(const std::vector<Item>& items, Clause clause, const VerbGroup& group) {
  return RightReader{items, clause, group, {}}.read();
}

}  // namespace entente::extract::speech
