// SPDX-License-Identifier: Apache-2.0
#include "extract/people/beside.h"

#include "base/utf8.h"
#include "extract/people/speech_place.h"

namespace entente::extract {

bool Beside::word_is(std::size_t i, std::u32string_view word) const {
  return i < p_.size() && p_[i].is_word() && slice(p_.prose.folded, p_[i].span) == word;
}

std::string Beside::party_name(const Item& item) const {
  return item.parties.empty() ? std::string() : p_.index.party(item.parties.front());
}

const Item* Beside::next_item(std::size_t i) const {
  return i + 1 < items_.size() ? &items_[i + 1] : nullptr;
}

// "Ruritania's quartermaster, Jane Roe, said": any word for a person between the party and the
// name.
std::string Beside::possessed_beside(std::size_t i) const {
  const std::size_t comma = items_[i].all.first - 1;
  if (i == 0 || items_[i].all.first < 3 || p_[comma].mark != U',' || items_[i].name.size() < 2)
    return "";
  const std::size_t end = p_.end_of_sentence(comma), after = items_[i].all.last;
  const bool says = after < end && p_[after].mark == U',' && speech_at(p_, after + 1, end);
  if (!says && !stands_as_speaker(p_, items_[i].all)) return "";
  std::size_t at = comma;
  while (at > 0 && comma - at < 4 && p_[at - 1].is_word() && !p_[at - 1].capital &&
         !p_[at - 1].possessive)
    --at;
  const Item& owner = items_[i - 1];
  const bool owned = at < comma && at > 0 && p_[at - 1].possessive &&
                     owner.kind == ItemKind::party && owner.all.last == at;
  return owned && p_[at].sentence == p_[items_[i].all.first].sentence ? party_name(owner) : "";
}

// "Jane Roe of the Republic of Ruritania"
std::string Beside::party_after_of(std::size_t i) const {
  const std::size_t at = items_[i].all.last;
  const Item* next = next_item(i);
  if (next == nullptr || at >= p_.end_of_sentence(items_[i].all.first) ||
      slice(p_.prose.folded, p_[at].span) != U"of")
    return "";
  if (next->all.first > at + 4 || !next->name.empty() ||
      p_[next->all.first].sentence != p_[at].sentence)
    return "";
  for (std::size_t k = at + 1; k < next->all.first; ++k)
    if (!p_[k].is_word() ||
        !(p_[k].capital || p_[k].is(List::definite) || slice(p_.prose.folded, p_[k].span) == U"of"))
      return "";
  return party_name(*next);
}

// "Jane Roe, who has led the Ruritanian delegation since May": whom the person leads; nullptr
// nobody. "Jane Roe, who signed for Ruritania": for whom the person acts.
const Item* Beside::led_item(std::size_t i) const {
  const std::size_t begin = items_[i].all.last, end = p_.end_of_sentence(items_[i].all.first);
  if (begin >= end || p_[begin].mark != U',') return nullptr;
  std::size_t at = begin + 1;
  const auto acts_for = [&] { return p_[at].is(List::acts_for) && word_is(at + 1, U"for"); };
  while (at < end && at < begin + 10 && p_[at].mark == 0 && !p_[at].is(List::leads) && !acts_for())
    ++at;
  if (at + 1 >= end || !(p_[at].is(List::leads) || acts_for())) return nullptr;
  if (!p_[at].is(List::leads)) ++at;
  for (std::size_t k = i + 1; k < items_.size() && items_[k].all.first <= at + 2; ++k)
    if (items_[k].all.first > at &&
        (items_[k].kind == ItemKind::run || (items_[k].name.empty() && !items_[k].parties.empty())))
      return &items_[k];
  return nullptr;
}

std::string Beside::party_led(std::size_t i) const {
  const Item* led = led_item(i);
  return led == nullptr ? "" : party_name(*led);
}

bool Beside::leads_delegation(std::size_t i) const {
  const Item* led = led_item(i);
  if (led == nullptr || led->kind != ItemKind::phrase) return false;
  const std::size_t head = led->head_end - 1;
  return word_is(head, U"delegation") || word_is(head, U"team") || word_is(head, U"mission");
}

// "Ruritania's Jane Roe said"
std::string Beside::possessing_party(std::size_t i) const {
  if (i == 0 || items_[i - 1].kind != ItemKind::party ||
      items_[i - 1].all.last != items_[i].all.first)
    return "";
  return p_[items_[i - 1].all.last - 1].possessive ? party_name(items_[i - 1]) : "";
}

std::size_t Beside::end_after_of(std::size_t i) const {
  return party_after_of(i).empty() ? items_[i].all.last : items_[i + 1].all.last;
}

// "Ruritania's delegation, led by Jane Roe"
std::string Beside::led_by(std::size_t i) const {
  const std::size_t at = items_[i].all.first, begin = p_.start_of_sentence(at);
  if (i == 0 || at < begin + 3 || !word_is(at - 1, U"by")) return "";
  if (!p_[at - 2].is(List::leads)) return led_elsewhere(i);
  const Item& led = items_[i - 1];
  if (led.all.first < begin || !led.name.empty() || led.parties.size() != 1) return "";
  if (led.all.last + 3 < at - 2 || p_[led.all.last - 1].possessive) return "";
  for (std::size_t k = led.all.last; k < at - 2; ++k)
    if (p_[k].mark != U',' && !p_[k].is(List::auxiliary)) return "";
  return party_name(led);
}

// "... was headed by Max Moe, and that of Ruritania by Jane Roe"
std::string Beside::led_elsewhere(std::size_t i) const {
  const std::size_t at = items_[i].all.first, begin = p_.start_of_sentence(at);
  const Item& party = items_[i - 1];
  if (party.all.last != at - 1 || party.parties.size() != 1 || party.all.first < begin + 2)
    return "";
  const std::size_t of = party.all.first - 1;
  if (!word_is(of, U"of") || !(word_is(of - 1, U"that") || word_is(of - 1, U"those"))) return "";
  for (std::size_t k = of - 1; k > begin && k + 40 > of; --k)
    if (p_[k].is(List::leads) && word_is(k + 1, U"by")) return party_name(party);
  return "";
}

// "Jane Roe (Ruritania)", as the lists and records of organisations have it.
std::string Beside::bracketed(std::size_t i) const {
  const std::size_t open = items_[i].all.last;
  const Item* next = next_item(i);
  if (next == nullptr || open >= p_.size() || p_[open].mark != U'(') return "";
  const bool alone =
      next->all.first == open + 1 && next->all.last < p_.size() && p_[next->all.last].mark == U')';
  return alone && next->name.empty() && next->parties.size() == 1 ? party_name(*next) : "";
}

}  // namespace entente::extract
