// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "base/failure.h"
#include "model/statement.h"
#include "text/prose.h"

namespace entente::extract {

// Words that introduce speech, and words that look as if they did: from data/english.
class SpeechLexicon {
 public:
  static Result<SpeechLexicon> load(const std::filesystem::path& english_folder);
  // ... filled in by the implementation
};

// Who-said-what as spans: content, source, cue, speech, polarity, words; `continues` and `within` refer to ids that count
// the returned statements from 1. Speakers are not resolved here. In the order of the content.
std::vector<Statement> attribute(const text::Prose& prose, const SpeechLexicon& lexicon);

}  // namespace entente::extract
