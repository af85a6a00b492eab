// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "analyze/suggest/left_over.h"
#include "analyze/suggest/names.h"

namespace entente::analyze {

// Words [first, last) of one stretch of one saying.
struct Place {
  std::size_t saying = 0, stretch = 0, first = 0, last = 0;

  friend auto operator<=>(const Place&, const Place&) = default;
};

// A noun with what stands before it, or a name: what a statement may be about.
struct Term {
  std::vector<std::u32string> words;  // the last in the singular
  bool name = false;                  // written with capitals throughout
  std::vector<Place> places;          // ascending

  const std::u32string& head() const { return words.back(); }
  std::size_t sayings() const;  // in how many it stands
};

using Terms = std::map<std::u32string, Term>;  // by their words

// Nouns with up to two words before them, and names that are nobody's in `names`. No term is
// generic throughout, and none names who acts.
Terms terms_in(const std::vector<Saying>& sayings, const Vocabulary& vocabulary,
               const NamesOfCase& names);

// In how many sayings each of these terms stands, and how many words all have.
struct Elsewhere {
  std::map<std::u32string, std::size_t> sayings;
  std::size_t words = 0;
};
Elsewhere counted_elsewhere(const Terms& terms, const std::vector<Saying>& sayings);

std::size_t words_in(const std::vector<Saying>& sayings);

// The words as the text has them, or with `as_printed` false in small letters.
std::u32string surface_of(const Saying& saying, const Place& place, bool as_printed);

}  // namespace entente::analyze
