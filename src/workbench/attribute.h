// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "model/document.h"
#include "model/statement.h"
#include "workbench/workbench.h"

namespace entente {

struct AttributeOptions {
  bool by_rules = false;                         // without weights
  bool each_actor = false;                       // one statement for each actor
  std::optional<std::filesystem::path> weights;  // else those of the share folder
  unsigned threads = 0;                          // 0: one per core
};

// What one file says, or why it could not be read.
struct AttributedFile {
  std::string name;  // without its extension
  std::vector<Statement> statements;
  std::vector<double> confidence;  // of each statement, 0 to 1
  std::optional<Failure> refused;
};

// Who said what in each of the files, one after the other in their order; no case is needed, and no
// more than a few files are held at a time. Throws Failed where the weights cannot be read, or
// where `progress` was stopped.
void attribute_files(const Share& share, const std::vector<Input>& inputs,
                     const AttributeOptions& options, const Progress& progress,
                     const std::function<void(const AttributedFile&)>& take);

}  // namespace entente
