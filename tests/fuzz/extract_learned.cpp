// SPDX-License-Identifier: Apache-2.0
// Any text, read by the weights that the program ships: what it tells lies in the text.
#include "base/utf8.h"
#include "extract/speech_reader.h"
#include "fuzz.h"

using namespace entente::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  static const extract::SpeechReader reader = or_throw(extract::SpeechReader::load(
      ENTENTE_SOURCE_DIR "/data", ENTENTE_SOURCE_DIR "/models/attribution.weights"));
  Document document;
  document.text = from_utf8(bytes_of(data, size));
  for (const extract::Reported& one : reader.read(document)) {
    hold(one.confidence >= 0 && one.confidence <= 1);
    hold(!one.statement.content.empty());
    for (const auto* spans : {&one.statement.content, &one.statement.source, &one.statement.cue})
      for (const Span span : *spans) hold(!span.empty() && span.end <= document.text.size());
  }
  return 0;
}
