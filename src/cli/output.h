// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include "cli/command.h"

namespace entente::cli {

class Console;

// Writes a file whole or not at all: what was there stays until the new bytes are on disk. Refuses
// to write over a case. Throws Failed.
void write_output(const std::filesystem::path& path, std::string_view bytes);

// To the file of --output, and tells so; to standard output where none is given.
void print_or_write(const Request& request, Console& console, std::string_view text);

}  // namespace entente::cli
