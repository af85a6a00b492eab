// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "model/codebook.h"

namespace entente::read {

// A codebook in YAML (docs/codebooks.md). A fault is named with file, line and what was expected.
Result<Codebook> read_codebook(std::string_view yaml, const std::string& name);
Result<Codebook> read_codebook_file(const std::filesystem::path& path);

// `parties:` of a YAML file, the same shape as in a codebook.
Result<std::vector<Party>> read_parties_file(const std::filesystem::path& path);

}  // namespace entente::read
