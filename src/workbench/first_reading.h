// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "model/codebook.h"
#include "model/suggestion.h"
#include "workbench/workbench.h"

namespace entente {

// What these inputs suggest beside the codebook, read in memory: parties first, then issues by a
// second reading that knows them. Documents and statements are numbered as `add` numbers them. What
// cannot be read is left out; bad_input where that is all. Throws interrupted where it is stopped.
Suggestions suggestions_from(const std::vector<Input>& inputs,
                             const std::filesystem::path& case_file, const Codebook& codebook,
                             const Share& share, const AddOptions& options,
                             const Progress& progress);

Failed stopped_before_a_case();

}  // namespace entente
