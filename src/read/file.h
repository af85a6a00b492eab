// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/failure.h"

namespace entente::read {

// The bytes of a regular file of at most `most` bytes. Failures: missing, unreadable, bad_input.
Result<std::string> read_whole(const std::filesystem::path& path, std::size_t most);

// A name fit to stand in a sentence on one line: UTF-8 without control characters.
std::string printable(std::string_view name);

}  // namespace entente::read
