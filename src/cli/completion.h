// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente::cli {

// A script for bash that completes verbs, options, their words, cases and files: source <(entente
// completion bash)
std::string bash_completion();

}  // namespace entente::cli
