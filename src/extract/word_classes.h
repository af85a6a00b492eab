// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/failure.h"

namespace entente::extract {

// Reads a list of words in the shape of data/english/stance.words: "class: phrase, phrase", lines
// that begin with two blanks go on with the class before, "#" begins a remark. Calls `use` with
// each phrase; where it gives false, no such class is known, and the line is refused with its
// number. The number of phrases.
Result<std::size_t> read_word_classes(
    const std::filesystem::path& file,
    const std::function<bool(std::string_view name, std::string_view phrase)>& use);

}  // namespace entente::extract
