// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/failure.h"
#include "extract/positions.h"
#include "model/document.h"

namespace entente::extract {

// The days in a document that hang on when it was printed: "on Monday", "yesterday". Worked out
// as the extractor does, against any date; without one only what names its year is a day.
class DocumentDays {
 public:
  // Reads data_folder/english. The document must outlive this.
  static Result<DocumentDays> load(const Document& document,
                                   const std::filesystem::path& data_folder);

  // The day of Meeting::when_words; of a planned or proposed meeting the next such day, else the
  // last.
  std::optional<Date> when(const Meeting& meeting, std::optional<Date> printed) const;
  // The day on which the statement was made, from the words around its cue.
  std::optional<Date> said(const Statement& statement, std::optional<Date> printed) const;

 private:
  DocumentDays(const Document& document, StanceLexicon lexicon);

  StanceLexicon lexicon_;
  text::Prose prose_;
  std::vector<MeetingMark> marks_;
};

}  // namespace entente::extract
