// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/suggest/vocabulary.h"
#include "base/span.h"

namespace entente::analyze {

// A word of a text, as suggestions look at it; a hyphen parts words, as in a codebook's cues.
struct Heard {
  std::u32string word;       // small letters, without 's; "n't" for any other contraction
  Span span;                 // without 's
  std::size_t sentence = 0;  // counted up at each stop
  bool capital = false;
  bool starts = false;  // a sentence or a quotation: a capital means nothing there
  bool glued = false;   // a hyphen joins it to the word before
  bool apart = false;   // a mark stands between it and the word before
  bool owner = false;   // with 's, or s'
  bool number = false;
};

// Linear in the text's length.
std::vector<Heard> heard_in(std::u32string_view text);

enum class WordKind { noun, adjective, other };

// What each word is where it stands, by the list of words and its neighbours. Rough: a word that no
// list has is a noun.
std::vector<WordKind> kinds_of(const std::vector<Heard>& heard, const Vocabulary& vocabulary);

// Which words are written with a capital wherever a capital means something.
class Capitals {
 public:
  void take(const std::vector<Heard>& heard);
  bool is_name(const Heard& heard) const;

 private:
  struct Times {
    std::size_t small = 0, capital = 0;
  };
  std::map<std::u32string, Times, std::less<>> times_;
};

}  // namespace entente::analyze
