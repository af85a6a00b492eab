// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: they are refused with a sentence, or they are a case whose every quote stands
// in its text and that is written and read back unchanged.
#include <string_view>

#include "base/utf8.h"
#include "exchange/json.h"
#include "fuzz.h"

using namespace entente::fuzz;

namespace {

void hold_quotes(const entente::exchange::Whole& whole) {
  for (const auto& position : whole.contents.positions)
    for (const auto& document : whole.documents)
      if (document.card.id == position.document)
        hold(entente::slice_utf8(document.text, position.evidence) == position.words);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = entente::exchange::read_json(bytes_of(data, size), "fuzz.json");
  if (!read) {
    hold(!read.error().what.empty() && read.error().kind != entente::FailureKind::internal);
    return 0;
  }
  hold_quotes(*read);
  hold(entente::exchange::read_json(entente::exchange::write_json(*read), "again.json").value() ==
       *read);
  return 0;
}
