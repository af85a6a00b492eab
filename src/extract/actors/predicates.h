// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "extract/actors/actor_lists.h"

namespace entente::extract::actors {

// "did not support", "expressed strong concern about", "noting that".
struct Predicate {
  Range cue;              // without "that"
  std::size_t after = 0;  // where its matter begins
  bool rejected = false;
  bool present = false;  // "noting": shares somebody's subject
  bool passive = false;  // "was opposed"
  bool helped = false;   // by "would", "has", "did not"
};

// The predicate whose first word, auxiliaries and adverbs included, stands at `at`.
std::optional<Predicate> predicate_at(const Scene& scene, std::size_t at);

}  // namespace entente::extract::actors
