// SPDX-License-Identifier: Apache-2.0
// Any bytes as a page: marks that lie on whole lines in order, or a failure.
#include "base/utf8.h"
#include "fuzz.h"
#include "read/html.h"

using namespace entente::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const auto page = read::read_html(from_utf8(bytes_of(data, size)), "fuzz.html");
  if (!page) return 0;
  std::size_t end = 0;
  for (const Noise& noise : page->marks.noise) {
    if (noise.span.begin < end || noise.span.empty() || noise.span.end > page->text.size())
      std::abort();
    if (page->text[noise.span.end] != U'\n') std::abort();
    end = noise.span.end;
  }
  return 0;
}
