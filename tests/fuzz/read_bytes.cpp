// SPDX-License-Identifier: Apache-2.0
// Any bytes as a text file: a document with sound marks, or a failure that names the file.
#include "fuzz.h"
#include "read/read.h"
#include "read/sketch.h"

using namespace entente::fuzz;

namespace {

using namespace entente;

void check_marks(const Document& document) {
  std::size_t end = 0;
  for (const Noise& noise : document.noise) {
    hold(noise.span.begin >= end && !noise.span.empty() && noise.span.end <= document.text.size());
    end = noise.span.end;
  }
  end = 0;
  for (Span heading : document.headings) {
    hold(heading.begin >= end && !heading.empty() && heading.end <= document.text.size());
    end = heading.end;
  }
}

// What the store hands back may be anything; what is a sketch writes the same one again.
void check_raw_sketch(const std::string& bytes) {
  if (const auto found = read::Sketch::parse(bytes))
    hold(read::Sketch::parse(found->text()) == found);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_raw_sketch(std::string(bytes_of(data, size)));
  const auto document = read::read_bytes(bytes_of(data, size), "fuzz.txt");
  if (!document) {
    hold(document.error().what.find("fuzz.txt") != std::string::npos);
    return 0;
  }
  check_marks(*document);
  const read::Sketch sketch = read::sketch(*document);
  hold(read::Sketch::parse(sketch.text()) == sketch);
  return 0;
}
