// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "base/failure.h"
#include "extract/people.h"
#include "model/case.h"
#include "text/prose.h"

namespace entente::extract {

// What one document gives a case. Ids count from 1 within the document; the store numbers them
// anew.
struct Extracted {
  std::vector<Statement> statements;
  std::vector<Position> positions;
  std::vector<Meeting> meetings;
  std::vector<Clause> clauses;
  std::size_t sentences = 0;        // readable ones
  std::size_t coded_sentences = 0;  // that a position, meeting or clause rests on
};

// What is read of a document. The document must outlive it.
text::Prose prose_of(const Document& document);

// Document -> Statements -> Positions. Holds lexicons, gazetteer and the codebook's cues; const
// calls may run in parallel.
class Extractor {
 public:
  // Reads data_folder/english and data_folder/names. With weights (learned_attribution.h), each
  // statement is given a confidence.
  static Result<Extractor> load(const std::filesystem::path& data_folder, const Codebook& codebook,
                                const std::optional<std::filesystem::path>& weights = {});
  Extractor(Extractor&&) noexcept;
  ~Extractor();

  // First pass: the people a document names. Run it in the order of the documents.
  void learn(const Document& document, Roster& roster) const;
  // Second pass: what is said, with everybody in `roster` known.
  Extracted extract(const Document& document, const Roster& roster) const;

 private:
  struct Engine;
  explicit Extractor(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> engine_;
};

}  // namespace entente::extract
