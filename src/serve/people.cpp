// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "serve/answers.h"
#include "serve/listing.h"

namespace entente::serve {
namespace {

// When the case hears somebody: days are those of the documents.
struct Heard {
  std::size_t statements = 0;
  std::optional<Date> first, last;

  void take(const std::optional<Date>& day) {
    ++statements;
    if (!day) return;
    if (!first || *day < *first) first = day;
    if (!last || *last < *day) last = day;
  }
};

// The person that a spelling stands for. A circle of spellings ends where it began.
PersonId stands_for(PersonId id, const std::map<PersonId, PersonId>& same) {
  std::set<PersonId> seen;
  for (auto next = same.find(id); next != same.end() && seen.insert(id).second;
       next = same.find(id))
    id = next->second;
  return id;
}

// Of each person, what its spellings said included.
std::map<PersonId, Heard> heard_in(const Case& contents) {
  std::map<PersonId, PersonId> same;
  for (const Person& person : contents.people)
    if (person.same_as && !is_rejected(person.review)) same[person.id] = *person.same_as;
  std::map<PersonId, Heard> heard;
  for (const Statement& statement : contents.statements) {
    if (!statement.person || is_rejected(statement.review)) continue;
    const DocumentCard* card = find_item(contents.documents, statement.document);
    const std::optional<Date> day = card ? card->date : std::nullopt;
    const PersonId whole = stands_for(*statement.person, same);
    heard[*statement.person].take(day);
    if (whole != *statement.person) heard[whole].take(day);
  }
  return heard;
}

std::string day_or_empty(const std::optional<Date>& day) { return day ? to_string(*day) : ""; }

}  // namespace

Reply get_people(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    const Filter<Person> filter(request);
    const auto found = chosen(snapshot.contents().people, [&](const Person& one) {
      return filter.state(one) && filter.is(filter.party, one.party) &&
             filter.letters.in(one.name, one.aliases, one.role, one.party);
    });
    const auto heard = heard_in(snapshot.contents());
    const exchange::ItemWriter write(snapshot.contents().documents);
    const auto person_json = [&](const Person& person) {
      const auto at = heard.find(person.id);
      const Heard said = at == heard.end() ? Heard{} : at->second;
      return with_members(write(person), JsonObject{}
                                             .number("statements", said.statements)
                                             .put_or_null("first_heard", day_or_empty(said.first))
                                             .put_or_null("last_heard", day_or_empty(said.last)));
    };
    return reply_json(
        list_json("people", found, request, snapshot, person_json, [](auto&, const auto&) {}));
  });
}

}  // namespace entente::serve
