// SPDX-License-Identifier: Apache-2.0
// Parties of a codebook are merged and split, and all that is coded follows.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "exchange/fields_text.h"
#include "model/find.h"
#include "model/telling.h"
#include "workbench/items.h"
#include "workbench/near_word.h"
#include "workbench/new_names.h"
#include "workbench/parties.h"
#include "workbench/plain.h"
#include "workbench/review.h"

namespace entente {
namespace {

[[noreturn]] void refuse_parties(std::string what, std::string cure) {
  throw Failed({FailureKind::usage, std::move(what), std::move(cure)});
}

bool is_named(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void hold_known(const Case& contents, const std::string& party) {
  const std::set<std::string> known = party_names(contents);
  if (known.contains(party)) return;
  const auto meets = [&](const Meeting& one) { return is_named(one.parties, party); };
  const auto acts = [&](const Lever& one) { return one.holder == party || one.target == party; };
  if (std::any_of(contents.meetings.begin(), contents.meetings.end(), meets) ||
      std::any_of(contents.levers.begin(), contents.levers.end(), acts))
    return;
  hold_plain("A party's name", party, most_letters_of_name);
  throw Failed(
      {FailureKind::missing, fmt::format("The case has no party called '{}'", party),
       did_you_mean(party, {known.begin(), known.end()}, "entente matrix CASE shows its parties")});
}

void hold_names(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (trimmed(name).empty() || trimmed(name) != name)
      refuse_parties(fmt::format("'{}' names no party", name),
                     "Give its name as the case shows it");
    if (std::count(names.begin(), names.end(), name) > 1)
      refuse_parties(fmt::format("'{}' is named twice", name), "Name each once");
  }
}

// In place of the one name the other, which stands there once.
bool put_in_place(std::vector<std::string>& names, const std::string& from, const std::string& to) {
  const auto at = std::find(names.begin(), names.end(), from);
  if (at == names.end()) return false;
  if (is_named(names, to))
    names.erase(at);
  else
    *at = to;
  return true;
}

using Parties = std::vector<Party>;

Parties::iterator find_party(Parties& parties, const std::string& name) {
  return std::find_if(parties.begin(), parties.end(),
                      [&](const Party& one) { return one.name == name; });
}

Words words_at(Parties& parties, Parties::iterator at) {
  return words_in(*at, static_cast<std::size_t>(at - parties.begin()));
}

}  // namespace

// Changes the codebook's parties, and logs what became of the one that is named. It may not be
// there before, or not any more.
template <class Alter>
void Revision::alter_party(const std::string& name, const std::string& verb, const std::string& why,
                           const Alter& alter) {
  Parties& parties = contents_.codebook.parties;
  const auto before = find_party(parties, name);
  const bool was_there = before != parties.end();
  const Words was = was_there ? words_at(parties, before) : Words{};
  alter(parties, before);
  const auto after = find_party(parties, name);
  const bool is_there = after != parties.end();
  const Words is = is_there ? words_at(parties, after) : Words{};
  const auto changes = was_there && is_there ? difference(was, is)
                                             : std::pair{was_there ? all_fields(was) : "",
                                                         is_there ? all_fields(is) : ""};
  log_.push_back({0, at_, by_.who, verb, party_item(name), changes.first, changes.second, why});
  parties_changed_ = true;
}

// ---- merge

void Revision::merge_parties(const std::vector<std::string>& names) {
  if (names.size() < 2) refuse_parties("There is no party to merge with", "Name two parties");
  hold_names(names);
  for (const std::string& name : names) hold_known(contents_, name);
  const std::string& first = names.front();
  const std::vector<std::string> others(names.begin() + 1, names.end());
  alter_party(first, "merge", by_.why, [&](Parties& parties, auto at) {
    Party whole = at == parties.end() ? Party{} : *at;
    whole.name = first;
    for (const std::string& other : others) {
      const auto one = find_party(parties, other);
      Party named;
      named.name = other;
      take_names(whole, one == parties.end() ? named : *one);
    }
    if (at == parties.end())
      parties.push_back(std::move(whole));
    else
      *at = std::move(whole);
  });
  for (const std::string& other : others)
    alter_party(other, "merge", follows(party_item(first)), [](Parties& parties, auto at) {
      if (at != parties.end()) parties.erase(at);
    });
  for (const std::string& other : others) rename_party(other, first);
}

void Revision::rename_party(const std::string& from, const std::string& to) {
  const std::string why = follows(party_item(to));
  const auto alter_where = [&](auto& items, const auto& concerned, const auto& change) {
    for (auto& item : items)
      if (concerned(item)) alter(item, "edit", why, change);
  };
  const auto put = [&](std::string& name) {
    if (name == from) name = to;
  };
  alter_where(
      contents_.people, [&](const Person& one) { return one.party == from; },
      [&](Person& one) { one.party = to; });
  // A party that speaks is called as it is now, but a person is not.
  const auto speaks = [&](const Statement& one) { return !one.person && one.speaker == from; };
  alter_where(
      contents_.statements, [&](const Statement& one) { return one.party == from || speaks(one); },
      [&](Statement& one) {
        put(one.party);
        if (speaks(one)) one.speaker = to;
      });
  alter_where(
      contents_.positions,
      [&](const Position& one) { return one.party == from || one.reported_by == from; },
      [&](Position& one) {
        put(one.party);
        put(one.reported_by);
      });
  alter_where(
      contents_.meetings, [&](const Meeting& one) { return is_named(one.parties, from); },
      [&](Meeting& one) { put_in_place(one.parties, from, to); });
  alter_where(
      contents_.levers,
      [&](const Lever& one) {
        return one.holder == from || one.target == from || one.reported_by == from;
      },
      [&](Lever& one) {
        put(one.holder);
        put(one.target);
        put(one.reported_by);
      });
}

// ---- split

// What goes with a party that leaves another one.
class Revision::LeavingParty {
 public:
  // `only`: of these documents; nullptr: of all.
  LeavingParty(Revision& revision, const Party& staying, const Party& leaving,
               const TextOf& text_of, const std::set<DocumentId>* only = nullptr)
      : revision_(revision),
        contents_(revision.contents_),
        naming_(staying, leaving),
        from_(staying.name),
        to_(leaving.name),
        why_(revision.follows(party_item(from_))),
        text_of_(text_of),
        only_(only) {}

  void go() {
    for (Person& person : contents_.people)
      if (concerns(person) && person.party == from_ && goes(person)) move(person);
    for (Statement& statement : contents_.statements)
      if (concerns(statement) && statement.party == from_ && goes(statement)) move(statement);
    move_all(contents_.positions);
    move_all(contents_.meetings);
    move_all(contents_.levers);
  }

 private:
  template <class Item>
  bool concerns(const Item& item) const {
    return !only_ || only_->contains(item.document);
  }
  bool concerns(const Person& person) const {
    return !only_ || (!person.evidence.empty() &&
                      std::all_of(person.evidence.begin(), person.evidence.end(),
                                  [&](const Evidence& one) { return concerns(one); }));
  }
  template <class Item>
  void move_all(std::vector<Item>& items) {
    for (Item& item : items)
      if (concerns(item)) move(item);
  }

  Naming::Found named_at(DocumentId document, Span span) const {
    return naming_.in(slice(text_of_(document), span));
  }
  static void add(Naming::Found& to, const Naming::Found& more) {
    to = {to.staying || more.staying, to.leaving || more.leaving};
  }

  bool goes(const Person& person) const {
    Naming::Found found = naming_.in(person.role);
    for (const std::string& alias : person.aliases) add(found, naming_.in(alias));
    for (const Evidence& one : person.evidence) add(found, named_at(one.document, one.span));
    return found.only_leaving();
  }

  // Whoever is of the party speaks for it. A quotation that goes on names nobody anew.
  bool goes(const Statement& statement) const {
    if (const Person* person =
            statement.person ? find_item(contents_.people, *statement.person) : nullptr;
        person && (person->party == from_ || person->party == to_))
      return person->party == to_;
    Naming::Found found;
    for (Span span : statement.source) add(found, named_at(statement.document, span));
    if (!found.staying && !found.leaving && statement.continues)
      return moved_.contains(statement.continues->text());
    if (!found.staying && !found.leaving && statement.speaker != from_)
      found = naming_.in(statement.speaker);
    return found.only_leaving();
  }

  template <class Item, class Alter>
  void alter(Item& item, const Alter& change) {
    revision_.alter(item, "edit", why_, change);
    moved_.insert(item.id.text());
  }

  void move(Person& person) {
    alter(person, [&](Person& one) { one.party = to_; });
  }
  void move(Statement& statement) {
    alter(statement, [&](Statement& one) {
      one.party = to_;
      if (!one.person && one.speaker == from_) one.speaker = to_;
    });
  }

  void move(Position& position) {
    const bool goes = position.party == from_ && moves_with(position, position.words);
    const bool told = position.reported_by == from_ && told_by_moved(position);
    if (!goes && !told) return;
    alter(position, [&](Position& one) {
      if (goes) one.party = to_;
      if (told) one.reported_by = to_;
    });
  }
  bool told_by_moved(const Position& position) const {
    const auto told =
        telling(position, [&](StatementId id) { return find_item(contents_.statements, id); });
    return std::any_of(told.begin(), told.end(),
                       [&](const Statement* one) { return moved_.contains(one->id.text()); });
  }

  // What its words name decides, and where they name neither, who said it.
  template <class Item>
  bool moves_with(const Item& item, const std::string& words) const {
    const Naming::Found found = naming_.in(words);
    if (found.staying || found.leaving) return found.only_leaving();
    return item.statement && moved_.contains(item.statement->text());
  }

  // Where both took part, both stand there.
  void move(Meeting& meeting) {
    const auto at = std::find(meeting.parties.begin(), meeting.parties.end(), from_);
    const Naming::Found found = naming_.in(meeting.words);
    if (at == meeting.parties.end() || !found.leaving || is_named(meeting.parties, to_)) return;
    const auto place = at - meeting.parties.begin();
    alter(meeting, [&](Meeting& one) {
      if (found.staying)
        one.parties.insert(one.parties.begin() + place + 1, to_);
      else
        one.parties[static_cast<std::size_t>(place)] = to_;
    });
  }

  void move(Lever& lever) {
    const bool holds = lever.holder == from_, aims = lever.target == from_;
    if ((!holds && !aims) || !moves_with(lever, lever.words)) return;
    alter(lever, [&](Lever& one) {
      if (holds) one.holder = to_;
      if (aims) one.target = to_;
    });
  }

  Revision& revision_;
  Case& contents_;
  const Naming naming_;
  const std::string from_, to_, why_;
  const TextOf& text_of_;
  const std::set<DocumentId>* only_;
  std::set<std::string> moved_;
};

void Revision::split_party(const std::string& party, const std::vector<std::string>& names,
                           const TextOf& text_of) {
  if (names.empty())
    refuse_parties("No other name of the party is said", "Name what is a party of its own");
  hold_names(names);
  for (const std::string& name : names) hold_plain("A party's name", name, most_letters_of_name);
  const auto at = find_party(contents_.codebook.parties, party);
  if (at == contents_.codebook.parties.end())
    throw Failed({FailureKind::missing,
                  fmt::format("The codebook of the case has no party called '{}'", party),
                  "Only a party of the codebook has other names"});
  Party staying = *at, leaving = take_off(staying, names);
  if (find_party(contents_.codebook.parties, leaving.name) != contents_.codebook.parties.end())
    refuse_parties(fmt::format("There is a party called '{}' already", leaving.name),
                   "Merge the two first");
  alter_party(party, "split", by_.why, [&](Parties&, auto place) { *place = staying; });
  alter_party(leaving.name, "split", follows(party_item(party)),
              [&](Parties& parties, auto) { parties.push_back(leaving); });
  LeavingParty(*this, staying, leaving, text_of).go();
}

// ---- undo

void Revision::undo_party(const LogEntry& line, const std::string& name, const std::string& why) {
  const auto before = exchange::read_fields(line.before);
  if (!before)
    throw Failed({FailureKind::damaged,
                  fmt::format("Line {} of the log does not say how {} was", line.number, line.item),
                  "Merge or split the parties instead"});
  const bool was_there = !line.before.empty(), is_there = !line.after.empty();
  alter_party(name, "undo", why, [&](Parties& parties, auto at) {
    if ((at != parties.end()) != is_there)
      throw Failed({FailureKind::damaged,
                    fmt::format("The codebook is not as line {} of the log left it", line.number),
                    "Merge or split the parties instead"});
    Party restored = is_there ? *at : Party{};
    restored.name = name;
    std::size_t place = is_there ? static_cast<std::size_t>(at - parties.begin()) : parties.size();
    restore_fields(restored, place, *before);
    if (is_there) parties.erase(at);
    if (was_there)
      parties.insert(parties.begin() + static_cast<std::ptrdiff_t>(std::min(place, parties.size())),
                     std::move(restored));
  });
}

std::set<DocumentId> Revision::added_after(std::uint64_t line) const {
  std::set<DocumentId> out;
  for (const LogEntry& one : earlier_)
    if (const auto id = DocumentId::parse(one.item); id && one.number > line && one.verb == "add")
      out.insert(*id);
  return out;
}

// A merge begins with the line on the party that stays, and those on the others come next.
void Revision::share_out_again(const std::set<std::uint64_t>& undone, const TextOf& text_of) {
  const auto as_it_is = [&](const std::string& name) {
    Parties& parties = contents_.codebook.parties;
    const auto at = find_party(parties, name);
    Party named;
    named.name = name;
    return at == parties.end() ? named : *at;
  };
  std::vector<std::pair<std::uint64_t, std::vector<std::string>>> merges;
  for (const LogEntry& line : earlier_) {
    const auto name = party_named(line.item);
    if (!name || !undone.contains(line.number)) continue;
    if (!line.after.empty())
      merges.push_back({line.number, {*name}});
    else if (!merges.empty() && line.number == merges.back().first + merges.back().second.size())
      merges.back().second.push_back(*name);
  }
  for (const auto& [line, names] : merges) {
    const std::set<DocumentId> since = added_after(line);
    if (since.empty()) continue;
    for (std::size_t leaving = 1; leaving < names.size(); ++leaving) {
      Party staying = as_it_is(names.front());
      for (std::size_t other = 1; other < names.size(); ++other)
        if (other != leaving) take_names(staying, as_it_is(names[other]));
      LeavingParty(*this, staying, as_it_is(names[leaving]), text_of, &since).go();
    }
  }
}

}  // namespace entente
