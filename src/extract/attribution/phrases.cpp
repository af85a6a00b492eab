// SPDX-License-Identifier: Apache-2.0
#include "extract/attribution/phrases.h"

#include <algorithm>

namespace entente::extract::speech {
namespace {

// How far a phrase may reach: keeps every search short in texts that are no prose.
constexpr std::size_t longest_phrase = 28, longest_parenthesis = 40;
constexpr int most_parentheses = 3;

constexpr std::uint64_t stops_any_phrase = class_auxiliary | class_subordinator | class_relative |
                                           class_pronoun | class_contracted | class_adversative |
                                           class_negation;

bool is_plain_word(const Item& item) {
  return item.is_word() &&
         !item.is(stops_any_phrase | class_preposition | class_joiner | class_determiner |
                  class_object) &&
         !is_adverb(item);
}

bool is_finite_verb(const Item& item) {
  if (!item.uses || item.capital || !item.is_word()) return false;
  return std::any_of(item.uses->begin(), item.uses->end(), [](const VerbUse& use) {
    return (use.forms & (form_past | form_s)) && !(use.frames & frame_ambiguous) &&
           use.rest.empty();
  });
}

struct ForwardPhrase {
  const std::vector<Item>& items;
  std::size_t last;
  std::size_t at;
  bool has_determiner = false, has_name = false, has_noun = false, ends_in_person = false,
       ends_in_possessive = false;

  const Item& item() const { return items[at]; }
  bool done() const { return at >= last; }

  void take_determiners() {
    while (!done() && item().is_word() && item().is(class_determiner) &&
           !item().is(class_relative)) {
      has_determiner = true;
      ++at;
    }
  }

  bool takes_capital() const {
    if (!is_capital_word(item()) || item().is(stops_any_phrase | class_preposition)) return false;
    if (item().is(class_time) && (has_name || has_noun)) return false;
    return !has_noun || ends_in_person || ends_in_possessive || has_name;
  }

  bool takes_lower() const {
    if (!is_plain_word(item()) || item().is(class_time) || item().capital) return false;
    if (item().is(class_person)) return true;
    if (is_finite_verb(item()) && (has_noun || has_name)) return false;
    if (has_name && !ends_in_possessive) return false;
    return has_determiner || has_noun || ends_in_possessive || has_name;
  }

  void take_words() {
    for (;; ++at) {
      if (done() || !item().is_word()) return;
      if (takes_capital())
        has_name = true;
      else if (takes_lower())
        has_noun = true;
      else
        return;
      ends_in_person = item().is(class_person | class_titles);
      ends_in_possessive = is_possessive(item());
    }
  }

  bool empty_so_far(std::size_t start) const { return at == start; }

  // "Mr. Bright", "A. Bright", "the leaders' envoy"
  bool take_inner_mark() {
    if (done() || item().kind != ItemKind::mark || at + 1 >= last || !is_plain_word(items[at + 1]))
      return false;
    const Item& before = items[at - 1];
    const bool dotted = item().mark == '.' &&
                        (before.is(class_titles) || before.folded.size() == 1) &&
                        items[at + 1].capital;
    const bool owned = (item().mark == '\'' || item().mark == 0x2019) &&
                       before.folded.ends_with(U"s") && before.span.end == item().span.begin;
    if (!dotted && !owned) return false;
    ends_in_possessive = owned;
    ++at;
    return true;
  }

  void take_run() {
    const std::size_t start = at;
    take_determiners();
    take_words();
    while (at > start && take_inner_mark()) take_words();
  }

  // "a source close to the presidency", "people familiar with the talks"
  bool acquainted() const {
    return at > 1 && items[at - 1].is(class_acquainted) && item().is(class_preposition) &&
           (items[at + 1].capital || items[at + 1].is(class_determiner));
  }

  bool joins() const {
    if (at + 1 >= last || !item().is_word()) return false;
    const Item& next = items[at + 1];
    if (item().folded == U"of") return true;
    if (acquainted()) return true;
    if (item().folded == U"for" || item().folded == U"at" || item().folded == U"from" ||
        item().folded == U"with" || item().folded == U"in")
      return ends_in_person && !has_name && (next.capital || next.is(class_determiner)) &&
             !next.is(class_time);
    return item().is(class_joiner) &&
           (next.capital ? has_name || ends_in_person
                         : next.is(class_determiner) && !next.is(class_pronoun));
  }

  // Whether what follows the joined phrase is its own verb: "met the envoy and the envoy left".
  void take_joined(std::size_t limit) {
    while (!done() && at < limit && joins()) {
      ForwardPhrase next{items, last, at + 1};
      next.take_run();
      if (next.at == at + 1) return;
      at = next.at;
      has_name = has_name || next.has_name;
      ends_in_person = next.ends_in_person;
    }
  }
};

bool is_bare_pronoun(const Item& item) {
  return item.is_word() && item.is(class_pronoun | class_contracted) && !item.is(class_determiner);
}

// What may stand inside a noun phrase, read backwards.
bool may_continue_backwards(const std::vector<Item>& items, std::size_t i, std::size_t end) {
  const Item& item = items[i];
  if (item.is_quote()) return item.words <= 3 && item.last == 0 && i + 1 < end;
  if (item.kind == ItemKind::mark) {
    if (item.mark == '\'' || item.mark == 0x2019 || item.mark == '&' || item.mark == '.' ||
        item.mark == '/')
      return true;
    return item.mark == '-' && i > 0 && items[i - 1].span.end == item.span.begin;
  }
  if (item.is(class_subordinator) && !item.is(class_preposition | class_determiner)) return false;
  if (item.is(class_relative | class_auxiliary | class_adversative | class_contracted))
    return false;
  if (item.is(class_pronoun) && !item.is(class_determiner) && i + 1 < end) return false;
  return !is_finite_verb(item) || i + 1 == end;
}

bool joins_names(const std::vector<Item>& items, std::size_t i, std::size_t first,
                 std::size_t end) {
  if (i == first || i + 1 >= end) return false;
  const Item &left = items[i - 1], &right = items[i + 1];
  if (left.kind == ItemKind::mark) return false;
  return left.capital == right.capital || right.is(class_determiner) || left.is(class_person);
}

std::size_t backward_limit(const std::vector<Item>& items, std::size_t first, std::size_t end) {
  std::size_t i = end;
  while (i > first && end - i < longest_phrase) {
    const Item& item = items[i - 1];
    if (item.is_word() && item.is(class_joiner) && item.folded != U"&" &&
        !joins_names(items, i - 1, first, end))
      break;
    if (!may_continue_backwards(items, i - 1, end)) break;
    --i;
  }
  return i;
}

bool starts_phrase_anew(const Item& item) {
  return item.is_word() && (item.is(class_determiner | class_pronoun) || item.capital);
}

// Past "On Sunday", "Despite the talks": the phrase that follows, or `end`.
std::size_t past_leading_prepositional(const std::vector<Item>& items, std::size_t at,
                                       std::size_t end) {
  const std::size_t after = skip_prepositional(items, at, end);
  return after > at && after < end && starts_phrase_anew(items[after]) ? after : end;
}

// "a day after the envoy": the envoy.
std::size_t skip_day_after(const std::vector<Item>& items, std::size_t at, std::size_t end) {
  if (!items[at].is_word() || !items[at].is(class_determiner)) return at;
  const std::size_t time = skip_time(items, at + 1, end);
  if (time == at + 1 || time >= end || !items[time].is_word()) return at;
  const std::u32string_view word = items[time].folded;
  return word == U"after" || word == U"before" || word == U"since" ? time + 1 : at;
}

std::size_t strip_left(const std::vector<Item>& items, std::size_t begin, std::size_t end) {
  for (;;) {
    if (begin >= end) return end;
    const Item& item = items[begin];
    if (item.kind == ItemKind::mark ||
        (item.is_word() && (item.is(class_joiner | class_adversative) || is_adverb(item)) &&
         !item.is(class_determiner))) {
      ++begin;
    } else if (const std::size_t after = skip_time(items, begin, end); after > begin) {
      begin = after;
    } else if (const std::size_t later = skip_day_after(items, begin, end); later > begin) {
      begin = later;
    } else if (item.is(class_preposition) && !item.is(class_determiner)) {
      begin = past_leading_prepositional(items, begin, end);
    } else {
      return begin;
    }
  }
}

// "the envoy on Sunday", "the envoy in a statement": the envoy.
std::size_t strip_right(const std::vector<Item>& items, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (!items[i].is_word()) continue;
    const bool venue =
        items[i].is(class_preposition) && items[i].folded != U"of" && items[i].folded != U"for" &&
        any_in(items, {i, end}, [](const Item& item) { return item.is(class_time | class_venue); });
    if (venue || (items[i].is(class_time | class_timing) && skip_time(items, i, end) == end))
      return i;
  }
  while (end > begin && (is_adverb(items[end - 1]) || items[end - 1].kind == ItemKind::mark)) {
    if (items[end - 1].is_mark('.') || items[end - 1].is_mark('\'') ||
        items[end - 1].is_mark(0x2019))
      break;
    --end;
  }
  return end;
}

// A bare lower-case word before further phrases is rather a verb: "met with the envoy".
bool starts_inside_predicate(const std::vector<Item>& items, std::size_t begin, std::size_t end) {
  const Item& start = items[begin];
  if (!start.is_word() || start.capital ||
      start.is(class_determiner | class_person | class_titles | class_object))
    return false;
  return any_in(items, {begin + 1, end}, [](const Item& item) {
    return item.is_word() && item.is(class_preposition | class_determiner);
  });
}

std::size_t past_predicate(const std::vector<Item>& items, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin + 1; i < end; ++i)
    if (noun_phrase_at(items, i, end).end == end && starts_phrase_anew(items[i])) return i;
  return begin;
}

bool ends_in_name(const std::vector<Item>& items, Range phrase) {
  return is_capital_word(items[phrase.end - 1]);
}
bool is_name_only(const std::vector<Item>& items, Range phrase) {
  return all_in(items, {phrase.begin, phrase.end}, [](const Item& item) {
    return item.capital || item.is_mark('.') || item.is(class_titles);
  });
}

bool is_full_name(const std::vector<Item>& items, Range phrase) {
  return phrase.end >= phrase.begin + 2 && is_name_only(items, phrase);
}

// "the union's president", "the foreign minister of the republic": the name is in the apposition.
bool is_office(const std::vector<Item>& items, Range phrase) {
  return !ends_in_name(items, phrase) ||
         any_in(items, {phrase.begin, phrase.end},
                [](const Item& item) { return item.is(class_person) && !item.capital; });
}

// The comma that opens the parenthesis closed by the one at `close`.
std::optional<std::size_t> opening_comma(const std::vector<Item>& items, std::size_t first,
                                         std::size_t close) {
  for (std::size_t i = close; i > first && close - i < longest_parenthesis; --i) {
    if (items[i - 1].is_mark(',')) return i - 1;
    if (is_dash(items[i - 1]) || items[i - 1].is_mark(';') || items[i - 1].is_mark(':'))
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::size_t> opening_mark(const std::vector<Item>& items, std::size_t first,
                                        std::size_t close) {
  const Item& mark = items[close];
  if (mark.is_mark(',')) return opening_comma(items, first, close);
  for (std::size_t i = close; i > first && close - i < longest_parenthesis; --i) {
    if (mark.is_mark(')') && items[i - 1].is_mark('(')) return i - 1;
    if (is_dash(mark) && is_dash(items[i - 1])) return i - 1;
  }
  return std::nullopt;
}

bool is_apposition_itself(const std::vector<Item>& items, Range phrase, std::size_t first) {
  if (phrase.begin <= first || !items[phrase.begin - 1].is_mark(',')) return false;
  const Item& start = items[phrase.begin];
  if (!start.capital || start.is(class_determiner)) return true;
  // "Ada Bright, Veland's envoy, who ..., said"
  if (!is_office(items, phrase)) return false;
  const Range before = noun_phrase_before(items, first, phrase.begin - 1);
  return !before.empty() && is_full_name(items, before);
}

// "Bright, who signed for the union, the largest one, said": Bright.
std::optional<Subject> subject_of_who_clause(const std::vector<Item>& items, Clause clause,
                                             Range phrase) {
  if (phrase.empty() || phrase.begin <= clause.first + 2 || items[phrase.begin - 1].is_mark(','))
    return std::nullopt;
  const auto comma = opening_comma(items, clause.first, phrase.begin);
  if (!comma || !items[*comma + 1].is_word() || items[*comma + 1].folded != U"who")
    return std::nullopt;
  const Range named = noun_phrase_before(items, clause.first, *comma);
  return named.empty() ? std::nullopt : std::optional(Subject{named, named.begin});
}

std::optional<Subject> subject_past_parenthesis(const std::vector<Item>& items, Clause clause,
                                                std::size_t close) {
  const std::size_t verb_side = close;
  for (int i = 0; i < most_parentheses; ++i) {
    const auto open = opening_mark(items, clause.first, close);
    if (!open) return std::nullopt;
    const Range phrase = noun_phrase_before(items, clause.first, *open);
    if (const auto whose = subject_of_who_clause(items, clause, phrase)) return whose;
    if (!phrase.empty() && !is_apposition_itself(items, phrase, clause.first)) {
      const Range inside{*open + 1, verb_side};
      const bool named_inside = i == 0 && items[close].is_mark(',') &&
                                is_full_name(items, inside) && is_office(items, phrase);
      return Subject{named_inside ? inside : phrase, phrase.begin};
    }
    if (!items[close].is_mark(',')) return std::nullopt;
    close = *open;
  }
  return std::nullopt;
}

std::optional<Subject> antecedent(const std::vector<Item>& items, Clause clause, std::size_t who) {
  std::size_t end = who;
  if (end > clause.first && items[end - 1].is_mark(',')) --end;
  const Range phrase = noun_phrase_before(items, clause.first, end);
  if (phrase.empty()) return std::nullopt;
  return Subject{phrase, phrase.begin};
}

// A programme's or paper's title in quotation marks.
bool is_title(const std::vector<Item>& items, std::size_t at, std::size_t last) {
  constexpr std::size_t longest_title = 6;
  return at < last && items[at].is_quote() && items[at].capital && items[at].words <= longest_title;
}

bool starts_introduction(const Item& item) {
  return item.is(class_preposition | class_subordinator | class_manner) ||
         item.folded.ends_with(U"ing");
}

std::size_t past_introduction(const std::vector<Item>& items, Clause clause) {
  std::size_t at = clause.first;
  while (at < clause.last &&
         (items[at].kind == ItemKind::mark ||
          (items[at].is_word() && !items[at].is(class_determiner) &&
           (is_adverb(items[at]) || items[at].is(class_joiner | class_adversative)))))
    ++at;
  if (at >= clause.last || !items[at].is_word() || !starts_introduction(items[at]))
    return skip_time(items, at, clause.last);
  for (std::size_t i = at; i < clause.last && i < at + longest_parenthesis; ++i)
    if (items[i].is_mark(',')) return i + 1;
  return past_leading_prepositional(items, at, clause.last);
}

}  // namespace

Range noun_phrase_at(const std::vector<Item>& items, std::size_t at, std::size_t last) {
  if (at >= last) return {at, at};
  if (is_bare_pronoun(items[at]) ||
      (items[at].is_word() && items[at].is(class_object) && !items[at].is(class_determiner)))
    return {at, at + 1};
  last = std::min(last, at + longest_phrase);
  ForwardPhrase phrase{items, last, at};
  phrase.take_run();
  if (phrase.empty_so_far(at)) return {at, at};
  phrase.take_joined(last);
  return {at, phrase.at};
}

Range noun_phrase_before(const std::vector<Item>& items, std::size_t first, std::size_t end) {
  if (end <= first) return {end, end};
  if (is_bare_pronoun(items[end - 1])) return {end - 1, end};
  std::size_t begin = strip_left(items, backward_limit(items, first, end), end);
  end = strip_right(items, begin, end);
  if (begin < end && items[begin].is_quote()) return {end, end};
  return {begin < end && starts_inside_predicate(items, begin, end)
              ? past_predicate(items, begin, end)
              : begin,
          end};
}

bool is_number(const Item& item) {
  return item.is_word() && item.folded[0] >= '0' && item.folded[0] <= '9';
}

bool is_pronoun(const std::vector<Item>& items, Range phrase) {
  return phrase.end == phrase.begin + 1 && is_bare_pronoun(items[phrase.begin]);
}

bool is_time(const std::vector<Item>& items, Range phrase) {
  return skip_time(items, phrase.begin, phrase.end) >= phrase.end;
}

bool names_somebody(const std::vector<Item>& items, Range phrase) {
  if (phrase.empty() || is_time(items, phrase)) return false;
  if (is_pronoun(items, phrase))
    return items[phrase.begin].folded != U"it" && !items[phrase.begin].folded.starts_with(U"you");
  if (phrase.end == phrase.begin + 1 && items[phrase.begin].is(class_weak)) return false;
  return any_in(items, {phrase.begin, phrase.end},
                [](const Item& item) { return item.is(class_person | class_titles); }) ||
         (ends_in_name(items, phrase) && !is_possessive(items[phrase.end - 1])) ||
         (phrase.end == phrase.begin + 1 && items[phrase.begin].is(class_determiner));
}

std::optional<Subject> subject_before(const std::vector<Item>& items, Clause clause,
                                      std::size_t verb) {
  if (verb <= clause.first) return std::nullopt;
  const Item& before = items[verb - 1];
  if (before.is_word() && (before.folded == U"who" || before.folded == U"which"))
    return antecedent(items, clause, verb - 1);
  if (before.is_mark(',') || before.is_mark(')') || is_dash(before))
    return subject_past_parenthesis(items, clause, verb - 1);
  const Range phrase = noun_phrase_before(items, clause.first, verb);
  if (phrase.empty() || is_time(items, phrase)) return std::nullopt;
  // "the envoy who briefed reporters said"
  if (phrase.begin > clause.first + 1 && items[phrase.begin - 1].is_word() &&
      items[phrase.begin - 1].folded == U"who" && !items[phrase.begin - 2].is_mark(','))
    return antecedent(items, clause, phrase.begin - 1);
  if (phrase.end == phrase.begin + 1 && items[phrase.begin].is(class_weak) &&
      !items[phrase.begin].is(class_pronoun))
    return std::nullopt;
  return Subject{phrase, phrase.begin};
}

Range sentence_subject(const std::vector<Item>& items, Clause clause) {
  const std::size_t at = past_introduction(items, clause);
  const Range phrase = noun_phrase_at(items, at, clause.last);
  return names_somebody(items, phrase) ? phrase : Range{at, at};
}

std::size_t skip_time(const std::vector<Item>& items, std::size_t at, std::size_t last) {
  std::size_t i = at, end = at;
  for (; i < last && i < at + 7; ++i) {
    const Item& item = items[i];
    if (!item.is_word()) {
      if (item.is_mark('.') && i > at && items[i - 1].is(class_time) && i + 1 < last &&
          items[i + 1].is(class_time))
        continue;
      break;
    }
    if (item.is(class_time) || (end > at && is_number(item)))
      end = i + 1;
    else if (!item.is(class_timing) && item.folded != U"on")
      break;
  }
  return end;
}

std::size_t skip_prepositional(const std::vector<Item>& items, std::size_t at, std::size_t last) {
  std::size_t i = at;
  if (i >= last || !items[i].is_word() || !items[i].is(class_preposition)) return at;
  ++i;
  while (i < last && items[i].is_word() && items[i].is(class_preposition)) ++i;
  if (const std::size_t time = skip_time(items, i, last); time > i) return time;
  if (i < last && items[i].is_word() && items[i].folded.ends_with(U"ing") && !items[i].capital) ++i;
  if (is_title(items, i, last)) return i + 1;
  const Range phrase = noun_phrase_at(items, i, last);
  if (phrase.empty()) return i;
  return is_title(items, phrase.end, last) &&
                 (is_possessive(items[phrase.end - 1]) || items[phrase.end - 1].is(class_venue))
             ? phrase.end + 1
             : phrase.end;
}

}  // namespace entente::extract::speech
