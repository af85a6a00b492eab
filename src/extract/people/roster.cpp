// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/utf8.h"
#include "extract/people.h"
#include "extract/people/offices.h"
#include "extract/people/sightings.h"

namespace entente::extract {
namespace {

constexpr std::size_t longest_alias = 120;

std::u32string joined(const NameKeys& keys) {
  std::u32string out;
  for (const auto& key : keys) out += (out.empty() ? U"" : U" ") + key;
  return out;
}

bool parties_differ(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

void add_once(std::vector<std::string>& list, const std::string& item) {
  if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end())
    list.push_back(item);
}

NameKeys given(const NameKeys& keys) { return {keys.begin(), keys.end() - 1}; }

// Some role of these is a ruler's: its last word is in the list, and no word before makes another
// office of it.
bool rules(const std::string& roles, const NameIndex& index, List list) {
  for (const auto& word : keys_of_name(roles))
    if ((index.lists(index.word(word)) & bit(list)) != 0)
      return !shares_office(roles, "vice president");
  return false;
}

template <class Items>
bool contains(const Items& items, const typename Items::value_type& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

}  // namespace

Roster::Roster(std::vector<Person> known) : people_(std::move(known)) {
  for (std::size_t i = 0; i < people_.size(); ++i) {
    last_id_ = std::max(last_id_, people_[i].id.number);
    index(i);
  }
}

void Roster::index(std::size_t person) {
  const NameKeys keys = keys_of_name(people_[person].name);
  keys_.resize(people_.size());
  keys_[person] = keys;
  by_id_[people_[person].id.number] = person;
  if (keys.empty()) return;
  by_name_.try_emplace(joined(keys), person);
  for (const auto* word : {&keys.back(), &keys.front()})
    if (auto& bearers = by_word_[*word]; !contains(bearers, person)) bearers.push_back(person);
  if (!people_[person].party.empty()) set_party(person, people_[person].party);
  const std::u32string sound = sound_of(keys.back());
  if (!sound.empty()) by_sound_[sound[0]].emplace_back(sound, person);
}

const Person* Roster::find(std::string_view name) const {
  const auto found = by_name_.find(joined(keys_of_name(name)));
  return found == by_name_.end() ? nullptr : &people_[found->second];
}

const Person& Roster::canonical(const Person& person) const {
  if (!person.same_as || person.review.status == Status::rejected) return person;
  const auto found = by_id_.find(person.same_as->number);
  return found == by_id_.end() ? person : people_[found->second];
}

const std::string& Roster::party_of(const Person& person) const {
  return person.party.empty() ? canonical(person).party : person.party;
}

const std::vector<std::size_t>& Roster::bearing(const std::u32string& word) const {
  static const std::vector<std::size_t> nobody;
  const auto found = by_word_.find(word);
  return found == by_word_.end() ? nobody : found->second;
}

const std::vector<std::size_t>& Roster::serving(const std::string& party) const {
  static const std::vector<std::size_t> nobody;
  const auto found = by_party_.find(party);
  return found == by_party_.end() ? nobody : found->second;
}

void Roster::set_party(std::size_t person, const std::string& party, bool guessed) {
  std::erase(by_party_[people_[person].party], person);
  people_[person].party = party;
  auto& list = by_party_[party];
  list.insert(std::upper_bound(list.begin(), list.end(), person), person);
  if (guessed)
    guessed_.insert(person);
  else
    guessed_.erase(person);
}

bool Roster::wants_party(std::size_t person) const {
  return people_[person].party.empty() || guessed_.contains(person);
}

std::vector<std::size_t> Roster::bearing_like(const std::u32string& surname) const {
  std::vector<std::size_t> out = bearing(surname);
  const std::u32string sound = sound_of(surname);
  const auto bucket = sound.empty() ? by_sound_.end() : by_sound_.find(sound[0]);
  if (bucket != by_sound_.end())
    for (const auto& [other, person] : bucket->second)
      if (same_sound(sound, other)) out.push_back(person);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  std::erase_if(out, [&](std::size_t i) { return !same_word(keys_[i].back(), surname); });
  return out;
}

void Roster::learn(DocumentId document, const text::Prose& prose, const Gazetteer& gazetteer) {
  const Pieces pieces = cut_pieces(prose, gazetteer.index());
  const std::vector<Item> items = scan_phrases(pieces);
  std::vector<std::size_t> here;
  std::vector<std::pair<std::size_t, std::string>> staff;  // "the president's envoy"
  for (const Sighting& sighting : read_sightings(pieces, items)) {
    Sighting printed = sighting;  // what is guessed tells nobody apart
    if (printed.guessed) printed.party.clear();
    const std::size_t person = take(printed, here);
    note(person, sighting, document, pieces, here);
    if (!contains(here, person)) here.push_back(person);
    if (!sighting.owner_role.empty()) staff.emplace_back(person, sighting.owner_role);
  }
  for (const auto& [person, role] : staff) serve(person, role, here);
  read_offices(pieces, items, here);
  guess_rulers(pieces, items, here);
  pay_debts(here);
}

std::size_t Roster::take(const Sighting& sighting, const std::vector<std::size_t>& here) {
  if (const auto known = by_name_.find(joined(sighting.keys)); known != by_name_.end())
    return known->second;
  if (const auto person = match_surname(sighting, here)) return *person;
  if (sighting.keys.size() == 1) return add(sighting);
  if (const auto surname_only = match_longer(sighting)) {
    rename(*surname_only, sighting);
    return *surname_only;
  }
  const auto original = match_variant(sighting);
  const std::size_t person = add(sighting);
  if (original) {
    const Person& root = canonical(people_[*original]);
    people_[person].same_as = root.id;
  }
  return person;
}

std::size_t Roster::add(const Sighting& sighting) {
  Person person;
  person.id = PersonId{++last_id_};
  person.name = sighting.full;
  people_.push_back(std::move(person));
  index(people_.size() - 1);
  return people_.size() - 1;
}

// "President Roe", "Ms. de la Roe": somebody of this document, else somebody of the case who may
// hold that office.
std::optional<std::size_t> Roster::match_surname(const Sighting& sighting,
                                                 const std::vector<std::size_t>& here) const {
  const std::u32string& surname = sighting.keys.back();
  std::optional<std::size_t> best;
  int rank = 0;
  for (std::size_t i : bearing_like(surname)) {
    const std::string& party = party_of(people_[i]);
    if (parties_differ(party, sighting.party)) continue;
    if (sighting.keys.size() > 1 &&
        (!sighting.addressed || keys_[i].size() <= sighting.keys.size() ||
         !ends_with_words(keys_[i], sighting.keys)))
      continue;
    const bool exact = keys_[i].back() == surname,
               same_party = !party.empty() && party == sighting.party;
    if (!exact && !same_party && !contains(here, i)) continue;
    const int its = 8 * contains(here, i) + 4 * exact +
                    2 * shares_office(people_[i].role, sighting.role) + same_party;
    if (!best || its > rank) {
      best = i;
      rank = its;
    }
  }
  return best;
}

// Somebody so far known by the surname alone.
std::optional<std::size_t> Roster::match_longer(const Sighting& sighting) const {
  for (std::size_t skip = 1; skip < sighting.keys.size(); ++skip) {
    const NameKeys part(sighting.keys.begin() + static_cast<std::ptrdiff_t>(skip),
                        sighting.keys.end());
    const auto known = by_name_.find(joined(part));
    if (known == by_name_.end() || keys_[known->second] != part) continue;
    if (!parties_differ(people_[known->second].party, sighting.party)) return known->second;
  }
  return std::nullopt;
}

std::optional<std::size_t> Roster::match_variant(const Sighting& sighting) const {
  for (std::size_t i : bearing_like(sighting.keys.back())) {
    if (keys_[i].size() < 2) continue;
    const std::string& party = party_of(people_[i]);
    if (parties_differ(party, sighting.party)) continue;
    const bool office =
        shares_office(people_[i].role, sighting.role) && !party.empty() && party == sighting.party;
    if (office || given_names_agree(given(keys_[i]), given(sighting.keys))) return i;
  }
  return std::nullopt;
}

void Roster::rename(std::size_t person, const Sighting& sighting) {
  add_once(people_[person].aliases, people_[person].name);
  people_[person].name = sighting.full;
  index(person);
}

// A state has one prime minister: a guess that gives it another is none.
bool Roster::office_taken(std::size_t person, const Sighting& sighting,
                          const std::vector<std::size_t>& here) const {
  return std::any_of(here.begin(), here.end(), [&](std::size_t i) {
    return i != person && people_[i].party == sighting.party &&
           has_office(people_[i].role, sighting.role) && has_office(sighting.role, people_[i].role);
  });
}

bool Roster::ruled_by_another(std::size_t person, const Sighting& sighting, const Pieces& pieces,
                              const std::vector<std::size_t>& here) const {
  if (!rules(sighting.role, pieces.index, List::ruler)) return false;
  return std::any_of(here.begin(), here.end(), [&](std::size_t i) {
    return i != person && people_[i].party == sighting.party &&
           rules(people_[i].role, pieces.index, List::any_ruler);
  });
}

void Roster::note(std::size_t index, const Sighting& sighting, DocumentId document,
                  const Pieces& pieces, const std::vector<std::size_t>& here) {
  Person& person = people_[index];
  bool news = std::none_of(person.evidence.begin(), person.evidence.end(),
                           [&](const Evidence& e) { return e.document == document; });
  const bool taken =
      sighting.guessed && (!party_of(person).empty() || office_taken(index, sighting, here) ||
                           ruled_by_another(index, sighting, pieces, here));
  if (!taken && !sighting.party.empty() &&
      (person.party.empty() || (guessed_.contains(index) && !sighting.guessed))) {
    set_party(index, sighting.party, sighting.guessed);
    news = true;
  }
  if (!sighting.role.empty() && !has_office(person.role, sighting.role)) {
    person.role = person.role.empty() ? sighting.role : sighting.role + "; " + person.role;
    news = true;
  }
  if (sighting.full != person.name) add_once(person.aliases, sighting.full);
  if (sighting.titled && sighting.evidence.size() <= longest_alias) {
    const std::string printed = slice_utf8(pieces.prose.text, sighting.evidence);
    if (printed != person.name) add_once(person.aliases, printed);
  }
  if (news) person.evidence.push_back({document, sighting.evidence});
  if (!person.party.empty()) return;
  if (!sighting.owner.empty()) debts_.push_back({index, {sighting.owner}});
  if (sighting.company.size() > 1) debts_.push_back({index, sighting.company});
}

// Whoever serves the only president of the text is of his party.
void Roster::serve(std::size_t person, const std::string& role,
                   const std::vector<std::size_t>& here) {
  std::vector<std::size_t> holders;
  for (std::size_t i : here)
    if (i != person && shares_office(people_[i].role, role)) holders.push_back(i);
  if (holders.size() == 1 && people_[person].party.empty() &&
      !party_of(people_[holders[0]]).empty())
    set_party(person, party_of(people_[holders[0]]));
}

void Roster::pay_debts(const std::vector<std::size_t>& here) {
  std::erase_if(debts_, [&](const Debt& debt) {
    if (!people_[debt.person].party.empty()) return true;
    const std::string party = common_party(debt, here);
    if (!party.empty()) set_party(debt.person, party);
    return !party.empty();
  });
}

// The party that all of them speak for; "" where one's is unknown or they differ.
std::string Roster::common_party(const Debt& debt, const std::vector<std::size_t>& here) const {
  std::string party;
  for (const NameKeys& owner : debt.owners) {
    std::string its;
    const auto ask = [&](std::size_t i) {
      if (its.empty() && i != debt.person && ends_with_words(keys_[i], owner))
        its = party_of(people_[i]);
    };
    std::for_each(here.begin(), here.end(), ask);
    const auto& others = bearing(owner.back());
    std::for_each(others.begin(), others.end(), ask);
    if (its.empty() || (!party.empty() && its != party)) return "";
    party = its;
  }
  return party;
}

// "the Ruritanian president" tells whose president the only one is whose party nobody has printed.
void Roster::read_offices(const Pieces& pieces, const std::vector<Item>& items,
                          const std::vector<std::size_t>& here) {
  std::set<std::pair<std::string, std::string>> asked;
  for (const Item& item : items) {
    if (!is_definite_office(item) || item.parties.empty()) continue;
    const std::string role = role_of(pieces, item),
                      &party = pieces.index.party(item.parties.front());
    if (!asked.emplace(role, party).second) continue;
    std::vector<std::size_t> without;
    bool taken = false;
    for (std::size_t i : here) {
      const bool shares = shares_office(people_[i].role, role);
      taken = taken || (party_of(people_[i]) == party &&
                        (shares || rules(people_[i].role, pieces.index, List::any_ruler)));
      if (shares && wants_party(i)) without.push_back(i);
    }
    if (!taken && without.size() == 1) set_party(without.front(), party);
  }
}

// "The Lantern House declined to comment": the only ruler's seat that the text names, of a state
// whose ruler it does not.
std::string Roster::party_of_seat(const Pieces& pieces, const std::vector<Item>& items,
                                  const std::vector<std::size_t>& here) const {
  std::string only;
  for (const Item& item : items) {
    if (item.kind != ItemKind::party || item.party_use != Use::seat ||
        !pieces.index.is_state(item.parties.front()))
      continue;
    const std::string& party = pieces.index.party(item.parties.front());
    const bool ruled = std::any_of(here.begin(), here.end(), [&](std::size_t i) {
      return party_of(people_[i]) == party && rules(people_[i].role, pieces.index, List::any_ruler);
    });
    if (ruled || party == only) continue;
    if (!only.empty()) return "";
    only = party;
  }
  return only;
}

// The press names no country with its own president. A state that the text speaks of again and
// again, the only one whose president it does not name, has the president who is named without one.
void Roster::guess_rulers(const Pieces& pieces, const std::vector<Item>& items,
                          const std::vector<std::size_t>& here) {
  const auto lone = [&](std::size_t i) {
    return people_[i].party.empty() && rules(people_[i].role, pieces.index, List::ruler);
  };
  if (std::count_if(here.begin(), here.end(), lone) != 1) return;
  const std::size_t ruler = *std::find_if(here.begin(), here.end(), lone);
  if (const std::string party = party_of_seat(pieces, items, here); !party.empty())
    return set_party(ruler, party, true);
  std::map<std::uint32_t, int> spoken_of;
  for (const Item& item : items)
    for (std::uint32_t party : item.parties) ++spoken_of[party];
  std::string only;
  bool others = false;
  for (const auto& [party, times] : spoken_of) {
    if (times < 2 || !pieces.index.is_state(party)) continue;
    const std::string& name = pieces.index.party(party);
    const bool taken = std::any_of(here.begin(), here.end(), [&](std::size_t i) {
      const std::string& roles = people_[i].role;
      return party_of(people_[i]) == name && (shares_office(roles, people_[ruler].role) ||
                                              rules(roles, pieces.index, List::any_ruler));
    });
    others = others || taken;
    const bool led = std::any_of(here.begin(), here.end(), [&](std::size_t i) {
      const std::string& roles = people_[i].role;
      return party_of(people_[i]) == name &&
             (rules(roles, pieces.index, List::ruler) || has_office(roles, "Prime Minister"));
    });
    if (taken || (led && times < 3)) continue;
    if (!only.empty() || times < 3) return;
    only = name;
  }
  if (others && !only.empty()) set_party(ruler, only, true);
}

}  // namespace entente::extract
