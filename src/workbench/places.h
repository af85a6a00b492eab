// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/case.h"

namespace entente {

// Where an item stands in its text, as one of its fields: "325..439;450..460", [begin, end) in code
// points, ascending and apart. A statement has `content`, a position `evidence`, which is one
// place.
std::string places_text(const std::vector<Span>& places);
std::optional<std::vector<Span>> places_in(const std::string& text);  // nothing where it is none

using TextOf = std::function<const std::u32string&(DocumentId)>;

// Takes such a field out of `fields` and puts the item there, with the words of the text; a
// condition that these do not hold any more is dropped. Throws Failed (usage).
void set_places(Statement& statement, std::map<std::string, std::string>& fields,
                const TextOf& text_of);
void set_places(Position& position, std::map<std::string, std::string>& fields,
                const TextOf& text_of);

// The words at the places that an item has now.
void quote_anew(Statement& statement, const TextOf& text_of);
void quote_anew(Position& position, const TextOf& text_of);

template <class Item>
void set_places(Item&, std::map<std::string, std::string>&, const TextOf&) {}
template <class Item>
void quote_anew(Item&, const TextOf&) {}

}  // namespace entente
