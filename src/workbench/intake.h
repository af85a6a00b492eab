// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"
#include "workbench/workbench.h"

namespace entente {

// `add`, from inputs to the store. `case_file` is left out of folders.
AddReport take_in(store::Store& store, const std::filesystem::path& case_file, const Share& share,
                  const std::vector<Input>& inputs, const AddOptions& options,
                  const Progress& progress);

}  // namespace entente
