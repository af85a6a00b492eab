// SPDX-License-Identifier: Apache-2.0
#include "extract/days.h"

#include "base/utf8.h"
#include "extract/extract.h"
#include "extract/positions/day_words.h"

namespace entente::extract {

Result<DocumentDays> DocumentDays::load(const Document& document,
                                        const std::filesystem::path& data_folder) {
  auto lexicon = StanceLexicon::load(data_folder / "english");
  if (!lexicon) return tl::unexpected(lexicon.error());
  return DocumentDays(document, std::move(*lexicon));
}

DocumentDays::DocumentDays(const Document& document, StanceLexicon lexicon)
    : lexicon_(std::move(lexicon)),
      prose_(prose_of(document)),
      marks_(lexicon_.meeting_marks(prose_)) {}

std::optional<Date> DocumentDays::when(const Meeting& meeting, std::optional<Date> printed) const {
  const std::u32string text = from_utf8(meeting.when_words);
  const text::Prose words = text::read_prose(text, {});
  const bool ahead = is_ahead(meeting.status);
  const auto found =
      coding::day_words_in(words, lexicon_.meeting_marks(words), 0, words.tokens.size(),
                           ahead ? coding::Tense::future : coding::Tense::past, printed);
  return found ? found->day : std::nullopt;
}

std::optional<Date> DocumentDays::said(const Statement& statement,
                                       std::optional<Date> printed) const {
  if (!printed || statement.cue.empty() || prose_.sentences.empty()) return std::nullopt;
  return coding::day_of_saying(prose_, marks_, statement, *printed);
}

}  // namespace entente::extract
