// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/words.h"
#include "model/evidence.h"
#include "model/review.h"
#include "model/role.h"

namespace entente {

enum class PartyKind { unstated, principal, mediator, guarantor, stakeholder };
template <>
inline constexpr std::array words<PartyKind>{
    std::string_view{"unstated"}, std::string_view{"principal"}, std::string_view{"mediator"},
    std::string_view{"guarantor"}, std::string_view{"stakeholder"}};

// Whether a deal needs this party's yes. A mediator's yes is never a party's.
enum class Consent { unstated, required, not_required };
template <>
inline constexpr std::array words<Consent>{
    std::string_view{"unstated"}, std::string_view{"required"}, std::string_view{"not_required"}};

struct Party {
  std::string name;  // names the party everywhere in the case
  PartyKind kind = PartyKind::unstated;
  Consent consent = Consent::unstated;
  std::vector<std::string> aliases;   // "the X side"
  std::vector<std::string> demonyms;  // adjective and people: "Xian", "Xians"
  std::vector<std::string> seats;     // capitals and palaces that can stand for the government

  friend bool operator==(const Party&, const Party&) = default;
};

// One full name as the documents print it. A spelling variant is a person of its own that points to
// another one.
struct Person {
  PersonId id;
  std::string name;
  std::vector<std::string> aliases;  // other forms seen, titles included
  std::string role;                  // as printed, newest first seen: "Foreign Minister"
  std::string party;                 // "": unknown
  bool party_guessed = false;        // no text prints it; later print replaces it
  std::optional<PersonId> same_as;   // suggested merge; rejecting this person undoes it
  std::vector<Evidence> evidence;    // where the full name, role or party was read
  Review review;
  std::vector<Role> roles = {};  // what somebody stated, beside what is printed

  friend bool operator==(const Person&, const Person&) = default;
};

// No text prints this person's party, and nobody has looked at it since.
inline bool party_is_guess(const Person& person) {
  return person.party_guessed && !person.party.empty() && person.review.status == Status::suggested;
}

}  // namespace entente
