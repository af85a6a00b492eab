// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/actors/actor_words.h"

namespace entente::extract::actors {

// One actor of a sentence. `by` is what brought it in ("supported by"), empty for its subject.
struct Voice {
  Range actor;
  Range by;
  bool against = false;
  bool spoken_for = false;  // "on behalf of"
};

// "A and B, for C, supported by D and opposed by E,": items up to `end`.
struct ActorList {
  std::vector<Voice> voices;
  std::size_t end = 0;
  std::vector<Range> remarks;  // "noting the late hour" between commas
  bool empty() const { return voices.empty(); }
};

// What lists of actors are read in.
struct Scene {
  const speech::Stream& stream;
  speech::Clause clause;
  const ActorWords& words;
  const std::vector<Span>& names;  // known ones, ascending: "and" in one of them parts nobody

  const std::vector<Item>& items() const { return stream.items; }
  const Item& item(std::size_t i) const { return stream.items[i]; }
  std::size_t last() const { return clause.last; }
  bool is_comma(std::size_t i) const;
  bool is_word(std::size_t i, std::u32string_view word) const;
  std::size_t past(ActorWord what, std::size_t i) const {
    return words.past(what, items(), i, last());
  }
  bool at(ActorWord what, std::size_t i) const { return past(what, i) > i; }
};

// The actor that starts at `at`, article left out: a name, or "several developing countries".
// `end` is set past it, brackets with its abbreviation included. Empty: there is none.
Range actor_at(const Scene& scene, std::size_t at, std::size_t& end);

// Whether the verb behind an actor is that of all of the list, or ends the list before that actor:
// "was opposed by A, and B said".
enum class Verb { of_the_list, of_its_own };

// Actors in a row: "A, B and the C". Their voices are brought in as `like` is.
ActorList plain_list_at(const Scene& scene, std::size_t at, const Voice& like = {},
                        Verb verb = Verb::of_the_list);

// ", supported by A and opposed by B" from the comma or the words themselves on, added to `list`,
// whose end moves; false where no such words stand.
bool take_insertion(const Scene& scene, ActorList& list, Verb verb = Verb::of_the_list);

// The subject of a sentence of minutes with all who join in or are against it. Its end is where
// the verb has to stand.
ActorList actors_at(const Scene& scene, std::size_t at);

}  // namespace entente::extract::actors
