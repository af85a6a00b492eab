// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include "model/case.h"
#include "model/quoted_words.h"

namespace entente {

// What an id in a file is called in the case, where that differs.
using Renamed = std::map<PositionId, PositionId>;

// A model may not rest on a sentence that the case does not hold: each position quoted in `file`
// has to stand there with the same words and not be rejected. The sentence is what counts: where
// the case, read again, has it under another id, the file is taken to mean that one. Renames the
// quotes and fills in words where the file gives only an id. Throws Failed (bad_input) with file
// and line.
Renamed hold_to_case(std::map<PositionId, QuotedWords>& quotes, const Case& contents,
                     const std::filesystem::path& file);

void rename(std::vector<PositionId>& evidence, const Renamed& now);

}  // namespace entente
