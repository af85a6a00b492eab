// SPDX-License-Identifier: Apache-2.0
#include "analyze/suggest/names.h"

#include <utility>

#include "base/utf8.h"

namespace entente::analyze {

std::u32string name_key(std::string_view name) {
  std::u32string key;
  for (const Heard& one : heard_in(from_utf8(name))) {
    if (key.empty() && one.word == U"the") continue;
    key += (key.empty() ? U"" : U" ") + one.word;
  }
  return key;
}

NamesOfCase::NamesOfCase(const Case& contents, PartyNamed known, std::set<std::u32string> found)
    : known_(std::move(known)) {
  for (const std::u32string& name : found) take_party(to_utf8(name));
  for (const Person& person : contents.people) {
    for (const Heard& one : heard_in(from_utf8(person.name))) people_.insert(one.word);
    take_party(person.party);
  }
  for (const Party& party : contents.codebook.parties) {
    take_party(party.name);
    for (const auto* names : {&party.aliases, &party.demonyms, &party.seats})
      for (const std::string& name : *names) take_party(name);
  }
  for (const Statement& one : contents.statements) take_party(one.party);
  for (const Position& one : contents.positions) take_party(one.party);
  for (const Meeting& one : contents.meetings) take_party(one.place);
}

void NamesOfCase::take_party(const std::string& name) {
  if (name.empty()) return;
  std::u32string key = name_key(name);
  if (const std::size_t blank = key.rfind(U' '); blank != key.npos)
    last_words_.insert(key.substr(blank + 1));
  parties_.insert(std::move(key));
}

bool NamesOfCase::is_somebody(const Heard& heard) const {
  return (heard.capital && people_.contains(heard.word)) ||
         (heard.capital && !heard.starts && last_words_.contains(heard.word)) ||
         parties_.contains(heard.word) || (heard.capital && is_party(heard.word));
}

bool NamesOfCase::is_party(const std::u32string& words) const {
  return parties_.contains(words) || !known_(to_utf8(words)).empty();
}

}  // namespace entente::analyze
