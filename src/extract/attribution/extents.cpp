// SPDX-License-Identifier: Apache-2.0
#include "extract/attribution/extents.h"

#include <algorithm>

namespace entente::extract::speech {
namespace {

constexpr std::size_t longest_content = 250, longest_adverbial = 24, clause_evidence = 12;

bool at_end(const std::vector<Item>& items, std::size_t at, std::size_t last) {
  return at >= last || is_stop(items[at].mark) || items[at].is_mark(';') || items[at].is_mark(')');
}

bool is_folded(const std::vector<Item>& items, std::size_t at, std::size_t last, std::u32string_view word) {
  return at < last && items[at].is_word() && items[at].folded == word;
}

// A base verb may follow: "to end the war", "to immediately stop".
bool starts_infinitive(const std::vector<Item>& items, std::size_t at, std::size_t last) {
  std::size_t i = at;
  if (is_folded(items, i, last, U"not")) ++i;
  if (!is_folded(items, i, last, U"to") || i + 1 >= last) return false;
  const Item& next = items[i + 1];
  return next.is_word() && !next.capital && !next.is(class_determiner | class_object | class_time) && !next.folded.ends_with(U"ing");
}

bool shows_clause(const std::vector<Item>& items, std::size_t at, std::size_t last) {
  const std::size_t limit = std::min(last, at + clause_evidence);
  for (std::size_t i = at + 1; i < limit; ++i) {
    const Item& item = items[i];
    if (item.kind == ItemKind::mark && !item.is_mark('\'') && !item.is_mark(0x2019) && !item.is_mark('-') && !item.is_mark('.')) return false;
    if (item.is(class_relative | class_subordinator) && (!item.is(class_determiner) || item.folded == U"that")) return false;
    if (item.folded == U"to" && item.is_word()) return false;
    if (item.is(class_auxiliary)) return true;
    if (item.is(class_pronoun) && !item.is(class_object)) return true;
    if (item.is_word() && item.uses && !item.capital && items[i - 1].is_word() && (items[i - 1].capital || items[i - 1].is(class_pronoun)) &&
        std::any_of(item.uses->begin(), item.uses->end(), [](const VerbUse& use) { return (use.forms & (form_s | form_past)) != 0; }))
      return true;
  }
  return false;
}

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

  bool is_introduced() const { return over() || word(U"that") || is_quote_next() || items[at].is_mark(':') || items[at].is_mark(','); }

  void take_told() {
    if (!group.may(frame_told) || over() || word(U"that") || is_quote_next()) return;
    const Range phrase = noun_phrase_at(items, at, last());
    if (phrase.empty()) return;
    out.told = phrase;
    at = phrase.end;
  }

  bool skip_adverb() {
    if (at >= last() || !items[at].is_word() || !is_adverb(items[at]) || items[at].is(class_determiner)) return false;
    // "said there was", "said only one of them": words of the clause.
    if (items[at].is(class_weak) || items[at].folded == U"only" || items[at].folded == U"even" || items[at].folded == U"just") return false;
    ++at;
    return true;
  }

  bool skip_adverbial() {
    if (skip_adverb()) return true;
    if (const std::size_t after = skip_time(items, at, last()); after > at) {
      at = after;
      return true;
    }
    const bool takes_phrase = !group.may(frame_clause | frame_that | frame_quote | frame_infinitive | frame_told);
    if (takes_phrase || at >= last() || !items[at].is_word() || !items[at].is(class_preposition)) return false;
    if (items[at].folded == U"to" && group.may(frame_infinitive) && starts_infinitive(items, at, last())) return false;
    const std::size_t after = skip_prepositional(items, at, last());
    if (after <= at) return false;
    at = after;
    return true;
  }

  // "said, however, that": words between commas before what is introduced.
  bool skip_parenthesis() {
    if (at + 1 >= last() || !items[at].is_mark(',') || items[at + 1].is_quote() || !group.may(frame_clause | frame_that | frame_quote)) return false;
    const Item& start = items[at + 1];
    if (!start.is_word() || !(start.is(class_preposition | class_subordinator | class_manner) || is_adverb(start) || start.folded.ends_with(U"ing")))
      return false;
    for (std::size_t i = at + 2; i < last() && i < at + longest_adverbial; ++i) {
      if (is_stop(items[i].mark) || items[i].is_quote()) return false;
      if (!items[i].is_mark(',')) continue;
      if (!is_folded(items, i + 1, last(), U"that") && !(i + 1 < last() && items[i + 1].is_quote())) return false;
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
    if (over()) return true;
    const Item& item = items[at];
    return item.is_word() && item.is(class_subordinator) && !item.is(class_preposition | class_adverb) && item.folded != U"if" &&
           item.folded != U"that" && item.folded != U"unless" && item.folded != U"although" && item.folded != U"though" && !is_question_word();
  }

  bool is_question_word() const {
    return word(U"why") || word(U"how") || word(U"what") || word(U"where") || word(U"who") || word(U"whom") || word(U"when") ||
           word(U"whether") || word(U"which");
  }

  void set(RightKind kind, std::size_t begin, std::size_t end) {
    out.kind = kind;
    out.content = {begin, end};
    if (out.content.empty()) out.kind = RightKind::none;
  }

  bool read_that() {
    if (!group.may(frame_clause | frame_that | frame_told) || !(word(U"that") || (at + 1 < last() && items[at].is_mark(',') && is_folded(items, at + 1, last(), U"that"))))
      return false;
    at += items[at].is_mark(',') ? 2 : 1;
    if (at < last() && items[at].is_mark(',') && !(at + 1 < last() && items[at + 1].is_quote())) ++at;
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
    if (alone || marked || items[quote].last == '.' || items[quote].last == ',' || items[quote].last == '?' || items[quote].last == '!')
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

  bool read_infinitive() {
    if (!group.may(frame_infinitive) || !starts_infinitive(items, at, last())) return false;
    const std::size_t verb = at + (word(U"not") ? 2 : 1);
    if (is_mute(verb)) return true;
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
    if (!group.may(frame_noun | frame_rejected) || at + 2 >= last() || !items[at].is(class_determiner)) return false;
    std::size_t noun = at + 1;
    while (noun < last() && noun < at + 4 && items[noun].is_word() && !items[noun].is(class_named)) ++noun;
    if (noun + 1 >= last() || !items[noun].is_word() || !items[noun].is(class_named)) return false;
    const bool that = is_folded(items, noun + 1, last(), U"that"), of = is_folded(items, noun + 1, last(), U"of");
    if (!that && !of) return false;
    out.cue_end = noun + 1;
    at = noun + 2;
    set(that ? RightKind::clause : RightKind::noun, at, that ? clause_end(items, clause, at) : phrase_end(items, clause, at));
    return true;
  }

  bool is_vacant() const { return at < last() && items[at].is_word() && items[at].is(class_vacant); }

  static bool looks_adjective(const Item& item) {
    if (!item.is_word() || item.capital || item.folded.size() < 5) return false;
    static constexpr std::u32string_view ends[] = {U"ive", U"ous", U"ful", U"ble", U"less", U"ent", U"ant", U"ic", U"ing", U"ed", U"al", U"ary"};
    return std::any_of(std::begin(ends), std::end(ends), [&](std::u32string_view end) { return item.folded.ends_with(end); });
  }

  // "called the talks useful", "called it a mistake", "called Smith "weak"": something, and what it is called.
  bool read_name() {
    if (!group.may(frame_name)) return false;
    const Range object = noun_phrase_at(items, at, last());
    const std::size_t end = phrase_end(items, clause, at);
    if (object.empty()) return names_after_bare_noun(end) && named(end);
    std::size_t i = object.end;
    if (i < end && items[i].is_quote()) return named(end);
    const bool takes_object = is_pronoun(items, object) || items[object.begin].is(class_object);
    if (i < end && items[i].is(class_determiner) && !items[i].is(class_preposition)) return named(end);
    if (i < end && takes_object && items[i].is_word() && !items[i].is(class_preposition | class_auxiliary | class_time | class_adverb)) return named(end);
    if (i < end && looks_adjective(items[i])) return named(end);
    if (names_after_bare_noun(end)) return named(end);
    if (object.end > object.begin + 2 && looks_adjective(items[object.end - 1]) && items[object.begin].is(class_determiner)) return named(end);
    return false;
  }
  // "called nuclear power a dead end"
  bool names_after_bare_noun(std::size_t end) const {
    std::size_t i = at;
    while (i < end && i < at + 5 && items[i].is_word() && !items[i].is(class_determiner | class_preposition | class_auxiliary)) ++i;
    return i > at && i < end && (items[i].is_quote() || items[i].folded == U"a" || items[i].folded == U"an");
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

  bool read_noun() {
    if (!group.may(frame_noun) || is_vacant() || over() || items[at].kind == ItemKind::mark || skip_time(items, at, last()) > at) return false;
    const Item& start = items[at];
    if (start.is_word() && start.is(class_negation) && !start.is(class_determiner)) return false;
    if (start.is_word() && start.is(class_preposition | class_auxiliary | class_joiner | class_adversative | class_relative) && !start.is(class_determiner))
      return false;
    set(RightKind::noun, at, phrase_end(items, clause, at));
    return true;
  }

  bool read_question() {
    if (!group.may(frame_question) || !is_question_word()) return false;
    set(RightKind::clause, at, clause_end(items, clause, at));
    return true;
  }

  bool read_bare_clause() {
    if (!group.may(frame_clause) || at >= last() || is_vacant()) return false;
    const Item& item = items[at];
    if (item.kind == ItemKind::mark || item.is(class_joiner | class_adversative) || is_question_word()) return false;
    if (item.is(class_preposition) && !item.is(class_subordinator | class_determiner) && !shows_clause(items, at, last())) return false;
    const bool moved = at > group.end && skip_time(items, group.end, last()) != at;
    if ((group.may(frame_noun | frame_told) || moved) && !shows_clause(items, at, last()) && !item.is(class_pronoun | class_contracted)) return false;
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
    return out.told && !over() && items[at].is_word() && (items[at].is(class_auxiliary) || (items[at].uses && !items[at].is(class_preposition)));
  }

  Right read() {
    at = group.end;
    out.cue_end = group.end;
    if (read_that() || read_quote()) return finished();
    const std::size_t start = at;
    if (group.may(frame_noun | frame_name | frame_as | frame_somebody_to | frame_infinitive) && !over()) {
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

// A mark that the verb itself introduces something: "that" or a quotation.
bool has_sign(const std::vector<Item>& items, Clause clause, const VerbGroup& group) {
  std::size_t i = group.end;
  if (group.may(frame_told)) i = std::max(i, noun_phrase_at(items, i, clause.last).end);
  while (i < clause.last && items[i].is_word() && is_adverb(items[i])) ++i;
  if (i < clause.last && (items[i].is_mark(',') || items[i].is_mark(':'))) ++i;
  if (i >= clause.last) return false;
  if (items[i].is_quote() || (items[i].is_word() && items[i].folded == U"that")) return true;
  return i == group.end && group.may(frame_clause) && !group.may(frame_noun | frame_told | frame_ambiguous) && !group.participle &&
         (items[i].capital || items[i].is(class_determiner | class_pronoun | class_contracted));
}

bool is_shared_form(const VerbGroup& group) {
  return !group.infinitive && !group.passive && !group.modal && (group.participle || (group.forms & (form_past | form_s)) != 0);
}

std::optional<VerbGroup> verb_past_adverbs(const std::vector<Item>& items, Clause clause, std::size_t at) {
  for (std::size_t i = at; i < clause.last && i < at + 5; ++i) {
    if (!items[i].is_word()) return std::nullopt;
    if (items[i].uses)
      if (const auto group = verb_group_at(items, clause, i); group && group->begin <= at) return group;
    if (!is_adverb(items[i]) && !items[i].is(class_auxiliary)) return std::nullopt;
  }
  return std::nullopt;
}

// "..., the envoy said on Monday." at the sentence's end.
bool is_tail_attribution(const std::vector<Item>& items, Clause clause, std::size_t at) {
  const Range source = noun_phrase_at(items, at, clause.last);
  if (source.empty() || source.end >= clause.last || !items[source.end].uses) return false;
  const auto group = verb_group_at(items, clause, source.end);
  if (!group || !group->may(frame_clause) || !(group->forms & (form_past | form_s)) || group->negated) return false;
  std::size_t end = group->end;
  if (end + 1 < clause.last && (items[end].is_mark(',') || items[end].is_mark(':')) && items[end + 1].is_quote()) return true;
  while (!at_end(items, end, clause.last)) {
    std::size_t after = skip_time(items, end, clause.last);
    if (after == end) after = skip_prepositional(items, end, clause.last);
    if (after == end) return false;
    end = after;
  }
  return true;
}

// "..., and the union noted that"
bool is_other_report(const std::vector<Item>& items, Clause clause, std::size_t at) {
  const Range source = noun_phrase_at(items, at, clause.last);
  if (source.empty() || source.end >= clause.last || !items[source.end].uses || !names_somebody(items, source)) return false;
  const auto group = verb_group_at(items, clause, source.end);
  return group && group->may(frame_clause) && is_shared_form(*group) && group->end < clause.last && items[group->end].is_word() &&
         items[group->end].folded == U"that";
}

// "said the deal was dead and urged both sides to talk": the speaker's own, unless the clause before has him as its subject.
bool is_own_order(const std::vector<Item>& items, Clause clause, std::size_t content, const VerbGroup& group) {
  if (items[content].is(class_pronoun | class_contracted)) return false;
  if (group.end > group.head + 1) return true;
  if (!group.may(frame_infinitive | frame_somebody_to)) return false;
  if (starts_infinitive(items, group.end, clause.last)) return true;
  const Range phrase = noun_phrase_at(items, group.end, clause.last);
  return !phrase.empty() && starts_infinitive(items, phrase.end, clause.last);
}

bool ends_content(const std::vector<Item>& items, Clause clause, std::size_t at, std::size_t i, bool phrase) {
  const Item& item = items[i];
  const bool comma = item.is_mark(','), joiner = item.is_word() && item.is(class_joiner | class_adversative);
  if (!comma && !joiner && !is_dash(item)) return false;
  if (joiner && is_other_report(items, clause, i + 1)) return true;
  if (comma && is_folded(items, i + 1, clause.last, U"according") && is_folded(items, i + 2, clause.last, U"to")) return true;
  if (comma && is_tail_attribution(items, clause, i + 1)) return true;
  const auto further = further_verb(items, clause, i);
  return further && (phrase || comma || has_sign(items, clause, *further) || is_own_order(items, clause, at, *further));
}

std::size_t trimmed_end(const std::vector<Item>& items, std::size_t at, std::size_t end) {
  while (end > at && items[end - 1].kind == ItemKind::mark && !items[end - 1].is_mark(')') && !items[end - 1].is_mark(']') &&
         !items[end - 1].is_mark('%'))
    --end;
  return end;
}

// "as talks stalled", not "as a gift".
bool is_clause_after_as(const std::vector<Item>& items, Clause clause, std::size_t at) {
  if (at < clause.last && (items[at].folded == U"a" || items[at].folded == U"an" || items[at].is(class_preposition | class_adverb))) return false;
  const auto verbal = [](const Item& item) {
    return item.is_word() && (item.is(class_auxiliary) || item.folded.ends_with(U"ed") || (item.uses && !item.capital));
  };
  const std::size_t limit = std::min(clause.last, at + 7);
  for (std::size_t i = at + 1; i < limit && items[i].is_word(); ++i)
    if (verbal(items[i])) return true;
  return false;
}

// "in a speech", "on Sunday": where and when it was said, not what.
bool is_venue_phrase(const std::vector<Item>& items, Clause clause, std::size_t at) {
  if (items[at].folded != U"in" && items[at].folded != U"during" && items[at].folded != U"at" && items[at].folded != U"on") return false;
  const Range phrase = noun_phrase_at(items, at + 1, clause.last);
  return !phrase.empty() && (items[phrase.begin].folded == U"a" || items[phrase.begin].folded == U"an") && items[phrase.end - 1].is(class_venue);
}

bool ends_phrase(const std::vector<Item>& items, Clause clause, std::size_t at, std::size_t i) {
  const Item& item = items[i];
  if (is_dash(item) && item.mark != '-') return true;
  if (item.is_word() && item.is(class_subordinator) && !item.is(class_relative | class_determiner) && i > at + 1) {
    static constexpr std::u32string_view background[] = {U"as", U"while", U"when", U"because", U"although", U"though", U"since", U"whereas"};
    if (std::find(std::begin(background), std::end(background), item.folded) == std::end(background)) return false;
    return item.folded != U"as" || is_clause_after_as(items, clause, i + 1);
  }
  if (item.is_word() && item.is(class_adversative) && items[i - 1].is_quote()) return true;
  if (item.is_word() && item.is(class_preposition) && is_venue_phrase(items, clause, i)) return true;
  if (!item.is_mark(',')) return false;
  // A list goes on past its commas.
  if (i + 1 < clause.last && items[i + 1].is(class_joiner)) return false;
  for (std::size_t j = i + 1; j < clause.last && j < i + 14; ++j) {
    if (items[j].kind == ItemKind::mark && !items[j].is_mark(',')) return true;
    if (items[j].is(class_auxiliary | class_adversative | class_pronoun) && !items[j].is(class_relative)) return true;
    if (j == i + 1 && (items[j].is(class_relative | class_subordinator) || items[j].folded.ends_with(U"ing"))) return true;
    if (items[j].is(class_joiner) && items[j - 1].is_mark(',')) return false;
    if (items[j].is(class_joiner) && j < i + 8) return false;
  }
  return true;
}

std::size_t scan(const std::vector<Item>& items, Clause clause, std::size_t at, bool phrase) {
  const std::size_t limit = std::min(clause.last, at + longest_content);
  for (std::size_t i = at; i < limit; ++i) {
    if (items[i].is_mark(';') || (items[i].is_mark(':') && i + 1 == clause.last)) return trimmed_end(items, at, i);
    if (i > at && ends_content(items, clause, at, i, phrase)) return trimmed_end(items, at, i);
    if (phrase && i > at && ends_phrase(items, clause, at, i)) return trimmed_end(items, at, i);
  }
  return trimmed_end(items, at, limit);
}

}  // namespace

Right right_of(const std::vector<Item>& items, Clause clause, const VerbGroup& group) {
  return RightReader{items, clause, group, {}}.read();
}

std::size_t clause_end(const std::vector<Item>& items, Clause clause, std::size_t at) { return scan(items, clause, at, false); }
std::size_t phrase_end(const std::vector<Item>& items, Clause clause, std::size_t at) { return scan(items, clause, at, true); }

std::optional<VerbGroup> further_verb(const std::vector<Item>& items, Clause clause, std::size_t at) {
  const bool comma = items[at].is_mark(',') || is_dash(items[at]);
  std::size_t i = at + (comma ? 1 : 0);
  bool joined = false;
  while (i < clause.last && items[i].is_word() && (items[i].is(class_joiner | class_adversative) || items[i].folded == U"then") && i < at + 4) {
    joined = joined || items[i].is(class_joiner | class_adversative);
    ++i;
  }
  if (i >= clause.last || !items[i].is_word()) return std::nullopt;
  const auto group = verb_past_adverbs(items, clause, i);
  if (!group || !is_shared_form(*group) || (!joined && !group->participle)) return std::nullopt;
  return group;
}

}  // namespace entente::extract::speech
