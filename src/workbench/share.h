// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/codebook.h"
#include "workbench/workbench.h"

namespace entente {

// By which the confidence of statements is judged (models/README.md).
inline std::filesystem::path weights_in(const Share& share) {
  return share.data.parent_path() / "models/attribution.weights";
}

// Of the codebooks that come with the program, in order.
std::vector<std::string> codebook_names(const Share& share);

// The codebook that a new case starts with: a name in the share folder or a file, none for "";
// parties of the parties file go before those of the same name in the codebook. Throws Failed.
Codebook codebook_for(const NewOptions& options, const Share& share);

}  // namespace entente
