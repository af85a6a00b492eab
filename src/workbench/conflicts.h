// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "model/case.h"
#include "model/conflict_file.h"

namespace entente {

// A conflict with where it comes from.
struct OpenedConflict {
  ConflictFile file;
  std::optional<Case> contents;  // the case that its evidence stands in, where one was given
  bool suggested = false;        // made by the program out of the case, and not edited
};

bool is_case(const std::filesystem::path& path);  // by its first bytes

// A .gmcr file, or YAML by its ending; with a case, each position that the file names has to stand
// there with the same words and not be rejected. Throws Failed.
OpenedConflict conflict_in(const std::filesystem::path& file, std::optional<Case> contents);

// What the case suggests; bad_input where no party is said to hold a move.
OpenedConflict conflict_suggested_by(Case contents, const std::filesystem::path& path);

}  // namespace entente
