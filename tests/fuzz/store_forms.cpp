// SPDX-License-Identifier: Apache-2.0
// Whatever stands in a column of lists: it is refused as broken, or it is a list that is written
// and read back unchanged.
#include <string_view>

#include "fuzz.h"
#include "store/forms.h"

using namespace entente::fuzz;

namespace {

template <class Parse, class Text>
void hold_round_trip(std::string_view column, Parse parse, Text text) {
  try {
    const auto list = parse(column);
    if (parse(text(list)) != list) std::abort();
  } catch (const entente::store::Broken&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente::store;
  const std::string_view column = bytes_of(data, size);
  hold_round_trip(column, parse_spans, spans_text);
  hold_round_trip(column, parse_noise, noise_text);
  hold_round_trip(column, parse_lines, lines_text);
  return 0;
}
