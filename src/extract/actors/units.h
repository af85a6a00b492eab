// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "extract/actors/predicates.h"

namespace entente::extract::actors {

// Actors with their predicate.
struct Telling {
  std::vector<Voice> voices;
  Predicate predicate;
};

// One or more tellings with one message.
struct Unit {
  std::vector<Telling> tellings;
  std::vector<Range> remarks;  // of the first telling's actors: "noting X"
  std::size_t message = 0;     // where it begins
  Range matter;                // the message, where it stands before the verb
  Range lead;                  // what stands before the unit in its sentence
  bool of_before = false;      // the message is that of the unit before
  bool own_subject = false;
};

// "and", "but", "while" with what stands before it; where what follows begins.
struct Link {
  std::size_t end = 0;
  bool comma = false, joined = false, semicolon = false;
  bool any() const { return comma || joined || semicolon; }
};

// Past the sentence's last word, its stop left out.
bool is_over(const Scene& scene, std::size_t i);
bool ends_part(const Scene& scene, std::size_t i);  // a semicolon
// Without commas, colons and stops at the ends, and without an "and" at the last.
Range trimmed(const Scene& scene, Range range);
Link link_at(const Scene& scene, std::size_t i);
// Past ", after some debate," at `at`; `at` where no such words stand.
std::size_t past_aside(const Scene& scene, std::size_t at);

// "A, with B, urged": with what follows the verb still unread.
std::optional<Unit> clause_at(const Scene& scene, std::size_t at);
// The same with "urging", behind "with" or another such.
std::optional<Unit> present_at(const Scene& scene, std::size_t at);
// Takes in who tells the same message: "welcomed and supported", "proposed, with B, deleting",
// "proposed, and B opposed, deleting".
void share_message(const Scene& scene, Unit& unit);

}  // namespace entente::extract::actors
