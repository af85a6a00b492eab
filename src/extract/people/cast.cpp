// SPDX-License-Identifier: Apache-2.0
#include "extract/people/cast.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/people/offices.h"

namespace entente::extract {
namespace {

constexpr std::size_t most_bearers = 64;  // of one word of a name; the first of more are looked at
constexpr std::size_t most_actors = 300;  // among more than these no office is anybody's alone

bool conflict(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

// "Mr", "spokeswoman": what the words of a title tell.
char gender_in(const NameIndex& index, std::string_view printed) {
  const NameKeys words = keys_of_name(printed);
  char gender = '-';
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto hit =
        index.longest([&](std::size_t n) { return index.word(words[i + n]); }, words.size() - i,
                      [](std::size_t, const std::vector<Sense>&) { return true; });
    if (hit.length == 0) continue;
    for (const Sense& sense : *hit.senses)
      if ((bit(sense.use) & title_uses) && sense.gender != '-') gender = sense.gender;
  }
  return gender;
}

char gender_of(const NameIndex& index, const Person& person) {
  char gender = gender_in(index, person.role);
  for (const std::string& alias : person.aliases)
    if (gender == '-') gender = gender_in(index, alias);
  return gender;
}

}  // namespace

Cast::Cast(const Pieces& pieces, const std::vector<Item>& items, const Roster& roster)
    : pieces_(pieces), roster_(roster) {
  const std::vector<Sighting> sightings = read_sightings(pieces, items);
  // A full name that comes late is known from the start.
  for (const Sighting& sighting : sightings)
    if (sighting.keys.size() > 1) add(sighting);
  for (const Sighting& sighting : sightings)
    if (sighting.keys.size() == 1) add(sighting);
}

std::size_t Cast::enter(Actor actor) {
  const std::size_t number = actors_.size();
  by_full_name_.try_emplace(actor.name, number);
  for (const auto& key : actor.keys)
    if (auto& bearers = by_word_[key]; bearers.empty() || bearers.back() != number)
      bearers.push_back(number);
  by_spelling_.add(actor.keys.back(), number);
  by_keys_.try_emplace(actor.keys, number);
  actors_.push_back(std::move(actor));
  return number;
}

std::size_t Cast::enter(std::size_t index) {
  const Person& person = roster_.people()[index];
  if (const auto known = by_full_name_.find(person.name); known != by_full_name_.end())
    return known->second;
  const Person& root = roster_.canonical(person);
  std::string roles = person.role;
  if (root.id != person.id && !root.role.empty()) roles += (roles.empty() ? "" : "; ") + root.role;
  return enter({person.name, roster_.party_of(person), std::move(roles),
                gender_of(pieces_.index, person), roster_.keys(index)});
}

void Cast::add(const Sighting& sighting) {
  std::optional<std::size_t> actor;
  if (const Person* person = roster_.find(sighting.full)) {
    actor = enter(static_cast<std::size_t>(person - roster_.people().data()));
  } else {
    actor = by_name(sighting.keys, sighting.role, sighting.guessed ? "" : sighting.party);
  }
  if (!actor)
    actor = enter({sighting.full, sighting.party, sighting.role, sighting.gender, sighting.keys});
  Actor& who = actors_[*actor];
  if (who.party.empty()) who.party = sighting.party;
  if (!sighting.role.empty() && !has_office(who.roles, sighting.role))
    who.roles = who.roles.empty() ? sighting.role : sighting.role + "; " + who.roles;
  if (sighting.gender != '-') who.gender = sighting.gender;
}

std::optional<std::size_t> Cast::in_document(const NameKeys& keys, const std::string& role,
                                             const std::string& party) const {
  const auto bearers = by_word_.find(keys.back());
  if (bearers == by_word_.end()) return std::nullopt;
  if (const auto same = by_keys_.find(keys);
      same != by_keys_.end() && !conflict(actors_[same->second].party, party))
    return same->second;
  std::optional<std::size_t> best;
  int rank = -1;
  std::size_t left = most_bearers;
  for (std::size_t i : bearers->second) {
    if (left-- == 0) break;
    ++looked_at_;
    const Actor& actor = actors_[i];
    if (conflict(actor.party, party)) continue;
    const bool surname = ends_with_words(actor.keys, keys);
    const bool first = keys.size() == 1 && actor.keys.front() == keys.front();
    if (!surname && !first) continue;
    const int its = 4 * surname + 2 * (!role.empty() && shares_office(actor.roles, role)) +
                    (actor.keys.size() > 1);
    if (its > rank) {
      best = i;
      rank = its;
    }
  }
  return best;
}

std::optional<std::size_t> Cast::by_surname_here(const std::u32string& word) const {
  const auto bearers = by_word_.find(word);
  if (bearers == by_word_.end()) return std::nullopt;
  for (std::size_t i : bearers->second)
    if (actors_[i].keys.size() > 1 && actors_[i].keys.back() == word) return i;
  return std::nullopt;
}

std::optional<std::size_t> Cast::by_name(const NameKeys& keys, const std::string& role,
                                         const std::string& party) {
  if (keys.empty()) return std::nullopt;
  if (auto here = in_document(keys, role, party)) return here;
  std::optional<std::size_t> best;
  int rank = -1;
  std::size_t left = most_bearers;
  for (std::size_t i : roster_.bearing(keys.back())) {
    if (left-- == 0) break;
    ++looked_at_;
    const Person& person = roster_.people()[i];
    if (!ends_with_words(roster_.keys(i), keys) || conflict(roster_.party_of(person), party))
      continue;
    const int its =
        2 * (!role.empty() && shares_office(person.role, role)) + !person.same_as.has_value();
    if (its > rank) {
      best = i;
      rank = its;
    }
  }
  if (best) return enter(*best);
  if (keys.size() > 1) return std::nullopt;
  if (const auto here = by_spelling(keys.back(), party)) return here;
  const auto elsewhere = roster_.only_like(keys.back());
  return elsewhere && !conflict(roster_.party_of(roster_.people()[*elsewhere]), party)
             ? std::optional(enter(*elsewhere))
             : std::nullopt;
}

std::optional<std::size_t> Cast::by_spelling(const std::u32string& surname,
                                             const std::string& party) const {
  for (std::size_t actor : by_spelling_.like(surname, looked_at_))
    if (!conflict(actors_[actor].party, party)) return actor;
  return std::nullopt;
}

bool Cast::knows(const NameKeys& name) const {
  const auto bearers = name.empty() ? by_word_.end() : by_word_.find(name.back());
  if (bearers == by_word_.end()) return false;
  for (std::size_t i : bearers->second) {
    ++looked_at_;
    if (ends_with_words(actors_[i].keys, name)) return true;
  }
  return false;
}

std::optional<std::size_t> Cast::by_office(const std::string& role, const std::string& party,
                                           char gender, const std::vector<std::size_t>& recent) {
  const NameKeys words = keys_of_name(role);
  const bool generic = words.size() == 1 &&
                       (pieces_.index.lists(pieces_.index.word(words[0])) & bit(List::any_office));
  for (std::size_t i : recent) {
    const Actor& actor = actors_[i];
    if (conflict(actor.party, party) ||
        (gender != '-' && actor.gender != '-' && actor.gender != gender))
      continue;
    if (shares_office(actor.roles, role) ||
        (generic && !party.empty() && actor.party == party && !actor.roles.empty()))
      return i;
  }
  if (actors_.size() > most_actors) return std::nullopt;
  std::optional<std::size_t> only;
  for (std::size_t i = 0; i < actors_.size(); ++i) {
    if ((!party.empty() && actors_[i].party != party) || !shares_office(actors_[i].roles, role))
      continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only || party.empty() ? only : in_case(role, party);
}

// The only one in the whole case, variants aside.
std::optional<std::size_t> Cast::in_case(const std::string& role, const std::string& party) {
  const auto [at, fresh] = asked_.try_emplace({role, party});
  if (!fresh) return at->second;
  std::optional<std::size_t> only;
  for (std::size_t i : roster_.in_office(party, role)) {
    const Person& person = roster_.people()[i];
    if (roster_.canonical(person).id != person.id) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return at->second = only ? std::optional(enter(*only)) : std::nullopt;
}

void Cast::set_gender(std::size_t actor, char gender) {
  if (actors_[actor].gender == '-') actors_[actor].gender = gender;
}

}  // namespace entente::extract
