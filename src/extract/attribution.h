// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/failure.h"
#include "model/statement.h"
#include "text/prose.h"

namespace entente::extract {

namespace speech {
struct Lexicon;
}

// Words that introduce speech, and words that look as if they did: from data/english (speech.verbs,
// speech.words).
class SpeechLexicon {
 public:
  // Fails with `missing` or `bad_input` (naming the line) where the files are not as their heads
  // describe.
  static Result<SpeechLexicon> load(const std::filesystem::path& english_folder);
  const speech::Lexicon& entries() const { return *entries_; }

 private:
  explicit SpeechLexicon(std::shared_ptr<const speech::Lexicon> entries)
      : entries_(std::move(entries)) {}
  std::shared_ptr<const speech::Lexicon> entries_;
};

// Who-said-what as spans: content, source, cue, speech, polarity, words; `continues` and `within`
// refer to ids that count the returned statements from 1. Speakers are not resolved here. In the
// order of the content. A content lies within one other or overlaps none. Linear in the text's
// length; never fails.
std::vector<Statement> attribute(const text::Prose& prose, const SpeechLexicon& lexicon);

}  // namespace entente::extract
