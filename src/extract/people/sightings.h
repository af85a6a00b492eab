// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "extract/people/likeness.h"
#include "extract/people/phrases.h"
#include "extract/people/speech_place.h"

namespace entente::extract {

// A person's name as one place of a text prints it, with what stands there about the person.
struct Sighting {
  Range name;        // pieces
  Span evidence;     // title, name and apposition
  std::string full;  // as printed, without "'s"; a label's capitals made small
  NameKeys keys;
  std::string role;        // "Foreign Minister"; "" none
  std::string party;       // "" none
  std::string affairs;     // the state whose affairs are told there: where nothing else tells
  NameKeys owner;          // of "Roe's envoy": whose party it is
  std::string owner_role;  // of "the president's envoy"
  std::vector<NameKeys> company;  // the others of a list of people that the name ends
  char gender = '-';
  bool guessed_owner = false;  // the owner is whoever has the word there, which nothing prints
  bool guessed = false;        // the party is what the press would leave out, not what it prints
  bool theirs = false;         // "their spokesman": whose, the sentences before must tell
  bool addressed = false;      // "Mr. Roe": the name may lack the given one
  bool titled = false;         // a title, label or apposition says that this is a person
};

// The people that a text prints, in its order: every titled name, and bare names of two words or
// more that stand where only people do.
std::vector<Sighting> read_sightings(const Pieces& pieces, const std::vector<Item>& items);

bool all_shouted(const Pieces& pieces, Range name);
std::string printed_name(const Pieces& pieces, Range name);
NameKeys keys_of(const Pieces& pieces, Range name);
std::string role_of(const Pieces& pieces, const Item& item);

}  // namespace entente::extract
