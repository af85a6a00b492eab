// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/actor_lists.h"

#include <algorithm>
#include <array>

#include "extract/actors/predicates.h"
#include "text/characters.h"

namespace entente::extract::actors {
namespace {

using namespace speech;

constexpr std::size_t most_modifiers = 4;
constexpr std::size_t longest_remark = 40;
constexpr std::size_t longest_apposition = 12;

constexpr std::uint64_t class_never_in_name =
    class_pronoun | class_contracted | class_preposition | class_subordinator | class_adversative |
    class_relative | class_auxiliary | class_adverb | class_joiner | class_negation | class_nobody;

bool is_past_verb(const Item& item) {
  return item.uses && std::any_of(item.uses->begin(), item.uses->end(), [](const VerbUse& use) {
           return (use.forms & (form_past | form_s)) != 0;
         });
}

bool in_capitals(const Scene& scene, const Item& item) {
  return item.span.size() > 1 && text::is_upper(scene.stream.prose.text[item.span.begin + 1]);
}

const Span* name_around(const Scene& scene, std::size_t i) {
  const Span word = scene.item(i).span;
  const auto at = std::partition_point(scene.names.begin(), scene.names.end(),
                                       [&](Span name) { return name.end <= word.begin; });
  return at != scene.names.end() && at->contains(word) ? &*at : nullptr;
}

bool in_known_name(const Scene& scene, std::size_t i) { return name_around(scene, i) != nullptr; }

bool in_one_known_name(const Scene& scene, std::size_t i) {
  return i > scene.clause.first && in_known_name(scene, i) &&
         name_around(scene, i)->contains(scene.item(i - 1).span);
}

// A common noun has a capital at the sentence's beginning too: "Emissions", "Discussion".
bool looks_like_common_noun(const Item& item) {
  constexpr auto endings = std::to_array<std::u32string_view>(
      {U"ions", U"tion", U"sion", U"ment", U"ments", U"ness", U"ity", U"ities", U"ance", U"ence",
       U"ing", U"ings", U"ship", U"ism", U"ties", U"ers", U"ors", U"ues", U"als"});
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::u32string_view end) { return item.folded.ends_with(end); });
}

bool begins_sentence(const Scene& scene, std::size_t i) { return i == scene.clause.first; }

// A capitalised word that can be one of a name.
bool is_name_word(const Scene& scene, std::size_t i) {
  if (i >= scene.last()) return false;
  const Item& item = scene.item(i);
  if (!item.is_word() || !item.capital || item.is(class_time | class_calendar)) return false;
  if (text::is_digit(scene.stream.prose.text[item.span.begin])) return false;
  if (in_capitals(scene, item)) return true;
  return !item.is(class_never_in_name | class_determiner) &&
         (!begins_sentence(scene, i) || !item.uses);
}

bool is_common_opening(const Scene& scene, Range name) {
  return begins_sentence(scene, name.begin) && name.end == name.begin + 1 &&
         !in_capitals(scene, scene.item(name.begin)) && !in_known_name(scene, name.begin) &&
         looks_like_common_noun(scene.item(name.begin));
}

bool joined_by_slash(const Scene& scene, std::size_t i) {
  return i + 1 < scene.last() && scene.item(i).is_mark('/') && i > 0 &&
         scene.item(i - 1).span.end == scene.item(i).span.begin &&
         scene.item(i).span.end == scene.item(i + 1).span.begin;
}

// Past "of the", "/" or the "and" of a known name, where the name goes on behind it; else `i`.
std::size_t past_link(const Scene& scene, std::size_t i) {
  if (joined_by_slash(scene, i)) return i + 1;
  if (i + 1 < scene.last() && in_known_name(scene, i) && in_known_name(scene, i + 1) &&
      !scene.is_comma(i))
    return i + 1;
  std::size_t next = i;
  while (next < scene.last() && next < i + 2 && scene.at(ActorWord::title, next)) ++next;
  const bool lower = next > i && !scene.item(i).capital;
  // "the WU for the Union" are two; "Group of" goes on.
  if (!lower || scene.is_word(i, U"for") || scene.is_word(i, U"the")) return i;
  const bool numbered =
      next < scene.last() && text::is_digit(scene.stream.prose.text[scene.item(next).span.begin]);
  return is_name_word(scene, next) || numbered ? next : i;
}

std::size_t past_name(const Scene& scene, std::size_t at) {
  std::size_t i = at;
  if (!is_name_word(scene, i)) return at;
  while (i < scene.last()) {
    if (i > at && is_possessive(scene.item(i - 1))) return i;
    const Item& item = scene.item(i);
    const bool number = i > at && item.is_word() && item.capital && !item.is(class_time);
    if (is_name_word(scene, i) || number || (i > at && in_one_known_name(scene, i))) {
      ++i;
      continue;
    }
    const std::size_t next = past_link(scene, i);
    if (next == i) break;
    i = next;
  }
  return i;
}

// "Annex I parties": a letter stands like a number.
bool is_letter_number(const Item& item) {
  return item.is_word() && item.capital && item.span.size() == 1;
}

bool is_modifier(const Item& item) {
  if (is_letter_number(item)) return true;
  return item.is_word() && !item.is(class_never_in_name & ~class_joiner) &&
         !item.is(class_joiner) && !is_past_verb(item) && !is_possessive(item);
}

// "several developing countries": the end of the phrase, or `at`.
std::size_t past_people(const Scene& scene, std::size_t at) {
  const std::size_t first = scene.past(ActorWord::quantity, at);
  for (std::size_t i = first; i < scene.last() && i <= first + most_modifiers; ++i) {
    if (const std::size_t end = scene.past(ActorWord::people, i); end > i) {
      const bool titled = scene.item(i).capital && is_name_word(scene, end);  // "Chair Jane Roe"
      if (titled) return at;
      const bool more = scene.at(ActorWord::people, end);
      const bool named = scene.item(i).capital && i > first && is_name_word(scene, i);
      if (more || is_possessive(scene.item(end - 1)) || named) continue;
      return end;
    }
    if (!is_modifier(scene.item(i)) && !scene.item(i).is(class_determiner)) return at;
  }
  return at;
}

std::size_t past_brackets(const Scene& scene, std::size_t i) {
  if (i + 2 >= scene.last() || !scene.item(i).is_mark('(') || !scene.item(i + 1).capital) return i;
  for (std::size_t end = i + 1; end < scene.last() && end < i + 5; ++end)
    if (scene.item(end).is_mark(')')) return end + 1;
  return i;
}

// "Union of East and West (UEW)": the letters tell that the words before the "and" belong to it.
bool abbreviates_both(const Scene& scene, Range before, Range last, std::size_t end) {
  if (end == last.end) return false;
  const auto first_letter = [&](std::size_t i) {
    return text::lower(scene.stream.prose.text[scene.item(i).span.begin]);
  };
  const Item& letters = scene.item(last.end + 1);
  return in_capitals(scene, letters) && first_letter(last.end + 1) == first_letter(before.begin) &&
         first_letter(last.end + 1) != first_letter(last.begin);
}

std::size_t past_article(const Scene& scene, std::size_t i) {
  if (scene.is_word(i, U"both") && i + 1 < scene.last()) ++i;
  if (scene.at(ActorWord::quantity, i)) return i;
  const bool article =
      scene.is_word(i, U"the") || scene.is_word(i, U"a") || scene.is_word(i, U"an");
  return article ? i + 1 : i;
}

// "parties from A" is one actor, as is "the Chair of the Group".
std::size_t past_origin(const Scene& scene, std::size_t end) {
  const std::size_t from = scene.past(ActorWord::from, end);
  if (from == end) return end;
  const std::size_t first = past_article(scene, from);
  if (const std::size_t people = past_people(scene, first); people > first) return people;
  const std::size_t named = past_name(scene, first);
  return named > first ? named : end;
}

bool alone_at(const Scene& scene, std::size_t at) {
  if (!scene.at(ActorWord::alone, at)) return false;
  return at + 1 >= scene.last() || scene.item(at + 1).kind == ItemKind::mark ||
         scene.item(at + 1).is(class_joiner) || predicate_at(scene, at + 1).has_value();
}

// Between commas, up to the verb of the list's actors: "noting the late hour".
bool take_remark(const Scene& scene, ActorList& list, std::size_t comma) {
  const auto remark = predicate_at(scene, comma + 1);
  if (!remark || !remark->present) return false;
  const std::size_t limit = std::min(scene.last(), comma + longest_remark);
  for (std::size_t i = comma + 2; i + 1 < limit; ++i) {
    if (!scene.is_comma(i)) continue;
    const auto verb = predicate_at(scene, i + 1);
    if (!verb || verb->present || verb->passive) continue;
    list.remarks.push_back({comma + 1, i});
    list.end = i;
    return true;
  }
  return false;
}

bool take_aside(const Scene& scene, ActorList& list, std::size_t comma) {
  const std::size_t end = scene.past(ActorWord::aside, comma + 1);
  if (end == comma + 1 || end >= scene.last()) return false;
  if (!scene.is_comma(end) && !predicate_at(scene, end)) return false;
  list.end = end;
  return true;
}

// "as chair of the group", "in a joint statement": adds nobody, and the verb comes right after it.
bool take_apposition(const Scene& scene, ActorList& list, std::size_t comma) {
  const std::size_t limit = std::min(scene.last(), comma + longest_apposition);
  for (std::size_t i = comma + 1; i < limit; ++i) {
    const Item& item = scene.item(i);
    if (!scene.is_comma(i)) {
      if (item.kind == ItemKind::mark || item.is(class_auxiliary) ||
          (item.is(class_subordinator) && i > comma + 1))
        return false;
      continue;
    }
    const auto verb = predicate_at(scene, i + 1);
    if (i == comma + 1 || !verb || verb->present || verb->passive) return false;
    list.end = i;
    return true;
  }
  return false;
}

bool is_joiner(const Scene& scene, std::size_t i) {
  return scene.is_word(i, U"and") || scene.is_word(i, U"or") || scene.is_word(i, U"&");
}

std::size_t past_separator(const Scene& scene, std::size_t i) {
  if (scene.is_comma(i)) ++i;
  if (is_joiner(scene, i)) return i + 1;
  if (scene.is_word(i, U"as") && scene.is_word(i + 1, U"well") && scene.is_word(i + 2, U"as"))
    return i + 3;
  return i;
}

bool tells(const std::optional<Predicate>& verb) {
  return verb && !verb->present && !verb->passive;
}

// How the actors behind the words at `at` ("supported by") come in.
std::optional<Voice> bringing_at(const Scene& scene, std::size_t at) {
  while (at < scene.last() && is_adverb(scene.item(at)) && !scene.at(ActorWord::behind, at)) ++at;
  for (const ActorWord what :
       {ActorWord::against, ActorWord::behind, ActorWord::same, ActorWord::among})
    if (const std::size_t end = scene.past(what, at); end > at)
      return Voice{{}, {at, end}, what == ActorWord::against, what == ActorWord::behind};
  return std::nullopt;
}

// "with A and B opposing": of the voices from `first` on.
void take_present(const Scene& scene, ActorList& list, std::size_t first) {
  const auto verb = predicate_at(scene, list.end);
  if (!verb || !verb->present || !scene.is_comma(verb->after)) return;
  for (std::size_t i = first; i < list.voices.size(); ++i) {
    list.voices[i].by = verb->cue;
    list.voices[i].against = verb->rejected;
  }
  list.end = verb->after;
}

}  // namespace

bool Scene::is_comma(std::size_t i) const {
  return i < last() && (item(i).is_mark(',') || speech::is_dash(item(i)));
}

bool Scene::is_word(std::size_t i, std::u32string_view word) const {
  return i < last() && item(i).is_word() && item(i).folded == word;
}

Range actor_at(const Scene& scene, std::size_t at, std::size_t& end) {
  const std::size_t first = past_article(scene, at);
  end = past_people(scene, first);
  if (end > first) {
    end = past_origin(scene, end);
    return {first, end};
  }
  end = past_name(scene, first);
  const Range name{first, end};
  if (end > first && !is_possessive(scene.item(end - 1)) && !is_common_opening(scene, name)) {
    end = past_brackets(scene, end);
    return name;
  }
  if (!alone_at(scene, first)) return {};
  end = first + 1;
  return {first, end};
}

ActorList plain_list_at(const Scene& scene, std::size_t at, const Voice& like, Verb verb) {
  ActorList list{{}, at, {}};
  for (std::size_t next = at;;) {
    std::size_t end = next;
    const Range actor = actor_at(scene, next, end);
    if (actor.empty()) return list;
    const bool inner = verb == Verb::of_its_own && !list.empty();
    if (inner && tells(predicate_at(scene, end))) return list;
    if (!list.empty() && abbreviates_both(scene, list.voices.back().actor, actor, end)) {
      list.voices.back().actor.end = actor.end;
    } else {
      list.voices.push_back(like);
      list.voices.back().actor = actor;
    }
    list.end = end;
    next = past_separator(scene, end);
    if (next == end) return list;
  }
}

bool take_insertion(const Scene& scene, ActorList& list, Verb verb) {
  std::size_t at = list.end;
  const bool bracket = at < scene.last() && scene.item(at).is_mark('(');
  if (scene.is_comma(at) || bracket) ++at;
  auto bringing = bringing_at(scene, at);
  const bool joined =
      is_joiner(scene, at) || scene.is_word(at, U"but") || scene.is_word(at, U"yet");
  if (!bringing && joined) bringing = bringing_at(scene, at + 1);
  if (!bringing) return false;
  const ActorList brought = plain_list_at(scene, bringing->by.end, *bringing, verb);
  if (brought.empty()) return false;
  const std::size_t first = list.voices.size();
  list.voices.insert(list.voices.end(), brought.voices.begin(), brought.voices.end());
  list.end = brought.end;
  take_present(scene, list, first);
  if (bracket && list.end < scene.last() && scene.item(list.end).is_mark(')')) ++list.end;
  return true;
}

// "the chair of the group, Jane Roe," is one: a list of two has an "and".
void drop_apposed_name(const Scene& scene, ActorList& list) {
  if (list.voices.size() != 2 || !scene.is_comma(list.end)) return;
  const Range first = list.voices.front().actor, second = list.voices.back().actor;
  const std::size_t after = past_brackets(scene, first.end);
  if (scene.is_comma(after) && past_article(scene, after + 1) == second.begin)
    list.voices.pop_back();
}

ActorList actors_at(const Scene& scene, std::size_t at) {
  ActorList list = plain_list_at(scene, at);
  drop_apposed_name(scene, list);
  while (!list.empty()) {
    if (take_insertion(scene, list)) continue;
    const bool comma = scene.is_comma(list.end);
    if (comma && (take_remark(scene, list, list.end) || take_aside(scene, list, list.end)))
      continue;
    const std::size_t next = past_separator(scene, list.end);
    const ActorList more = next > list.end ? plain_list_at(scene, next) : ActorList{};
    if (more.empty()) {
      if (comma && take_apposition(scene, list, list.end)) continue;
      if (comma) ++list.end;
      return list;
    }
    list.voices.insert(list.voices.end(), more.voices.begin(), more.voices.end());
    list.end = more.end;
  }
  return list;
}

}  // namespace entente::extract::actors
