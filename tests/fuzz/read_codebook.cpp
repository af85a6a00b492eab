// SPDX-License-Identifier: Apache-2.0
// Any bytes as a codebook: a codebook whose ids are unique, or a fault that names the file.
#include "read/codebook.h"

#include <cstdint>
#include <cstdlib>
#include <set>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const auto book = read::read_codebook({reinterpret_cast<const char*>(data), size}, "fuzz.yaml");
  if (!book) {
    if (book.error().what.find("fuzz.yaml") == std::string::npos) std::abort();
    return 0;
  }
  std::set<std::string> ids;
  for (const Issue& issue : book->issues)
    if (!ids.insert(issue.id).second) std::abort();
  return 0;
}
