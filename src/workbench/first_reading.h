// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/case.h"
#include "model/codebook.h"
#include "model/document.h"
#include "workbench/workbench.h"

namespace entente {

// What a new case with this codebook would hold of these inputs, in memory: `add` numbers documents
// and statements alike. What cannot be read is left out. Throws interrupted where it is stopped.
struct FirstReading {
  Case contents;
  std::vector<Document> documents;  // in the order of their ids
};
FirstReading first_reading(const std::vector<Input>& inputs, const std::filesystem::path& case_file,
                           const Codebook& codebook, const Share& share, const AddOptions& options,
                           const Progress& progress);

}  // namespace entente
