// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "base/failure.h"
#include "extract/attribution.h"
#include "model/statement.h"
#include "text/prose.h"

namespace entente::extract {

namespace learned {
class Reader;
}

// An attribution with how sure the program is of it.
struct Reported {
  Statement statement;    // as of attribute(), but quotation marks belong to a quoted content
  double confidence = 0;  // 0 to 1; of those given 0.9, nine in ten are right
};

// Who said what, by weights that were learned from texts which people had marked
// (models/README.md). Reads beliefs, wishes and accusations too, and cues that no list holds. What
// the rules of attribute() find is one of the things it goes by. Const calls may run in parallel.
class LearnedAttribution {
 public:
  // `weights`: a file that entente-train wrote. Fails with `missing`, `damaged` or `too_new`.
  static Result<LearnedAttribution> load(const std::filesystem::path& weights,
                                         SpeechLexicon lexicon);

  // In the order of the content; ids count from 1. What is reported inside a turn of
  // a transcript is `within` it; nothing else stands inside another. Polarity is that
  // of the rules where they found the cue too. Speakers are not resolved here. Linear in the text's
  // length; never fails.
  std::vector<Reported> attribute(const text::Prose& prose) const;

  // How sure to be of each of `ruled`, which is what the rules of attribute() give for `prose`. Of
  // one without a cue, which the layout tells, the number says nothing.
  std::vector<double> confidence(const text::Prose& prose,
                                 const std::vector<Statement>& ruled) const;

 private:
  // Of the passages that `wanted` tells to read.
  std::vector<Reported> read(const text::Prose& prose, const std::vector<Statement>& ruled,
                             const std::function<bool(Span)>& wanted) const;

  LearnedAttribution(std::shared_ptr<const learned::Reader> reader, SpeechLexicon lexicon)
      : reader_(std::move(reader)), lexicon_(std::move(lexicon)) {}
  std::shared_ptr<const learned::Reader> reader_;
  SpeechLexicon lexicon_;
};

}  // namespace entente::extract
