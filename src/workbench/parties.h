// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/party.h"
#include "workbench/fields.h"

// The parties of a codebook as the log keeps them, and how a text names them.
namespace entente {

std::string party_item(const std::string& name);                  // "party:Arvenia"
std::optional<std::string> party_named(const std::string& item);  // nothing where it is no such

// A party and its place in the codebook; lists have "; " between names.
Words words_in(const Party& party, std::size_t place);

// Fields as words_in() gave them, back into the party. Throws Failed (damaged) where a value cannot
// have been such a field's.
void restore_fields(Party& party, std::size_t& place,
                    const std::map<std::string, std::string>& fields);

// Takes kind, consent and names from the other party, as far as the first has none of its own; the
// other's name becomes another name of it.
void take_names(Party& party, const Party& other);

// Takes these names, which it has to have, out of the party: the first is what the new one is
// called. Throws Failed (usage).
Party take_off(Party& party, const std::vector<std::string>& names);

// Tells by a text which of two parties it names.
class Naming {
 public:
  Naming(const Party& staying, const Party& leaving);

  struct Found {
    bool staying = false, leaving = false;

    bool only_leaving() const { return leaving && !staying; }
  };
  Found in(std::u32string_view text) const;
  Found in(const std::string& utf8) const;

 private:
  struct Name {
    std::u32string letters;
    bool leaving = false;
  };
  std::vector<Name> names_;  // the longest first: "North Arvenia" does not name Arvenia
};

}  // namespace entente
