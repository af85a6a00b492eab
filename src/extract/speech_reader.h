// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/failure.h"
#include "extract/each_actor.h"
#include "extract/learned_attribution.h"
#include "extract/people.h"
#include "model/document.h"

namespace entente::extract {

// Document -> who said what, speakers resolved from this document alone. Without weights it reads
// by rules, and is equally sure of everything. Const calls may run in parallel.
class SpeechReader {
 public:
  // Reads data_folder/english and data_folder/names. Fails as the parts do.
  static Result<SpeechReader> load(const std::filesystem::path& data_folder,
                                   const std::optional<std::filesystem::path>& weights);

  // In the order of the content.
  std::vector<Reported> read(const Document& document) const;
  // The same with one statement for each actor: as EachActor reads where it finds its kind of
  // sentence, and elsewhere with the actors of a source told apart. A speaker that nothing resolves
  // is the source's words; what nobody is named for is left out.
  std::vector<Reported> read_each_actor(const Document& document) const;

 private:
  SpeechReader(Gazetteer gazetteer, SpeechLexicon lexicon, EachActor each_actor,
               std::optional<LearnedAttribution> learned)
      : gazetteer_(std::move(gazetteer)),
        lexicon_(std::move(lexicon)),
        each_actor_(std::move(each_actor)),
        learned_(std::move(learned)) {}

  std::vector<Reported> unresolved(const text::Prose& prose) const;

  Gazetteer gazetteer_;
  SpeechLexicon lexicon_;
  EachActor each_actor_;
  std::optional<LearnedAttribution> learned_;
};

}  // namespace entente::extract
