// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "extract/attribution.h"

namespace entente::extract {

inline const SpeechLexicon& speech_lexicon() {
  static const SpeechLexicon lexicon =
      or_throw(SpeechLexicon::load(ENTENTE_SOURCE_DIR "/data/english"));
  return lexicon;
}

inline std::string joined(std::u32string_view text, const std::vector<Span>& spans) {
  std::string out;
  for (Span span : spans) out += (out.empty() ? "" : " + ") + slice_utf8(text, span);
  return out;
}

inline std::vector<Statement> said(std::string_view utf8) {
  const std::u32string text = from_utf8(utf8);
  return attribute(text::read_prose(text, {}), speech_lexicon());
}

// "source [cue] content", with "!" before the content where it is denied or refused.
inline std::vector<std::string> told(std::string_view utf8) {
  const std::u32string text = from_utf8(utf8);
  std::vector<std::string> out;
  for (const Statement& one : attribute(text::read_prose(text, {}), speech_lexicon()))
    out.push_back(joined(text, one.source) + " [" + joined(text, one.cue) + "] " +
                  (one.polarity == Polarity::rejected ? "!" : "") + joined(text, one.content));
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace entente::extract
