// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "base/failure.h"
#include "extract/positions/word_patterns.h"
#include "model/statement.h"
#include "text/prose.h"

namespace entente::extract {

// Words by which a narrator colours what somebody says: data/english/loaded.words. They hold for
// every party alike: no name stands in them.
class LoadedLexicon {
 public:
  static Result<LoadedLexicon> load(const std::filesystem::path& english_folder);
  std::vector<Loaded> find(const text::Prose& prose) const;  // ascending, not overlapping

 private:
  WordPatterns patterns_;
  std::vector<Colour> colours_;  // by pattern
};

// Notes with each statement the coloured words of its sentence that are the narrator's: outside
// every statement's content. A statement that another one reports has none: its words are the outer
// speaker's.
void mark_loaded(std::vector<Statement>& statements, const text::Prose& prose,
                 const LoadedLexicon& lexicon);

}  // namespace entente::extract
