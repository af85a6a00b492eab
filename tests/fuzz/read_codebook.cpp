// SPDX-License-Identifier: Apache-2.0
// Any bytes as a codebook: a codebook whose ids are unique, or a fault that names the file.
#include <set>

#include "fuzz.h"
#include "read/codebook.h"

using namespace entente::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const auto book = read::read_codebook(bytes_of(data, size), "fuzz.yaml");
  if (!book) {
    if (book.error().what.find("fuzz.yaml") == std::string::npos) std::abort();
    return 0;
  }
  std::set<std::string> ids;
  for (const Issue& issue : book->issues)
    if (!ids.insert(issue.id).second) std::abort();
  return 0;
}
