// SPDX-License-Identifier: Apache-2.0
// Any bytes as a text file: a document with sound marks, or a failure that names the file.
#include <cstdint>
#include <cstdlib>

#include "read/read.h"
#include "read/sketch.h"

namespace {

using namespace entente;

void check(bool ok) {
  if (!ok) std::abort();
}

void check_marks(const Document& document) {
  std::size_t end = 0;
  for (const Noise& noise : document.noise) {
    check(noise.span.begin >= end && !noise.span.empty() && noise.span.end <= document.text.size());
    end = noise.span.end;
  }
  end = 0;
  for (Span heading : document.headings) {
    check(heading.begin >= end && !heading.empty() && heading.end <= document.text.size());
    end = heading.end;
  }
}

// What the store hands back may be anything; what is a sketch writes the same one again.
void check_raw_sketch(const std::string& bytes) {
  if (const auto found = read::Sketch::parse(bytes))
    check(read::Sketch::parse(found->text()) == found);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_raw_sketch({reinterpret_cast<const char*>(data), size});
  const auto document = read::read_bytes({reinterpret_cast<const char*>(data), size}, "fuzz.txt");
  if (!document) {
    check(document.error().what.find("fuzz.txt") != std::string::npos);
    return 0;
  }
  check_marks(*document);
  const read::Sketch sketch = read::sketch(*document);
  check(read::Sketch::parse(sketch.text()) == sketch);
  return 0;
}
