// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "base/failure.h"
#include "store/soci.h"

namespace entente::store {

// What the exception that is being handled means to the user of the case at `path`. `error_number`
// is that of the system call that failed, 0 if none is known. To be called in a catch block.
Failure explain_current(const std::filesystem::path& path, int error_number);

bool is_constraint(
    const soci::soci_error& error);  // SOCI's own category says it for other databases only

Failure missing_case(const std::filesystem::path& path);
Failure not_a_case(const std::filesystem::path& path, const std::string& but);
Failure damaged(const std::filesystem::path& path, const std::string& because);
Failure unwritable(const std::filesystem::path& path);
Failure changed_by_another(const std::filesystem::path& path);
Failure too_new(const std::filesystem::path& path, int version, int known);
Failure already_there(const std::filesystem::path& path);
Failure of_system(const std::filesystem::path& path, int error_number);  // of a call to the system

}  // namespace entente::store
