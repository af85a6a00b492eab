// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/failure.h"

namespace entente {

// A name fit to stand in a sentence on one line: UTF-8 without control characters.
std::string printable(std::string_view name);

// How a path is written in a sentence: 'notes/a.txt'.
std::string quoted(const std::filesystem::path& path);

// What errno says of `path`, as a failure with its cure.
Failure failure_of(int error, const std::filesystem::path& path);

// All bytes of a file or pipe; bad_input where there are more than `most`. `path` names an open
// file in failures.
Result<std::string> read_all(const std::filesystem::path& path, std::size_t most);
Result<std::string> read_all(int descriptor, const std::filesystem::path& path, std::size_t most);

// The same of a regular file alone: a pipe or a device is bad_input, and is not waited for.
Result<std::string> read_regular(const std::filesystem::path& path, std::size_t most);

// What read_all says of more than `most` bytes.
Failure too_large(const std::filesystem::path& path, std::size_t most);

}  // namespace entente
