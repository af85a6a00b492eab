// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/agreement.h"

namespace entente::analyze {

// Krippendorff's alpha for any number of coders and missing values (K. Krippendorff, "Computing
// Krippendorff's alpha-reliability", 2011). The interval comes from 1,000 samples of the units,
// drawn with replacement by a fixed sequence, with the disagreement expected by chance kept as it
// is in the whole, as in Krippendorff's own bootstrap; none for fewer than two units. Same codings,
// same numbers.
Alpha alpha(const Codings& codings, Scale scale);

}  // namespace entente::analyze
