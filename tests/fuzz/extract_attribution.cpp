// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "extract/attribution.h"
#include "fuzz.h"

using namespace entente::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  static const extract::SpeechLexicon lexicon =
      or_throw(extract::SpeechLexicon::load(ENTENTE_SOURCE_DIR "/data/english"));
  const std::u32string text = from_utf8(bytes_of(data, size));
  const text::Prose prose = text::read_prose(text, {});
  const std::vector<Statement> statements = extract::attribute(prose, lexicon);
  for (const Statement& statement : statements) {
    if (statement.content.empty()) std::abort();
    for (Span span : statement.content)
      if (span.empty() || span.end > text.size()) std::abort();
    if (statement.within && statement.within->number >= statement.id.number) std::abort();
    if (statement.continues && statement.continues->number > statements.size()) std::abort();
  }
  return 0;
}
