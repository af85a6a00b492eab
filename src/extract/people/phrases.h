// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "extract/people/pieces.h"

namespace entente::extract {

enum class ItemKind : std::uint8_t {
  phrase,   // a title, office or group with what stands before it, and perhaps a name: "the
            // Ruritanian envoy Jane Roe"
  party,    // a word of the gazetteer that names a party
  place,    // the same where it names land or a town
  run,      // capitalised words of no known meaning
  pronoun,  // he, she, they, we, I in any case
};

enum class Determiner : std::uint8_t { none, definite, indefinite, pronoun };

struct Range {
  std::size_t first = 0, last = 0;
  bool empty() const { return first >= last; }
  std::size_t size() const { return last - first; }
};

// What the words alone tell, before anybody is known. Ranges count pieces.
struct Item {
  ItemKind kind = ItemKind::phrase;
  Range all;
  Range head;                // the title or group, modifiers and unknown capitalised words included
  std::size_t joint = 0;     // the "and" between two offices of one person; 0: none
  std::size_t head_end = 0;  // where the title ends and "of Ruritania" begins
  Range name;                // the person's name
  Range owner;               // "Roe's" in "Roe's envoy", or the pronoun of "his envoy"
  Range owner_office;        // "the president's" in "the president's envoy"
  UseSet uses = 0;           // of the head's last word
  char gender = '-';
  Determiner determiner = Determiner::none;
  std::vector<std::uint32_t> parties;  // in the text's order; those of "of X" too
  std::vector<Range> party_words;      // where each of them stands
  Use party_use = Use::name;           // of a party or place
  bool of_rebels = false;              // "the rebels' envoy": whose group the text tells
  bool topical = false;                // "the region's envoy": of what the text spoke of last
  bool label = false;       // a transcript's label: a colon follows at a paragraph's start
  bool not_person = false;  // a run that holds a word no name holds
  bool capital_form =
      false;  // a run that begins with a country's or capital's name: `parties` has it
  bool place_form = false;  // ... where it would be a place

  bool has(UseSet any) const { return (uses & any) != 0; }
};

// Items in the text's order, none overlapping another.
std::vector<Item> scan_phrases(const Pieces& pieces);

// "Mr. Roe's" right before the office of "Mr. Roe's envoy"; nullptr where no such name stands.
const Item* titled_owner(const std::vector<Item>& items, std::size_t office, const Pieces& pieces);

// A word that names a country or capital at `hit` names the land, not the government.
bool names_place(const Pieces& pieces, Range hit, Use use);

}  // namespace entente::extract
