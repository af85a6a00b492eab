// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analyze/suggest/terms.h"
#include "model/codebook.h"

namespace entente::analyze {

// A codebook's cue made of a term. A long last word is open ("corridor*"), a short one is written
// in both numbers ("lock|locks"): a star behind few letters finds other words.
struct TermCue {
  std::vector<std::u32string> words;    // the last in the singular, or as a name has it
  std::vector<std::u32string> endings;  // forms of the last word; none: open
  bool weak = false;

  Cue text() const;
  bool fits_last(const std::u32string& word) const;
};

// The cue that text() wrote so; nothing where it is of another form.
std::optional<TermCue> term_cue_of(const Cue& text);

TermCue cue_of(const Term& term, const std::vector<Saying>& sayings);

// Where a cue stands. `issue` and `cue` count as in what CueIndex was given.
struct CueHit {
  std::size_t issue = 0, cue = 0;
  Place place;

  friend auto operator<=>(const CueHit&, const CueHit&) = default;
};

// Finds the cues of several issues, as a codebook with them would; never across a mark.
class CueIndex {
 public:
  explicit CueIndex(std::vector<std::vector<TermCue>> issues);
  std::vector<CueHit> hits_in(const std::vector<Saying>& sayings) const;  // in order of the places

 private:
  using Entry = std::pair<std::size_t, std::size_t>;  // issue, cue
  bool fits(const TermCue& cue, const Stretch& stretch, std::size_t first) const;

  std::vector<std::vector<TermCue>> issues_;
  std::map<std::u32string, std::vector<Entry>, std::less<>> by_start_;  // of the first word
};

}  // namespace entente::analyze
