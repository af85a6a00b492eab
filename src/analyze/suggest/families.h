// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "analyze/suggest/terms.h"

namespace entente::analyze {

// Terms that are about one thing: those with one head, and those of statements that are the same.
struct Family {
  std::vector<const Term*> terms;    // the telling first: what names the family
  std::vector<std::size_t> sayings;  // in which one of them stands, ascending
  double bits = 0;    // how much more often they stand here than elsewhere, as a logarithm
  double spread = 0;  // over how many voices, as a logarithm
  bool wide = false;  // said so often that alone it tells no issue
};

// The families that tell most of what is said, the most telling first, each for what those before
// it leave. docs/methods/suggest.md has the formulas.
std::vector<Family> families_of(const Terms& terms, const std::vector<Saying>& sayings,
                                const Elsewhere& elsewhere, const Vocabulary& vocabulary,
                                std::size_t most);

}  // namespace entente::analyze
