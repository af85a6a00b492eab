// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

namespace entente::cli {

// Writes a file whole or not at all: what was there stays until the new bytes are on disk. Refuses
// to write over a case. Throws Failed.
void write_output(const std::filesystem::path& path, std::string_view bytes);

}  // namespace entente::cli
