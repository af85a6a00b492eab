// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/failure.h"
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

 private:
  SpeechReader(Gazetteer gazetteer, SpeechLexicon lexicon,
               std::optional<LearnedAttribution> learned)
      : gazetteer_(std::move(gazetteer)),
        lexicon_(std::move(lexicon)),
        learned_(std::move(learned)) {}

  std::vector<Reported> unresolved(const text::Prose& prose) const;

  Gazetteer gazetteer_;
  SpeechLexicon lexicon_;
  std::optional<LearnedAttribution> learned_;
};

}  // namespace entente::extract
