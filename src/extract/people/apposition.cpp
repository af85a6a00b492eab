// SPDX-License-Identifier: Apache-2.0
#include "extract/people/apposition.h"

#include "base/utf8.h"

namespace entente::extract {

bool Appositions::one_office(const Item& item) const {
  const bool one = item.has(title_uses) || (item.has(bit(Use::single)) && !item.parties.empty());
  return item.kind == ItemKind::phrase && item.name.empty() && one && !item.has(bit(Use::group)) &&
         item.determiner != Determiner::indefinite;
}

// "Jane Roe, the envoy" : the phrase behind the comma.
const Item* Appositions::after(std::size_t i) const {
  const Item* next = i + 1 < items_.size() ? &items_[i + 1] : nullptr;
  if (const Item* office = owned_by_next(i)) return office;
  if (next == nullptr || p_[next->all.last - 1].possessive ||
      !(one_office(*next) || indefinite_office(*next)))
    return nullptr;
  const std::size_t comma = items_[i].all.last;
  if (comma >= p_.size()) return nullptr;
  const bool is = slice(p_.prose.folded, p_[comma].span) == U"is";  // "Jane Roe is the envoy"
  if (p_[comma].mark != U',' && !is) return nullptr;
  std::size_t at = comma + 1;
  if (at < next->all.first && slice(p_.prose.folded, p_[at].span) == U"who")
    at += 2;  // "who is the envoy"
  return at == next->all.first && p_[comma].sentence == p_[next->all.first].sentence ? next
                                                                                     : nullptr;
}

// "Jane Roe, President Max Moe's envoy,": the envoy.
const Item* Appositions::owned_by_next(std::size_t i) const {
  if (i + 2 >= items_.size() || titled_owner(items_, i + 2, p_) != &items_[i + 1] ||
      !one_office(items_[i + 2]))
    return nullptr;
  const std::size_t comma = items_[i].all.last;
  const bool beside = items_[i + 1].all.first == comma + 1 && p_[comma].mark == U',';
  return beside && p_[comma].sentence == p_[items_[i + 2].all.first].sentence ? &items_[i + 2]
                                                                              : nullptr;
}

bool Appositions::indefinite_office(const Item& item) const {
  const bool one = item.has(title_uses) || (item.has(bit(Use::single)) && !item.parties.empty());
  return item.kind == ItemKind::phrase && item.name.empty() && one &&
         item.determiner == Determiner::indefinite;
}

// "the envoy, Jane Roe,"
const Item* Appositions::before(std::size_t i) const {
  const std::size_t comma = items_[i].all.first - 1;
  if (i == 0 || items_[i].all.first == 0 || p_[comma].mark != U',' ||
      p_[comma].sentence != p_[items_[i].all.first].sentence)
    return nullptr;
  const bool placed = i > 1 && items_[i - 1].kind == ItemKind::place &&
                      items_[i - 1].all.last == comma && stands_in_place(i - 1);
  const Item& office = items_[placed ? i - 2 : i - 1];
  const std::size_t end = placed ? items_[i - 1].all.first - 1 : comma;
  const bool there = end > 0 && slice(p_.prose.folded, p_[end - 1].span) == U"there";
  const bool ends = office.all.last == end || (there && office.all.last + 1 == end);
  if (!one_office(office) || !ends) return nullptr;
  return !placed && follows_name(i - 1) && after(i) != nullptr ? nullptr : &office;
}

// "Jane Roe, the envoy, Max Moe, the minister": each office is that of the name before it.
bool Appositions::follows_name(std::size_t office) const {
  return office > 0 && !items_[office - 1].name.empty() &&
         items_[office - 1].all.last + 1 == items_[office].all.first &&
         p_[items_[office - 1].all.last].mark == U',';
}

// "the envoy in Strelsau, Jane Roe"
bool Appositions::stands_in_place(std::size_t i) const {
  const std::size_t at = items_[i].all.first;
  return at > 0 && p_[at - 1].is(List::place_preposition);
}

}  // namespace entente::extract
