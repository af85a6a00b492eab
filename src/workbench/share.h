// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/codebook.h"
#include "workbench/workbench.h"

namespace entente {

// The codebook that a new case starts with: a name in the share folder or a file; parties of the
// parties file go before those of the same name in the codebook. Throws Failed.
Codebook codebook_for(const NewOptions& options, const Share& share);

}  // namespace entente
