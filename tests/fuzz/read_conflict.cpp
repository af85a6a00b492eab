// SPDX-License-Identifier: Apache-2.0
// Any bytes as a conflict: options with an owner that is there, patterns that name only options, or
// a fault that names the file.
#include "fuzz.h"
#include "read/conflict.h"

using namespace entente::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const auto file = read::read_conflict(bytes_of(data, size), "fuzz.yaml");
  if (!file) {
    if (file.error().what.empty()) std::abort();
    return 0;
  }
  const Conflict& conflict = file->conflict;
  if (conflict.options.empty() || conflict.options.size() > most_options) std::abort();
  for (const ConflictOption& option : conflict.options)
    if (option.owner >= conflict.decision_makers.size()) std::abort();
  const std::size_t options = conflict.options.size();
  for (const Pattern& pattern : conflict.infeasible)
    if ((options < 64 && pattern.named >> options != 0) || (pattern.taken & ~pattern.named) != 0)
      std::abort();
  return 0;
}
