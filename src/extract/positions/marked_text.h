// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "extract/positions.h"

namespace entente::extract::coding {

// A clause, roughly: a stretch of one sentence with a verb of its own.
struct Part {
  Span span;
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  std::size_t sentence = 0;
};

// A text with all that was marked in it.
struct MarkedText {
  const text::Prose& prose;
  const std::vector<Mention>& mentions;
  std::vector<StanceMark> stances;
};

// The marks that begin in the tokens [first, last).
template <class Mark>
std::span<const Mark> between(const std::vector<Mark>& marks, std::size_t first, std::size_t last) {
  const auto before = [](const Mark& mark, std::size_t token) { return mark.first < token; };
  const auto from = std::lower_bound(marks.begin(), marks.end(), first, before);
  const auto to = std::lower_bound(from, marks.end(), std::max(first, last), before);
  return {from, to};
}

inline bool is_doing(StanceWord what) { return what <= StanceWord::deed; }
inline bool is_verb_sign(StanceWord what) {
  return what <= StanceWord::be && (what < StanceWord::bad || what > StanceWord::judges);
}

bool is_mark(const text::Prose& prose, std::size_t token, std::u32string_view any_of);
bool is_word(const text::Prose& prose, std::size_t token, std::u32string_view word);

// The marks with the helping verbs of inverted conditions ("should X accept", "were X to leave") as
// words of condition, and those of what did not come about ("had X left", "would have left") as
// unreal.
std::vector<StanceMark> with_inversions(const text::Prose& prose,
                                        const std::vector<Mention>& mentions,
                                        std::vector<StanceMark> marks);

// The first mention that does not end before `at`.
std::vector<Mention>::const_iterator mention_from(const std::vector<Mention>& mentions,
                                                  std::size_t at);

// The clauses of `within`, sentence by sentence. Lists without verbs and leading conditions stay
// whole. `governed`: the verb of the first clause stands before `within`.
std::vector<Part> cut_clauses(const MarkedText& marked, Span within, bool governed = false);

// At most `most_evidence` of the part's tokens, those around [first, last): what is copied out of
// one endless clause stays short.
inline constexpr std::size_t most_evidence = 60;
Part shortened(const text::Prose& prose, Part part, std::size_t first, std::size_t last);

// The part's tokens without marks at its edges, quotation marks excepted.
Part trimmed(const text::Prose& prose, Part part);

}  // namespace entente::extract::coding
