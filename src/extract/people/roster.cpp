// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "extract/people.h"
#include "extract/people/offices.h"
#include "extract/people/present.h"
#include "extract/people/sightings.h"

namespace entente::extract {
namespace {

constexpr std::size_t longest_alias = 120;
constexpr std::size_t most_aliases = 200;

std::u32string joined(const NameKeys& keys) {
  std::u32string out;
  for (const auto& key : keys) out += (out.empty() ? U"" : U" ") + key;
  return out;
}

bool parties_differ(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

void add_once(std::vector<std::string>& list, const std::string& item) {
  if (item.empty() || list.size() >= most_aliases) return;
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

NameKeys given(const NameKeys& keys) { return {keys.begin(), keys.end() - 1}; }

// Into an ascending list, once.
void insert_sorted(std::vector<std::size_t>& list, std::size_t item) {
  const auto at = std::lower_bound(list.begin(), list.end(), item);
  if (at == list.end() || *at != item) list.insert(at, item);
}

void erase_sorted(std::vector<std::size_t>& list, std::size_t item) {
  const auto at = std::lower_bound(list.begin(), list.end(), item);
  if (at != list.end() && *at == item) list.erase(at);
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
  for (const auto* word : {&keys.back(), &keys.front()}) insert_sorted(by_word_[*word], person);
  if (!people_[person].party.empty())
    set_party(person, people_[person].party, people_[person].party_guessed);
  by_spelling_.add(keys.back(), person);
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

void Roster::set_party(std::size_t person, const std::string& party, bool guessed) {
  if (party != people_[person].party) unfile_office(person);
  people_[person].party = party;
  people_[person].party_guessed = guessed;
  file_office(person);
  if (!keys_[person].empty()) news_.insert(keys_[person].back());
}

// By the words of the roles, which only ever grow.
void Roster::file_office(std::size_t person) {
  const Person& one = people_[person];
  if (one.party.empty()) return;
  for (const std::u32string& word : office_words(one.role))
    insert_sorted(by_office_[{one.party, word}], person);
}

void Roster::unfile_office(std::size_t person) {
  const Person& one = people_[person];
  for (const std::u32string& word : office_words(one.role))
    if (const auto filed = by_office_.find({one.party, word}); filed != by_office_.end())
      erase_sorted(filed->second, person);
}

std::vector<std::size_t> Roster::in_office(const std::string& party,
                                           const std::string& role) const {
  std::vector<std::size_t> out;
  for (const std::u32string& word : office_words(role))
    if (const auto filed = by_office_.find({party, word});
        filed != by_office_.end() && filed->second.size() <= Present::most)
      out.insert(out.end(), filed->second.begin(), filed->second.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  looked_at_ += out.size();
  std::erase_if(out, [&](std::size_t i) { return !shares_office(people_[i].role, role); });
  return out;
}

bool Roster::wants_party(std::size_t person) const {
  return people_[person].party.empty() || party_is_guess(people_[person]);
}

std::vector<std::size_t> Roster::bearing_like(const std::u32string& surname,
                                              const Present& here) const {
  std::vector<std::size_t> out = by_spelling_.like(surname, looked_at_);
  const auto& exact = bearing(surname);
  const Present::Set& named = here.bearing(surname);
  if (exact.size() <= Present::most)
    out.insert(out.end(), exact.begin(), exact.end());
  else if (named.size() <= Present::most)
    out.insert(out.end(), named.begin(), named.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  looked_at_ += out.size();
  std::erase_if(out, [&](std::size_t i) { return !same_word(keys_[i].back(), surname); });
  return out;
}

std::optional<std::size_t> Roster::only_like(const std::u32string& surname) const {
  std::optional<std::size_t> only;
  for (std::size_t i : by_spelling_.like(surname, looked_at_)) {
    if (keys_[i].empty() || !same_word(keys_[i].back(), surname)) continue;
    if (only && canonical(people_[i]).id != canonical(people_[*only]).id) return std::nullopt;
    if (!only) only = i;
  }
  return only;
}

void Roster::learn(DocumentId document, const text::Prose& prose, const Gazetteer& gazetteer) {
  const Pieces pieces = cut_pieces(prose, gazetteer.index());
  const std::vector<Item> items = scan_phrases(pieces);
  Present here;
  std::vector<std::pair<std::size_t, std::string>> staff;  // "the president's envoy"
  std::vector<std::pair<std::size_t, Sighting>> untold;
  for (const Sighting& sighting : read_sightings(pieces, items)) {
    Sighting printed = sighting;  // what is guessed tells nobody apart
    if (printed.guessed) printed.party.clear();
    const std::size_t person = take(printed, here);
    note(person, sighting, document, pieces, here);
    const bool first = !here.contains(person);
    here.add(person, keys_[person], sighting.name.first);
    here.add_role(person, first ? people_[person].role : sighting.role);
    if (rules(people_[person].role, pieces.index, List::any_ruler)) here.add_ruler(person);
    if (!sighting.affairs.empty()) untold.emplace_back(person, sighting);
    if (!sighting.owner_role.empty()) staff.emplace_back(person, sighting.owner_role);
  }
  serve(staff, here);
  read_offices(pieces, items, here);
  guess_rulers(pieces, items, here, untold);
  pay_debts(here);
  guess_affairs(untold, pieces, here);
  pay_debts(here);
}

std::size_t Roster::take(const Sighting& sighting, const Present& here) {
  if (const auto known = by_name_.find(joined(sighting.keys)); known != by_name_.end())
    return known->second;
  if (const auto person = match_surname(sighting, here)) return *person;
  if (const auto person = match_first(sighting, here)) return *person;
  if (sighting.keys.size() == 1) return add(sighting);
  if (const auto surname_only = match_longer(sighting)) {
    rename(*surname_only, sighting);
    return *surname_only;
  }
  const auto original = match_variant(sighting, here);
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
                                                 const Present& here) const {
  const std::u32string& surname = sighting.keys.back();
  std::optional<std::size_t> best;
  int rank = 0;
  for (std::size_t i : bearing_like(surname, here)) {
    const std::string& party = party_of(people_[i]);
    if (parties_differ(party, sighting.party)) continue;
    if (sighting.keys.size() > 1 &&
        (!sighting.addressed || keys_[i].size() <= sighting.keys.size() ||
         !ends_with_words(keys_[i], sighting.keys)))
      continue;
    const bool exact = keys_[i].back() == surname,
               same_party = !party.empty() && party == sighting.party;
    if (!exact && !same_party && !here.contains(i)) continue;
    const int its = 8 * here.contains(i) + 4 * exact +
                    2 * shares_office(people_[i].role, sighting.role) + same_party;
    if (!best || its > rank) {
      best = i;
      rank = its;
    }
  }
  return best;
}

// "Minister Roe" for Roe Min-jae: family names may come first.
std::optional<std::size_t> Roster::match_first(const Sighting& sighting,
                                               const Present& here) const {
  if (sighting.keys.size() != 1) return std::nullopt;
  const auto& bearers = bearing(sighting.keys[0]);
  if (bearers.size() > Present::most) return std::nullopt;
  for (std::size_t i : bearers)
    if (here.contains(i) && keys_[i].size() > 1 && keys_[i].front() == sighting.keys[0] &&
        shares_office(people_[i].role, sighting.role) &&
        !parties_differ(party_of(people_[i]), sighting.party))
      return i;
  return std::nullopt;
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

std::optional<std::size_t> Roster::match_variant(const Sighting& sighting,
                                                 const Present& here) const {
  for (std::size_t i : bearing_like(sighting.keys.back(), here)) {
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

void Roster::note(std::size_t index, const Sighting& sighting, DocumentId document,
                  const Pieces& pieces, const Present& here) {
  Person& person = people_[index];
  bool news = person.evidence.empty() || person.evidence.back().document != document;
  const bool taken =
      sighting.guessed && (!party_of(person).empty() || office_taken(index, sighting, here) ||
                           ruled_by_another(index, sighting, pieces, here));
  if (!taken && !sighting.party.empty() &&
      (person.party.empty() || (party_is_guess(person) && !sighting.guessed))) {
    set_party(index, sighting.party, sighting.guessed);
    news = true;
  }
  if (!sighting.role.empty() && !has_office(person.role, sighting.role)) {
    person.role = person.role.empty() ? sighting.role : sighting.role + "; " + person.role;
    file_office(index);
    news = true;
  }
  if (sighting.full != person.name) add_once(person.aliases, sighting.full);
  if (sighting.titled && sighting.evidence.size() <= longest_alias) {
    const std::string printed = slice_utf8(pieces.prose.text, sighting.evidence);
    if (printed != person.name) add_once(person.aliases, printed);
  }
  if (news) person.evidence.push_back({document, sighting.evidence});
  if (!person.party.empty()) return;
  if (!sighting.owner.empty()) owe({index, {sighting.owner}, sighting.guessed_owner});
  if (sighting.company.size() > 1) owe({index, sighting.company, true});
}

}  // namespace entente::extract
