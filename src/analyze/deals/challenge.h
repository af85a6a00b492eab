// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "analyze/deals/readings.h"

namespace entente::analyze {

// What each party gains or loses by each option, against a package that stands: [party][issue]
// [option], nothing for the options of that package. Empty for a party whose utility is no sum over
// issues; `whole` then says it of a package.
struct Stakes {
  std::vector<std::vector<std::vector<double>>> gains;
  std::function<double(std::size_t party, const Package& package)> whole;
};

enum class Challenged { yes, no, unknown };

// Whether some package that crosses no limit leaves no party worse off and one better off. Goes
// through the options issue by issue, and turns back where a limit is crossed, or where what the
// issues left could bring at best is too little for some party or for all of them together. Unknown
// after `most_steps` of that.
Challenged challenged(const Readings& readings, const Stakes& stakes, std::size_t most_steps);

}  // namespace entente::analyze
