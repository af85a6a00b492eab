// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extract/people.h"
#include "extract/people/sightings.h"

namespace entente::extract {

// Somebody whom one document speaks of.
struct Actor {
  std::string name;  // full name as the roster has it, else as this document prints it
  std::string party;
  std::string roles;  // joined by "; "
  char gender = '-';
  NameKeys keys;
};

// The people of one document, and those of the case whom it names by surname only.
class Cast {
 public:
  Cast(const Pieces& pieces, const std::vector<Item>& items, const Roster& roster);

  const Actor& operator[](std::size_t actor) const { return actors_[actor]; }
  std::size_t size() const { return actors_.size(); }
  // Somebody's name ends with these words.
  bool knows(const NameKeys& name) const;
  // How many people were looked at so far to tell who is meant.
  std::size_t looked_at() const { return looked_at_; }

  // Who bears this name here; the title and party beside it decide among several.
  std::optional<std::size_t> by_name(const NameKeys& keys, const std::string& role = "",
                                     const std::string& party = "");
  // Whose surname this is, among the people of the document.
  std::optional<std::size_t> by_surname_here(const std::u32string& word) const;
  // Who holds this office; `recent` lists actors, the last mentioned first.
  std::optional<std::size_t> by_office(const std::string& role, const std::string& party,
                                       char gender, const std::vector<std::size_t>& recent);
  void set_gender(std::size_t actor, char gender);

 private:
  std::optional<std::size_t> in_document(const NameKeys& keys, const std::string& role,
                                         const std::string& party) const;
  std::optional<std::size_t> by_spelling(const std::u32string& surname,
                                         const std::string& party) const;
  std::optional<std::size_t> in_case(const std::string& role, const std::string& party);
  std::size_t enter(std::size_t person);
  std::size_t enter(Actor actor);
  void add(const Sighting& sighting);

  const Pieces& pieces_;
  const Roster& roster_;
  std::vector<Actor> actors_;
  std::map<std::u32string, std::vector<std::size_t>> by_word_;  // each word of a name
  std::map<std::string, std::size_t> by_full_name_;
  std::map<NameKeys, std::size_t> by_keys_;
  SpellingIndex by_spelling_;  // of the surnames
  std::map<std::pair<std::string, std::string>, std::optional<std::size_t>> asked_;  // in_case
  mutable std::size_t looked_at_ = 0;
};

}  // namespace entente::extract
