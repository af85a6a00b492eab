// SPDX-License-Identifier: Apache-2.0
#include "workbench/new_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "workbench/fields.h"
#include "workbench/near_word.h"

namespace entente {
namespace {

std::vector<std::string> named_in(const std::map<std::string, std::string>& fields) {
  std::vector<std::string> names;
  if (const auto party = fields.find("party"); party != fields.end())
    names.push_back(trimmed(party->second));
  if (const auto parties = fields.find("parties"); parties != fields.end())
    for (std::string& name : list_as(parties->second)) names.push_back(std::move(name));
  std::erase(names, "");
  return names;
}

bool is_alias(const Party& party, const std::string& name) {
  return std::find(party.aliases.begin(), party.aliases.end(), name) != party.aliases.end();
}

std::string advice(const Case& contents, const std::set<std::string>& known,
                   const std::string& name) {
  for (const Party& party : contents.codebook.parties)
    if (is_alias(party, name)) return fmt::format("It is another name of {}.", party.name);
  return did_you_mean(name, {known.begin(), known.end()}, "It gets a row of its own.");
}

}  // namespace

std::set<std::string> party_names(const Case& contents) {
  std::set<std::string> names;
  for (const Party& party : contents.codebook.parties) names.insert(party.name);
  for (const Position& position : contents.positions) names.insert(position.party);
  for (const Statement& statement : contents.statements) names.insert(statement.party);
  for (const Person& person : contents.people) names.insert(person.party);
  names.erase("");
  return names;
}

std::vector<std::string> notes_on_new_names(const Case& contents,
                                            const std::map<std::string, std::string>& fields) {
  const std::set<std::string> known = party_names(contents);
  std::vector<std::string> notes;
  for (const std::string& name : named_in(fields))
    if (!known.contains(name))
      notes.push_back(
          fmt::format("The party {} is new in this case. {}", name, advice(contents, known, name)));
  return notes;
}

}  // namespace entente
