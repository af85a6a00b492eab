// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "base/utf8.h"
#include "fuzz.h"
#include "text/prose.h"

using namespace entente::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::u32string text = from_utf8(bytes_of(data, size));
  // The first bytes also choose what is left out.
  std::vector<Span> skip;
  if (size > 2) skip.push_back({data[0], std::size_t{data[0]} + data[1]});
  const text::Prose prose = text::read_prose(text, skip);
  for (const text::Token& token : prose.tokens)
    if (token.span.empty() || token.span.end > text.size() || meets_any(token.span, skip))
      std::abort();
  for (std::size_t i = 0; i < text.size(); i += 7) {
    prose.token_at(i);
    prose.sentence_at(i);
    prose.quotation_at(i);
  }
  return 0;
}
