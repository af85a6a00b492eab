// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "analyze/suggest/wording.h"
#include "model/case.h"

namespace entente::analyze {

// One stretch of what a statement says, cut into words.
struct Stretch {
  std::u32string text;
  std::size_t begin = 0;  // of `text` in the document
  std::vector<Heard> heard;
  std::vector<WordKind> kinds;
};

struct Saying {
  const Statement* statement = nullptr;
  std::vector<Stretch> stretches;
};

// A case's statements, by whether they fit an issue of its codebook. Rejected ones and those of
// copies are in neither list.
struct Fit {
  std::vector<const Statement*> fitting, left_over;
};

// Fits: an issue's cue stands in it (`spoken_of`), a position that is not rejected rests on it, or
// one stands inside its words.
Fit fit_of(const Case& contents, const std::set<StatementId>& spoken_of);

// What these statements say, cut into words. Of a statement inside another one of the list the
// words are not taken twice.
std::vector<Saying> sayings_of(const std::vector<const Statement*>& statements,
                               const Vocabulary& vocabulary);

// For whom it is said: the party, else the speaker's name or words.
const std::string& voice_of(const Statement& statement);

}  // namespace entente::analyze
