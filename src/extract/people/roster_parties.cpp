// SPDX-License-Identifier: Apache-2.0
// For whom people speak whose party is not printed beside their names.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "extract/people.h"
#include "extract/people/offices.h"
#include "extract/people/present.h"
#include "extract/people/sightings.h"

namespace entente::extract {

// One of the first people of a set; beyond these the question tells nothing.
template <class Asked>
bool Roster::among(const std::set<std::size_t>& people, Asked&& asked) const {
  std::size_t left = Present::most;
  for (std::size_t i : people) {
    if (left-- == 0) return false;
    ++looked_at_;
    if (asked(i)) return true;
  }
  return false;
}

// A state has one prime minister: a guess that gives it another is none.
bool Roster::office_taken(std::size_t person, const Sighting& sighting, const Present& here) const {
  const Present::Set& holders = here.in_office(sighting.role);
  return among(holders, [&](std::size_t i) {
    return i != person && people_[i].party == sighting.party &&
           has_office(people_[i].role, sighting.role) && has_office(sighting.role, people_[i].role);
  });
}

bool Roster::ruled_by_another(std::size_t person, const Sighting& sighting, const Pieces& pieces,
                              const Present& here) const {
  if (!rules(sighting.role, pieces.index, List::ruler)) return false;
  return among(here.rulers(),
               [&](std::size_t i) { return i != person && people_[i].party == sighting.party; });
}

// Whoever serves the only president of the text is of his party.
void Roster::serve(const std::vector<std::pair<std::size_t, std::string>>& staff,
                   const Present& here) {
  std::map<std::string, std::vector<std::size_t>> holders;  // three are as many as all
  for (const auto& [person, role] : staff) {
    const auto [at, fresh] = holders.try_emplace(role);
    if (fresh && holders.size() <= Present::most)
      for (std::size_t i : here.near_office(role)) {
        ++looked_at_;
        if (shares_office(people_[i].role, role)) at->second.push_back(i);
        if (at->second.size() == 3) break;
      }
    std::vector<std::size_t> others = at->second;
    std::erase(others, person);
    if (others.size() == 1 && people_[person].party.empty() &&
        !party_of(people_[others[0]]).empty())
      set_party(person, party_of(people_[others[0]]));
  }
}

void Roster::owe(Debt debt) {
  for (const NameKeys& owner : debt.owners) owed_by_[owner.back()].push_back(debts_.size());
  unread_.push_back(debts_.size());
  debts_.push_back(std::move(debt));
}

// Those made by this document, and those of whose owners something has become known.
void Roster::pay_debts(const Present& here) {
  std::set<std::size_t> due(unread_.begin(), unread_.end());
  unread_.clear();
  while (!due.empty() || !news_.empty()) {
    for (const std::u32string& word : std::exchange(news_, {}))
      if (const auto owed = owed_by_.find(word); owed != owed_by_.end()) {
        std::erase_if(owed->second,
                      [&](std::size_t d) { return !people_[debts_[d].person].party.empty(); });
        due.insert(owed->second.begin(), owed->second.end());
      }
    for (std::size_t d : std::exchange(due, {})) {
      const Debt& debt = debts_[d];
      if (!people_[debt.person].party.empty()) continue;
      const std::string party = common_party(debt, here);
      if (!party.empty()) set_party(debt.person, party, debt.guessed);
    }
  }
}

// The party that all of them speak for; "" where one's is unknown or they differ.
std::string Roster::common_party(const Debt& debt, const Present& here) const {
  std::string party;
  for (const NameKeys& owner : debt.owners) {
    std::string its;
    const auto ask = [&](std::size_t i) {
      ++looked_at_;
      if (its.empty() && i != debt.person && ends_with_words(keys_[i], owner))
        its = party_of(people_[i]);
      return !its.empty();
    };
    const auto& others = bearing(owner.back());
    if (!among(here.bearing(owner.back()), ask) && others.size() <= Present::most)
      std::for_each(others.begin(), others.end(), ask);
    if (its.empty() || (!party.empty() && its != party)) return "";
    party = its;
  }
  return party;
}

namespace {

// An office of a party that the text names without its holder, and where.
struct Vacancy {
  std::string role, party;
  std::vector<std::size_t> at;  // pieces
};

std::vector<Vacancy> vacancies(const Pieces& pieces, const std::vector<Item>& items) {
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  std::vector<Vacancy> out;
  for (const Item& item : items) {
    if (!is_definite_office(item) || item.parties.empty()) continue;
    const std::string role = role_of(pieces, item),
                      &party = pieces.index.party(item.parties.front());
    const auto [number, fresh] = known.try_emplace({role, party}, out.size());
    if (fresh) out.push_back({role, party, {}});
    out[number->second].at.push_back(item.all.first);
  }
  return out;
}

// Where one of these stands last before a place; 0 where none does.
std::size_t last_before(const Vacancy& vacancy, std::size_t place) {
  std::size_t best = 0;
  for (std::size_t at : vacancy.at)
    if (at < place) best = std::max(best, at + 1);
  return best;
}

}  // namespace

// "the Ruritanian president" tells whose president the only one is whose party nobody has printed.
// Of several such offices the one is meant that stands last before the name.
void Roster::read_offices(const Pieces& pieces, const std::vector<Item>& items,
                          const Present& here) {
  const std::vector<Vacancy> all = vacancies(pieces, items);
  for (const Vacancy& vacancy : all) {
    const auto person = only_candidate(vacancy.role, vacancy.party, here);
    if (!person) continue;
    const Vacancy* best = &vacancy;
    bool several = false;
    std::size_t left = Present::most;
    for (const Vacancy& other : all) {
      if (left-- == 0) break;
      if (other.party == vacancy.party || !shares_office(people_[*person].role, other.role) ||
          only_candidate(other.role, other.party, here) != person)
        continue;
      several = true;
      const std::size_t seen = here.first_seen(*person);
      if (last_before(other, seen) > last_before(*best, seen)) best = &other;
    }
    set_party(*person, best->party, several);
  }
  read_leaders(pieces, items, here);
}

// The only one here who may hold this office of this party; nobody where somebody does.
std::optional<std::size_t> Roster::only_candidate(const std::string& role, const std::string& party,
                                                  const Present& here) const {
  std::optional<std::size_t> only;
  for (std::size_t i : here.near_office(role)) {
    ++looked_at_;
    if (!shares_office(people_[i].role, role)) continue;
    if (party_of(people_[i]) == party || (only && wants_party(i))) return std::nullopt;
    if (wants_party(i)) only = i;
  }
  const bool ruled =
      among(here.rulers(), [&](std::size_t i) { return party_of(people_[i]) == party; });
  return ruled ? std::nullopt : only;
}

// "Roe accused Freedonia. ... the Ruritanian leader": the only one whom the text names without any
// office, where nobody else is of that party.
void Roster::read_leaders(const Pieces& pieces, const std::vector<Item>& items,
                          const Present& here) {
  std::optional<std::size_t> bare;
  std::set<std::string> represented;
  for (std::size_t i : here.all()) {
    ++looked_at_;
    if (!people_[i].party.empty()) represented.insert(people_[i].party);
    if (!people_[i].party.empty() || !people_[i].role.empty()) continue;
    if (bare) return;
    bare = i;
  }
  if (!bare) return;
  std::set<std::string> led;
  for (const Item& item : items)
    if (is_definite_office(item) && item.parties.size() == 1 &&
        item.all.first > here.first_seen(*bare) && pieces[item.head_end - 1].is(List::any_office) &&
        !represented.contains(pieces.index.party(item.parties.front())))
      led.insert(pieces.index.party(item.parties.front()));
  if (led.size() == 1) set_party(*bare, *led.begin(), true);
}

// "The Lantern House declined to comment": the only ruler's seat that the text names, of a state
// whose ruler it does not.
std::string Roster::party_of_seat(const Pieces& pieces, const std::vector<Item>& items,
                                  const Present& here) const {
  std::string only;
  for (const Item& item : items) {
    if (item.kind != ItemKind::party || item.party_use != Use::seat ||
        !pieces.index.is_state(item.parties.front()))
      continue;
    const std::string& party = pieces.index.party(item.parties.front());
    const bool ruled =
        among(here.rulers(), [&](std::size_t i) { return party_of(people_[i]) == party; });
    if (ruled || party == only) continue;
    if (!only.empty()) return "";
    only = party;
  }
  return only;
}

// Of whom nothing else tells the party: the state whose affairs are told, where nobody else has the
// office.
void Roster::guess_affairs(const std::vector<std::pair<std::size_t, Sighting>>& untold,
                           const Pieces& pieces, const Present& here) {
  for (const auto& [person, sighting] : untold) {
    if (!party_of(people_[person]).empty()) continue;
    Sighting guess = sighting;
    guess.party = sighting.affairs;
    if (!office_taken(person, guess, here) && !ruled_by_another(person, guess, pieces, here))
      set_party(person, guess.party, true);
  }
}

// The press names no country with its own president. A state that the text speaks of again and
// again, the only one whose president it does not name, has the president who is named without one.
void Roster::guess_rulers(const Pieces& pieces, const std::vector<Item>& items, const Present& here,
                          const std::vector<std::pair<std::size_t, Sighting>>& untold) {
  const auto lone = [&](std::size_t i) {
    return people_[i].party.empty() && rules(people_[i].role, pieces.index, List::ruler);
  };
  const std::vector<std::size_t>& all = here.all();
  if (std::count_if(all.begin(), all.end(), lone) != 1) return;
  const std::size_t ruler = *std::find_if(all.begin(), all.end(), lone);
  // Where the passage tells of another state, of which nobody is named who leads it, the seat is
  // somebody else's, unless it stands beside the ruler.
  const auto seat_beside = [&](std::size_t sentence) {
    return std::any_of(items.begin(), items.end(), [&](const Item& item) {
      return item.party_use == Use::seat && pieces[item.all.first].sentence == sentence;
    });
  };
  const bool elsewhere = std::any_of(untold.begin(), untold.end(), [&](const auto& seen) {
    return seen.first == ruler && !seat_beside(pieces[seen.second.name.first].sentence) &&
           std::none_of(all.begin(), all.end(), [&](std::size_t i) {
             const std::string& roles = people_[i].role;
             return party_of(people_[i]) == seen.second.affairs &&
                    (rules(roles, pieces.index, List::ruler) ||
                     has_office(roles, "Prime Minister"));
           });
  });
  if (const std::string party = party_of_seat(pieces, items, here); !party.empty() && !elsewhere)
    return set_party(ruler, party, true);
  std::set<std::string> ruled, governed;  // states whose president, or prime minister, is named
  for (std::size_t i : all) {
    const std::string &roles = people_[i].role, &party = party_of(people_[i]);
    if (i == ruler || roles.empty() || party.empty()) continue;
    if (shares_office(roles, people_[ruler].role) || rules(roles, pieces.index, List::any_ruler))
      ruled.insert(party);
    if (rules(roles, pieces.index, List::ruler) || has_office(roles, "Prime Minister"))
      governed.insert(party);
  }
  looked_at_ += all.size();
  std::map<std::uint32_t, int> spoken_of;
  for (const Item& item : items)
    for (std::uint32_t party : item.parties) ++spoken_of[party];
  std::string only;
  bool others = false;
  for (const auto& [party, times] : spoken_of) {
    if (times < 2 || !pieces.index.is_state(party)) continue;
    const std::string& name = pieces.index.party(party);
    const bool taken = ruled.contains(name), led = taken || governed.contains(name);
    others = others || taken;
    if (taken || (led && times < 3)) continue;
    if (!pieces.index.may_have(party, keys_of_name(people_[ruler].role))) continue;
    if (!only.empty() || times < 3) return;
    only = name;
  }
  if (others && !only.empty()) set_party(ruler, only, true);
}

}  // namespace entente::extract
