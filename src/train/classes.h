// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "base/failure.h"
#include "extract/learned/vocabulary.h"

namespace entente::train {

// A text of lines "<upper half of the word's hash> <senses> <cluster>", by rising hash, as
// tools/word_classes.py writes it. bad_input, naming the line, where it is another.
Result<std::vector<extract::learned::Vocabulary::Entry>> read_classes(
    const std::filesystem::path& file);

}  // namespace entente::train
