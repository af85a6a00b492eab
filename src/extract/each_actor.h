// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/failure.h"
#include "extract/attribution.h"
#include "extract/mentions.h"
#include "model/statement.h"
#include "text/prose.h"

namespace entente::extract {

namespace actors {
class ActorWords;
}

// Minutes, readouts and bulletins of meetings, one statement for each actor: "A, supported by B and
// opposed by C, urged X" is A and B urging X, and C opposing it. By rules over the lists of actors;
// words from data/english (actors.words, minutes.verbs, speech.verbs, speech.words).
class EachActor {
 public:
  // Fails with `missing` or `bad_input` (naming the line).
  static Result<EachActor> load(const std::filesystem::path& english_folder);

  // Each statement has one actor as its source; its cue is the predicate and, of who joins in or is
  // against, the words that say so. The content of who is against is what the others say, and its
  // polarity the other one. In the order of the actor's sentence; ids count from 1. Speakers are
  // not resolved here. Known names hold an "and" together. Never fails; the work of a sentence
  // grows with the square of its length, which is bounded.
  std::vector<Statement> read(const text::Prose& prose, const std::vector<Mention>& names) const;

  // Of these, those in sentences that meet `parts`, which ascend.
  std::vector<Statement> read(const text::Prose& prose, const std::vector<Mention>& names,
                              const std::vector<Span>& parts) const;

  // `statements` with each source that is a list of actors told apart, one statement for each of
  // them. The ids are those given.
  std::vector<Statement> told_apart(const text::Prose& prose, const std::vector<Mention>& names,
                                    std::vector<Statement> statements) const;

 private:
  EachActor(std::shared_ptr<const speech::Lexicon> lexicon,
            std::shared_ptr<const actors::ActorWords> words)
      : lexicon_(std::move(lexicon)), words_(std::move(words)) {}

  std::shared_ptr<const speech::Lexicon> lexicon_;
  std::shared_ptr<const actors::ActorWords> words_;
};

}  // namespace entente::extract
