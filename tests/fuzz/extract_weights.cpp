// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes of a weight file: it is refused with a sentence, or a text can be read by it
// and it is written again as it was. Half of the inputs get a checksum that fits.
#include <string>

#include "base/sha256.h"
#include "extract/learned/names.h"
#include "extract/learned/reader.h"
#include "fuzz.h"

using namespace entente::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  using namespace entente::extract::learned;
  std::string bytes(bytes_of(data, size));
  if (size % 2 == 0) bytes += sha256_hex(bytes);
  auto weights = read_weights(bytes, "w");
  if (!weights) {
    hold(!weights.error().what.empty());
    return 0;
  }
  hold(read_weights(write_weights(*weights), "w").has_value());
  const std::u32string text = U"\"We agree,\" the envoy said. Officials think they won't.";
  const text::Prose prose = text::read_prose(text, {});
  Units units = cut_units(prose);
  const Reader reader(std::move(*weights));
  mark_names(prose, reader.weights().vocabulary, units);
  for (Passage passage : units.passages) {
    const PassageView view = view_of(prose, units, passage, reader.weights().vocabulary, {});
    for (const Found& found : reader.read(view)) {
      hold(found.one.cue.last <= view.size());
      hold(!found.one.content.empty() && found.one.content.back().last <= view.size());
    }
  }
  return 0;
}
