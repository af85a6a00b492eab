// SPDX-License-Identifier: Apache-2.0
#include "extract/attribution/extents.h"

#include <algorithm>

#include "extract/attribution/signs.h"

namespace entente::extract::speech {
namespace {

constexpr std::size_t longest_content = 250;

// A mark that the verb itself introduces something: "that" or a quotation.
bool has_sign(const std::vector<Item>& items, Clause clause, const VerbGroup& group) {
  std::size_t i = group.end;
  if (group.may(frame_told)) i = std::max(i, noun_phrase_at(items, i, clause.last).end);
  while (i < clause.last && items[i].is_word() && is_adverb(items[i])) ++i;
  if (i < clause.last && (items[i].is_mark(',') || items[i].is_mark(':'))) ++i;
  if (i >= clause.last) return false;
  if (items[i].is_quote() || (items[i].is_word() && items[i].folded == U"that")) return true;
  return i == group.end && group.may(frame_clause) &&
         !group.may(frame_noun | frame_told | frame_ambiguous) && !group.participle &&
         (items[i].capital || items[i].is(class_determiner | class_pronoun | class_contracted));
}

bool is_shared_form(const VerbGroup& group) {
  return !group.infinitive && !group.passive && !group.modal &&
         (group.participle || (group.forms & (form_past | form_s)) != 0);
}

std::optional<VerbGroup> verb_past_adverbs(const std::vector<Item>& items, Clause clause,
                                           std::size_t at) {
  for (std::size_t i = at; i < clause.last && i < at + 5; ++i) {
    if (!items[i].is_word()) return std::nullopt;
    if (items[i].uses)
      if (const auto group = verb_group_at(items, clause, i); group && group->begin <= at)
        return group;
    if (!is_adverb(items[i]) && !items[i].is(class_auxiliary)) return std::nullopt;
  }
  return std::nullopt;
}

// "..., the envoy said on Monday." at the sentence's end.
bool is_tail_attribution(const std::vector<Item>& items, Clause clause, std::size_t at) {
  const Range source = noun_phrase_at(items, at, clause.last);
  if (source.empty() || source.end >= clause.last || !items[source.end].uses) return false;
  const auto group = verb_group_at(items, clause, source.end);
  if (!group || !group->may(frame_clause) || !(group->forms & (form_past | form_s)) ||
      group->negated)
    return false;
  std::size_t end = group->end;
  if (end + 1 < clause.last && (items[end].is_mark(',') || items[end].is_mark(':')) &&
      items[end + 1].is_quote())
    return true;
  while (!at_end(items, end, clause.last)) {
    std::size_t after = skip_time(items, end, clause.last);
    if (after == end) after = skip_prepositional(items, end, clause.last);
    if (after == end) return false;
    end = after;
  }
  return true;
}

// Past a name between commas: "the minister, Ada Bright, warned".
std::size_t skip_apposition(const std::vector<Item>& items, Clause clause, std::size_t at) {
  if (at + 2 >= clause.last || !items[at].is_mark(',') || !items[at + 1].capital) return at;
  const Range name = noun_phrase_at(items, at + 1, clause.last);
  const bool closed = !name.empty() && name.end < clause.last && items[name.end].is_mark(',');
  return closed ? name.end + 1 : at;
}

// "..., and the union noted that", "..., and the minister, Ada Bright, warned that"
bool is_other_report(const std::vector<Item>& items, Clause clause, std::size_t at) {
  const Range source = noun_phrase_at(items, at, clause.last);
  if (source.empty() || !names_somebody(items, source)) return false;
  const std::size_t verb = skip_apposition(items, clause, source.end);
  if (verb >= clause.last || !items[verb].uses) return false;
  const auto group = verb_group_at(items, clause, verb);
  return group && group->may(frame_clause) && is_shared_form(*group) && group->end < clause.last &&
         items[group->end].is_word() && items[group->end].folded == U"that";
}

// "said the deal was dead and urged both sides to talk": the speaker's own, unless the clause
// before has him as its subject.
bool is_own_order(const std::vector<Item>& items, Clause clause, std::size_t content,
                  const VerbGroup& group) {
  if (items[content].is(class_pronoun | class_contracted)) return false;
  if (group.end > group.head + 1) return true;
  if (!group.may(frame_infinitive | frame_somebody_to)) return false;
  if (starts_infinitive(items, group.end, clause.last)) return true;
  const Range phrase = noun_phrase_at(items, group.end, clause.last);
  return !phrase.empty() && starts_infinitive(items, phrase.end, clause.last);
}

// ", and she announced a new round": the speaker goes on, named again by a pronoun.
bool is_own_report(const std::vector<Item>& items, Clause clause, std::size_t comma) {
  const std::size_t pronoun = comma + 2;
  if (pronoun + 1 >= clause.last || !items[comma + 1].is(class_joiner) ||
      !(items[pronoun].folded == U"he" || items[pronoun].folded == U"she"))
    return false;
  const auto group = verb_past_adverbs(items, clause, pronoun + 1);
  return group && is_shared_form(*group) && !group->participle && !group->negated &&
         group->may(frame_clause) && !group->may(frame_personal);
}

// "has said he wants a deal and has not ruled out": both verbs are built alike, and none in
// between is.
bool is_parallel(const std::vector<Item>& items, Clause clause, std::size_t content,
                 const VerbGroup& group) {
  if (!items[group.begin].is(class_have) || group.modal || content < clause.first + 2) return false;
  const auto same = [&](const Item& item) {
    return item.is_word() && item.folded == items[group.begin].folded;
  };
  const std::size_t first = content - std::min(content - clause.first, std::size_t{4});
  return any_in(items, {first, content}, same) &&
         !any_in(items, {content, group.begin},
                 [](const Item& item) { return item.is_word() && item.is(class_have); });
}

// `said it "goes on", which nobody believes`: the writer's word on what was quoted.
bool is_comment(const std::vector<Item>& items, Clause clause, std::size_t comma) {
  return items[comma - 1].is_quote() && is_folded(items, comma + 1, clause.last, U"which") &&
         comma + 2 < clause.last && items[comma + 2].is_word() &&
         items[comma + 2].is(class_auxiliary);
}

bool ends_content(const std::vector<Item>& items, Clause clause, std::size_t at, std::size_t i,
                  bool phrase) {
  const Item& item = items[i];
  const bool comma = item.is_mark(','),
             joiner = item.is_word() && item.is(class_joiner | class_adversative);
  if (!comma && !joiner && !is_dash(item)) return false;
  if (joiner && is_other_report(items, clause, i + 1)) return true;
  if (comma && is_folded(items, i + 1, clause.last, U"according") &&
      is_folded(items, i + 2, clause.last, U"to"))
    return true;
  if (comma && is_tail_attribution(items, clause, i + 1)) return true;
  if (comma && i + 1 < clause.last && is_own_report(items, clause, i)) return true;
  if (comma && is_comment(items, clause, i)) return true;
  const auto further = further_verb(items, clause, i);
  return further &&
         (phrase || comma || is_parallel(items, clause, at, *further) ||
          has_sign(items, clause, *further) || is_own_order(items, clause, at, *further));
}

std::size_t trimmed_end(const std::vector<Item>& items, std::size_t at, std::size_t end) {
  while (end > at && items[end - 1].kind == ItemKind::mark && !items[end - 1].is_mark(')') &&
         !items[end - 1].is_mark(']') && !items[end - 1].is_mark('%'))
    --end;
  return end;
}

// "as talks stalled", not "as a gift".
bool is_clause_after_as(const std::vector<Item>& items, Clause clause, std::size_t at) {
  if (at < clause.last &&
      (items[at].is_quote() || items[at].folded == U"a" || items[at].folded == U"an" ||
       items[at].is(class_preposition | class_adverb)))
    return false;
  const auto verbal = [](const Item& item) {
    return item.is_word() && (item.is(class_auxiliary) || item.folded.ends_with(U"ed") ||
                              (item.uses && !item.capital));
  };
  const std::size_t limit = std::min(clause.last, at + 7);
  for (std::size_t i = at + 1; i < limit && items[i].is_word(); ++i)
    if (verbal(items[i])) return true;
  return false;
}

// "in a speech", "on Sunday": where and when it was said, not what.
bool is_venue_phrase(const std::vector<Item>& items, Clause clause, std::size_t at) {
  if (items[at].folded != U"in" && items[at].folded != U"during" && items[at].folded != U"at" &&
      items[at].folded != U"on")
    return false;
  const Range phrase = noun_phrase_at(items, at + 1, clause.last);
  return !phrase.empty() &&
         (items[phrase.begin].folded == U"a" || items[phrase.begin].folded == U"an") &&
         items[phrase.end - 1].is(class_venue);
}

// `accused the union of "stalling" after the talks`: when it was said. Without the quotation it may
// be what is spoken of.
bool starts_occasion(const std::vector<Item>& items, Clause clause, std::size_t i) {
  static constexpr std::u32string_view occasions[] = {U"after", U"before", U"following", U"during",
                                                      U"amid"};
  return items[i].is_word() && i + 1 < clause.last && items[i - 1].is_quote() &&
         std::find(std::begin(occasions), std::end(occasions), items[i].folded) !=
             std::end(occasions);
}

// "ruled out a truce while the port is closed": a condition, unless a comma stands before it or an
// -ing form follows.
bool is_condition(const std::vector<Item>& items, Clause clause, std::size_t i) {
  if (items[i].folded != U"while" || i + 1 >= clause.last || !items[i - 1].is_word()) return false;
  const Range subject = noun_phrase_at(items, i + 1, clause.last);
  return !subject.empty() && subject.end < clause.last && items[subject.end].is_word() &&
         !items[i + 1].folded.ends_with(U"ing");
}

// "offered a truce, provided the port opens": what is said goes on past the comma.
bool opens_condition(const std::vector<Item>& items, Clause clause, std::size_t at) {
  static constexpr std::u32string_view phrases[][3] = {
      {U"provided", U"", U""},      {U"providing", U"", U""},
      {U"unless", U"", U""},        {U"if", U"", U""},
      {U"on", U"condition", U""},   {U"on", U"the", U"condition"},
      {U"in", U"exchange", U"for"}, {U"in", U"return", U"for"},
      {U"as", U"long", U"as"},      {U"so", U"long", U"as"},
      {U"only", U"if", U""},        {U"but", U"only", U"if"}};
  return std::any_of(std::begin(phrases), std::end(phrases), [&](const auto& phrase) {
    for (std::size_t k = 0; k < 3 && !phrase[k].empty(); ++k)
      if (!is_folded(items, at + k, clause.last, phrase[k])) return false;
    return true;
  });
}

// "since February", "since the ceasefire of 2031": a time, and no clause.
bool is_time_since(const std::vector<Item>& items, Clause clause, std::size_t i) {
  if (items[i].folded != U"since" || i + 1 >= clause.last) return false;
  return items[i + 1].is_word() &&
         (is_number(items[i + 1]) || items[i + 1].is(class_time | class_calendar));
}

// "called the pact a mistake and expelled the envoy": a further deed of the speaker, which is not
// said.
bool starts_deed(const std::vector<Item>& items, Clause clause, std::size_t at, std::size_t i) {
  if (i + 2 >= clause.last || !items[i].is_word() || items[i].folded != U"and") return false;
  const Item &verb = items[i + 1], &object = items[i + 2];
  const bool past = verb.is_word() && !verb.capital && verb.folded.size() >= 5 &&
                    verb.folded.ends_with(U"ed") && !verb.is(class_adverb | class_preposition);
  const bool takes = object.is_word() && (object.capital || object.is(class_determiner)) &&
                     !object.is(class_preposition | class_joiner);
  return past && takes && !any_in(items, {at, i}, [](const Item& item) {
           return item.is_word() && item.is(class_relative | class_auxiliary);
         });
}

bool ends_phrase(const std::vector<Item>& items, Clause clause, std::size_t at, std::size_t i) {
  const Item& item = items[i];
  if (is_dash(item) && item.mark != '-') return true;
  if (i > at && starts_occasion(items, clause, i)) return true;
  if (item.is_word() && item.is(class_subordinator) &&
      !item.is(class_relative | class_determiner) && i > at + 1) {
    static constexpr std::u32string_view background[] = {
        U"as", U"while", U"when", U"because", U"although", U"though", U"since", U"whereas"};
    if (std::find(std::begin(background), std::end(background), item.folded) ==
        std::end(background))
      return false;
    if (is_condition(items, clause, i) || is_time_since(items, clause, i)) return false;
    return item.folded != U"as" || is_clause_after_as(items, clause, i + 1);
  }
  if (item.is_word() && item.is(class_adversative) && items[i - 1].is_quote()) return true;
  if (item.is_word() && item.is(class_preposition) && is_venue_phrase(items, clause, i))
    return true;
  if (i > at + 1 && starts_deed(items, clause, at, i)) return true;
  if (!item.is_mark(',')) return false;
  if (opens_condition(items, clause, i + 1)) return false;
  // A list goes on past its commas.
  if (i + 1 < clause.last && items[i + 1].is(class_joiner)) return false;
  for (std::size_t j = i + 1; j < clause.last && j < i + 14; ++j) {
    if (items[j].kind == ItemKind::mark && !items[j].is_mark(',')) return true;
    if (items[j].is(class_auxiliary | class_adversative | class_pronoun) &&
        !items[j].is(class_relative))
      return true;
    if (j == i + 1 &&
        (items[j].is(class_relative | class_subordinator) || items[j].folded.ends_with(U"ing")))
      return true;
    if (items[j].is(class_joiner) && items[j - 1].is_mark(',')) return false;
    if (items[j].is(class_joiner) && j < i + 8) return false;
  }
  return true;
}

std::size_t scan(const std::vector<Item>& items, Clause clause, std::size_t at, bool phrase) {
  const std::size_t limit = std::min(clause.last, at + longest_content);
  for (std::size_t i = at; i < limit; ++i) {
    if (items[i].is_mark(';') ||
        (items[i].is_mark(':') && (i + 1 == clause.last || (phrase && items[i + 1].is_quote()))))
      return trimmed_end(items, at, i);
    if (i > at && ends_content(items, clause, at, i, phrase)) return trimmed_end(items, at, i);
    if (phrase && i > at && ends_phrase(items, clause, at, i)) return trimmed_end(items, at, i);
  }
  return trimmed_end(items, at, limit);
}

}  // namespace

std::size_t clause_end(const std::vector<Item>& items, Clause clause, std::size_t at) {
  return scan(items, clause, at, false);
}
std::size_t phrase_end(const std::vector<Item>& items, Clause clause, std::size_t at) {
  return scan(items, clause, at, true);
}

std::optional<VerbGroup> further_verb(const std::vector<Item>& items, Clause clause,
                                      std::size_t at) {
  const bool comma = items[at].is_mark(',') || is_dash(items[at]);
  std::size_t i = at + (comma ? 1 : 0);
  bool joined = false;
  while (i < clause.last && items[i].is_word() &&
         (items[i].is(class_joiner | class_adversative) || items[i].folded == U"then") &&
         i < at + 4) {
    joined = joined || items[i].is(class_joiner | class_adversative);
    ++i;
  }
  if (i >= clause.last || !items[i].is_word()) return std::nullopt;
  const auto group = verb_past_adverbs(items, clause, i);
  if (!group || !is_shared_form(*group) || (!joined && !group->participle)) return std::nullopt;
  return group;
}

}  // namespace entente::extract::speech
