// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "base/failure.h"

namespace entente {

// How a path is written in a sentence: 'notes/a.txt', control characters made harmless.
std::string quoted(const std::filesystem::path& path);

// What errno says of `path`, as a failure with its cure.
Failure failure_of(int error, const std::filesystem::path& path);

// All bytes of a file or pipe; bad_input where there are more than `most`. `path` names an open
// file in failures.
Result<std::string> read_all(const std::filesystem::path& path, std::size_t most);
Result<std::string> read_all(int descriptor, const std::filesystem::path& path, std::size_t most);

}  // namespace entente
