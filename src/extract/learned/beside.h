// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/learned/confidence.h"
#include "model/statement.h"

namespace entente::extract {
struct Reported;
}

namespace entente::extract::learned {

// What the rules read, beside what the weights read in the same text: of each of `ruled`, the
// signs from which its confidence is worked out. Contents in `read` do not overlap. Linear in the
// number of spans, but for looking each up in order.
std::vector<Signs> signs_beside(const std::vector<Statement>& ruled,
                                const std::vector<Reported>& read);

}  // namespace entente::extract::learned
