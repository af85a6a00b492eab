// SPDX-License-Identifier: Apache-2.0
#include "extract/attribution/verbs.h"

#include <algorithm>

#include "extract/attribution/phrases.h"

namespace entente::extract::speech {
namespace {

constexpr std::size_t widest_group = 6;

bool follows(const std::vector<Item>& items, std::size_t at, std::size_t last,
             const std::vector<std::u32string>& rest) {
  if (at + rest.size() > last) return false;
  for (std::size_t i = 0; i < rest.size(); ++i)
    if (!items[at + i].is_word() || items[at + i].folded != rest[i]) return false;
  return true;
}

bool starts_noun(const Item& item) {
  return item.is_quote() || item.capital ||
         item.is(class_determiner | class_pronoun | class_object);
}

// "agreed to a truce" takes "agree to"; "agreed to leave" takes "agree".
bool is_infinitive_marker(const std::vector<Item>& items, std::size_t at, std::size_t last,
                          const VerbUse& use) {
  return use.rest.size() == 1 && use.rest[0] == U"to" && at + 1 < last &&
         !starts_noun(items[at + 1]) && !items[at + 1].folded.ends_with(U"ing");
}

// "called again on Friday for": the words of the cue may stand apart.
std::size_t past_time(const std::vector<Item>& items, std::size_t at, std::size_t last) {
  while (at < last && items[at].is_word() && is_adverb(items[at])) ++at;
  return skip_time(items, at, last);
}

struct FoundUse {
  const VerbUse* use = nullptr;
  std::size_t end = 0;
};

FoundUse use_at(const std::vector<Item>& items, std::size_t head, std::size_t last) {
  const VerbUse* bare = nullptr;
  for (const VerbUse& use : *items[head].uses)
    if (use.rest.empty()) bare = &use;
  const std::size_t apart = past_time(items, head + 1, last);
  for (const VerbUse& use : *items[head].uses) {
    const bool near = follows(items, head + 1, last, use.rest);
    if (!near && !follows(items, apart, last, use.rest)) continue;
    const std::size_t at = near ? head + 1 : apart;
    if (bare && (bare->frames & frame_infinitive) && is_infinitive_marker(items, at, last, use))
      continue;
    return {&use, use.rest.empty() ? head + 1 : at + use.rest.size()};
  }
  return {};
}

struct GroupReader {
  const std::vector<Item>& items;
  Clause clause;
  VerbGroup group;
  bool be = false, have = false, support = false;

  void take_auxiliary(const Item& item) {
    be = be || item.is(class_be);
    have = have || item.is(class_have);
    group.modal = group.modal || item.is(class_modal);
    group.negated = group.negated || item.is(class_negation);
    support = true;
  }

  void read_left() {
    std::size_t i = group.head;
    while (i > clause.first && group.head - i < widest_group) {
      const Item& item = items[i - 1];
      if (!item.is_word() || (item.capital && i - 1 != clause.first && !item.is(class_auxiliary)))
        break;
      if (item.is(class_contracted)) {
        take_auxiliary(item);
        break;
      }
      if (item.is(class_auxiliary))
        take_auxiliary(item);
      else if (item.folded == U"to" && !support)
        group.infinitive = true;
      else if (item.is(class_negation) && !item.is(class_determiner))
        group.negated = true;
      else if (!is_adverb(item) || group.infinitive)
        break;
      --i;
      if (group.infinitive) break;
    }
    group.begin = i;
  }

  const Item* before() const {
    return group.begin > clause.first ? &items[group.begin - 1] : nullptr;
  }
  const Item* after() const { return group.end < clause.last ? &items[group.end] : nullptr; }

  // "the proposed deal", "of suggested changes", "his promised visit"
  bool is_modifier() const {
    const Item* left = before();
    if (!left || support || group.infinitive) return false;
    if (left->is_word() && (is_possessive(*left) || left->is(class_determiner)) &&
        !left->is(class_pronoun)) {
      // "all said", "both said", "some said", "these said", "many argued": determiners that stand
      // alone.
      return !(left->is(class_person) || left->folded == U"all" || left->folded == U"both" ||
               left->folded == U"some" || left->folded == U"many" || left->folded == U"others" ||
               left->folded == U"most" || left->folded == U"few" || left->folded == U"another" ||
               left->folded == U"one" || left->folded == U"that" || left->folded == U"two" ||
               left->folded == U"three" || left->folded == U"her" || left->folded == U"several");
    }
    return false;
  }

  bool is_plural_subject(const Item& left) const {
    if (left.is(class_pronoun))
      return left.folded != U"he" && left.folded != U"she" && left.folded != U"it";
    return (left.folded.ends_with(U"s") && !left.folded.ends_with(U"ss") &&
            !left.is(class_be | class_have)) ||
           left.folded == U"people" || left.folded == U"police" || left.folded == U"who" ||
           left.folded == U"which";
  }

  // "officials in the capital say", "Bright and Stern agree": the plural stands further left.
  bool has_plural_head() const {
    for (std::size_t i = group.begin - 1; i > clause.first && group.begin - i < 9; --i) {
      const Item& item = items[i];
      if (!item.is_word()) return false;
      if (item.is(class_joiner)) return items[i - 1].capital;
      if (item.is(class_preposition))
        return items[i - 1].is_word() && !items[i - 1].capital && is_plural_subject(items[i - 1]);
    }
    return false;
  }

  // "The council wants", not "in its member states".
  bool is_free_phrase_before() const {
    const Range phrase = noun_phrase_before(items, clause.first, group.begin);
    if (phrase.empty() || !items[phrase.begin].is(class_determiner)) return false;
    return phrase.begin == clause.first || !items[phrase.begin - 1].is_word() ||
           items[phrase.begin - 1].is(class_joiner | class_adversative | class_subordinator |
                                      class_relative | class_adverb);
  }

  bool has_sign_after() const {
    return after() &&
           (after()->folded == U"that" || after()->is_quote() || after()->kind == ItemKind::mark);
  }

  // "the court ruling could": a noun.
  bool is_noun_before_verb() const {
    return after() && after()->is_word() && after()->is(class_auxiliary) &&
           ((group.frames & frame_ambiguous) || group.participle);
  }

  // Whether a form that is also a noun stands where a verb would.
  bool is_plain_verb(std::uint8_t forms) const {
    const Item* left = before();
    if (support || group.infinitive) return true;
    if (forms & form_ing) return true;
    if (!left || left->is_quote()) return !left ? false : (forms & (form_past | form_s)) != 0;
    if (left->kind == ItemKind::mark) return left->is_mark(',') || (forms & form_past) != 0;
    if (left->is(class_preposition | class_determiner) &&
        !left->is(class_person | class_pronoun | class_adverb))
      return false;
    if (is_possessive(*left)) return false;
    if (forms & form_past) return true;
    if (forms & form_s) {
      const bool third =
          left->is(class_pronoun)
              ? !left->is(class_first) && left->folded != U"they" && left->folded != U"you"
              : (left->capital && !is_number(*left)) ||
                    left->is(class_person | class_joiner | class_relative);
      return third &&
             (left->capital || left->is(class_pronoun | class_relative) ||
              !(group.frames & frame_ambiguous) || has_sign_after() || is_free_phrase_before());
    }
    if (left->is(class_pronoun | class_relative | class_person)) return is_plural_subject(*left);
    if (left->capital) return !(group.frames & frame_ambiguous) && has_plural_head();
    return left->is_word() && !left->is(class_time) && is_plural_subject(*left) &&
           (has_sign_after() || !(group.frames & frame_ambiguous));
  }

  bool fits_auxiliaries(std::uint8_t forms) {
    if (group.infinitive) return (forms & form_base) != 0;
    if (be && (forms & form_ing)) return true;
    if (be) {
      group.passive = (forms & form_participle) != 0;
      return group.passive;
    }
    if (have) return (forms & form_participle) != 0;
    if (group.modal || support) return (forms & form_base) != 0;
    if (forms & (form_past | form_s | form_base)) return true;
    return (forms & form_ing) != 0;
  }

  std::optional<VerbGroup> read() {
    const Item& head = items[group.head];
    if (!head.uses || !head.is_word() || (head.capital && group.head != clause.first))
      return std::nullopt;
    const auto [use, end] = use_at(items, group.head, clause.last);
    if (!use) return std::nullopt;
    group.end = end;
    group.frames = use->frames;
    group.forms = use->forms;
    read_left();
    if (is_modifier() || !fits_auxiliaries(use->forms)) return std::nullopt;
    if ((use->frames & frame_ambiguous) && !is_plain_verb(use->forms)) return std::nullopt;
    if (use->forms == form_base && !support && !group.infinitive && !is_plain_verb(form_base))
      return std::nullopt;
    group.participle = (use->forms & form_ing) != 0 && !be;
    if (is_noun_before_verb()) return std::nullopt;
    return group;
  }
};

}  // namespace

std::optional<VerbGroup> verb_group_at(const std::vector<Item>& items, Clause clause,
                                       std::size_t head) {
  GroupReader reader{items, clause, {}};
  reader.group.head = reader.group.begin = head;
  return reader.read();
}

bool is_tail_verb(const std::vector<Item>& items, std::size_t i, std::size_t last) {
  const auto quotes = [](const VerbUse& use) {
    return (use.frames & frame_quote) && (use.forms & (form_past | form_s)) && use.rest.empty();
  };
  if (std::none_of(items[i].uses->begin(), items[i].uses->end(), quotes)) return false;
  if (i + 1 >= last) return true;
  const Item& next = items[i + 1];
  if (next.is_quote() || next.is_mark(':') || next.folded == U"that" ||
      next.is(class_auxiliary | class_pronoun | class_determiner))
    return false;
  return next.kind == ItemKind::mark ||
         next.is(class_preposition | class_time | class_adverb | class_subordinator) ||
         next.capital;
}

}  // namespace entente::extract::speech
