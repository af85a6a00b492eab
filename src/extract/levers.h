// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "base/failure.h"
#include "extract/positions.h"
#include "model/lever.h"

namespace entente::extract {

// What a party can do, or leave, to move another: from data/english/lever.words, read like a
// codebook whose issues are the kinds of levers, with two options each: to apply one and to ease
// it.
class LeverLexicon {
 public:
  static Result<LeverLexicon> load(const std::filesystem::path& english_folder);

  const IssueMatcher& kinds() const { return kinds_; }
  // Words by which somebody is said to have a lever: "controls", "holds the key to".
  std::vector<PatternHit> holdings(const text::Prose& prose) const { return held_.find(prose); }

 private:
  LeverLexicon(const Codebook& kinds, WordPatterns held);

  IssueMatcher kinds_;
  WordPatterns held_;
};

// Who controls what, in what is said and in what the narrator tells: the clause's kind of lever,
// whose doing the applying or easing is, its condition and deadline. Nothing where no holder is
// named. In the order of the text.
std::vector<Lever> find_levers(const Reading& reading, const LeverLexicon& levers);

}  // namespace entente::extract
