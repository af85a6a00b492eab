// SPDX-License-Identifier: Apache-2.0
#include "store/contents.h"

#include <algorithm>

#include "store/prepared.h"

namespace entente::store {
namespace {

std::string read_codebook_name(soci::session& sql) {
  std::string name;
  sql << "select value from meta where name = 'codebook'", soci::into(name);
  return name;
}

void write_codebook_name(soci::session& sql, std::string name) {
  replace_nul(name);
  sql << "delete from meta where name = 'codebook'";
  sql << "insert into meta (name, value) values ('codebook', :name)", soci::use(name);
}

void add_option(Codebook& codebook, StoredOption&& stored) {
  if (stored.issue >= codebook.issues.size()) throw Broken("an option without its issue");
  codebook.issues[stored.issue].options.push_back(std::move(stored.option));
}

void write_issues(soci::session& sql, const std::vector<Issue>& issues) {
  Insert<StoredIssue> insert_issue(sql);
  Insert<StoredOption> insert_option(sql);
  for (std::size_t i = 0; i < issues.size(); ++i) {
    insert_issue({i, issues[i]});
    for (std::size_t k = 0; k < issues[i].options.size(); ++k)
      insert_option({i, k, issues[i].options[k]});
  }
}

void write_parties(soci::session& sql, const std::vector<Party>& parties) {
  Insert<StoredParty> insert(sql);
  for (std::size_t i = 0; i < parties.size(); ++i) insert({i, parties[i]});
}

class PeopleWriter {
 public:
  explicit PeopleWriter(soci::session& sql)
      : sql_(sql), insert_(sql), update_(sql), insert_evidence_(sql) {}

  void add(const Person& person) {
    insert_(person);
    add_evidence(person, 0);
  }

  void change(const Person& before, const Person& after) {
    if (before == after) return;
    if (!same_but_evidence(before, after)) update_(after);
    if (!goes_on(before.evidence, after.evidence)) return rewrite_evidence(after);
    add_evidence(after, before.evidence.size());
  }

  void remove(PersonId person) {
    remove_evidence(person);
    const long long key = person.number;
    sql_ << "delete from people where id = :id", soci::use(key);
  }

 private:
  static bool same_but_evidence(const Person& a, const Person& b) {
    return a.name == b.name && a.aliases == b.aliases && a.role == b.role && a.roles == b.roles &&
           a.party == b.party && a.party_guessed == b.party_guessed && a.same_as == b.same_as &&
           a.review == b.review;
  }
  static bool goes_on(const std::vector<Evidence>& before, const std::vector<Evidence>& after) {
    return before.size() <= after.size() && std::equal(before.begin(), before.end(), after.begin());
  }

  void add_evidence(const Person& person, std::size_t from) {
    for (std::size_t i = from; i < person.evidence.size(); ++i)
      insert_evidence_({person.id, i, person.evidence[i]});
  }
  void remove_evidence(PersonId person) {
    const long long key = person.number;
    sql_ << "delete from people_evidence where person = :id", soci::use(key);
  }
  void rewrite_evidence(const Person& person) {
    remove_evidence(person.id);
    add_evidence(person, 0);
  }

  soci::session& sql_;
  Insert<Person> insert_;
  Update<Person> update_;
  Insert<StoredEvidence> insert_evidence_;
};

std::vector<const Person*> by_id(const std::vector<Person>& people) {
  std::vector<const Person*> sorted;
  for (const Person& person : people) sorted.push_back(&person);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Person* a, const Person* b) { return a->id < b->id; });
  return sorted;
}

}  // namespace

Codebook read_codebook(soci::session& sql) {
  Codebook codebook;
  codebook.name = read_codebook_name(sql);
  each<StoredIssue>(
      sql, [&](StoredIssue&& stored) { codebook.issues.push_back(std::move(stored.issue)); });
  each<StoredOption>(sql, [&](StoredOption&& stored) { add_option(codebook, std::move(stored)); });
  each<StoredParty>(
      sql, [&](StoredParty&& stored) { codebook.parties.push_back(std::move(stored.party)); });
  return codebook;
}

void write_codebook(soci::session& sql, const Codebook& codebook) {
  for (const char* empty : {"delete from issues", "delete from options", "delete from parties"})
    sql << empty;
  write_codebook_name(sql, codebook.name);
  write_issues(sql, codebook.issues);
  write_parties(sql, codebook.parties);
}

void replace_parties(soci::session& sql, const std::vector<Party>& parties) {
  sql << "delete from parties";
  write_parties(sql, parties);
}

std::vector<Person> read_people(soci::session& sql) {
  std::vector<Person> people = all<Person>(sql);
  auto person = people.begin();
  each<StoredEvidence>(sql, [&](StoredEvidence&& stored) {
    while (person != people.end() && person->id < stored.person) ++person;
    if (person == people.end() || person->id != stored.person)
      throw Broken("evidence without its person");
    person->evidence.push_back(stored.evidence);
  });
  return people;
}

// Two ascending lists, walked side by side.
void replace_people(soci::session& sql, const std::vector<Person>& before,
                    const std::vector<Person>& after) {
  const auto known = by_id(before);
  PeopleWriter writer(sql);
  auto old = known.begin();
  for (const Person* person : by_id(after)) {
    for (; old != known.end() && (*old)->id < person->id; ++old) writer.remove((*old)->id);
    if (old != known.end() && (*old)->id == person->id)
      writer.change(**old++, *person);
    else
      writer.add(*person);
  }
  for (; old != known.end(); ++old) writer.remove((*old)->id);
}

Case read_case(soci::session& sql) {
  return {read_codebook(sql), all<DocumentCard>(sql), read_people(sql), all<Statement>(sql),
          all<Position>(sql), all<Meeting>(sql),      all<Clause>(sql), all<Lever>(sql)};
}

}  // namespace entente::store
