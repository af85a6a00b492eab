// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace entente::cli {

// A script for bash that completes verbs, options, their words, cases and files: source <(entente
// completion bash)
// `codebooks`: names of those that come with the program.
std::string bash_completion(const std::vector<std::string>& codebooks);

}  // namespace entente::cli
