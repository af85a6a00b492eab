// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "text/prose.h"

namespace entente::extract {

enum class MentionKind {
  person,   // a name, with or without its title
  party,    // a government, an organisation, a people, a capital that stands for one
  place,    // the same words where they name a place: "in Port Alwen", "occupied X"
  role,     // "the secretary", "the X president": a person not named here
  pronoun,  // he, she, they
  unnamed,  // "three diplomats", "sources"
};

// Who or what a stretch of text speaks of.
struct Mention {
  Span span;  // title and article included
  MentionKind kind = MentionKind::person;
  std::string person;  // full name where known, "" otherwise
  std::string party;   // for whom: "" unknown. "European diplomats" have one though unnamed.
};

}  // namespace entente::extract
