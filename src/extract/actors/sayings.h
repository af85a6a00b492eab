// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/actors/actor_lists.h"

namespace entente::extract::actors {

// What one actor says. Ranges count items.
struct Saying {
  Range actor;
  std::vector<Range> cue;      // the predicate, and what brought the actor in, in the text's order
  std::vector<Range> message;  // two where the telling stands inside it: "X, A said, would fail"
  bool rejected = false;
};

// What a sentence of minutes tells of each of its actors, in the order found: subjects with those
// who join them or are against them, verbs that share a subject or a message ("A proposed, and B
// opposed, deleting X"), passives, proposals named as nouns. Empty where the sentence is none of
// these.
std::vector<Saying> sayings_of(const Scene& scene);

}  // namespace entente::extract::actors
