// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "extract/people.h"
#include "fuzz.h"

using namespace entente::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  static const extract::Gazetteer gazetteer =
      or_throw(extract::Gazetteer::load(ENTENTE_SOURCE_DIR "/data/names", {}));
  const std::u32string text = from_utf8(bytes_of(data, size));
  const text::Prose prose = text::read_prose(text, {});
  extract::Roster roster;
  roster.learn(DocumentId{1}, prose, gazetteer);
  std::size_t last = 0;
  for (const extract::Mention& mention : extract::find_mentions(prose, gazetteer, roster)) {
    if (mention.span.begin < last || mention.span.empty() || mention.span.end > text.size())
      std::abort();
    last = mention.span.end;
  }
  for (const Person& person : roster.people())
    if (person.name.empty() || (person.same_as && *person.same_as >= person.id)) std::abort();
  return 0;
}
